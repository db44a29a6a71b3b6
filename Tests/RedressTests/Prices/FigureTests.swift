import Redress
import Testing

/// The ways to find a figure.
struct FigureTests {
  private static let dated: Matrix = .of { scheme in
    let on = scheme.fact("on", .date)
    return .fixed(
      .dated(
        on: on,
        [
          Figure.FromDay(from: day(2025, 4, 1), figure: .pounds(10)),
          Figure.FromDay(from: day(2026, 4, 1), figure: .pounds(12)),
        ]))
  }

  @Test func `A printed figure is what it says`() {
    let found = Found(.one(.of { _ in .fixed(.pence(12_34)) }))
    #expect(found["head.it"] == [.fixed(node: 0, amount: Money(pence: 12_34))])
    #expect(found.pence == 12_34)
  }

  @Test(
    arguments: [
      (day(2025, 4, 1), 10_00), (day(2025, 4, 2), 10_00), (day(2026, 3, 31), 10_00), (day(2026, 4, 1), 12_00),
      (day(2026, 4, 2), 12_00), (day(2400, 12, 31), 12_00),
    ] as [(CivilDate, Int64)])
  func `A dated figure holds from its day on`(on: CivilDate, pence: Int64) {
    #expect(Found(.one(Self.dated, ["on": .on(on)])).pence == pence)
  }

  @Test func `Before the first there is no figure`() {
    let found = Found(.one(Self.dated, ["on": .on(2025, 3, 31)]))
    #expect(found.faults == [.beforeFirstFigure(found.fact("on"), item: 1)])
    #expect(found["head.it"] == [.notReached])
    #expect(found.outcome == .faulty)
  }

  @Test func `A figure whose fact was left out is a fault`() {
    let found = Found(.one(Self.dated))
    #expect(found.missing == ["on 1"])
    #expect(found["head.it"] == [.notReached])
  }

  @Test(arguments: [("small", 5_00), ("large", 9_00)] as [(Stated, Int64)])
  func `A table is read by choice`(size: Stated, pence: Int64) {
    let matrix = Matrix.of { scheme in
      let size = scheme.choice("size", ["small", "large"], of: .ofItem)
      return .fixed(.byChoice(size, [.pounds(5), .pounds(9)]))
    }
    #expect(Found(.one(matrix, item: ["size": size])).pence == pence)
    #expect(Found(.one(matrix)).missing == ["size 1"])
  }

  @Test(
    arguments: [(0, 1_00), (1, 1_00), (2, 1_00), (3, 4_00), (4, 4_00), (5, 4_00), (6, 9_00), (1_000_000, 9_00)]
      as [(Int64, Int64)])
  func `A ladder of ranges is read with each ceiling in its own rung`(rooms: Int64, pence: Int64) {
    let matrix = Matrix.of { scheme in
      let rooms = scheme.fact("rooms", .count)
      return .fixed(
        .byRange(
          rooms,
          [
            Figure.Rung(upTo: 2, figure: .pounds(1)), Figure.Rung(upTo: 5, figure: .pounds(4)),
            Figure.Rung(upTo: nil, figure: .pounds(9)),
          ]))
    }
    #expect(Found(.one(matrix, ["rooms": .count(rooms)])).pence == pence)
  }

  @Test(arguments: [(99_99, 1_00), (100_00, 1_00), (100_01, 2_00)] as [(Int64, Int64)])
  func `Ranges of sums end with their penny`(rent: Int64, pence: Int64) {
    let matrix = Matrix.of { scheme in
      let rent = scheme.fact("rent", .money)
      return .fixed(
        .byRange(
          rent, [Figure.Rung(upTo: 100_00, figure: .pounds(1)), Figure.Rung(upTo: nil, figure: .pounds(2))]))
    }
    #expect(Found(.one(matrix, ["rent": .pence(rent)])).pence == pence)
  }

  @Test(
    arguments: [
      (day(2026, 4, 30), 20_00), (day(2026, 5, 1), 10_00), (day(2026, 10, 31), 10_00), (day(2026, 11, 1), 20_00),
      (day(2026, 12, 31), 20_00), (day(2027, 1, 1), 20_00), (day(2028, 2, 29), 20_00),
    ] as [(CivilDate, Int64)])
  func `The last season holds over the turn of the year`(on: CivilDate, pence: Int64) {
    let matrix = Matrix.of { scheme in
      let on = scheme.fact("on", .date)
      return .fixed(
        .bySeason(
          on,
          [
            Figure.Season(month: 5, day: 1, figure: .pounds(10)), Figure.Season(month: 11, day: 1, figure: .pounds(20)),
          ]))
    }
    #expect(Found(.one(matrix, ["on": .on(on)])).pence == pence)
  }

  @Test func `Where the policy gives no figure a person is asked`() {
    var scheme = Scheme()
    scheme.reading("how-much", asks: ["clerk"])
    scheme.head("it", .fixed(.ask(scheme[reading: "how-much"])))
    let found = Found(.one(scheme.matrix()))
    #expect(found.questions == ["how-much 1"])
    #expect(found["head.it"] == [.unpriced(.reading(Ref(0)))])
    #expect(found.outcome == .undecided)
  }

  @Test func `Figures stand inside figures`() {
    var scheme = Scheme()
    scheme.reading("large-in-winter", asks: ["clerk"])
    let size = scheme.choice("size", ["small", "large"])
    let on = scheme.fact("on", .date)
    let large = Figure.bySeason(
      on,
      [
        Figure.Season(month: 3, day: 1, figure: .pounds(7)),
        Figure.Season(month: 12, day: 1, figure: .ask(scheme[reading: "large-in-winter"])),
      ])
    scheme.head("it", .fixed(.byChoice(size, [.pounds(3), large])))
    let matrix = scheme.matrix()
    #expect(Found(.one(matrix, ["size": "small"])).pence == 3_00)
    #expect(Found(.one(matrix, ["size": "large", "on": .on(2026, 11, 30)])).pence == 7_00)
    #expect(Found(.one(matrix, ["size": "large", "on": .on(2026, 12, 1)])).questions == ["large-in-winter 1"])
    #expect(Found(.one(matrix, ["size": "large"])).missing == ["on 1"])
  }

  @Test func `A figure that an item states counts for it alone`() {
    let matrix = Matrix.of { scheme in .fixed(.fact(scheme.fact("sum", .money, of: .ofEither))) }
    var given = Facts(matrix, ["sum": .pounds(5)])
    given.item("it")
    given.item("it", ["sum": .pounds(6)])
    #expect(Found(given).amounts == [5_00, 6_00])
  }

  @Test func `A figure that nobody has confirmed prices, and is counted`() {
    let matrix = Matrix.of { _ in .fixed(.value(.money(pounds(5)), isConfirmed: false)) }
    #expect(Found(.one(matrix)).pence == 5_00)
    #expect(matrix.unconfirmedCount == 1)
    #expect(Self.dated.unconfirmedCount == 0)
  }
}

extension Matrix {
  /// A scheme of one head, named `it`, at a price.
  static func of(_ declare: (inout Scheme) -> Price) -> Matrix { Scheme.of(declare) }
}

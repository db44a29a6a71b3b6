import Redress
import Testing

/// What raises, lowers and limits an amount.
struct AdjustmentTests {
  private static func pence(
    _ pence: Int64, _ adjustments: [Adjustment] = [], rounded: Rounding? = nil, _ limits: Limits = Limits()
  ) -> Int64 {
    found(pence, adjustments, rounded: rounded, limits).pence
  }

  private static func found(
    _ pence: Int64, _ adjustments: [Adjustment] = [], rounded: Rounding? = nil, _ limits: Limits = Limits()
  ) -> Found {
    Found(
      .one(
        .of { _ in Price(.fixed(.pence(pence)), adjustments: adjustments, rounding: rounded, limits: limits) }))
  }

  private static func adjust(_ direction: Adjustment.Direction, _ percent: Int64) -> Adjustment {
    Adjustment(direction, part: .percent(percent), when: nil, because: nil)
  }

  @Test(
    arguments: [
      (.add, 10_05, 11_06, 11_05), (.takeOff, 10_05, 9_04, 9_05), (.keep, 10_05, 1_01, 1_00), (.add, 0, 0, 0),
      (.add, 10_04, 11_04, 11_04), (.takeOff, 10_04, 9_04, 9_04), (.keep, 10_04, 1_00, 1_00),
    ] as [(Adjustment.Direction, Int64, Int64, Int64)])
  func `The part is rounded, then added, taken off or kept`(
    direction: Adjustment.Direction, amount: Int64, half: Int64, down: Int64
  ) {
    #expect(Self.pence(amount, [Self.adjust(direction, 10)]) == half)
    #expect(
      Self.pence(amount, [Self.adjust(direction, 10)], rounded: Rounding(to: Money(pence: 1), .down)) == down)
  }

  @Test(arguments: [(1_00, 3_00), (3_00, 3_00), (4_00, 4_00), (15_00, 15_00), (15_01, 15_00)] as [(Int64, Int64)])
  func `Both limits may be worked out, each in its own lines`(amount: Int64, pence: Int64) {
    func sum(_ pounds: Int64...) -> Price { Price(.sum(pounds.map { .fixed(.pounds($0)) })) }
    #expect(Self.pence(amount, Limits(atLeast: sum(1, 2), atMost: sum(10, 5))) == pence)
    #expect(Self.pence(amount, Limits(atLeast: .fixed(.pounds(3)), atMost: sum(10, 5))) == pence)
    #expect(Self.pence(amount, Limits(atLeast: sum(1, 2), atMost: .fixed(.pounds(15)))) == pence)
  }

  /// Of £10.50, 99% are £10.395: £10 are taken off, in whole pounds.
  @Test(arguments: [(99, 50), (100, 0), (150, 0)] as [(Int64, Int64)])
  func `What takes off all of it leaves nothing, however it is rounded`(percent: Int64, pence: Int64) {
    let down = Rounding(to: pounds(1), .down)
    #expect(Self.pence(10_50, [Self.adjust(.takeOff, percent)], rounded: down) == pence)
  }

  @Test func `They follow one another`() {
    let found = Self.found(100_00, [Self.adjust(.add, 50), Self.adjust(.takeOff, 10), Self.adjust(.keep, 50)])
    #expect(
      found["head.it"] == [
        .fixed(node: 0, amount: pounds(100)), .adjusted(node: 0, place: 0, amount: pounds(150)),
        .adjusted(node: 0, place: 1, amount: pounds(135)), .adjusted(node: 0, place: 2, amount: Money(pence: 67_50)),
      ])
  }

  @Test func `More than all cannot be taken off`() {
    #expect(Self.pence(100_00, [Self.adjust(.takeOff, 100)]) == 0)
    #expect(Self.pence(100_00, [Self.adjust(.takeOff, 101)]) == 0)
  }

  @Test func `A condition decides whether one counts, and its fact may be needed`() {
    let matrix = Matrix.of { scheme in
      let frail = scheme.fact("frail", .flag, of: .ofEither)
      let who = scheme.choice("who", ["one", "many"], of: .ofItem)
      let part = scheme.fact("part", .percent, of: .ofItem)
      return Price(
        .fixed(.pounds(100)),
        adjustments: [
          Adjustment(.add, part: .fact(part), when: .flag(frail), because: "for frailty"),
          Adjustment(.keep, part: .percent(50), when: .compare(who, .equal, .value(1)), because: nil),
        ])
    }
    #expect(Found(.one(matrix, item: ["who": "one"])).pence == 100_00)
    #expect(Found(.one(matrix, item: ["who": "many"])).pence == 50_00)
    let both = Facts.one(matrix, item: ["who": "many", "frail": true, "part": .hundredths(12_50)])
    #expect(Found(both).pence == 56_25)
    let missing = Found(.one(matrix))
    #expect(missing.missing == ["who 1"])
    #expect(missing["head.it"] == [.fixed(node: 0, amount: pounds(100)), .notReached])
    #expect(Found(.one(matrix, item: ["who": "one", "frail": true])).missing == ["part 1"])
  }

  @Test func `What one item lacks does not hide what another lacks`() {
    let matrix = Matrix.of { scheme in
      let who = scheme.choice("who", ["one", "many"], of: .ofItem)
      let most = scheme.fact("most", .money, of: .ofItem)
      let half = Adjustment(.keep, part: .percent(50), when: .compare(who, .equal, .value(1)), because: nil)
      return Price(
        .fixed(.pounds(100)), adjustments: [half], rounding: nil, limits: Limits(atMost: .fixed(.fact(most))))
    }
    var given = Facts.one(matrix)
    given.item("it", ["who": "one"])
    #expect(Found(given).missing == ["who 1", "most 2"])
  }

  @Test func `Raised beyond the largest sum it is a fault`() {
    #expect(Self.found(Money.largest.pence, [Self.adjust(.add, 1)]).faults == [.tooLarge(item: 1)])
    #expect(Self.found(Money.largest.pence, [Self.adjust(.keep, 101)]).faults == [.tooLarge(item: 1)])
    #expect(Self.found(Money.largest.pence, [Self.adjust(.keep, 100)]).faults == [])
  }

  // MARK: Limits

  @Test(arguments: [(0, 0), (24_99, 0), (25_00, 25_00), (25_01, 25_01)] as [(Int64, Int64)])
  func `Nothing is paid under a sum, and the sum is`(amount: Int64, pence: Int64) {
    let found = Self.found(amount, Limits(nothingUnder: .pounds(25)))
    #expect(found.pence == pence)
    let limited: [Finding] = amount == 24_99 ? [.limited(node: 0, .nothingUnder, amount: .zero)] : []
    #expect(found["head.it"] == [.fixed(node: 0, amount: Money(pence: amount))] + limited)
  }

  @Test(arguments: [(0, 0), (24_99, 0), (25_00, 0), (25_01, 25_01)] as [(Int64, Int64)])
  func `Nothing is paid up to a sum and with it`(amount: Int64, pence: Int64) {
    #expect(Self.pence(amount, Limits(nothingUpTo: .pounds(25))) == pence)
  }

  @Test(arguments: [(0, 0), (1, 25_00), (24_99, 25_00), (25_00, 25_00), (25_01, 25_01)] as [(Int64, Int64)])
  func `A lower sum is raised, and nothing stays nothing`(amount: Int64, pence: Int64) {
    #expect(Self.pence(amount, Limits(atLeast: .fixed(.pounds(25)))) == pence)
  }

  @Test(arguments: [(0, 0), (24_99, 24_99), (25_00, 25_00), (25_01, 25_00)] as [(Int64, Int64)])
  func `A higher sum is lowered`(amount: Int64, pence: Int64) {
    #expect(Self.pence(amount, Limits(atMost: .fixed(.pounds(25)))) == pence)
  }

  @Test func `Limits come in order, after what adjusts`() {
    let limits = Limits(
      nothingUnder: .pounds(10), nothingUpTo: .pounds(12), atLeast: .fixed(.pounds(20)), atMost: .fixed(.pounds(15)))
    let raise = [Self.adjust(.add, 100)]
    #expect(Self.pence(4_99, raise, limits) == 0)
    #expect(Self.pence(6_00, raise, limits) == 0)
    #expect(Self.pence(6_01, raise, limits) == 15_00)
    #expect(
      Self.found(6_01, raise, limits)["head.it"] == [
        .fixed(node: 0, amount: Money(pence: 6_01)), .adjusted(node: 0, place: 0, amount: Money(pence: 12_02)),
        .limited(node: 0, .atLeast, amount: pounds(20)),
        .limited(node: 0, .atMost, amount: pounds(15)),
      ])
  }

  @Test func `A limit may be a price of any kind, and is asked about like one`() {
    let matrix = Matrix.of { scheme in
      let rent = scheme.fact("rent", .money)
      let weeks = scheme.fact("weeks", .count)
      let quarter = Price(.share(Share(of: .fact(rent), part: .percent(25), times: [weeks])))
      return Price(.fixed(.pounds(100)), limits: Limits(atMost: quarter))
    }
    #expect(Found(.one(matrix, ["rent": .pounds(80), "weeks": .count(4)])).pence == 80_00)
    #expect(Found(.one(matrix, ["rent": .pounds(80), "weeks": .count(5)])).pence == 100_00)
    #expect(Found(.one(matrix, ["weeks": .count(5)])).missing == ["rent 1"])
  }
}

extension AdjustmentTests {
  private static func pence(_ pence: Int64, _ limits: Limits) -> Int64 { Self.pence(pence, [], limits) }
  private static func found(_ pence: Int64, _ limits: Limits) -> Found { Self.found(pence, [], limits) }
}

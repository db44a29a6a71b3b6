import Redress
import Testing

/// Interest on a sum, from a day to a day.
struct InterestTests {
  private static func matrix(
    _ rate: Figure = .percent(8), _ yearOf: Interest.YearOf = .days365, _ compound: Interest.Compound = .never,
    daily: Rounding? = nil, rounded: Rounding? = nil
  ) -> Matrix {
    .of { scheme in
      let sum = scheme.fact("sum", .money)
      let days = scheme.elapsed("days", in: Period(1, .days))
      return Price(
        .interest(
          Interest(
            principal: .fact(sum), days: days, rate: rate, yearOf: yearOf, compound: compound, dailyRounded: daily)),
        rounding: rounded)
    }
  }

  private static func found(_ matrix: Matrix, on sum: Int64 = 1_000_00, _ from: CivilDate, _ to: CivilDate) -> Found {
    Found(.one(matrix, ["sum": .pence(sum), "from": .on(from), "to": .on(to)]))
  }

  private static let changing = Figure.datedOnEach([
    Figure.FromDay(from: day(2020, 1, 1), figure: .percent(8)),
    Figure.FromDay(from: day(2026, 4, 1), figure: .percent(6)),
  ])

  @Test func `A year at eight per cent`() {
    let found = Self.found(Self.matrix(), day(2025, 1, 1), day(2025, 12, 31))
    #expect(found.pence == 80_00)
    #expect(found["head.it"] == [.interest(node: 0, days: 365, on: pounds(1_000), amount: pounds(80))])
  }

  @Test func `A leap year has a day more, unless the year is as long as it is`() {
    let (from, to) = (day(2024, 1, 1), day(2024, 12, 31))
    #expect(Self.found(Self.matrix(), from, to).pence == 80_22)
    #expect(Self.found(Self.matrix(.percent(8), .actual), from, to).pence == 80_00)
  }

  @Test func `Half a year before a leap year and half of it`() {
    let (from, to) = (day(2023, 7, 1), day(2024, 6, 30))
    #expect(Self.found(Self.matrix(), from, to).pence == 80_22)
    #expect(Self.found(Self.matrix(.percent(8), .actual), from, to).pence == 80_11)
  }

  @Test(
    arguments: [(day(2026, 3, 31), 6_79), (day(2026, 4, 1), 6_96), (day(2026, 4, 30), 11_73)] as [(CivilDate, Int64)])
  func `A rate that changes counts from its day on`(to: CivilDate, pence: Int64) {
    #expect(Self.found(Self.matrix(Self.changing), day(2026, 3, 1), to).pence == pence)
  }

  @Test func `A rate may change from day to day for one choice only`() {
    let matrix = Matrix.of { scheme in
      let kind = scheme.choice("kind", ["fixed", "changing"])
      let sum = scheme.fact("sum", .money)
      let days = scheme.elapsed("days", in: Period(1, .days))
      return Price(
        .interest(
          Interest(
            principal: .fact(sum), days: days, rate: .byChoice(kind, [.percent(8), Self.changing]), yearOf: .days365,
            compound: .never)))
    }
    func pence(_ kind: Stated) -> Int64 {
      Found(
        .one(
          matrix, ["kind": kind, "sum": .pounds(1_000), "from": .on(2026, 3, 1), "to": .on(2026, 4, 30)])
      ).pence
    }
    #expect(pence("fixed") == 13_37)
    #expect(pence("changing") == 11_73)
  }

  /// Of three months at 4% and then 8%, or of six: 90 and 91 days, or 181.
  @Test func `Each choice has the days of its own rates, whichever change first`() {
    func changing(_ change: CivilDate) -> Figure {
      .datedOnEach([
        Figure.FromDay(from: day(2020, 1, 1), figure: .percent(4)),
        Figure.FromDay(from: change, figure: .percent(8)),
      ])
    }
    for isEarlyFirst in [true, false] {
      let matrix = Matrix.of { scheme in
        let kind = scheme.choice("kind", isEarlyFirst ? ["early", "late"] : ["late", "early"])
        let rates = [changing(day(2026, 4, 1)), changing(day(2026, 7, 1))]
        let sum = scheme.fact("sum", .money)
        let days = scheme.elapsed("days", in: Period(1, .days))
        return Price(
          .interest(
            Interest(
              principal: .fact(sum), days: days, rate: .byChoice(kind, isEarlyFirst ? rates : rates.reversed()),
              yearOf: .days365, compound: .never)))
      }
      func pence(_ kind: Stated) -> Int64 {
        Found(.one(matrix, ["kind": kind, "sum": .pounds(3_650), "from": .on(2026, 1, 1), "to": .on(2026, 6, 30)]))
          .pence
      }
      #expect(pence("early") == 90 * 40 + 91 * 80)
      #expect(pence("late") == 181 * 40)
    }
  }

  @Test func `A day before the first rate is a fault of the first day`() {
    let found = Self.found(Self.matrix(Self.changing), day(2019, 12, 31), day(2020, 1, 2))
    #expect(found.faults == [.beforeFirstFigure(found.fact("from"), item: 1)])
    #expect(Self.found(Self.matrix(Self.changing), day(2020, 1, 1), day(2020, 1, 2)).faults == [])
  }

  /// Eight per cent of £100 are 2.19p a day: 65.75p in 30 days.
  @Test(
    arguments: [(nil, 66), (Rounding(to: Money(pence: 1), .halfUp), 60), (Rounding(to: Money(pence: 1), .up), 90)]
      as [(Rounding?, Int64)])
  func `Each day may be rounded, or only their sum`(daily: Rounding?, pence: Int64) {
    let matrix = Self.matrix(.percent(8), daily: daily)
    #expect(Self.found(matrix, on: 100_00, day(2026, 6, 1), day(2026, 6, 30)).pence == pence)
  }

  @Test(arguments: [(Rounding.Manner.up, 1_00), (.down, 0), (.halfUp, 1_00)] as [(Rounding.Manner, Int64)])
  func `What is rounded each day is rounded at the end too`(manner: Rounding.Manner, pence: Int64) {
    let matrix = Self.matrix(.percent(8), daily: .penny, rounded: Rounding(to: pounds(1), manner))
    #expect(Self.found(matrix, on: 100_00, day(2026, 6, 1), day(2026, 6, 30)).pence == pence)
  }

  @Test func `The daily sum follows the rate and the length of the year`() {
    // 219p a day at 8% on £10,000 in 365 days; 164p at 6%; 219p at 8% in 366.
    let matrix = Self.matrix(Self.changing, daily: .penny)
    #expect(Self.found(matrix, on: 10_000_00, day(2026, 3, 30), day(2026, 4, 3)).pence == 2 * 2_19 + 3 * 1_64)
    let down = Rounding(to: Money(pence: 1), .down)
    let actual = Self.matrix(.percent(8), .actual, daily: down)
    #expect(Self.found(actual, on: 10_000_00, day(2023, 12, 30), day(2024, 1, 3)).pence == 2 * 2_19 + 3 * 2_18)
  }

  @Test func `The result is rounded as the policy says`() {
    let (from, to) = (day(2026, 3, 1), day(2026, 3, 31))
    #expect(Self.found(Self.matrix(rounded: Rounding(to: Money(pence: 1), .up)), from, to).pence == 6_80)
    #expect(Self.found(Self.matrix(rounded: Rounding(to: Money(pence: 1), .down)), from, to).pence == 6_79)
  }

  // MARK: Compound interest

  /// Twelve per cent on £10,000, from 31 January: the first month is full on 28 February, which has no 31st, and the
  /// second on 30 March.
  @Test(
    arguments: [
      (day(2026, 2, 27), 92_05), (day(2026, 2, 28), 95_34), (day(2026, 3, 1), 98_66), (day(2026, 3, 30), 194_91),
      (day(2026, 3, 31), 198_26),
    ] as [(CivilDate, Int64)])
  func `Interest is added after each month, counted from the first day`(to: CivilDate, pence: Int64) {
    let matrix = Self.matrix(.percent(12), .days365, .monthly)
    #expect(Self.found(matrix, on: 10_000_00, day(2026, 1, 31), to).pence == pence)
  }

  @Test(
    arguments: [
      (day(2026, 5, 31), 800_00, 800_00), (day(2027, 5, 31), 1_664_00, 1_664_00),
      (day(2028, 5, 31), 2_599_68, 2_598_61), (day(2028, 11, 30), 3_105_05, 3_102_55),
    ] as [(CivilDate, Int64, Int64)])
  func `Interest is added after each year`(to: CivilDate, pence: Int64, actual: Int64) {
    let yearly = { Self.matrix(.percent(8), $0, .yearly) }
    #expect(Self.found(yearly(.days365), on: 10_000_00, day(2025, 6, 1), to).pence == pence)
    #expect(Self.found(yearly(.actual), on: 10_000_00, day(2025, 6, 1), to).pence == actual)
  }

  @Test func `A rate may change within a month`() {
    let matrix = Self.matrix(Self.changing, .days365, .monthly)
    #expect(Self.found(matrix, on: 10_000_00, day(2026, 3, 10), day(2026, 5, 9)).pence == 112_64)
  }

  // MARK: Principals and edges

  @Test(arguments: [day(2026, 6, 1), day(2026, 5, 1)])
  func `No days bear nothing`(to: CivilDate) {
    let found = Self.found(Self.matrix(), day(2026, 6, 2), to)
    #expect(found["head.it"] == [.interest(node: 0, days: 0, on: pounds(1_000), amount: .zero)])
    #expect(found.outcome == .refused)
  }

  @Test func `What is needed is asked for`() {
    #expect(Found(.one(Self.matrix())).missing == ["sum 1"])
    #expect(Found(.one(Self.matrix(), ["sum": .pounds(1)])).missing == ["from 1"])
  }

  @Test func `Interest on what other heads come to counts those that nothing keeps out`() {
    var scheme = Scheme()
    scheme.statedHead("repairs")
    scheme.statedHead("rent")
    scheme.statedHead("other")
    scheme.excludeFlag("insured", of: .ofItem)
    let days = scheme.elapsed("days", in: Period(1, .days))
    scheme.head(
      "it",
      Price(
        .interest(
          Interest(
            principal: .totalOf([scheme[head: "repairs"], scheme[head: "rent"]]), days: days, rate: .percent(8),
            yearOf: .days365, compound: .never))))
    var given = Facts(scheme.matrix(), ["from": .on(2025, 1, 1), "to": .on(2025, 12, 31)])
    given.item("it")
    given.item("repairs", ["sum": .pounds(100)])
    given.item("rent", ["sum": .pounds(50)])
    given.item("rent", ["sum": .pounds(1_000), "insured": true])
    given.item("other", ["sum": .pounds(2_000)])
    let found = Found(given)
    #expect(found["head.it"] == [.interest(node: 0, days: 365, on: pounds(150), amount: pounds(12))])
    #expect(found.amounts == [12_00, 100_00, 50_00, 0, 2_000_00])
  }

  @Test(arguments: Interest.Compound.allCases)
  func `The largest of everything is a fault and never a crash`(compound: Interest.Compound) {
    let matrix = Self.matrix(.percent(10_000), .actual, compound)
    let found = Self.found(matrix, on: Money.largest.pence, day(1583, 1, 1), day(2400, 12, 31))
    #expect(found.faults == [.tooLarge(item: 1)])
    #expect(found["head.it"] == [.notReached])
  }

  @Test func `Rounded each day, too much is a fault too`() {
    let matrix = Self.matrix(.percent(10_000), .actual, daily: .penny)
    let found = Self.found(matrix, on: Money.largest.pence, day(1583, 1, 1), day(2400, 12, 31))
    #expect(found.faults == [.tooLarge(item: 1)])
  }
}

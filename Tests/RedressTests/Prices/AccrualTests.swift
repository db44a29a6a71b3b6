import Redress
import Testing

/// So much for each unit of a count.
struct AccrualTests {
  private static func pence(
    _ units: Int64, _ steps: [Accrual.Step], per: Int64 = 1, grace: Figure? = nil, onlyAbove: Figure? = nil,
    plus: Figure? = nil, rounded: Rounding? = nil
  ) -> Int64 {
    let matrix = Matrix.of { scheme in
      let count = scheme.fact("units", .count)
      return Price(
        .accrual(
          Accrual(count: count, steps: steps, per: per, grace: grace, onlyAbove: onlyAbove, plus: plus)),
        rounding: rounded)
    }
    return Found(.one(matrix, ["units": .count(units)])).pence
  }

  private static func flat(_ rate: Figure) -> [Accrual.Step] { [Accrual.Step(upTo: nil, rate: rate)] }

  @Test(arguments: [(0, 0), (1, 2_00), (10, 20_00), (1_000_000, 2_000_000_00)] as [(Int64, Int64)])
  func `Each unit has its rate`(units: Int64, pence: Int64) {
    #expect(Self.pence(units, Self.flat(.pounds(2))) == pence)
  }

  @Test func `A line says how many units were paid`() {
    let matrix = Matrix.of { scheme in
      Price(.accrual(Accrual(count: scheme.fact("units", .count), steps: Self.flat(.pounds(2)), grace: .count(3))))
    }
    #expect(
      Found(.one(matrix, ["units": .count(10)]))["head.it"] == [.accrued(node: 0, units: 7, amount: pounds(14))])
    #expect(Found(.one(matrix)).missing == ["units 1"])
    #expect(Found(.one(matrix))["head.it"] == [.notReached])
  }

  @Test(
    arguments: [
      (0, 0), (1, 1_00), (6, 6_00), (7, 7_00), (8, 9_00), (13, 19_00), (14, 21_00), (15, 24_00), (16, 27_00),
    ] as [(Int64, Int64)])
  func `Rates hold up to their last unit`(units: Int64, pence: Int64) {
    let steps = [
      Accrual.Step(upTo: 7, rate: .pounds(1)), Accrual.Step(upTo: 14, rate: .pounds(2)),
      Accrual.Step(upTo: nil, rate: .pounds(3)),
    ]
    #expect(Self.pence(units, steps) == pence)
    // The steps are counted after the grace.
    #expect(Self.pence(units + 2, steps, grace: .count(2)) == pence)
  }

  @Test(
    arguments: [(1, 33, 34, 33), (2, 67, 67, 66), (3, 1_00, 1_00, 1_00), (4, 1_33, 1_34, 1_33)]
      as [(Int64, Int64, Int64, Int64)])
  func `A rate for three units is divided once, and rounded as the policy says`(
    units: Int64, half: Int64, up: Int64, down: Int64
  ) {
    let penny = Money(pence: 1)
    #expect(Self.pence(units, Self.flat(.pounds(1)), per: 3) == half)
    #expect(Self.pence(units, Self.flat(.pounds(1)), per: 3, rounded: Rounding(to: penny, .up)) == up)
    #expect(Self.pence(units, Self.flat(.pounds(1)), per: 3, rounded: Rounding(to: penny, .down)) == down)
  }

  @Test(arguments: [(6, 6_00), (7, 7_00), (8, 8_00), (10, 10_00)] as [(Int64, Int64)])
  func `Seven pounds for each seven days is a pound a day`(units: Int64, pence: Int64) {
    #expect(Self.pence(units, Self.flat(.pounds(7)), per: 7) == pence)
  }

  @Test(arguments: [(0, 0), (2, 0), (3, 0), (4, 2_00), (5, 4_00)] as [(Int64, Int64)])
  func `The first units may be free`(units: Int64, pence: Int64) {
    #expect(Self.pence(units, Self.flat(.pounds(2)), grace: .count(3)) == pence)
  }

  @Test(arguments: [(9, 0, 0), (10, 0, 0), (11, 22_00, 16_00), (12, 24_00, 18_00)] as [(Int64, Int64, Int64)])
  func `Nothing may be due up to a number, and all of them above it`(units: Int64, pence: Int64, withGrace: Int64) {
    #expect(Self.pence(units, Self.flat(.pounds(2)), onlyAbove: .count(10)) == pence)
    #expect(Self.pence(units, Self.flat(.pounds(2)), grace: .count(3), onlyAbove: .count(10)) == withGrace)
  }

  @Test(arguments: [(0, 0), (3, 0), (4, 52_00), (5, 54_00)] as [(Int64, Int64)])
  func `A sum comes on top as soon as one unit is paid for`(units: Int64, pence: Int64) {
    #expect(Self.pence(units, Self.flat(.pounds(2)), grace: .count(3), plus: .pounds(50)) == pence)
  }

  @Test func `What comes on top is not divided`() {
    #expect(Self.pence(1, Self.flat(.pounds(1)), per: 3, plus: .pounds(5)) == 5_33)
  }

  @Test func `Grace, threshold and rate may be facts`() {
    let matrix = Matrix.of { scheme in
      let (units, grace) = (scheme.fact("units", .count), scheme.fact("grace", .count))
      let (above, rate) = (scheme.fact("above", .count), scheme.fact("rate", .money))
      return Price(
        .accrual(
          Accrual(
            count: units, steps: Self.flat(.fact(rate)), grace: .fact(grace), onlyAbove: .fact(above),
            plus: .fact(rate))))
    }
    let given = Facts.one(
      matrix, ["units": .count(8), "grace": .count(3), "above": .count(7), "rate": .pence(1_11)])
    #expect(Found(given).pence == 6_66)
    #expect(Found(.one(matrix, ["units": .count(8)])).missing == ["above 1"])
  }

  // MARK: Rates of each day

  private static func dated(_ unit: Period, grace: Int64 = 0, steps: [Int64?] = [nil]) -> Matrix {
    .of { scheme in
      let days = scheme.elapsed("time", in: unit)
      let rate = Figure.datedOnEach([
        Figure.FromDay(from: day(2025, 4, 1), figure: .pounds(1)),
        Figure.FromDay(from: day(2026, 4, 1), figure: .pounds(2)),
      ])
      return Price(
        .accrual(
          Accrual(
            count: days, steps: steps.map { Accrual.Step(upTo: $0, rate: $0 == 1 ? .pounds(100) : rate) },
            grace: grace > 0 ? .count(grace) : nil)))
    }
  }

  @Test(
    arguments: [
      (day(2026, 3, 30), day(2026, 3, 31), 2_00), (day(2026, 3, 30), day(2026, 4, 1), 4_00),
      (day(2026, 3, 31), day(2026, 4, 1), 3_00), (day(2026, 4, 1), day(2026, 4, 1), 2_00),
      (day(2026, 3, 30), day(2026, 4, 3), 8_00), (day(2026, 3, 30), day(2026, 3, 29), 0),
    ] as [(CivilDate, CivilDate, Int64)])
  func `Each day has the rate of its own day`(from: CivilDate, to: CivilDate, pence: Int64) {
    let given = Facts.one(Self.dated(Period(1, .days)), ["from": .on(from), "to": .on(to)])
    #expect(Found(given).pence == pence)
  }

  @Test func `The days of the grace are not those that are paid`() {
    // 30 March is free; 31 March is £1; 1 and 2 April are £2 each.
    let stated: KeyValuePairs<String, Stated> = ["from": .on(2026, 3, 30), "to": .on(2026, 4, 2)]
    #expect(Found(.one(Self.dated(Period(1, .days), grace: 1), stated)).pence == 5_00)
    // 30 March is £100 by its step, then as before.
    #expect(Found(.one(Self.dated(Period(1, .days), steps: [1, nil]), stated)).pence == 105_00)
    // 30 March is free, 31 March is £100, then £2 each.
    #expect(Found(.one(Self.dated(Period(1, .days), grace: 1, steps: [1, nil]), stated)).pence == 104_00)
  }

  @Test(
    arguments: [(day(2026, 3, 25), 3_00), (day(2026, 3, 24), 2_00), (day(2026, 4, 1), 4_00)]
      as [(CivilDate, Int64)])
  func `A week has the rate of its first day`(from: CivilDate, pence: Int64) {
    let given = Facts.one(
      Self.dated(Period(1, .weeks)), ["from": .on(from), "to": .on(from.adding(days: 13))])
    #expect(Found(given).pence == pence)
  }

  /// 1 April 2026 is a Wednesday, 3 April is Good Friday, 6 April Easter Monday.
  @Test(
    arguments: [
      (day(2026, 3, 31), day(2026, 3, 31), 1_00), (day(2026, 3, 31), day(2026, 4, 1), 3_00),
      (day(2026, 4, 1), day(2026, 4, 1), 2_00), (day(2026, 3, 28), day(2026, 4, 1), 4_00),
      (day(2026, 3, 31), day(2026, 4, 6), 5_00), (day(2026, 3, 31), day(2026, 4, 7), 7_00),
    ] as [(CivilDate, CivilDate, Int64)])
  func `A working day has its own rate, and no other day has one`(from: CivilDate, to: CivilDate, pence: Int64) {
    let given = Facts.one(Self.dated(Period(1, .workingDays)), ["from": .on(from), "to": .on(to)])
    #expect(Found(given, calendar: englandAndWales).pence == pence)
  }

  @Test(
    arguments: [
      (day(2026, 2, 28), 2_00), (day(2026, 3, 1), 3_00), (day(2026, 3, 31), 3_00), (day(2026, 4, 1), 4_00),
    ] as [(CivilDate, Int64)])
  func `A month has the rate of its first day`(from: CivilDate, pence: Int64) {
    let to = from.adding(months: 2, .nextDay).adding(days: -1)
    #expect(Found(.one(Self.dated(Period(1, .months)), ["from": .on(from), "to": .on(to)])).pence == pence)
  }

  private static func changing(on change: CivilDate, _ unit: Period.Unit) -> Matrix {
    .of { scheme in
      let count = scheme.elapsed("time", in: Period(1, unit))
      let rate = Figure.datedOnEach([
        Figure.FromDay(from: day(2020, 4, 1), figure: .pounds(1)), Figure.FromDay(from: change, figure: .pounds(2)),
      ])
      return Price(.accrual(Accrual(count: count, steps: [Accrual.Step(upTo: nil, rate: rate)])))
    }
  }

  @Test(arguments: [(day(2026, 5, 1), 3_00), (day(2026, 5, 2), 2_00)] as [(CivilDate, Int64)])
  func `A month that would begin on 31 April begins on 1 May`(change: CivilDate, pence: Int64) {
    #expect(
      Found(.one(Self.changing(on: change, .months), ["from": .on(2026, 3, 31), "to": .on(2026, 5, 30)])).pence == pence
    )
  }

  @Test(arguments: [(day(2025, 3, 1), 3_00), (day(2025, 3, 2), 2_00)] as [(CivilDate, Int64)])
  func `A year that would begin on 29 February begins on 1 March`(change: CivilDate, pence: Int64) {
    #expect(
      Found(.one(Self.changing(on: change, .years), ["from": .on(2024, 2, 29), "to": .on(2026, 2, 28)])).pence == pence)
  }

  @Test(arguments: [("flat", 10_00), ("changing", 3_00)] as [(Stated, Int64)])
  func `A rate may change from day to day for one choice only`(kind: Stated, pence: Int64) {
    let matrix = Matrix.of { scheme in
      let days = scheme.elapsed("time", in: Period(1, .days))
      let changing = Figure.datedOnEach([
        Figure.FromDay(from: day(2025, 4, 1), figure: .pounds(1)),
        Figure.FromDay(from: day(2026, 4, 1), figure: .pounds(2)),
      ])
      let rate = Figure.byChoice(scheme.choice("kind", ["flat", "changing"]), [.pounds(5), changing])
      return Price(.accrual(Accrual(count: days, steps: [Accrual.Step(upTo: nil, rate: rate)])))
    }
    #expect(Found(.one(matrix, ["kind": kind, "from": .on(2026, 3, 31), "to": .on(2026, 4, 1)])).pence == pence)
  }

  @Test func `A day before the first rate is a fault of its first day`() {
    let found = Found(
      .one(Self.dated(Period(1, .days)), ["from": .on(2025, 3, 31), "to": .on(2025, 4, 2)]))
    #expect(found.faults == [.beforeFirstFigure(found.fact("from"), item: 1)])
    #expect(found["head.it"] == [.notReached])
  }

  // MARK: Too large

  @Test(arguments: [(9_999, false), (10_000, false), (10_001, true), (1_000_000, true)] as [(Int64, Bool)])
  func `A sum beyond the largest is a fault`(units: Int64, isTooLarge: Bool) {
    let matrix = Matrix.of { scheme in
      Price(.accrual(Accrual(count: scheme.fact("units", .count), steps: Self.flat(.pounds(100_000)))))
    }
    let found = Found(.one(matrix, ["units": .count(units)]))
    #expect(found.faults == (isTooLarge ? [.tooLarge(item: 1)] : []))
    if isTooLarge { #expect(found["head.it"] == [.notReached]) }
  }

  @Test func `The largest of everything is a fault and never a crash`() {
    let matrix = Matrix.of { scheme in
      let rate = Figure.fact(scheme.fact("rate", .money))
      return Price(
        .accrual(
          Accrual(count: scheme.fact("units", .count), steps: Self.flat(rate), per: 3, plus: rate)))
    }
    let given = Facts.one(
      matrix, ["units": .count(CaseFacts.largestCount), "rate": .pence(Money.largest.pence)])
    #expect(Found(given).faults == [.tooLarge(item: 1)])
  }
}

import Testing

@testable import Redress

/// What lines say of rates and figures that change, and which paragraphs they cite for them.
struct RateWordsTests {
  private static func rates(_ price: (inout Scheme) -> Price, _ stated: KeyValuePairs<String, Stated>) -> [String] {
    Told(.one(.of(price), stated))["head.it"]
  }

  // MARK: Units

  private static func units(_ count: Int64, plus: Figure? = nil, per: Int64 = 1, grace: Figure? = nil) -> [String] {
    rates(
      { scheme in
        let steps = [Accrual.Step(upTo: 2, rate: .pounds(1)), Accrual.Step(upTo: nil, rate: .pounds(3))]
        return Price(
          .accrual(Accrual(count: scheme.fact("units", .count), steps: steps, per: per, grace: grace, plus: plus)))
      }, ["units": .count(count)])
  }

  @Test func `Units are multiplied in sight, step by step`() {
    #expect(Self.units(1) == ["units: 1. 1 × £1.00 = £1.00."])
    #expect(Self.units(2) == ["units: 2. 2 × £1.00 = £2.00."])
    #expect(Self.units(3) == ["units: 3. 2 × £1.00 + 1 × £3.00 = £5.00."])
    #expect(Self.units(5, plus: .pounds(4)) == ["units: 5. 2 × £1.00 + 3 × £3.00 + £4.00 = £15.00."])
    #expect(Self.units(3, per: 5) == ["units: 3. 2 × £1.00 for each 5 + 1 × £3.00 for each 5 = £1.00."])
    #expect(Self.units(5, grace: .count(1)) == ["units: 5, of which 4 count. 2 × £1.00 + 2 × £3.00 = £8.00."])
  }

  private static func dated(
    _ unit: Period, _ from: CivilDate, _ to: CivilDate, grace: Figure? = nil, first: Bool = true, last: Bool = true
  ) -> [String] {
    rates(
      { scheme in
        let count = scheme.elapsed("time", in: unit, first: first, last: last)
        let rate = Figure.datedOnEach([
          Figure.FromDay(from: day(2025, 4, 1), figure: .pounds(1)),
          Figure.FromDay(from: day(2026, 4, 1), figure: .pounds(2)),
        ])
        return Price(.accrual(Accrual(count: count, steps: [Accrual.Step(upTo: nil, rate: rate)], grace: grace)))
      }, ["from": .on(from), "to": .on(to)])
  }

  @Test func `Units of one rate stand together`() {
    let (from, to) = (day(2026, 3, 30), day(2026, 4, 2))
    #expect(Self.dated(Period(1, .days), from, to) == ["time: 4. 2 × £1.00 + 2 × £2.00 = £6.00."])
    #expect(
      Self.dated(Period(1, .days), from, to, grace: .count(1)) == [
        "time: 4, of which 3 count. 1 × £1.00 + 2 × £2.00 = £5.00."
      ])
    #expect(
      Self.dated(Period(1, .days), from, to, first: false) == ["time: 3. 1 × £1.00 + 2 × £2.00 = £5.00."])
    #expect(Self.dated(Period(1, .days), from, to, last: false) == ["time: 3. 2 × £1.00 + 1 × £2.00 = £4.00."])
  }

  @Test func `A week has the rate of its first day, a month says only that it has one`() {
    func weeks(_ from: CivilDate) -> [String] { Self.dated(Period(1, .weeks), from, from.adding(days: 13)) }
    #expect(weeks(day(2026, 3, 24)) == ["time: 2. 2 × £1.00 = £2.00."])
    #expect(weeks(day(2026, 3, 25)) == ["time: 2. 1 × £1.00 + 1 × £2.00 = £3.00."])
    #expect(weeks(day(2026, 4, 1)) == ["time: 2. 2 × £2.00 = £4.00."])
    #expect(
      Self.dated(Period(1, .months), day(2026, 3, 1), day(2026, 4, 30)) == [
        "time: 2. 2 × the rate of each unit = £3.00."
      ])
  }

  // MARK: Figures

  @Test func `A printed sum says no more, one that depends on facts says on which, each once`() {
    #expect(Self.rates({ _ in .fixed(.pounds(30)) }, [:]) == ["£30.00."])
    let twice: (inout Scheme) -> Price = { scheme in
      let size = scheme.choice("size", ["small", "large"])
      return .fixed(.byChoice(size, [.pounds(1), .byChoice(size, [.pounds(2), .pounds(3)])]))
    }
    #expect(Self.rates(twice, ["size": "large"]) == ["£3.00 (size: large)."])
  }

  @Test(
    arguments: [
      (day(2026, 2, 14), "£9.00"), (day(2026, 2, 15), "£3.00"), (day(2026, 10, 31), "£3.00"),
      (day(2026, 11, 1), "£9.00"), (day(2027, 1, 1), "£9.00"),
    ])
  func `A season begins on its day, and the last one goes on into the new year`(on: CivilDate, sum: String) {
    let price: (inout Scheme) -> Price = { scheme in
      let seasons = [
        Figure.Season(month: 2, day: 15, figure: .pounds(3)), Figure.Season(month: 11, day: 1, figure: .pounds(9)),
      ]
      let rate = Figure.bySeason(scheme.fact("cold", .date), seasons)
      let steps = [Accrual.Step(upTo: nil, rate: rate)]
      return Price(.accrual(Accrual(count: scheme.fact("units", .count), steps: steps)))
    }
    #expect(Self.rates(price, ["cold": .on(on), "units": .count(1)]) == ["units: 1. 1 × \(sum) = \(sum)."])
  }

  /// The figures of 2024, 2025 and 2026 are printed in paragraphs 1, 2 and 3 after that of the head.
  @Test(
    arguments: [
      (day(2024, 12, 30), day(2024, 12, 31), [0, 1]), (day(2024, 12, 31), day(2025, 1, 1), [0, 1, 2]),
      (day(2025, 1, 1), day(2025, 12, 31), [0, 2]), (day(2025, 12, 31), day(2026, 1, 1), [0, 2, 3]),
      (day(2026, 1, 1), day(2026, 1, 2), [0, 3]), (day(2024, 12, 31), day(2026, 1, 1), [0, 1, 2, 3]),
    ])
  func `A line cites the paragraphs of the figures that held meanwhile`(
    from: CivilDate, to: CivilDate, cited: [Int]
  ) {
    var scheme = Scheme()
    let entries = (1...3).map { place in
      Figure.FromDay(
        from: day(2023 + place, 1, 1), figure: .pounds(Int64(place)),
        citations: [Citation(source: Ref(0), paragraph: Ref(place + 1))])
    }
    let count = scheme.elapsed("time", in: Period(1, .days))
    let rule = scheme.rule("head.it", .head)
    for name in ["one", "two", "three"] { _ = scheme.rule("statement.\(name)", .statement) }
    let steps = [Accrual.Step(upTo: nil, rate: .datedOnEach(entries))]
    scheme.heads = [
      Head(
        name: "it", rule: rule,
        price: Price(.accrual(Accrual(count: count, steps: steps))), forms: nil, allowsSetOff: false)
    ]
    let told = Told(.one(scheme.matrix(), ["from": .on(from), "to": .on(to)]))
    let line = told.lines("head.it")[0]
    let first = told.explanation.matrix.rules[ref: rule].citations[0].paragraph.index
    #expect(told.explanation.citations(of: line).map { $0.paragraph.index - first } == cited)
  }
}

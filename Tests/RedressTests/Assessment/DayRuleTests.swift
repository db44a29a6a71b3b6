import Redress
import Testing

/// Days that are worked out from others.
struct DayRuleTests {
  private static let suspension = ("held from", "held to")

  /// What a rule that counts from `event` gives. It reads `forecast`, `held from` and `held to` too.
  private static func found(
    _ stated: KeyValuePairs<String, Stated>, within: Figure, _ direction: DayRule.Direction = .after,
    dayOne: DayOne = .nextDay, monthEnd: MonthEnd = .lastDay, closed: DayRule.Closed? = nil, suspended: Bool = false
  ) -> Finding? {
    var scheme = Scheme()
    let event = scheme.fact("event", .date)
    let forecast = scheme.fact("forecast", .date, leftOut: .unstated)
    let from = scheme.fact("held from", .date, leftOut: .unstated)
    let to = scheme.fact("held to", .date, leftOut: .unstated)
    scheme.derive(
      "last", .date,
      .day(
        DayRule(
          from: event, elseFrom: forecast, within: within, direction: direction, dayOne: dayOne, monthEnd: monthEnd,
          closed: closed, suspension: suspended ? DayRule.Suspension(from: from, to: to) : nil)))
    scheme.typedHead("it")
    let given = Facts.one(scheme.matrix(), stated, item: ["amount": .pounds(1)])
    return Found(given, calendar: englandAndWales)["derived.last"].first
  }

  private static func on(_ year: Int, _ month: Int, _ date: Int) -> Finding { .derivedDay(day(year, month, date)) }

  @Test func `Days are counted after an event or before it`() {
    let event: KeyValuePairs<String, Stated> = ["event": .on(2026, 9, 14)]
    #expect(Self.found(event, within: .period(28)) == Self.on(2026, 10, 12))
    #expect(Self.found(event, within: .period(28), dayOne: .sameDay) == Self.on(2026, 10, 11))
    #expect(Self.found(event, within: .period(0)) == Self.on(2026, 9, 14))
    #expect(Self.found(event, within: .period(28), .before) == Self.on(2026, 8, 17))
    #expect(Self.found(event, within: .period(28), .before, dayOne: .sameDay) == Self.on(2026, 8, 18))
    #expect(Self.found(event, within: .period(2, .weeks), .before) == Self.on(2026, 8, 31))
  }

  @Test func `Months and years end where the policy says`() {
    let event: KeyValuePairs<String, Stated> = ["event": .on(2026, 8, 31)]
    #expect(Self.found(event, within: .period(6, .months)) == Self.on(2027, 2, 28))
    #expect(Self.found(event, within: .period(6, .months), monthEnd: .nextDay) == Self.on(2027, 3, 1))
    #expect(Self.found(event, within: .period(2, .months), .before) == Self.on(2026, 6, 30))
    #expect(Self.found(event, within: .period(2, .months), .before, monthEnd: .nextDay) == Self.on(2026, 7, 1))
    #expect(Self.found(["event": .on(2024, 2, 29)], within: .period(1, .years), .before) == Self.on(2023, 2, 28))
  }

  @Test(arguments: Period.Unit.allCases)
  func `A period longer than all the days there are is out of reach, however long`(unit: Period.Unit) {
    let event: KeyValuePairs<String, Stated> = ["event": .on(2026, 9, 14)]
    for count in [300_000, Int(Int32.max), 1 << 40] {
      #expect(Self.found(event, within: .period(count, unit)) == .notKnown)
      #expect(Self.found(event, within: .period(count, unit), .before) == .notKnown)
    }
  }

  @Test func `What an item may leave out is shown by what the case states`() {
    var scheme = Scheme()
    let paid = scheme.fact("paid", .date, of: .ofItem, leftOut: .unstated)
    let counted = scheme.fact("counted", .date)
    scheme.derive("until", .date, of: .ofItem, .earliest([paid, counted]))
    scheme.typedHead("it")
    let matrix = scheme.matrix()
    let left = Found(.one(matrix, ["counted": .on(2026, 3, 18)], item: ["amount": .pounds(1)]))
    #expect(left["derived.until"] == [Self.on(2026, 3, 18)])
    #expect(left.items("derived.until") == [1])
    let stated = Found(
      .one(matrix, ["counted": .on(2026, 3, 18)], item: ["amount": .pounds(1), "paid": .on(2026, 3, 17)]))
    #expect(stated["derived.until"] == [Self.on(2026, 3, 17)])
    #expect(Found(.one(matrix, item: ["amount": .pounds(1)]))["derived.until"] == [.notKnown])
  }

  @Test func `A day that is taken from what only items state is counted for each item`() {
    var scheme = Scheme()
    let ofItem = scheme.fact("found", .date, of: .ofItem, leftOut: .unstated)
    let taken = scheme.fact("told", .date, leftOut: .same(ofItem))
    scheme.derive("until", .date, .day(DayRule(from: taken, within: .period(5))))
    scheme.typedHead("it")
    var given = Facts(scheme.matrix())
    given.item("it", ["amount": .pounds(1), "found": .on(2026, 6, 1)])
    given.item("it", ["amount": .pounds(1), "found": .on(2026, 7, 1)])
    let found = Found(given)
    #expect(found["derived.until"] == [Self.on(2026, 6, 6), Self.on(2026, 7, 6)])
    #expect(found.items("derived.until") == [1, 2])
  }

  @Test func `Working days are counted both ways`() {
    let event: KeyValuePairs<String, Stated> = ["event": .on(2026, 4, 7)]
    #expect(Self.found(event, within: .period(1, .workingDays)) == Self.on(2026, 4, 8))
    #expect(Self.found(event, within: .period(1, .workingDays), .before) == Self.on(2026, 4, 2))
    #expect(Self.found(event, within: .period(1, .workingDays), .before, dayOne: .sameDay) == Self.on(2026, 4, 7))
    #expect(Self.found(event, within: .period(2, .workingDays), .before) == Self.on(2026, 4, 1))
    #expect(Self.found(["event": .on(2027, 12, 31)], within: .period(1, .workingDays)) == .notKnown)
  }

  /// 3 April 2026 is Good Friday, 6 April Easter Monday.
  @Test(
    arguments: [
      (day(2026, 4, 2), day(2026, 4, 2), day(2026, 4, 2)), (day(2026, 4, 3), day(2026, 4, 7), day(2026, 4, 2)),
      (day(2026, 4, 5), day(2026, 4, 7), day(2026, 4, 2)), (day(2026, 4, 6), day(2026, 4, 7), day(2026, 4, 2)),
      (day(2026, 4, 7), day(2026, 4, 7), day(2026, 4, 7)),
    ])
  func `A day that is closed moves`(counted: CivilDate, next: CivilDate, previous: CivilDate) {
    let event: KeyValuePairs<String, Stated> = ["event": .on(counted.adding(days: -10))]
    #expect(Self.found(event, within: .period(10), closed: .next) == .derivedDay(next))
    #expect(Self.found(event, within: .period(10), closed: .previous) == .derivedDay(previous))
    #expect(Self.found(event, within: .period(10)) == .derivedDay(counted))
  }

  @Test func `While the event has not happened another day is counted from`() {
    #expect(Self.found(["forecast": .on(2026, 9, 1)], within: .period(5)) == Self.on(2026, 9, 6))
    #expect(
      Self.found(["forecast": .on(2026, 9, 1), "event": .on(2026, 9, 2)], within: .period(5)) == Self.on(2026, 9, 7))
    #expect(Self.found([:], within: .period(5)) == .notKnown)
  }

  // MARK: Clocks that stand still

  /// 10 days from 1 June 2026 end on 11 June.
  @Test(
    arguments: [
      (day(2026, 6, 3), day(2026, 6, 5), day(2026, 6, 14)), (day(2026, 6, 11), day(2026, 6, 11), day(2026, 6, 12)),
      (day(2026, 6, 12), day(2026, 6, 20), day(2026, 6, 11)), (day(2026, 6, 2), day(2026, 6, 2), day(2026, 6, 12)),
      (day(2026, 6, 1), day(2026, 6, 1), day(2026, 6, 11)), (day(2026, 5, 1), day(2026, 5, 31), day(2026, 6, 11)),
      (day(2026, 5, 20), day(2026, 6, 3), day(2026, 6, 13)), (day(2026, 6, 10), day(2026, 6, 30), day(2026, 7, 2)),
    ])
  func `Days that stand still do not count`(from: CivilDate, to: CivilDate, last: CivilDate) {
    let held: KeyValuePairs<String, Stated> = [
      "event": .on(2026, 6, 1), "held from": .on(from), "held to": .on(to),
    ]
    #expect(Self.found(held, within: .period(10), suspended: true) == .derivedDay(last))
    #expect(Self.found(held, within: .period(10)) == Self.on(2026, 6, 11))
  }

  /// 5 working days from Monday 1 June 2026 end on Monday 8 June.
  @Test(
    arguments: [
      (day(2026, 6, 3), day(2026, 6, 4), day(2026, 6, 10)), (day(2026, 6, 6), day(2026, 6, 7), day(2026, 6, 8)),
      (day(2026, 6, 5), day(2026, 6, 8), day(2026, 6, 10)), (day(2026, 6, 8), day(2026, 6, 8), day(2026, 6, 9)),
      (day(2026, 6, 9), day(2026, 6, 20), day(2026, 6, 8)), (day(2026, 5, 1), day(2026, 6, 2), day(2026, 6, 9)),
    ])
  func `Working days that stand still do not count`(from: CivilDate, to: CivilDate, last: CivilDate) {
    let held: KeyValuePairs<String, Stated> = [
      "event": .on(2026, 6, 1), "held from": .on(from), "held to": .on(to),
    ]
    #expect(Self.found(held, within: .period(5, .workingDays), suspended: true) == .derivedDay(last))
  }

  @Test func `While it stands still there is no last day, unless that had passed before`() {
    let at = { (from: CivilDate) -> KeyValuePairs<String, Stated> in
      ["event": .on(2026, 6, 1), "held from": .on(from)]
    }
    #expect(Self.found(at(day(2026, 6, 11)), within: .period(10), suspended: true) == .notKnown)
    #expect(Self.found(at(day(2026, 6, 12)), within: .period(10), suspended: true) == Self.on(2026, 6, 11))
    #expect(Self.found(at(day(2026, 6, 8)), within: .period(5, .workingDays), suspended: true) == .notKnown)
    #expect(Self.found(at(day(2026, 6, 9)), within: .period(5, .workingDays), suspended: true) == Self.on(2026, 6, 8))
  }

  // MARK: Earliest, latest and items

  private static let days: Matrix = {
    var scheme = Scheme()
    let days = ["a", "b", "c"].map { scheme.fact($0, .date, of: .ofEither, leftOut: .unstated) }
    let first = scheme.derive("first", .date, .earliest(days))
    scheme.derive("last", .date, .latest(days))
    scheme.typedHead("it")
    scheme.typedHead("other")
    scheme.derive("how many", .items(scheme[head: "it"]))
    scheme.derive("soon", .date, .day(DayRule(from: first, within: .period(3))))
    return scheme.matrix()
  }()

  @Test func `The earliest and the latest of the days that are known`() {
    var given = Facts.one(Self.days, item: ["amount": .pounds(1)])
    let none = Found(given)
    #expect(none["derived.first"] == [.notKnown] && none["derived.last"] == [.notKnown])
    #expect(none["derived.soon"] == [.notKnown])
    given.state(["b": .on(2026, 5, 5), "c": .on(2026, 5, 4)])
    let two = Found(given)
    #expect(two["derived.first"] == [Self.on(2026, 5, 4)] && two["derived.last"] == [Self.on(2026, 5, 5)])
    #expect(two["derived.soon"] == [Self.on(2026, 5, 7)])
    given.state(["a": .on(2026, 5, 1)], item: 1)
    let item = Found(given)
    #expect(item["derived.first"] == [Self.on(2026, 5, 4), Self.on(2026, 5, 1)])
    #expect(item["derived.soon"] == [Self.on(2026, 5, 7), Self.on(2026, 5, 4)])
    #expect(item.items("derived.first") == [0, 1])
  }

  @Test func `Items are counted under their head, kept out or not`() {
    var given = Facts(Self.days)
    for _ in 0..<3 { given.item("it", ["amount": .pounds(1)]) }
    given.item("other", ["amount": .pounds(1)])
    #expect(Found(given)["derived.how many"] == [.derivedCount(3, isRunning: false)])
  }
}

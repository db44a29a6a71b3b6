import Redress
import Testing

/// How many units of time lie between two days.
struct ElapsedTests {
  private static func count(
    _ unit: Period, first: Bool = true, last: Bool = true, parts: Elapsed.Parts = .full, _ from: CivilDate,
    _ to: CivilDate
  ) -> Finding? {
    var scheme = Scheme()
    scheme.elapsed("time", in: unit, first: first, last: last, parts)
    scheme.typedHead("it")
    let given = Facts.one(scheme.matrix(), ["from": .on(from), "to": .on(to)], item: ["amount": .pounds(1)])
    return Found(given, calendar: englandAndWales)["derived.time"].first
  }

  private static func counted(_ count: Int64) -> Finding { .derivedCount(count, isRunning: false) }

  @Test(
    arguments: [
      (true, true, 4), (true, false, 3), (false, true, 3), (false, false, 2),
    ] as [(Bool, Bool, Int64)])
  func `Each end counts or not`(first: Bool, last: Bool, days: Int64) {
    let found = Self.count(Period(1, .days), first: first, last: last, day(2026, 6, 1), day(2026, 6, 4))
    #expect(found == Self.counted(days))
  }

  @Test(
    arguments: [
      (true, true, 1), (true, false, 0), (false, true, 0), (false, false, 0),
    ] as [(Bool, Bool, Int64)])
  func `What begins and ends on one day is one day at most`(first: Bool, last: Bool, days: Int64) {
    let found = Self.count(Period(1, .days), first: first, last: last, day(2026, 6, 1), day(2026, 6, 1))
    #expect(found == Self.counted(days))
  }

  @Test(arguments: Elapsed.Parts.allCases)
  func `What ends before it begins is no time`(parts: Elapsed.Parts) {
    for unit in [Period(1, .days), Period(2, .weeks), Period(1, .workingDays), Period(1, .months), Period(1, .years)] {
      #expect(Self.count(unit, parts: parts, day(2026, 6, 4), day(2026, 6, 3)) == Self.counted(0))
      #expect(Self.count(unit, parts: parts, day(2026, 6, 4), day(2026, 1, 3)) == Self.counted(0))
    }
  }

  @Test(
    arguments: [
      (6, 0, 1), (7, 1, 1), (8, 1, 2), (13, 1, 2), (14, 2, 2), (15, 2, 3), (1, 0, 1),
    ] as [(Int, Int64, Int64)])
  func `A week is seven days, full or started`(days: Int, full: Int64, started: Int64) {
    let to = day(2026, 2, 25).adding(days: days - 1)
    #expect(Self.count(Period(1, .weeks), parts: .full, day(2026, 2, 25), to) == Self.counted(full))
    #expect(Self.count(Period(1, .weeks), parts: .started, day(2026, 2, 25), to) == Self.counted(started))
  }

  @Test(
    arguments: [(1, 0, 1), (2, 0, 1), (3, 1, 1), (4, 1, 2), (5, 1, 2), (6, 2, 2), (7, 2, 3)] as [(Int, Int64, Int64)])
  func `Three days may be one unit`(days: Int, full: Int64, started: Int64) {
    let to = day(2026, 12, 30).adding(days: days - 1)
    #expect(Self.count(Period(3, .days), parts: .full, day(2026, 12, 30), to) == Self.counted(full))
    #expect(Self.count(Period(3, .days), parts: .started, day(2026, 12, 30), to) == Self.counted(started))
  }

  @Test(
    arguments: [
      (day(2026, 4, 2), 1), (day(2026, 4, 3), 1), (day(2026, 4, 6), 1), (day(2026, 4, 7), 2), (day(2026, 4, 8), 3),
    ] as [(CivilDate, Int64)])
  func `Working days step over Easter`(to: CivilDate, days: Int64) {
    #expect(Self.count(Period(1, .workingDays), day(2026, 4, 2), to) == Self.counted(days))
    #expect(Self.count(Period(1, .workingDays), first: false, day(2026, 4, 2), to) == Self.counted(days - 1))
    #expect(Self.count(Period(2, .workingDays), parts: .started, day(2026, 4, 2), to) == Self.counted((days + 1) / 2))
  }

  @Test func `Working days without a calendar are not known`() {
    var scheme = Scheme()
    let days = scheme.elapsed("time", in: Period(1, .workingDays))
    scheme.head("it", Price(.accrual(Accrual(count: days, steps: [Accrual.Step(upTo: nil, rate: .pounds(1))]))))
    let given = Facts.one(scheme.matrix(), ["from": .on(2026, 6, 1), "to": .on(2026, 6, 4)])
    let found = Found(given)
    #expect(found["derived.time"] == [.notKnown])
    #expect(found.faults == [.beyondCalendar])
    #expect(Found(given, calendar: englandAndWales).pence == 4_00)
  }

  @Test func `A time that goes on beyond the calendar does not want its end`() {
    var scheme = Scheme()
    let days = scheme.elapsed("time", in: Period(1, .workingDays), running: true)
    scheme.head("it", Price(.accrual(Accrual(count: days, steps: [Accrual.Step(upTo: nil, rate: .pounds(1))]))))
    let found = Found(Facts.one(scheme.matrix(), ["from": .on(2026, 6, 1), "counted-to": .on(2026, 6, 4)]))
    #expect(found.faults == [.beyondCalendar])
  }

  /// A month from the 31st is full at the end of a shorter month.
  @Test(
    arguments: [
      (day(2026, 1, 31), day(2026, 2, 27), 0, 1), (day(2026, 1, 31), day(2026, 2, 28), 1, 1),
      (day(2026, 1, 31), day(2026, 3, 1), 1, 2), (day(2026, 1, 31), day(2026, 3, 29), 1, 2),
      (day(2026, 1, 31), day(2026, 3, 30), 2, 2), (day(2026, 1, 31), day(2026, 3, 31), 2, 3),
      (day(2028, 1, 31), day(2028, 2, 28), 0, 1), (day(2028, 1, 31), day(2028, 2, 29), 1, 1),
      (day(2026, 1, 30), day(2026, 2, 28), 1, 1), (day(2026, 1, 29), day(2026, 2, 28), 1, 1),
      (day(2026, 1, 29), day(2026, 2, 27), 0, 1), (day(2026, 1, 28), day(2026, 2, 27), 1, 1),
      (day(2026, 1, 15), day(2026, 2, 13), 0, 1), (day(2026, 1, 15), day(2026, 2, 14), 1, 1),
      (day(2026, 1, 15), day(2026, 2, 15), 1, 2), (day(2025, 12, 1), day(2026, 11, 30), 12, 12),
      (day(2026, 3, 31), day(2026, 4, 30), 1, 1), (day(2026, 3, 31), day(2026, 4, 29), 0, 1),
    ] as [(CivilDate, CivilDate, Int64, Int64)])
  func `Months are counted to their day, full or started`(
    from: CivilDate, to: CivilDate, full: Int64, started: Int64
  ) {
    #expect(Self.count(Period(1, .months), parts: .full, from, to) == Self.counted(full))
    #expect(Self.count(Period(1, .months), parts: .started, from, to) == Self.counted(started))
    #expect(Self.count(Period(1, .months), last: false, parts: .full, from, to.adding(days: 1)) == Self.counted(full))
    #expect(Self.count(Period(1, .months), first: false, parts: .full, from.adding(days: -1), to) == Self.counted(full))
  }

  @Test(
    arguments: [
      (day(2026, 1, 1), day(2026, 3, 30), 0, 1), (day(2026, 1, 1), day(2026, 3, 31), 1, 1),
      (day(2026, 1, 1), day(2026, 4, 1), 1, 2), (day(2025, 11, 30), day(2026, 2, 27), 0, 1),
      (day(2025, 11, 30), day(2026, 2, 28), 1, 1), (day(2025, 11, 30), day(2026, 3, 1), 1, 2),
    ] as [(CivilDate, CivilDate, Int64, Int64)])
  func `Three months may be one unit`(from: CivilDate, to: CivilDate, full: Int64, started: Int64) {
    #expect(Self.count(Period(3, .months), parts: .full, from, to) == Self.counted(full))
    #expect(Self.count(Period(3, .months), parts: .started, from, to) == Self.counted(started))
  }

  @Test(
    arguments: [
      (day(2024, 2, 29), day(2025, 2, 27), 0, 1), (day(2024, 2, 29), day(2025, 2, 28), 1, 1),
      (day(2024, 2, 29), day(2025, 3, 1), 1, 2), (day(2024, 2, 29), day(2028, 2, 27), 3, 4),
      (day(2024, 2, 29), day(2028, 2, 28), 4, 4), (day(2020, 7, 1), day(2026, 6, 29), 5, 6),
      (day(2020, 7, 1), day(2026, 6, 30), 6, 6), (day(2020, 7, 1), day(2026, 7, 1), 6, 7),
    ] as [(CivilDate, CivilDate, Int64, Int64)])
  func `Years are counted to their day, full or started`(
    from: CivilDate, to: CivilDate, full: Int64, started: Int64
  ) {
    #expect(Self.count(Period(1, .years), parts: .full, from, to) == Self.counted(full))
    #expect(Self.count(Period(1, .years), parts: .started, from, to) == Self.counted(started))
  }

  // MARK: Still running

  private static let running: Matrix = {
    var scheme = Scheme()
    let days = scheme.elapsed("time", in: Period(1, .days), running: true)
    scheme.head("it", Price(.accrual(Accrual(count: days, steps: [Accrual.Step(upTo: nil, rate: .pounds(1))]))))
    return scheme.matrix()
  }()

  @Test func `What still goes on is counted to another day`() {
    let given = Facts.one(Self.running, ["from": .on(2026, 6, 1), "counted-to": .on(2026, 6, 10)])
    let found = Found(given)
    #expect(found["derived.time"] == [.derivedCount(10, isRunning: true)])
    #expect(found.pence == 10_00)
    var over = given
    over.state(["to": .on(2026, 6, 4)])
    #expect(Found(over)["derived.time"] == [.derivedCount(4, isRunning: false)])
    #expect(Found(over).pence == 4_00)
  }

  @Test func `Without either day it is not known, and a price asks for the end`() {
    let found = Found(.one(Self.running, ["from": .on(2026, 6, 1)]))
    #expect(found["derived.time"] == [.notKnown])
    #expect(found.missing == ["to 1"])
    #expect(Found(.one(Self.running, ["to": .on(2026, 6, 1)])).missing == ["from 1"])
  }

  @Test func `An item with a day of its own has a time of its own`() {
    var scheme = Scheme()
    let days = scheme.elapsed("time", in: Period(1, .days), of: .ofEither)
    scheme.head("it", Price(.accrual(Accrual(count: days, steps: [Accrual.Step(upTo: nil, rate: .pounds(1))]))))
    var given = Facts(scheme.matrix(), ["from": .on(2026, 6, 1), "to": .on(2026, 6, 10)])
    given.item("it")
    given.item("it", ["to": .on(2026, 6, 2)])
    let found = Found(given)
    #expect(found["derived.time"] == [.derivedCount(10, isRunning: false), .derivedCount(2, isRunning: false)])
    #expect(found.items("derived.time") == [0, 2])
    #expect(found.amounts == [10_00, 2_00])
  }
}

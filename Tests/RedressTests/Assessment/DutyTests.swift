import Redress
import Testing

/// What the organisation has to do by a day, and how late it was.
struct DutyTests {
  private static let matrix: Matrix = {
    var scheme = Scheme()
    let asked = scheme.fact("asked", .date, leftOut: .unstated)
    let planned = scheme.fact("planned", .date, leftOut: .unstated)
    for name in ["replied", "agreed", "extended", "held from", "held to", "today"] {
      scheme.fact(name, .date, leftOut: .unstated)
    }
    scheme.fact("released", .flag)
    scheme.fact("closed", .flag)
    scheme.decision("longer")
    scheme.duty(
      "reply",
      due: DayRule(
        from: asked, elseFrom: planned, within: .period(10),
        suspension: DayRule.Suspension(from: scheme[fact: "held from"], to: scheme[fact: "held to"])),
      done: "replied", when: .compare(scheme[fact: "closed"], .equal, .value(0)),
      waived: .flag(scheme[fact: "released"]), orBy: "agreed",
      extended: Duty.Extension(
        to: scheme[fact: "extended"], atMost: Deadline(Period(5, .days)), unless: scheme[decision: "longer"]))
    scheme.duty(
      "visit", due: DayRule(from: asked, within: .period(3, .workingDays), closed: .next), done: "replied",
      strength: .aim)
    let late = scheme.derive(
      "late", .late(Lateness(duty: Ref(0), until: scheme[fact: "today"], inWorkingDays: false)))
    scheme.derive("late in working days", .late(Lateness(duty: Ref(0), until: nil, inWorkingDays: true)))
    scheme.derive("due", .date, .due(Ref(0)))
    scheme.head("it", Price(.accrual(Accrual(count: late, steps: [Accrual.Step(upTo: nil, rate: .pounds(2))]))))
    scheme.typedHead("other")
    return scheme.matrix()
  }()

  private static func given(_ stated: KeyValuePairs<String, Stated>, asked: Bool = true) -> Facts {
    var given = Facts(matrix, stated)
    if asked { given.state(["asked": .on(2026, 6, 1)]) }
    given.item("other", ["amount": .pounds(1)])
    return given
  }

  private static func found(_ stated: KeyValuePairs<String, Stated>, asked: Bool = true) -> Found {
    Found(given(stated, asked: asked), calendar: englandAndWales)
  }

  @Test func `A duty that counts items is looked at though none of its facts is stated`() {
    var scheme = Scheme()
    let asked = scheme.fact("asked", .date, leftOut: .unstated)
    scheme.fact("replied", .date, leftOut: .unstated)
    scheme.typedHead("it")
    let items = scheme.derive("items", .items(scheme[head: "it"]))
    scheme.duty(
      "reply", due: DayRule(from: asked, within: .period(10)), done: "replied",
      when: .compare(items, .atLeast, .value(2)))
    var given = Facts.one(scheme.matrix(), item: ["amount": .pounds(1)])
    #expect(Found(given)["duty.reply"] == [.doesNotApply])
    given.item("it", ["amount": .pounds(1)])
    #expect(Found(given)["duty.reply"] == [.notStarted])
  }

  private static let last = day(2026, 6, 11)

  @Test(
    arguments: [
      (day(2026, 6, 10), .done(by: last, on: day(2026, 6, 10)), 0, 0),
      (day(2026, 6, 11), .done(by: last, on: last), 0, 0),
      (day(2026, 6, 12), .doneLate(by: last, on: day(2026, 6, 12), days: 1), 1, 1),
      (day(2026, 6, 14), .doneLate(by: last, on: day(2026, 6, 14), days: 3), 3, 1),
      (day(2026, 6, 15), .doneLate(by: last, on: day(2026, 6, 15), days: 4), 4, 2),
    ] as [(CivilDate, Finding, Int64, Int64)])
  func `Done by the last day it is in time`(on: CivilDate, finding: Finding, days: Int64, working: Int64) {
    let found = Self.found(["replied": .on(on)])
    #expect(found["duty.reply"] == [finding])
    #expect(found["derived.late"] == [.derivedCount(days, isRunning: false)])
    #expect(found["derived.late in working days"] == [.derivedCount(working, isRunning: false)])
    #expect(found["derived.due"] == [.derivedDay(Self.last)])
  }

  @Test func `Not done it is owed, and late up to the day that is counted to`() {
    let found = Self.found(["today": .on(2026, 6, 13)])
    #expect(found["duty.reply"] == [.owed(by: Self.last, isForecast: false)])
    #expect(found["derived.late"] == [.derivedCount(2, isRunning: false)])
    #expect(found["derived.late in working days"] == [.notKnown])
    #expect(Self.found([:])["derived.late"] == [.notKnown])
  }

  @Test func `From a planned event it is a forecast, and from none it has not started`() {
    let forecast = Self.found(["planned": .on(2026, 7, 1)], asked: false)
    #expect(forecast["duty.reply"] == [.owed(by: day(2026, 7, 11), isForecast: true)])
    #expect(forecast["duty.visit"] == [.notStarted])
    let none = Self.found([:], asked: false)
    #expect(none["duty.reply"] == [.notStarted])
    #expect(none["derived.due"] == [.notKnown])
    #expect(Self.found(["planned": .on(2026, 7, 1)])["duty.reply"] == [.owed(by: Self.last, isForecast: false)])
  }

  @Test func `It may not be owed, be waived, or stand still`() {
    #expect(Self.found(["closed": true, "released": true])["duty.reply"] == [.doesNotApply])
    #expect(Self.found(["released": true])["duty.reply"] == [.waived])
    #expect(Self.found(["held from": .on(2026, 6, 11)])["duty.reply"] == [.suspended])
    #expect(Self.found(["held from": .on(2026, 6, 11)])["derived.due"] == [.notKnown])
    #expect(
      Self.found(["held from": .on(2026, 6, 12)])["duty.reply"] == [.owed(by: Self.last, isForecast: false)])
    #expect(
      Self.found(["held from": .on(2026, 6, 3), "held to": .on(2026, 6, 4)])["duty.reply"]
        == [.owed(by: day(2026, 6, 13), isForecast: false)])
  }

  @Test(arguments: [(day(2026, 6, 10), day(2026, 6, 10)), (last, last), (day(2026, 6, 12), last)])
  func `Of two last days the earlier counts`(agreed: CivilDate, due: CivilDate) {
    #expect(Self.found(["agreed": .on(agreed)])["duty.reply"] == [.owed(by: due, isForecast: false)])
  }

  @Test(
    arguments: [
      (day(2026, 6, 10), last, last), (day(2026, 6, 11), last, last),
      (day(2026, 6, 12), day(2026, 6, 12), day(2026, 6, 12)),
      (day(2026, 6, 16), day(2026, 6, 16), day(2026, 6, 16)), (day(2026, 6, 17), day(2026, 6, 16), day(2026, 6, 17)),
      (day(2026, 12, 1), day(2026, 6, 16), day(2026, 12, 1)),
    ])
  func `It is extended up to a limit, unless a decision allows more`(
    to: CivilDate, due: CivilDate, decided: CivilDate
  ) {
    #expect(Self.found(["extended": .on(to)])["duty.reply"] == [.owed(by: due, isForecast: false)])
    var given = Self.given(["extended": .on(to)])
    given.decline("longer")
    let declined = Found(given, calendar: englandAndWales)
    #expect(declined["duty.reply"] == [.owed(by: due, isForecast: false)])
    #expect(declined.used == (to > day(2026, 6, 16) ? ["longer"] : []))
    given.accept("longer")
    let found = Found(given, calendar: englandAndWales)
    #expect(found["duty.reply"] == [.owed(by: decided, isForecast: false)])
    #expect(found.used == (to > day(2026, 6, 16) ? ["longer"] : []))
  }

  /// The calendar of the tests ends with 2027, before ten working days are over.
  @Test(arguments: [(day(2027, 12, 21), true), (day(2028, 1, 1), true), (day(2028, 1, 2), false)])
  func `A clock that stopped stands still where the calendar has the days before`(from: CivilDate, isStill: Bool) {
    var scheme = Scheme()
    let (asked, held) = (scheme.fact("asked", .date), scheme.fact("held from", .date, leftOut: .unstated))
    let suspension = DayRule.Suspension(from: held, to: scheme.fact("held to", .date, leftOut: .unstated))
    scheme.fact("replied", .date, leftOut: .unstated)
    scheme.duty(
      "reply", due: DayRule(from: asked, within: .period(10, .workingDays), suspension: suspension), done: "replied")
    scheme.typedHead("it")
    let given = Facts.one(
      scheme.matrix(), ["asked": .on(2027, 12, 20), "held from": .on(from)], item: ["amount": .pounds(1)])
    #expect(Found(given, calendar: englandAndWales)["duty.reply"] == [isStill ? .suspended : .notStarted])
  }

  @Test func `Working days of a duty need the calendar`() {
    #expect(Self.found([:])["duty.visit"] == [.owed(by: day(2026, 6, 4), isForecast: false)])
    #expect(Found(Self.given([:]))["duty.visit"] == [.notStarted])
  }

  @Test(
    arguments: [(day(2026, 6, 11), 0), (day(2026, 6, 12), 2_00), (day(2026, 6, 21), 20_00)] as [(CivilDate, Int64)])
  func `Lateness may be paid for by the day`(on: CivilDate, pence: Int64) {
    let given = Facts.one(Self.matrix, ["asked": .on(2026, 6, 1), "replied": .on(on)])
    #expect(Found(given, calendar: englandAndWales).pence == pence)
  }

  @Test(arguments: [(day(2026, 6, 11), 0), (day(2026, 6, 12), 2_00), (day(2026, 6, 15), 8_00)] as [(CivilDate, Int64)])
  func `Lateness of a duty that nobody may waive is paid for too`(on: CivilDate, pence: Int64) {
    var scheme = Scheme()
    let asked = scheme.fact("asked", .date)
    scheme.fact("replied", .date)
    scheme.duty("reply", due: DayRule(from: asked, within: .period(10)), done: "replied")
    let late = scheme.derive("late", .late(Lateness(duty: Ref(0), until: nil, inWorkingDays: false)))
    scheme.head("it", Price(.accrual(Accrual(count: late, steps: [Accrual.Step(upTo: nil, rate: .pounds(2))]))))
    #expect(Found(.one(scheme.matrix(), ["asked": .on(2026, 6, 1), "replied": .on(on)])).pence == pence)
  }

  @Test func `A price asks for what lateness cannot do without`() {
    #expect(Found(.one(Self.matrix), calendar: englandAndWales).missing == ["asked 1"])
    let given = Facts.one(Self.matrix, ["asked": .on(2026, 6, 1)])
    #expect(Found(given, calendar: englandAndWales).missing == ["today 1"])
    let held = Facts.one(Self.matrix, ["asked": .on(2026, 6, 1), "held from": .on(2026, 6, 2)])
    #expect(Found(held, calendar: englandAndWales).missing == ["held to 1"])
  }

  // MARK: The timetable

  private static func timetable(
    _ stated: KeyValuePairs<String, Stated>, asked: Bool = true, today: CivilDate = day(2026, 6, 12)
  ) -> DutyState {
    Assessor(matrix, calendar: englandAndWales).timetable(of: given(stated, asked: asked).facts, today: today)
      .duties[0]
  }

  @Test(arguments: [(day(2026, 6, 10), "due", 0), (last, "due", 0), (day(2026, 6, 12), "overdue", 1)])
  func `A duty that is not done is due until its last day`(today: CivilDate, state: String, late: Int) {
    let found = Self.timetable([:], today: today)
    #expect(found.state.rawValue == state)
    #expect(found.daysLate == late)
    #expect(found.from == day(2026, 6, 1))
    #expect(found.due == Self.last)
    #expect(!found.isForecast)
    #expect(found.done == nil)
  }

  @Test func `A duty that is done is in time or late, whatever the day`() {
    let done = Self.timetable(["replied": .on(2026, 6, 11)], today: day(2027, 1, 1))
    #expect(done.state == .done && done.daysLate == 0 && done.done == Self.last)
    let late = Self.timetable(["replied": .on(2026, 6, 13)], today: day(2027, 1, 1))
    #expect(late.state == .late && late.daysLate == 2 && late.due == Self.last)
  }

  @Test func `Every other state has its name, and no last day`() {
    #expect(Self.timetable(["closed": true]).state == .notOwed)
    #expect(Self.timetable(["released": true]).state == .waived)
    let held = Self.timetable(["held from": .on(2026, 6, 5)])
    #expect(held.state == .suspended && held.due == nil && held.from == day(2026, 6, 1))
    #expect(!held.isForecast)
    let none = Self.timetable([:], asked: false)
    #expect(none.state == .notStarted && none.due == nil && none.from == nil && !none.isForecast)
    let forecast = Self.timetable(["planned": .on(2026, 7, 1)], asked: false)
    #expect(forecast.state == .due && forecast.isForecast && forecast.due == day(2026, 7, 11))
    #expect(
      DutyState.State.allCases.map(\.rawValue) == [
        "not-owed", "not-started", "suspended", "waived", "due", "overdue", "done", "done-late",
      ])
  }

  @Test func `A duty that has not started is no fault, one beyond the calendar is`() {
    let assessor = Assessor(Self.matrix, calendar: englandAndWales)
    func faults(_ given: Facts) -> [CaseFault] { assessor.timetable(of: given.facts, today: day(2026, 6, 12)).faults }
    #expect(faults(Self.given([:], asked: false)) == [])
    #expect(faults(Self.given(["asked": .on(2027, 12, 31)], asked: false)) == [.beyondCalendar])
  }

  @Test func `A timetable is worked out a second time, and a wrong one is found`() {
    let cases: [KeyValuePairs<String, Stated>] = [[:], ["replied": .on(2026, 6, 13)], ["held from": .on(2026, 6, 5)]]
    let assessor = Assessor(Self.matrix, calendar: englandAndWales)
    let today = day(2026, 6, 12)
    for given in cases.map({ Self.given($0) }) {
      func discrepancies(_ timetable: Timetable) -> [Discrepancy] {
        recheck(timetable, of: given.facts, under: Self.matrix, today: today, calendar: englandAndWales)
      }
      #expect(discrepancies(assessor.timetable(of: given.facts, today: today)) == [])
      let other = discrepancies(assessor.timetable(of: Self.given(["closed": true]).facts, today: today))
      #expect(other.map(\.rule).first == "duty.reply" && other.allSatisfy { $0.item == 0 })
    }
  }

  @Test func `A timetable has every duty in its order`() {
    let states = Assessor(Self.matrix, calendar: englandAndWales)
      .timetable(of: Self.given([:]).facts, today: day(2026, 6, 12)).duties
    #expect(states.map(\.duty.index) == [0, 1])
    #expect(states.map(\.daysLate) == [1, 8])
  }
}

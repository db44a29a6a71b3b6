import Testing

@testable import Redress

/// An offer of 12 October 2026 may be accepted until 9 November.
struct AcceptanceTests {
  private static func count(_ step: Int, on act: CivilDate, last: CivilDate) -> WindowCount {
    WindowCount(step: step, from: day(2026, 10, 12), on: act, lastDay: last)
  }

  @Test func `The window opens with the offer`() throws {
    let found = Found(Anyshire.priced())
    let last = day(2026, 11, 9)
    #expect(found["acceptance-window"] == [.opens(from: day(2026, 10, 12), lastDay: last, extended: false)])
    #expect(try #require(found.assessment.award).lastDayToAccept == last)
  }

  @Test(arguments: [(day(2026, 11, 9), false), (day(2026, 11, 8), false), (day(2026, 11, 10), true)])
  func `A later last day may be agreed, never an earlier one`(agreed: CivilDate, isExtended: Bool) throws {
    let found = Found(Anyshire.priced(["extended-to": .on(agreed)]))
    let last = isExtended ? agreed : day(2026, 11, 9)
    #expect(found["acceptance-window"] == [.opens(from: day(2026, 10, 12), lastDay: last, extended: isExtended)])
    #expect(try #require(found.assessment.award).lastDayToAccept == last)
  }

  @Test(arguments: [day(2026, 10, 12), day(2026, 11, 8), day(2026, 11, 9)])
  func `Accepted by the last day, it is in time`(accepted: CivilDate) throws {
    let found = Found(Anyshire.priced(["accepted": .on(accepted)]))
    #expect(found["acceptance-window"] == [.inTime(Self.count(0, on: accepted, last: day(2026, 11, 9)))])
    #expect(try #require(found.assessment.award).lastDayToAccept == day(2026, 11, 9))
  }

  @Test func `An offer stays open for what the case says, and not for what an item says of itself`() {
    var scheme = Scheme()
    let isHeld = scheme.fact("held", .flag, of: .ofEither)
    for name in ["offered", "accepted"] { scheme.fact(name, .date) }
    scheme.typedHead("it")
    scheme.acceptance(from: "offered", until: "accepted", openWhile: .flag(isHeld), [.inTime(28), .then(.refused)])
    let stated: KeyValuePairs<String, Stated> = ["offered": .on(2026, 10, 12), "accepted": .on(2026, 11, 10)]
    func found(ofCase: Bool, ofItem: Bool) -> Found {
      var given = Facts.one(scheme.matrix(), stated, item: ["amount": .pounds(1)])
      given.state(["held": ofCase ? true : false])
      given.state(["held": ofItem ? true : false], item: 1)
      return Found(given)
    }
    #expect(found(ofCase: true, ofItem: false)["acceptance-window"] == [.staysOpen])
    let late = found(ofCase: false, ofItem: true)
    #expect(late["acceptance-window"] == [.late(Self.count(1, on: day(2026, 11, 10), last: day(2026, 11, 9)))])
  }

  @Test func `Accepted the day after, a person must decide`() {
    let found = Found(Anyshire.priced(["accepted": .on(2026, 11, 10)]))
    let count = Self.count(1, on: day(2026, 11, 10), last: day(2026, 11, 9))
    #expect(found["acceptance-window"] == [.awaits(count, found.decision("late-acceptance"))])
    #expect(found.questions == ["late-acceptance"])
    #expect(found.outcome == .undecided)
  }

  @Test func `With the decision it is paid all the same`() throws {
    var given = Anyshire.priced(["accepted": .on(2026, 11, 10)])
    given.accept("late-acceptance")
    let found = Found(given)
    #expect(found.outcome == .awarded)
    #expect(found.used == ["late-acceptance"])
    #expect(try #require(found.assessment.award).payable == pounds(180))
  }

  @Test func `Declined, the case is refused and its sums stay as they were offered`() {
    var given = Anyshire.priced(["accepted": .on(2026, 11, 10)])
    given.decline("late-acceptance")
    let found = Found(given)
    #expect(found.outcome == .refused)
    #expect(found.refusals == ["acceptance-window"])
    #expect(found.keptOut == [nil])
    #expect(found.assessment.items[0].amount == pounds(180))
    #expect(found["total"] == [.totalled(gross: pounds(180), inKind: .zero)])
    #expect(found.assessment.award == nil)
  }

  @Test func `It needs the day of the offer, once there is a sum`() {
    var given = Facts(
      Anyshire.matrix, ["customer": "tenant", "happened": .on(2026, 8, 14), "claimed": .on(2026, 9, 1)])
    given.item("trouble", ["impact": "low"])
    #expect(Found(given).missing == [])
    given.state(["amount": .pounds(20)], item: 1)
    let found = Found(given)
    #expect(found.missing == ["offered"])
    #expect(found["acceptance-window"] == [.notReached])
  }

  @Test func `A refused case opens nothing`() {
    #expect(Found(Anyshire.priced(["insured": true]))["acceptance-window"] == [.notReached])
  }

  @Test(arguments: [false, true])
  func `Nothing is late while the window is held open`(isOpen: Bool) {
    var scheme = Scheme()
    scheme.fact("offered", .date)
    scheme.fact("accepted", .date, leftOut: .unstated)
    scheme.fact("in-hospital", .flag)
    scheme.typedHead("trouble")
    scheme.acceptance(
      from: "offered", until: "accepted", openWhile: .flag(scheme[fact: "in-hospital"]), [.inTime(5), .then(.refused)])
    var given = Facts(
      scheme.matrix(),
      ["offered": .on(2026, 6, 1), "accepted": .on(2026, 7, 1), "in-hospital": .number(isOpen ? 1 : 0)])
    given.item("trouble", ["amount": .pounds(10)])
    let found = Found(given)
    #expect(found.outcome == (isOpen ? .awarded : .refused))
    if isOpen { #expect(found["acceptance-window"] == [.staysOpen]) }
  }

  @Test func `A window without an end is never reached`() throws {
    var scheme = Scheme()
    scheme.fact("offered", .date)
    scheme.fact("accepted", .date, leftOut: .unstated)
    scheme.typedHead("trouble")
    scheme.acceptance(from: "offered", until: "accepted", [])
    var given = Facts(scheme.matrix(), ["offered": .on(2026, 6, 1)])
    given.item("trouble", ["amount": .pounds(10)])
    let found = Found(given)
    #expect(found["acceptance-window"] == [.notReached])
    #expect(try #require(found.assessment.award).lastDayToAccept == nil)
  }

  @Test func `An offer near the end of days has no last day`() {
    let found = Found(
      Anyshire.priced(["still-going-on": true, "claimed": .on(2400, 12, 1), "offered": .on(2400, 12, 20)]))
    #expect(found.assessment.faults == [.beyondCalendar])
    #expect(found.outcome == .faulty)
  }
}

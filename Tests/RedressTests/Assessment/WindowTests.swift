import Testing

@testable import Redress

struct WindowTests {
  /// From 14 August 2026, 28 days end on 11 September and six months on 14 February 2027.
  static func claimed(_ day: CivilDate, _ more: KeyValuePairs<String, Stated> = [:]) -> Facts {
    var given = Anyshire.priced(["claimed": .on(day), "raised": .on(2026, 8, 14), "offered": .on(2027, 6, 1)])
    given.state(more)
    return given
  }

  private static func count(_ step: Int, on act: CivilDate, last: CivilDate) -> WindowCount {
    WindowCount(step: step, from: day(2026, 8, 14), on: act, lastDay: last)
  }

  @Test(arguments: [day(2026, 8, 14), day(2026, 9, 10), day(2026, 9, 11)])
  func `Up to its last day, that day included, an act is in time`(claimed: CivilDate) {
    let found = Found(Self.claimed(claimed))
    #expect(found["claim-window"] == [.inTime(Self.count(0, on: claimed, last: day(2026, 9, 11)))])
    #expect(found.outcome == .awarded)
  }

  @Test(arguments: [day(2026, 9, 12), day(2027, 2, 13), day(2027, 2, 14)])
  func `From the day after, a person must decide`(claimed: CivilDate) {
    let found = Found(Self.claimed(claimed))
    let count = Self.count(1, on: claimed, last: day(2027, 2, 14))
    #expect(found["claim-window"] == [.awaits(count, found.decision("late"))])
    #expect(found.outcome == .undecided)
    #expect(found.questions == ["late"])
    #expect(found.assessment.award == nil)
    #expect(found["total"] == [.totalled(gross: pounds(180), inKind: .zero)])
    #expect(found.assessment.authority[0] == 1)
  }

  @Test func `An accepted decision allows it, a declined one refuses it`() {
    let count = Self.count(1, on: day(2026, 9, 12), last: day(2027, 2, 14))
    var given = Self.claimed(day(2026, 9, 12))
    given.accept("late")
    let allowed = Found(given)
    #expect(allowed["claim-window"] == [.allowed(count, allowed.decision("late"))])
    #expect(allowed.outcome == .awarded)
    #expect(allowed.used == ["late"])

    given = Self.claimed(day(2026, 9, 12))
    given.decline("late")
    let declined = Found(given)
    #expect(declined["claim-window"] == [.declined(count, declined.decision("late"))])
    #expect(declined.refusals == ["claim-window"])
    #expect(declined.keptOut == ["claim-window"])
    #expect(declined.used == ["late"])
  }

  @Test(arguments: [day(2027, 2, 15), day(2028, 1, 1)])
  func `Past six months it is refused unless the exceptional decision accepts it`(claimed: CivilDate) {
    let count = Self.count(3, on: claimed, last: day(2027, 2, 14))
    let offered: KeyValuePairs<String, Stated> = ["offered": .on(2028, 6, 1)]
    let refused = Found(Self.claimed(claimed, offered))
    #expect(refused["claim-window"] == [.late(count)])
    #expect(refused.refusals == ["claim-window"])
    #expect(refused.used == [])

    var given = Self.claimed(claimed, offered)
    given.accept("late")
    #expect(Found(given).outcome == .refused, "the decision for a late claim is not the one for a very late claim")
    given.accept("very-late")
    let allowed = Found(given)
    #expect(allowed["claim-window"] == [.allowed(count, allowed.decision("very-late"))])
    #expect(allowed.outcome == .awarded)

    given = Self.claimed(claimed, offered)
    given.decline("very-late")
    #expect(Found(given)["claim-window"] == [.declined(count, allowed.decision("very-late"))])
  }

  @Test func `A step with a condition counts only where that holds`() {
    let found = Found(Self.claimed(day(2027, 2, 15), ["own-motion": true]))
    let count = Self.count(2, on: day(2027, 2, 15), last: day(2027, 2, 14))
    #expect(found["claim-window"] == [.awaits(count, found.decision("very-late"))])
    #expect(found.outcome == .undecided)
  }

  @Test func `What is noted changes nothing`() {
    let found = Found(Self.claimed(day(2026, 9, 1), ["raised": .on(2027, 3, 1)]))
    #expect(found["complaint-window"] == [.noted(Self.count(1, on: day(2027, 3, 1), last: day(2027, 2, 14)))])
    #expect(found.outcome == .awarded)
  }

  @Test func `Nothing is late while the matter goes on`() {
    let found = Found(Self.claimed(day(2028, 1, 1), ["still-going-on": true, "offered": .on(2028, 6, 1)]))
    #expect(found["claim-window"] == [.staysOpen])
    #expect(found.outcome == .awarded)
  }

  @Test func `A window that nobody has stepped into is not tried, and needs no first day`() {
    let found = Found(Anyshire.priced())
    #expect(found["stage-2-window"] == [.notStarted])
    #expect(found.missing == [])
  }

  @Test func `A day taken from another fact counts as that day`() {
    let found = Found(Anyshire.priced(["claimed": .on(2026, 9, 3)]))
    #expect(found["complaint-window"] == [.inTime(Self.count(0, on: day(2026, 9, 3), last: day(2027, 2, 14)))])
  }

  @Test func `A step that refuses needs no decision`() {
    let replied: KeyValuePairs<String, Stated> = ["replied": .on(2026, 9, 10), "escalated": .on(2027, 3, 11)]
    let found = Found(Anyshire.priced(replied))
    let count = WindowCount(step: 1, from: day(2026, 9, 10), on: day(2027, 3, 11), lastDay: day(2027, 3, 10))
    #expect(found["stage-2-window"] == [.late(count)])
    #expect(found.refusals == ["stage-2-window"])
  }
}

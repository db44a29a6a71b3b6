import Testing

@testable import Redress

/// Windows whose steps end on a day that a fact says, stated or derived.
struct WindowByTests {
  private static let matrix: Matrix = {
    var scheme = Scheme()
    scheme.fact("happened", .date)
    scheme.fact("claimed", .date)
    scheme.fact("hearing", .date, leftOut: .unstated)
    scheme.decision("late")
    let week = scheme.derive(
      "week before", .date, .day(DayRule(from: scheme[fact: "hearing"], within: .period(7), direction: .before)))
    let last = scheme.derive("last", .date, .latest([week, scheme[fact: "happened"]]))
    scheme.window(
      "claim", from: "happened", until: "claimed",
      [
        Window.Step(within: nil, by: last, when: nil, outcome: .inTime, say: nil),
        Window.Step(
          within: nil, by: scheme[fact: "hearing"], when: .given(scheme[fact: "hearing"]),
          outcome: .discretion(scheme[decision: "late"], undecided: .ask), say: "Late."),
        .then(within: Period(1, .workingDays), .noted),
        .then(.refused, say: "Too late."),
      ])
    scheme.typedHead("it")
    return scheme.matrix()
  }()

  private static func found(claimed: CivilDate, hearing: CivilDate? = day(2026, 6, 30)) -> Found {
    var given = Facts.one(matrix, ["happened": .on(2026, 6, 1), "claimed": .on(claimed)], item: ["amount": .pounds(1)])
    if let hearing { given.state(["hearing": .on(hearing)]) }
    return Found(given, calendar: englandAndWales)
  }

  private static func count(_ step: Int, _ on: CivilDate, last: CivilDate) -> WindowCount {
    WindowCount(step: step, from: day(2026, 6, 1), on: on, lastDay: last)
  }

  @Test func `A step ends on the day of its fact`() {
    let (before, last, after) = (day(2026, 6, 22), day(2026, 6, 23), day(2026, 6, 24))
    #expect(Self.found(claimed: before)["claim-window"] == [.inTime(Self.count(0, before, last: last))])
    #expect(Self.found(claimed: last)["claim-window"] == [.inTime(Self.count(0, last, last: last))])
    let late = Self.found(claimed: after)
    #expect(
      late["claim-window"] == [.awaits(Self.count(1, after, last: day(2026, 6, 30)), late.decision("late"))])
    #expect(late.questions == ["late"])
  }

  @Test func `Beyond all of them it is refused`() {
    #expect(Self.found(claimed: day(2026, 6, 30)).questions == ["late"])
    let found = Self.found(claimed: day(2026, 7, 1))
    #expect(found["claim-window"] == [.late(Self.count(3, day(2026, 7, 1), last: day(2026, 6, 2)))])
    #expect(found.outcome == .refused)
  }

  @Test func `Without a hearing its steps end with the event`() {
    #expect(
      Self.found(claimed: day(2026, 6, 1), hearing: nil)["claim-window"]
        == [.inTime(Self.count(0, day(2026, 6, 1), last: day(2026, 6, 1)))])
    #expect(
      Self.found(claimed: day(2026, 6, 2), hearing: nil)["claim-window"]
        == [.noted(Self.count(2, day(2026, 6, 2), last: day(2026, 6, 2)))])
    #expect(Self.found(claimed: day(2026, 6, 3), hearing: nil).outcome == .refused)
  }

  @Test func `A day that a step cannot do without is asked for`() {
    var scheme = Scheme()
    scheme.fact("happened", .date)
    scheme.fact("claimed", .date)
    let hearing = scheme.fact("hearing", .date)
    let before = scheme.derive("before", .date, .day(DayRule(from: hearing, within: .period(7), direction: .before)))
    scheme.window(
      "claim", from: "happened", until: "claimed",
      [Window.Step(within: nil, by: before, when: nil, outcome: .inTime, say: nil), .then(.refused)])
    scheme.typedHead("it")
    let found = Found(
      .one(scheme.matrix(), ["happened": .on(2026, 6, 1), "claimed": .on(2026, 6, 2)], item: ["amount": .pounds(1)]))
    #expect(found.missing == ["hearing"])
    #expect(found["claim-window"] == [.notReached])
  }
}

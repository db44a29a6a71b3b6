import Redress
import Testing

struct WorkingDayWindowTests {
  private static let matrix: Matrix = {
    var scheme = Scheme()
    scheme.fact("happened", .date)
    scheme.fact("claimed", .date)
    scheme.decision("late")
    scheme.window(
      "claim", from: "happened", until: "claimed",
      [
        .inTime(5, .workingDays),
        .then(within: Period(20, .workingDays), .discretion(scheme[decision: "late"], undecided: .ask), say: "Late."),
        .then(.refused, say: "Too late."),
      ])
    scheme.typedHead("trouble")
    return scheme.matrix()
  }()

  private static func claim(happened: CivilDate = day(2026, 12, 22), claimed: CivilDate) -> Facts {
    var given = Facts(matrix, ["happened": .on(happened), "claimed": .on(claimed)])
    given.item("trouble", ["amount": .pounds(10)])
    return given
  }

  @Test(arguments: [(day(2026, 12, 31), "awarded"), (day(2027, 1, 4), "undecided"), (day(2027, 3, 1), "refused")])
  func `Working days step over weekends and holidays`(claimed: CivilDate, outcome: String) {
    let found = Found(Self.claim(claimed: claimed), calendar: englandAndWales)
    #expect(found.outcome.rawValue == outcome)
  }

  @Test func `Without a calendar they cannot be counted`() {
    let found = Found(Self.claim(claimed: day(2026, 12, 31)))
    #expect(found.outcome == .faulty)
    #expect(found.assessment.faults == [.beyondCalendar])
    #expect(found["claim-window"] == [.notReached])
  }

  @Test func `Past the end of the calendar they cannot be counted`() {
    let late = Self.claim(happened: day(2027, 12, 24), claimed: day(2027, 12, 29))
    #expect(Found(late, calendar: englandAndWales).assessment.faults == [.beyondCalendar])
  }

  @Test func `A recheck without the calendar of the assessment finds the window`() {
    let given = Self.claim(claimed: day(2026, 12, 31))
    let assessment = given.assessed(calendar: englandAndWales)
    #expect(recheck(assessment, of: given.facts, under: Self.matrix).contains { $0.rule == "claim-window" })
  }

  @Test(arguments: [
    (
      day(2026, 12, 31),
      "31 December 2026 is in time: the last day was 31 December 2026, 5 working days from 22 December 2026."
    ),
    (
      day(2027, 1, 4),
      "4 January 2027 is after the last day, 5 working days from 22 December 2026, "
        + "and within 20 working days, which end on 22 January 2027. A person must decide: late."
    ),
    (day(2027, 3, 1), "1 March 2027 is after the last day, 5 working days from 22 December 2026."),
  ])
  func `The words say how far, without counting again`(claimed: CivilDate, says: String) {
    let given = Self.claim(claimed: claimed)
    let assessment = given.assessed(calendar: englandAndWales)
    let explanation = Explanation(of: assessment, given: Case(name: "A", facts: given.facts), under: Self.matrix)
    #expect(explanation.says(assessment.lines[0]) == says)
  }
}

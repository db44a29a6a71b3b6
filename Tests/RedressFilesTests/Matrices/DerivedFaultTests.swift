import Testing

@testable import RedressFiles

/// Derived facts and deadlines that cannot be right.
@Suite struct DerivedFaultTests {
  static let circles = [
    MatrixChange("latest-of: [claim-date, reply-date]", "latest-of: [claim-date, answer-due]", .factCircle),
    MatrixChange("earliest-of: [claim-date, reply-date]", "earliest-of: [claim-date, first-day]", .factCircle),
    MatrixChange("left-out: claim-date, not-before", "left-out: last-day, not-before", .factCircle),
    MatrixChange(
      "latest-of: [claim-date, reply-date], source: policy#1 }",
      "latest-of: [claim-date, answer-due] }", .factCircle, .ruleUncited),
  ]

  static let names = [
    MatrixChange("troubles: { title: How", "rooms: { title: How", .factTwice, .matrixReference),
    MatrixChange("items: trouble,", "items: troubel,", .matrixReference),
    MatrixChange("late: answer,", "late: anwser,", .matrixReference),
    MatrixChange("{ deadline: answer,", "{ deadline: reply-by,", .matrixReference),
    MatrixChange("due: answer,", "due: [answer],", .matrixShape),
    MatrixChange("due: answer,", "due: answer, items: trouble,", .matrixShape),
    MatrixChange("due: answer,", "", .matrixShape),
    MatrixChange("earliest-of: [claim-date, reply-date]", "earliest-of: []", .matrixShape),
    MatrixChange("earliest-of: [claim-date, reply-date]", "earliest-of: [claim-date, rooms]", .matrixType),
    MatrixChange("- { fact: days-late, at-least: 1 }\n", "- { fact: troubles, above: 0 }\n", .factUnused),
    MatrixChange("unless: more-time", "unless: more-tmie", .matrixReference, .decisionUnused),
  ]

  static let lengths = [
    MatrixChange("in: 1 day\n", "in: 0 days\n", .literalPeriod),
    MatrixChange("in: 1 day\n", "in: 1 dy\n", .literalPeriod),
    MatrixChange("in: 1 day\n", "in: 9999 days\n", .matrixType, .matrixType),
    MatrixChange("in: 1 day\n", "in: 1 month\n", .matrixType, .matrixType, .matrixType),
    MatrixChange("to: ended\n", "to: rooms\n", .factUnused, .matrixType),
    MatrixChange("within: 1 month\n", "within: 9999 years\n"),
    MatrixChange("within: 1 month\n", "within: 10000 years\n", .literalPeriod),
    MatrixChange("within: 1 month\n", "within: [1 month]\n", .matrixShape),
    MatrixChange("within: 1 month\n", "within: rooms\n", .matrixType),
    MatrixChange("    day-one: same day\n    month-end", "    month-end", .matrixKeyMissing),
    MatrixChange("    if-closed: previous working day\n", "    if-closed: monday\n", .matrixWord),
    MatrixChange("    counted: after\n    day-one: same", "    counted: before\n    day-one: same", .matrixShape),
    MatrixChange("at-most: 20 working days, unless", "unless", .matrixShape),
    MatrixChange("at-most: 20 working days", "at-most: 20", .literalPeriod),
    MatrixChange(
      "suspended: { from: paused-on, to: resumed-on }\n    done", "suspended: paused-on\n    done", .matrixShape),
  ]

  /// Rules that need what a person states of the case.
  static let stated = [
    MatrixChange("done: answered-on", "done: ended", .factUnused, .factMisplaced, .factMisplaced),
    MatrixChange("{ fact: days-late, at-least: 1 }", "{ fact: lasted, at-least: 1 }", .factUnused, .factMisplaced),
    MatrixChange("selects-on: [claim-date]", "selects-on: [first-day]", .matrixType),
    MatrixChange("not-before: [claim-date]", "not-before: [first-day]", .matrixType),
    MatrixChange("when: { given: paid }", "when: { given: days-late }", .matrixType),
    MatrixChange("when: { not-given: extended-to }", "when: { not-given: days-late }", .matrixType),
    MatrixChange("evidence: [evidence, ", "evidence: [lasted, ", .matrixType),
    MatrixChange("between: households", "between: lasted", .factUnused, .factMisplaced),
  ]

  @Test(arguments: circles + names) func aNameIsMet(change: MatrixChange) { change.meet() }

  @Test(arguments: lengths + stated) func aTimeIsMet(change: MatrixChange) { change.meet() }
}

import Redress

extension MatrixMapping {
  static let window = MatrixMapping(
    "window", "A time within which a person must act, and what happens to one who acts later.",
    MatrixKey.ofRule + [
      .required("from", .name(of: "fact"), "The date from which it is counted."),
      .required("until", .name(of: "fact"), "The date of the act that must be in time."),
      .optional("open-while", .condition, "While this holds, nothing is late."),
      .optional("extended-to", .name(of: "fact"), "A later last day that was agreed, in place of the first step's."),
      .required("steps", .steps(first: .firstStep, later: .laterStep), "What is in time first, then what later means."),
    ])

  static let firstStep = MatrixMapping(
    "first-step", "The first step of a window: an act within it is in time.", stepKeys,
    rules: stepRules + [.exactlyOne(["within", "by"])])

  static let laterStep = MatrixMapping(
    "later-step", "A later step of a window. The last one has no end.", stepKeys,
    rules: stepRules + [.exactlyOne(["needs", "outcome"])])

  private static let stepKeys: [MatrixKey] =
    [
      .optional("within", .anyPeriod, "The length of time that the step reaches."),
      .optional("by", .name(of: "fact"), "The date on which it ends, instead of a length of time; mostly derived."),
      .optional("day-one", .word(DayOne.self), "Which day is counted as the first."),
      .optional("month-end", .word(MonthEnd.self), "Where months end if the last one has no such day."),
      .optional("when", .condition, "The step counts only where this holds; otherwise the next one is tried."),
      .optional("needs", .name(of: "decision"), "The decision that lets the act count all the same."),
      .optional("undecided", .word(Window.Step.Undecided.self), "What an act comes to before that decision is taken."),
      .optional("outcome", .word(MatrixReader.OutcomeWord.self), "What an act comes to where no decision can help."),
      .optional("say", .text, "What the person is told where this step refuses."),
      .optional("letter", .text, "What the letter says in place of `say`."),
    ]

  private static let stepRules: [KeyRule] = [
    .required("day-one", if: .given("within")), .refused(["within"], if: .given("by")),
    .refused(["day-one", "month-end"], if: .absent("within")), .refused(["outcome"], if: .given("needs")),
    .required("month-end", if: .inMonths("within")),
    .required("undecided", if: .given("needs")),
    .required("say", if: .given("needs")),
    .required("say", if: .word("outcome", is: "refused")),
    .refused(["letter"], if: .absent("say")), .refused(["letter"], if: .word("outcome", is: "noted")),
  ]
}

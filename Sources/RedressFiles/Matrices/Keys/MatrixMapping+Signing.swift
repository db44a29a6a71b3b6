import Redress

/// Who signs beside the ladder, and where a complaint goes next. None of these is a rule with a line of its own.
extension MatrixMapping {
  static let refusals = MatrixMapping(
    "refusals", "Who signs a decision that nothing is offered.",
    [
      .required(
        "signed-by", .oneOrMore(.oneOrMore(.name(of: "role"))),
        "The roles that must all sign; a list inside the list names roles of which one signs."),
      .source, .readings,
    ])

  static let review = MatrixMapping(
    "review", "A stage that reviews the one before it: whoever decided that one may not sign.",
    [
      .required("given", .name(of: "fact"), "The case is a review where this fact is stated."),
      .required("decided-by", .name(of: "fact"), "The text that names who decided the stage before."),
      .source, .readings,
    ])

  static let closing = MatrixMapping(
    "closing", "What must be done before an offer is closed, beside paying and crediting all that was accepted.",
    [
      .required(
        "needs", .word(Closing.Need.self),
        "The remedies that the letter promises: all of them must be recorded as delivered."),
      .source, .readings,
    ])

  static let ombudsman = MatrixMapping(
    "ombudsman", "Which ombudsman or tribunal a complaint belongs to.",
    [
      .required("fact", .name(of: "fact"), "The choice that says which one it is."),
      .optional("suggested", .oneOrMore(.mapping(.suggestion)), "What is taken where no case says it, in order."),
      .source, .readings,
    ])

  static let suggestion = MatrixMapping(
    "suggestion", "An ombudsman or tribunal that is taken where the case does not say which.",
    [
      .required("when", .condition, "For which cases it is taken."),
      .required("is", .name(of: "choice"), "The ombudsman or tribunal."),
    ])
}

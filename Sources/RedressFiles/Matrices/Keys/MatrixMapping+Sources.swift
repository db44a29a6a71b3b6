/// Keys that stand in more than one mapping.
extension MatrixKey {
  /// What every rule has.
  static let ofRule: [MatrixKey] = [
    .required("title", .text, "What the rule is called in an explanation."), .source, .readings,
  ]

  static let source = required("source", .oneOrMore(.citation), "The paragraphs that it rests on.")
  static let optionalSource = optional("source", .oneOrMore(.citation), "The paragraphs that it rests on.")
  static let readings = optional("readings", .oneOrMore(.name(of: "reading")), "The readings that it follows.")
}

extension MatrixMapping {
  static let source = MatrixMapping(
    "source", "A document that rules are taken from.",
    [
      .required("title", .text, "What the document is called."),
      .required(
        "paragraphs", .section(of: .text), "The paragraphs that may be cited, each with how it is shown to people."),
    ])

  static let decided = MatrixMapping(
    "decided", "Who decided a reading, and when.",
    [
      .required("by", .text, "Who decided."),
      .required("on", .day, "The day of the decision."),
    ])

  static let reading = MatrixMapping(
    "reading", "An unclear or silent point of the policy, with the answer that was given for it.",
    [
      .required("question", .text, "What the policy leaves unclear."),
      .required("answer", .text, "The answer in words, or `ask` where a person is asked on each case."),
      .optional("ask", .oneOrMore(.name(of: "role")), "Who is asked."),
      .required("because", .text, "Why this answer was given."),
      .optional("decided", .mapping(.decided), "Who decided this one; left out, what `readings-decided` says holds."),
      .optional("source", .oneOrMore(.citation), "The paragraphs that it reads, where no rule rests on them."),
    ],
    rules: [.required("ask", if: .word("answer", is: "ask")), .refused(["ask"], if: .notWord("answer", is: "ask"))])
}

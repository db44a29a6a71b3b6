import Redress

extension MatrixMapping {
  static let fact = MatrixMapping(
    "fact", "Something that a person states about a case or an item, and that a rule reads.",
    [
      .required("type", .word(FactWord.self), "What kind of fact it is."),
      .optional("of", .word(Fact.Reach.self), "Where it may be stated; left out, on the case."),
      .required("ask", .text, "The question that a person is asked."),
      .optional("help", .text, "A sentence that helps to answer the question."),
      .optional(
        "choices", .section(of: .text, entries: 1...MatrixReader.mostChoices),
        "The answers of a choice, each with the words that people see."),
      .optional(
        "left-out", .text,
        "What it is taken to be where it is left out: a value (`nothing` for money), or the same as another fact."),
      .optional("optional", .flag, "Whether rules go on without it and only ask if it was given."),
      .optional("not-before", .oneOrMore(.name(of: "fact")), "Days that this day must not come before."),
    ],
    rules: [
      .required("choices", if: .word("type", is: "choice")),
      .refused(["choices"], if: .notWord("type", is: "choice")),
      .refused(["left-out"], if: .set("optional")),
      .refused(["not-before"], if: .notWord("type", is: "date")),
    ])

  static let decision = MatrixMapping(
    "decision", "A point that the policy leaves to a person, whose answer is recorded with who, when and why.",
    [
      .required("ask", .text, "The question that is decided."),
      .optional(
        "by", .oneOrMore(.name(of: "role")),
        "The roles of which any one decides, or `authority` for whoever may authorise the sum."),
      .optional("jointly", .oneOrMore(.name(of: "role")), "The roles that decide together."),
      .source, .readings,
    ],
    rules: [.atLeastOne(["by", "jointly"])])

  static let condition = MatrixMapping(
    "condition", "A test of facts. A flag alone may be tested by its name, without a mapping.",
    [
      .optional("fact", .name(of: "fact"), "The fact that is tested, by one of the tests below."),
      .optional("all", .list(of: .condition), "Conditions that must all hold."),
      .optional("any", .list(of: .condition), "Conditions of which one must hold."),
      .optional("given", .name(of: "fact"), "A fact that must be stated."),
      .optional("not-given", .name(of: "fact"), "A fact that must not be stated."),
      .optional("is", .text, "The fact is this value, or the same as this fact."),
      .optional("is-not", .text, "The fact is another value than this."),
      .optional("above", .text, "The sum or day is above this one."),
      .optional("at-least", .text, "The sum or day is this one or above it."),
      .optional("below", .text, "The sum or day is below this one."),
      .optional("at-most", .text, "The sum or day is this one or below it."),
      .optional("before", .text, "The day comes before this one."),
      .optional("on-or-before", .text, "The day is this one or comes before it."),
      .optional("one-of", .oneOrMore(.text), "The choice is one of these."),
    ],
    rules: [
      .exactlyOne(["fact", "all", "any", "given", "not-given"]),
      .exactlyOne(MatrixReader.tests, if: .given("fact")),
      .refused(MatrixReader.tests, if: .absent("fact")),
    ])
}

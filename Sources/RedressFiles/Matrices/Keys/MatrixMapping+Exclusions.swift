import Redress

extension MatrixMapping {
  static let scope = MatrixMapping(
    "scope", "Something that the policy does not cover at all.",
    MatrixKey.ofRule + [.required("when", .condition, "When the case is not covered.")] + saying,
    rules: rulesOfSaying)

  static let exclusion = MatrixMapping(
    "exclusion", "Something that the policy does not pay for.",
    MatrixKey.ofRule
      + [.optional("when", .condition, "When it is excluded; left out, if the flag of the same name is set.")] + saying,
    rules: rulesOfSaying)

  private static let rulesOfSaying: [KeyRule] = [.refused(["undecided"], if: .absent("unless"))]

  private static let saying: [MatrixKey] = [
    .optional("unless", .name(of: "decision"), "The decision that makes an exception."),
    .optional(
      "undecided", .word(MatrixReader.ExceptionWord.self),
      "What it comes to before that decision is taken; left out, it refuses."),
    .optional("heads", .oneOrMore(.name(of: "head")), "It keeps out only items under these heads, each for itself."),
    .required("say", .text, "What the person is told."),
    .optional("letter", .text, "What the letter says in place of `say`."),
    .optional("refer-to", .text, "Where the person can turn instead."),
  ]
}

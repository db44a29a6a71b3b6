extension MatrixMapping {
  static let head = MatrixMapping(
    "head", "What money may be offered for, and how its amount is found.",
    MatrixKey.ofRule + [
      .required("price", .price, "How the amount is found."),
      .optional("forms", .mapping(.forms), "How the amount may be given."),
      .optional("given", .word(MatrixReader.GivenWord.self), "Whether it is always given in kind; left out, in money."),
      .optional(
        "evidence", .oneOrMore(.nameOr(.mapping(.evidence), of: "fact")), "What must be shown before it counts."),
      .required("set-off", .word(MatrixReader.SetOffWord.self), "Whether arrears may be taken from it."),
      .optional("letter", .text, "What the letter calls it; left out, its title."),
    ])

  static let band = MatrixMapping(
    "band", "Bands as the policy prints them, one for each level.",
    [
      .required("by", .name(of: "fact"), "The choice that states the level."),
      .optional("split-by", .name(of: "fact"), "A second choice, which splits each level."),
      .required("amount", .name(of: "fact"), "The money that a person picks within the band."),
      .required("picked-by", .oneOrMore(.name(of: "role")), "Who picks it."),
      .required("levels", .levels, "The band of each choice, by its name; with `split-by`, of each choice inside it."),
      .optional("between", .name(of: "reading"), "The reading that answers for amounts between two bands."),
      .optional("at-edge", .name(of: "reading"), "The reading that answers for an amount that two bands share."),
      .optional("placed", .oneOrMore(.mapping(.placed)), "Cases that the policy itself puts at a level."),
    ],
    rules: [.refused(["between", "at-edge", "placed"], if: .given("split-by"))])

  static let level = MatrixMapping(
    "level", "The band of one level.",
    [
      .optional("from", .money, "The lowest amount."),
      .optional("above", .money, "The sum that the lowest amount lies above."),
      .optional("to", .money, "The highest amount; left out, there is none."),
      .optional(
        "signs", .oneOrMore(.text, atLeast: 0), "What the policy prints as the signs of this level, in plain words."),
      .optional("suggest", .money, "The point that the policy suggests."),
      .optionalSource,
    ],
    rules: [.exactlyOne(["from", "above"])])

  static let placed = MatrixMapping(
    "placed", "A case that the policy itself puts at a level.",
    [
      .required("when", .condition, "When a case is such a one."),
      .required("level", .name(of: "choice"), "The level at which the policy puts it."),
      .required("otherwise", .name(of: "reading"), "The reading that is asked where another level is stated."),
    ])

  static let forms = MatrixMapping(
    "forms", "How an amount may be given: in money, or in kind at some levels only.",
    [
      .required("fact", .name(of: "fact"), "The choice that states the form."),
      .required("in-kind", .oneOrMore(.name(of: "choice")), "The forms that are in kind: no money is paid for them."),
      .optional(
        "at", .oneOrMore(.name(of: "choice"), atLeast: 0),
        "The levels at which forms in kind are allowed, `[]` for none; left out, they are allowed everywhere."),
      .optional("otherwise", .name(of: "reading"), "The reading that is asked about a form in kind anywhere else."),
    ],
    rules: [.required("otherwise", if: .given("at")), .refused(["otherwise"], if: .absent("at"))])
}

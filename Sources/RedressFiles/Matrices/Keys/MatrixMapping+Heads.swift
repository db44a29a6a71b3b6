extension MatrixMapping {
  static let head = MatrixMapping(
    "head", "What money may be offered for, and how its amount is found.",
    MatrixKey.ofRule + [
      .required("price", .mapping(.price), "How the amount is found."),
      .optional("forms", .mapping(.forms), "How the amount may be given."),
      .required("set-off", .word(MatrixReader.SetOffWord.self), "Whether arrears may be taken from it."),
    ],
    rules: [.requiredInside("forms", "at", if: .inside("price", given: "band"))])

  static let price = MatrixMapping(
    "price", "One of the ways to find the amount of a head.",
    [
      .optional("band", .mapping(.band), "A range for each level, within which a person picks the point."),
      .optional("actual-cost", .mapping(.actualCost), "What a person really spent."),
    ],
    rules: [.exactlyOne(["band", "actual-cost"])])

  static let band = MatrixMapping(
    "band", "Bands as the policy prints them, one for each level.",
    [
      .required("by", .name(of: "fact"), "The choice that states the level."),
      .required("amount", .name(of: "fact"), "The money that a person picks within the band."),
      .required("picked-by", .oneOrMore(.name(of: "role")), "Who picks it."),
      .required("levels", .section(of: .mapping(.level)), "The band of each choice, by its name."),
      .optional("between", .name(of: "reading"), "The reading that answers for amounts between two bands."),
      .optional("at-edge", .name(of: "reading"), "The reading that answers for an amount that two bands share."),
      .optional("placed", .oneOrMore(.mapping(.placed)), "Cases that the policy itself puts at a level."),
    ])

  static let level = MatrixMapping(
    "level", "The band of one level.",
    [
      .optional("from", .money, "The lowest amount."),
      .optional("above", .money, "The sum that the lowest amount lies above."),
      .optional("to", .money, "The highest amount; left out, there is none."),
      .optional("signs", .oneOrMore(.text, atLeast: 0), "What the policy prints as the signs of this level, in plain words."),
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

  static let actualCost = MatrixMapping(
    "actual-cost", "What a person really spent, shown by receipts or by other evidence.",
    [
      .required("receipts", .name(of: "fact"), "The receipts."),
      .required("evidence", .name(of: "fact"), "The text that says what other evidence there is."),
      .required("amount", .name(of: "fact"), "The money where there are no receipts, or not yet."),
    ])

  static let forms = MatrixMapping(
    "forms", "How an amount may be given: in money, or in kind at some levels only.",
    [
      .required("fact", .name(of: "fact"), "The choice that states the form."),
      .required("in-kind", .oneOrMore(.name(of: "choice")), "The forms that are in kind: no money is paid for them."),
      .optional("at", .oneOrMore(.name(of: "choice"), atLeast: 0), "The levels at which a head with bands allows forms in kind."),
      .required("otherwise", .name(of: "reading"), "The reading that is asked about a form in kind anywhere else."),
    ])
}

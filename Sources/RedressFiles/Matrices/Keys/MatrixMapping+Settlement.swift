import Redress

extension MatrixMapping {
  static let total = MatrixMapping(
    "total", "How the heads make one sum.",
    MatrixKey.ofRule + [
      .required("combine", .word(MatrixReader.CombineWord.self), "How the amounts of the heads are put together.")
    ])

  static let alreadyPaid = MatrixMapping(
    "already-paid", "What is done with money that was paid before.",
    MatrixKey.ofRule + [
      .required("fact", .name(of: "fact"), "The money that was paid before."),
      .optional("when", .condition, "When it comes off; left out, always."),
    ])

  static let setOff = MatrixMapping(
    "set-off", "Which debts an award is set against, and when not.",
    MatrixKey.ofRule + [
      .required("debts", .oneOrMore(.name(of: "fact")), "The debts, in the order in which they are cleared."),
      .optional("disputed", .name(of: "fact"), "The part of the debts that the person disputes."),
      .optional("disputed-decision", .name(of: "decision"), "The decision that lets a disputed part be set off."),
      .optional("not-when", .condition, "Where this holds, nothing is set off."),
      .optional("consent", .name(of: "fact"), "The flag that says whether the person agrees; unanswered, it is asked."),
      .optional("may", .name(of: "decision"), "The decision to set off, where it may be done; left out, it must."),
    ])

  static let payees = MatrixMapping(
    "payees", "Several people who share what is paid, in equal parts.",
    MatrixKey.ofRule + [.required("between", .name(of: "fact"), "The count that says how many they are.")])

  static let substitute = MatrixMapping(
    "substitute", "Roles that may sign in place of another while a condition holds.",
    MatrixKey.ofRule + [
      .required("role", .name(of: "role"), "The role that is replaced."),
      .required("by", .oneOrMore(.name(of: "role")), "The roles that may sign in its place."),
      .required("when", .condition, "When they may."),
    ])

  static let missing = MatrixMapping(
    "missing", "Something that the policy's document does not hold.",
    [.required("say", .text, "What is missing, what follows from it, and where to put it."), .source])

  static let authority = MatrixMapping(
    "authority", "Who may sign how much: a ladder of ceilings.",
    MatrixKey.ofRule + [
      .required("measured-on", .word(Authority.Measure.self), "The sum that is measured against the ceilings."),
      .optional("heads", .oneOrMore(.name(of: "head")), "The heads whose items it measures; left out, all."),
      .optional("when", .condition, "When it counts; left out, always."),
      .optional("plus", .name(of: "fact"), "Money offered to the same household before, which is measured as well."),
      .required("steps", .list(of: .mapping(.authorityStep)), "The steps, from the lowest ceiling to the one without."),
    ])

  static let authorityStep = MatrixMapping(
    "authority-step", "Who may sign up to a ceiling.",
    [
      .optional("to", .money, "The highest total that this step may sign; left out on the last step alone."),
      .optional("any-of", .oneOrMore(.name(of: "role")), "The roles of which any one signs."),
      .optional(
        "all-of", .oneOrMore(.oneOrMore(.name(of: "role"))),
        "The roles that must all sign; a list inside the list names roles of which one signs."),
      .optionalSource,
    ],
    rules: [.exactlyOne(["any-of", "all-of"])])

  static let statement = MatrixMapping(
    "statement", "Something that payment waits for, or that a letter must say; it changes no sum.",
    MatrixKey.ofRule + [
      .required("on", .word(Statement.On.self), "The outcome on which it counts."),
      .optional("when", .condition, "When it counts; left out, always."),
      .optional("head", .name(of: "head"), "The head that it belongs to; it is then tried for each item under it."),
      .required("say", .text, "What it says, to whoever makes the offer or pays it."),
      .optional(
        "letter", .wordOr("none", .mapping(.letter)),
        "What the letter says for it, or that it has no words of its own there; needed once approved."),
    ])

  static let letter = MatrixMapping(
    "letter", "What a letter says for a rule, to the person who gets it.",
    [
      .required("part", .word(LetterWords.Part.self), "The part of the letter in which it stands."),
      .required("say", .text, "What it says there, in whole sentences."),
    ])
}

import Redress

extension MatrixMapping {
  /// The kinds of price: of these a price has one.
  static let priceKinds: [MatrixKey] = [
    .optional("band", .mapping(.band), "A range for each level, within which a person picks the point."),
    .optional("actual-cost", .mapping(.actualCost), "What a person really spent."),
    .optional("fixed", .figure, "A sum that is printed, stated or found in a table."),
    .optional("accrual", .mapping(.accrual), "So much for each unit of a count."),
    .optional("share", .mapping(.share), "A part of a sum, so many times."),
    .optional("wear", .mapping(.wear), "A cost less straight-line wear."),
    .optional("interest", .mapping(.interest), "Interest on a sum from a day to a day."),
    .optional("judgement", .mapping(.judgement), "An amount that the policy leaves to a person."),
    .optional("highest-of", .list(of: .price), "The highest of several prices."),
    .optional("lowest-of", .list(of: .price), "The lowest of several prices."),
    .optional("sum-of", .list(of: .price), "Several prices added up."),
    .optional("total-of", .oneOrMore(.name(of: "head")), "What items under heads declared before come to."),
  ]

  static let price = MatrixMapping(
    "price", "How an amount is found, and what adjusts, rounds and limits it, in that order.",
    priceKinds + [
      .optional("adjust", .list(of: .mapping(.adjustment)), "What raises or lowers it, in order."),
      .optional("rounding", .mapping(.rounding), "How it is brought to whole pence; left out, as the matrix says."),
      .optional("nothing-under", .figure, "Below this sum nothing is paid."),
      .optional("nothing-up-to", .figure, "Up to and with this sum nothing is paid."),
      .optional("at-least", .price, "A lower amount is raised to this one; nothing stays nothing."),
      .optional("at-most", .price, "A higher amount is lowered to this one."),
    ],
    rules: [.exactlyOne(priceKinds.map(\.name))])

  static let adjustment = MatrixMapping(
    "adjustment", "Something that raises or lowers an amount by a part of it.",
    [
      .optional("add", .figure, "The part that is added."),
      .optional("take-off", .figure, "The part that is taken off."),
      .optional("keep", .figure, "The part that is left."),
      .optional("when", .condition, "When it counts; left out, always."),
      .optional("because", .text, "Why, in a few words that follow the part: for vulnerability."),
    ],
    rules: [.exactlyOne(["add", "take-off", "keep"])])

  static let actualCost = MatrixMapping(
    "actual-cost", "What a person really spent, shown by receipts or by other evidence.",
    [
      .required("receipts", .name(of: "fact"), "The receipts."),
      .required("evidence", .name(of: "fact"), "The text that says what other evidence there is."),
      .required("amount", .name(of: "fact"), "The money where there are no receipts, or not yet."),
      .optional("less", .oneOrMore(.name(of: "fact")), "Money that an insurer or somebody else paid towards it."),
    ])

  static let accrual = MatrixMapping(
    "accrual", "So much for each unit of a count.",
    [
      .required("count", .name(of: "fact"), "The count, mostly a derived one."),
      .required("rate", .rates, "The sum for each unit, or a list of sums for some of the units each."),
      .optional("per", .number, "How many units a rate is for; left out, one."),
      .optional("grace", .figure, "How many of the first units are not paid for."),
      .optional("only-above", .figure, "Nothing is due unless there are more units than this; then all of them count."),
      .optional("plus", .figure, "A sum on top as soon as one unit is paid for."),
    ])

  static let share = MatrixMapping(
    "share", "A part of a sum, so many times.",
    [
      .required("of", .figure, "The whole sum."),
      .required("part", .figure, "The part of it."),
      .optional("times", .oneOrMore(.name(of: "fact")), "Counts that it is multiplied by."),
      .optional(
        "part-times", .oneOrMore(.name(of: "fact")), "Counts that the part is multiplied by, before its limit."),
      .optional("part-at-most", .part, "The highest that the part may come to, such as 100%."),
      .optional("each-rounded", .mapping(.rounding), "How one share is rounded before it is multiplied by `times`."),
    ])

  static let wear = MatrixMapping(
    "wear", "A cost less straight-line wear.",
    [
      .required("cost", .name(of: "fact"), "What it cost: money or receipts."),
      .optional("less", .oneOrMore(.name(of: "fact")), "Money that comes off the cost first, such as a grant."),
      .required("age", .name(of: "fact"), "Its age, as a count."),
      .required("life", .figure, "How long it lasts, in the same units."),
    ])

  static let interest = MatrixMapping(
    "interest", "Interest on a sum, from a day to a day.",
    [
      .optional("on", .name(of: "fact"), "The money that bears interest."),
      .optional("on-heads", .oneOrMore(.name(of: "head")), "Heads declared before, whose items bear interest."),
      .required("days", .name(of: "fact"), "The days that it runs: a derived count in units of 1 day."),
      .required("rate", .figure, "The rate for a year. It may be dated on each day."),
      .required("year-of", .word(Interest.YearOf.self), "How many days a year has."),
      .required("compound", .word(Interest.Compound.self), "When interest is added to the sum."),
      .optional(
        "daily-rounded", .mapping(.rounding), "How the interest of one day is rounded before it is multiplied."),
    ],
    rules: [
      .exactlyOne(["on", "on-heads"]), .refused(["daily-rounded"], if: .notWord("compound", is: "never")),
    ])

  static let judgement = MatrixMapping(
    "judgement", "An amount that the policy leaves to a person.",
    [
      .required("amount", .name(of: "fact"), "The money that the person decides."),
      .optional("factors", .oneOrMore(.name(of: "fact")), "Points that must be answered first."),
      .optional("evidence", .name(of: "fact"), "The text that says what shows it."),
      .optional("reasons", .name(of: "fact"), "The text that says why it is this amount."),
      .required("picked-by", .oneOrMore(.name(of: "role")), "Who decides."),
    ])

  static let evidence = MatrixMapping(
    "evidence", "Something that must be shown before a sum counts. A fact alone may be named without a mapping.",
    [
      .required("fact", .name(of: "fact"), "The fact that states it."),
      .optional("when", .condition, "When it is wanted; left out, always."),
      .optional("above", .money, "It is wanted only for an amount above this one."),
    ])

  static let combination = MatrixMapping(
    "combination", "What heads have to do with one another once each item has an amount.",
    MatrixKey.ofRule + [
      .optional("higher-of", .oneOrMore(.name(of: "head")), "Heads of which only the one that comes to more counts."),
      .optional("lower-of", .oneOrMore(.name(of: "head")), "Heads of which only the one that comes to less counts."),
      .optional(
        "supersede", .oneOrMore(.name(of: "head")), "Heads that do not count where another comes to something."),
      .optional("by", .name(of: "head"), "The head that supersedes them."),
      .optional("only", .oneOrMore(.name(of: "head")), "Heads that count only where another comes to something."),
      .optional("with", .oneOrMore(.name(of: "head")), "The heads that they need."),
      .optional("deduct", .oneOrMore(.name(of: "head")), "Heads whose total is taken off others."),
      .optional("from", .oneOrMore(.name(of: "head")), "The heads that it is taken off."),
      .optional("adjust", .mapping(.adjustment), "Raises or lowers each item by a part of it."),
      .optional("rounding", .mapping(.rounding), "How an adjusted item is brought to whole pence."),
      .optional("at-most", .price, "Together at most this; what is too much comes off the last items first."),
      .optional("less", .name(of: "fact"), "Money that was awarded before and counts towards that limit."),
      .optional("at-least", .price, "Together at least this, where they come to anything."),
      .optional("nothing-under", .figure, "Together nothing below this sum."),
      .optional("nothing-up-to", .figure, "Together nothing up to and with this sum."),
      .optional(
        "heads", .oneOrMore(.name(of: "head")), "The heads that a limit or an adjustment is for; left out, all."),
      .optional("when", .condition, "When it counts; left out, always."),
    ],
    rules: [
      .exactlyOne(MatrixReader.combinations), .required("by", if: .given("supersede")),
      .required("with", if: .given("only")), .required("from", if: .given("deduct")),
      .refused(["by"], if: .absent("supersede")), .refused(["with"], if: .absent("only")),
      .refused(["from"], if: .absent("deduct")), .refused(["less"], if: .absent("at-most")),
      .refused(["rounding"], if: .absent("adjust")), .refused(["heads"], if: .given("higher-of")),
      .refused(["heads"], if: .given("lower-of")), .refused(["heads"], if: .given("supersede")),
      .refused(["heads"], if: .given("only")), .refused(["heads"], if: .given("deduct")),
    ])
}

import Redress

extension MatrixMapping {
  static let figure = MatrixMapping(
    "figure", "The way to find a figure where it is not simply printed.",
    [
      .optional("is", .anyFigure, "The figure itself, where something is said of it."),
      .optional("unconfirmed", .flag, "Whether nobody has confirmed it; while it is so, nothing is signed."),
      .optional("on", .text, "The date that selects it; with `dated`, `each` where every unit has its own."),
      .optional("dated", .list(of: .mapping(.datedFigure)), "The figures by the day on which they begin, in order."),
      .optional("seasons", .list(of: .mapping(.seasonalFigure)), "The figures by the season that the date falls in."),
      .optional(
        "by", .oneOrMore(.name(of: "fact")), "The choices of a table, from the outside in; for ranges a number."),
      .optional("values", .table, "A figure for each answer of the choice."),
      .optional("ranges", .list(of: .mapping(.rangedFigure)), "The figures by ranges of the number, from the lowest."),
      .optional("ask", .name(of: "reading"), "The reading that is asked, where the policy prints no figure."),
    ],
    rules: [
      .exactlyOne(["is", "dated", "seasons", "values", "ranges", "ask"]), .required("on", if: .given("dated")),
      .required("on", if: .given("seasons")), .required("by", if: .given("values")),
      .required("by", if: .given("ranges")), .refused(["by"], if: .given("dated")),
      .refused(["by"], if: .given("seasons")),
      .refused(["on"], if: .given("values")), .refused(["on"], if: .given("ranges")),
      .refused(["on", "by"], if: .given("is")), .refused(["on", "by"], if: .given("ask")),
      .refused(["unconfirmed"], if: .absent("is")),
    ])

  static let datedFigure = MatrixMapping(
    "dated-figure", "A figure that holds from a day on.",
    [
      .required("from", .day, "The first day on which it holds."),
      .required("is", .anyFigure, "The figure."),
      .optional("unconfirmed", .flag, "Whether nobody has confirmed it."),
      .optionalSource,
    ])

  static let rangedFigure = MatrixMapping(
    "range", "A figure for a range of numbers, which begins where the range before it ends.",
    [
      .optional("to", .text, "The highest number of the range; left out on the last range alone."),
      .required("is", .anyFigure, "The figure."),
    ])

  static let seasonalFigure = MatrixMapping(
    "season", "A figure for a part of the year.",
    [
      .required("from", .dayOfYear, "The day on which it begins."),
      .optional("to", .dayOfYear, "The day on which it ends; it must be the one before the next season."),
      .required("is", .anyFigure, "The figure."),
    ])

  static let rounding = MatrixMapping("rounding", "How a sum is brought to whole pence.", ofRounding)

  static let defaultRounding = MatrixMapping(
    "default-rounding", "How sums are brought to whole pence where a price does not say so itself.",
    ofRounding + [.source, .readings])

  private static let ofRounding: [MatrixKey] = [
    .required("to", .money, "The step to which it is rounded, such as £0.01 or £1."),
    .required("manner", .word(Rounding.Manner.self), "Which way a sum between two steps goes."),
  ]
}

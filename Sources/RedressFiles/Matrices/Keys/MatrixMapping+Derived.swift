import Redress

extension MatrixMapping {
  static let derived = MatrixMapping(
    "derived", "A date or a count that nobody states, because it follows from what people state.",
    MatrixKey.ofRule + [
      .optional("day", .mapping(.dayRule), "A day, so long after or before another."),
      .optional("earliest-of", .oneOrMore(.name(of: "fact")), "The earliest of the dates that are known."),
      .optional("latest-of", .oneOrMore(.name(of: "fact")), "The latest of the dates that are known."),
      .optional("due", .name(of: "deadline"), "The last day of a deadline."),
      .optional("elapsed", .mapping(.elapsed), "How many units of time lie between two dates."),
      .optional("items", .name(of: "head"), "How many items stand under a head."),
      .optional("late", .nameOr(.mapping(.lateness), of: "deadline"), "By how many days a deadline was missed."),
    ],
    rules: [.exactlyOne(["day", "earliest-of", "latest-of", "due", "elapsed", "items", "late"])])

  static let dayRule = MatrixMapping("day-rule", "A day, counted from an event.", ofDay, rules: dayRules)

  private static let ofDay: [MatrixKey] = [
    .required("from", .name(of: "fact"), "The date that it is counted from."),
    .optional(
      "else-from", .name(of: "fact"), "The date that it is counted from while that one is not known: a forecast."),
    .required("within", .figure, "The length of time, which no fact holds."),
    .optional(
      "counted", .word(DayRule.Direction.self), "Whether it is counted after the event or before it; left out, after."),
    .required("day-one", .word(DayOne.self), "Which day is counted as the first."),
    .optional("month-end", .word(MonthEnd.self), "Where months end if the last one has no such day."),
    .optional(
      "if-closed", .word(DayRule.Closed.self), "Where the day moves if it is not a working day; left out, it stays."),
    .optional("suspended", .mapping(.suspension), "When the clock stands still."),
  ]

  /// A figure that is found in another way than by its text has its months too: that is the reader's to say.
  private static let dayRules: [KeyRule] = [
    .required("month-end", if: .inMonths("within")), .refused(["suspended"], if: .word("counted", is: "before")),
  ]

  static let suspension = MatrixMapping(
    "suspension", "A time during which the clock stands still.",
    [
      .required("from", .name(of: "fact"), "The first day that does not count."),
      .required(
        "to", .name(of: "fact"), "The last day that does not count; while it is not stated, there is no last day."),
    ])

  static let elapsed = MatrixMapping(
    "elapsed", "How many units of time lie between two dates.",
    [
      .required("from", .name(of: "fact"), "The date on which it begins."),
      .required("to", .name(of: "fact"), "The date on which it ends."),
      .optional("running-to", .name(of: "fact"), "The date that is counted to while it still goes on."),
      .required("in", .anyPeriod, "One unit, such as 1 day, 1 week, 3 days, 1 working day, 1 month."),
      .required("first-day", .word(MatrixReader.CountedWord.self), "Whether the day on which it begins is counted."),
      .required("last-day", .word(MatrixReader.CountedWord.self), "Whether the day on which it ends is counted."),
      .required("parts", .word(Elapsed.Parts.self), "Whether only full units count, or also one that has started."),
    ])

  static let lateness = MatrixMapping(
    "lateness", "By how many days a deadline was missed.",
    [
      .required("deadline", .name(of: "deadline"), "The deadline."),
      .optional("until", .name(of: "fact"), "The date that is counted to while it is not done."),
      .optional("in", .word(MatrixReader.LateUnit.self), "What is counted; left out, calendar days."),
    ])

  static let deadline = MatrixMapping(
    "deadline", "Something that the organisation has to do by a day.",
    MatrixKey.ofRule + ofDay + [
      .required("done", .name(of: "fact"), "The date on which it was done."),
      .required("binding", .word(Duty.Strength.self), "Whether it must be done by then or is aimed at."),
      .optional("or-by", .name(of: "fact"), "Another last day; the earlier of the two counts."),
      .optional("extended", .mapping(.extended), "How the last day may be put off."),
      .optional("when", .condition, "When it is owed; left out, always."),
      .optional("waived-when", .condition, "When the person has released the organisation from it."),
    ],
    rules: dayRules)

  static let extended = MatrixMapping(
    "extension", "How a last day may be put off.",
    [
      .required("to", .name(of: "fact"), "The date until which it was put off."),
      .optional("at-most", .anyPeriod, "How long after the printed last day it may be; left out, there is no limit."),
      .optional("unless", .name(of: "decision"), "The decision that allows more than that."),
    ],
    rules: [.refused(["unless"], if: .absent("at-most"))])
}

import Testing

@testable import RedressFiles

/// Figures that cannot be right.
@Suite struct FigureFaultTests {
  private static let days = #"values: { tenant: 10 working days, "7": 1 month }"#
  private static let steps = "ranges: [{ to: 2, is: 1 }, { is: 3 }]"
  private static let unconfirmed = "{ is: £5, unconfirmed: true }"

  static let tables = [
    MatrixChange(days, "values: { tenant: 10 working days }", .figureMissing),
    MatrixChange(days, #"values: { tenant: 1 day, tenent: 2 days, "7": 1 day }"#, .matrixWord),
    MatrixChange(days, "values: [1 day]", .matrixShape),
    MatrixChange(days, "values: {}", .figureMissing, .figureMissing),
    MatrixChange(days, #"values: { tenant: , "7": 1 day }"#, .matrixShape),
    MatrixChange(days, #"values: { tenant: [1 day], "7": 1 day }"#, .matrixShape),
    MatrixChange(days, #"values: { tenant: £5, "7": 1 day }"#, .literalPeriod),
    MatrixChange(days, #"values: { tenant: rooms, "7": 1 day }"#, .matrixType),
    MatrixChange(days, #"values: { tenant: { ask: gap }, "7": 1 day }"#, .figureAsk),
    MatrixChange("by: kind, values", "by: claim-date, values", .matrixType),
    MatrixChange("by: kind, values", "by: knd, values", .matrixReference),
    MatrixChange("by: kind, values", "by: [], values", .matrixShape),
    MatrixChange("by: kind, values", "values", .matrixKeyMissing),
    MatrixChange("by: kind, values", "on: claim-date, values", .matrixKeyMissing, .matrixKeyUnknown),
    MatrixChange(
      "by: [level, spread]", "by: [level, spread, form]", .matrixShape, .matrixShape, .matrixShape, .matrixShape),
  ]

  static let ranges = [
    MatrixChange(steps, "ranges: [{ to: 2, is: 1 }, { to: 2, is: 1 }, { is: 3 }]", .figureOrder),
    MatrixChange(steps, "ranges: [{ is: 1 }, { to: 3, is: 3 }]", .figureOrder, .figureOrder),
    MatrixChange(steps, "ranges: [{ to: £2, is: 1 }, { is: 3 }]", .literalCount),
    MatrixChange(steps, "ranges: [{ to: 2, is: £1 }, { is: 3 }]", .literalCount),
    MatrixChange(steps, "ranges: [{ to: 2 }, { is: 3 }]", .matrixKeyMissing),
    MatrixChange(steps, "ranges: [2, { is: 3 }]", .matrixShape),
    MatrixChange(steps, "ranges: []", .matrixShape),
    MatrixChange(steps, "ranges: 3", .matrixShape),
    MatrixChange("by: rooms, ranges", "by: began, ranges", .matrixType),
    MatrixChange("by: rooms, ranges", "by: [rooms], ranges", .matrixShape),
    MatrixChange("rate:\n          - { to: 2, is: £10 }", "rate:\n          - { to: 0, is: £10 }", .figureOrder),
    MatrixChange("          - { to: 2, is: £10 }\n", "          - { to: 2, is: £10 }\n          - £5\n", .matrixShape),
    MatrixChange("{ to: 2, is: £10 }", "{ is: £10 }", .figureOrder),
  ]

  static let byDay = [
    MatrixChange("to: 31 March", "to: 30 March", .figureSeason),
    MatrixChange("from: 1 April,", "from: 1 November,", .figureSeason, .figureOrder),
    MatrixChange("from: 1 April,", "from: 29 February,", .literalDayOfYear),
    MatrixChange("from: 1 April,", "from: 2026-04-01,", .literalDayOfYear),
    MatrixChange("on: began", "on: rooms", .matrixType),
    MatrixChange("on: began", "on: each", .matrixType),
    MatrixChange("from: 2026-04-01, is: £8", "from: 2018-04-01, is: £8", .figureOrder),
    MatrixChange("from: 2026-04-01, is: £8", "from: 2019-04-01, is: £8", .figureOrder),
    MatrixChange("from: 2026-04-01, is: £8", "from: 2026-04-31, is: £8", .literalDay),
    MatrixChange("from: 2026-04-01, is: £8", "from: 2026-04-01", .matrixKeyMissing),
    MatrixChange("from: 2026-04-01, is: £8", "from: 2026-04-01, is: rent", .literalMoney),
  ]

  static let plain = [
    MatrixChange(unconfirmed, "{ is: £5, ask: gap }", .matrixShape),
    MatrixChange(unconfirmed, "{}", .matrixShape),
    MatrixChange(unconfirmed, "{ unconfirmed: true, ask: gap }", .matrixKeyUnknown),
    MatrixChange(unconfirmed, "{ is: £5, by: kind }", .matrixKeyUnknown),
    MatrixChange(unconfirmed, "{ is: rent, unconfirmed: true }", .literalMoney),
    MatrixChange(unconfirmed, "{ is: { ask: gap }, unconfirmed: true }", .matrixShape),
    MatrixChange(unconfirmed, "{ is: £5, unconfirmed: maybe }", .literalFlag),
    MatrixChange(unconfirmed, "{ is: { is: { is: £5 } } }"),
    MatrixChange(unconfirmed, "[£5]", .matrixShape),
    MatrixChange(unconfirmed, "25%", .literalMoney),
    MatrixChange(unconfirmed, "{ ask: settled }", .readingSettled),
    MatrixChange(unconfirmed, "{ ask: gpa }", .matrixReference),
    MatrixChange("{ add: 10% }", "{ add: 10 }", .literalFraction),
    MatrixChange("{ add: 10% }", "{ add: 1/0 }", .literalFraction),
    MatrixChange("{ add: 10% }", "{ add: 10001% }", .literalFraction),
    MatrixChange("{ add: 10% }", "{ add: 999999999/1 }", .literalFraction),
    MatrixChange("{ add: 10% }", "{ add: rooms }", .matrixType),
    MatrixChange("left-out: 12.5% }", "left-out: 12.5 }", .literalPercent),
    MatrixChange("left-out: 12.5% }", "left-out: 10001% }", .literalPercent),
    MatrixChange("left-out: 1 }", "left-out: 1000001 }", .literalCount),
    MatrixChange("left-out: 1 }", "left-out: one }", .literalCount),
  ]

  @Test(arguments: tables + ranges) func aTableIsMet(change: MatrixChange) { change.meet() }

  @Test(arguments: byDay + plain) func aValueIsMet(change: MatrixChange) { change.meet() }
}

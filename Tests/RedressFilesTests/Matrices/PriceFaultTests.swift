import Testing

@testable import RedressFiles

/// Prices that cannot be right.
@Suite struct PriceFaultTests {
  private static let most = "at-most: { fixed: £100 }"
  private static let adjusting =
    "adjust: [{ add: 25%, when: declined, because: for trouble }, { take-off: own-part }, { keep: 1/2 }]"

  static let shapes = [
    MatrixChange(most, "at-most: { fixed: £100, total-of: costs }", .matrixShape),
    MatrixChange(most, "at-most: { rounding: { to: £1, manner: up } }", .matrixShape),
    MatrixChange(most, "at-most: { fixed: £100, rounding: { to: £1, manner: up } }", .matrixKeyUnknown),
    MatrixChange(most, "at-most: [£100]", .matrixShape),
    MatrixChange(adjusting, "adjust: []", .factUnused, .matrixShape),
    MatrixChange(adjusting, "adjust: { add: own-part }", .factUnused, .matrixShape),
    MatrixChange("{ keep: 1/2 }", "{ when: declined }", .matrixShape),
    MatrixChange("{ keep: 1/2 }", "{ keep: 1/2, add: 1/2 }", .matrixShape),
    MatrixChange("rounding: { to: £1, manner: down }", "rounding: { to: £0, manner: down }", .literalMoney),
    MatrixChange("rounding: { to: £1, manner: down }", "rounding: { to: £1, manner: near }", .matrixWord),
    MatrixChange("rounding: { to: £1, manner: down }", "rounding: down", .matrixShape),
    MatrixChange("      highest-of:\n", "      highest-of: []\n      lowest-of:\n", .matrixShape),
    MatrixChange("total-of: costs", "total-of: best", .headOrder),
    MatrixChange("total-of: costs", "total-of: [costs, costs]", .matrixShape),
    MatrixChange("total-of: costs", "total-of: coasts", .matrixReference),
    MatrixChange("lowest-of: [£2, {", "lowest-of: [{}, {", .matrixShape),
  ]

  static let kinds = [
    MatrixChange("per: 7", "per: 0", .literalCount),
    MatrixChange("per: 7", "per: 999999999"),
    MatrixChange("per: 7", "per: £7", .literalCount),
    MatrixChange("grace: 2", "grace: 2 days", .literalCount),
    MatrixChange("count: lasted\n", "count: rooms\n", .matrixType),
    MatrixChange("age: age, life", "age: began, life", .factUnused, .matrixType),
    MatrixChange("cost: price-new", "cost: age", .factUnused, .matrixType),
    MatrixChange("less: [insured], age", "less: [offered], age", .factMisplaced),
    MatrixChange("life: 10", "life: 0", .literalCount),
    MatrixChange("life: 10", "life: 10 years", .literalCount),
    MatrixChange("rate: 4.25%", "rate: 1/3", .literalFraction),
    MatrixChange("rate: 4.25%", "rate: { on: each, dated: [{ from: 2020-01-01, is: 4% }] }"),
    MatrixChange("rate: 4.25%", "rate: { on: lasted, dated: [{ from: 2020-01-01, is: 4% }] }", .matrixType),
    MatrixChange("on-heads: [costs, worn]", "on-heads: [costs, best]", .headOrder),
    MatrixChange("on-heads: [costs, worn]", "on-heads: costs, on: rent", .matrixShape),
    MatrixChange("on-heads: [costs, worn], ", "", .matrixKeyMissing),
    MatrixChange("year-of: actual", "year-of: 360 days", .matrixWord),
    MatrixChange(
      "compound: yearly", "compound: yearly, daily-rounded: { to: £0.01, manner: up }", .matrixShape),
    MatrixChange("days: lasted\n        rate: 8%", "days: rooms\n        rate: 8%", .matrixType),
    MatrixChange("part-at-most: 100%", "part-at-most: £1", .literalFraction),
    MatrixChange("times: [lasted]", "times: [rent]", .matrixType),
    MatrixChange("factors: [level]", "factors: [declined]", .matrixType),
    MatrixChange("evidence: [evidence, ", "evidence: [declined, ", .matrixType),
    MatrixChange("evidence: [evidence, ", "evidence: [insured, ", .matrixType),
    MatrixChange("left-out: tenant, choices", "left-out: level, choices", .matrixType, .factMisplaced),
  ]

  static let grids = [
    MatrixChange("home: { from: £3 } }", "hoem: { from: £3 } }", .bandLevelMissing, .matrixWord),
    MatrixChange("home: { from: £3 } }", "home: { from: £1 } }"),
    MatrixChange("home: { from: £3 } }", "home: £3 }", .matrixShape),
    MatrixChange("suggest: £10", "suggest: £21", .bandStart),
    MatrixChange("suggest: £150", "suggest: £100.99", .bandStart),
    MatrixChange("split-by: spread", "split-by: rooms", .matrixType),
    MatrixChange("split-by: spread", "split-by: spread\n        between: gap", .matrixKeyUnknown),
  ]

  @Test(arguments: shapes + grids) func aPriceIsMet(change: MatrixChange) { change.meet() }

  @Test(arguments: kinds) func aKindIsMet(change: MatrixChange) { change.meet() }

  @Test func withoutARoundingNothingIsDivided() {
    let rounding = "rounding: { to: £0.01, manner: half up, source: policy#1, readings: settled }\n"
    let missing = FaultCode.roundingMissing
    MatrixChange(rounding, "\n", missing, missing, missing, missing, missing).meet()
    MatrixChange(rounding, "rounding: { to: £0, manner: half up, source: policy#1 }\n", .literalMoney).meet()
  }
}

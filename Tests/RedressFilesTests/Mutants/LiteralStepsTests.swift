import Testing

@testable import RedressFiles

/// What lies one step beside a literal.
@Suite struct LiteralStepsTests {
  @Test(arguments: [
    ("£100", ["£100.01", "£99.99"]), ("£0", ["£0.01"]), ("£0.01", ["£0.02", "£0"]), ("£9.90", ["£9.91", "£9.89"]),
    ("£1.09", ["£1.10", "£1.08"]),
  ])
  func sumsByAPenny(text: String, steps: [String]) { #expect(LiteralSteps.around(text) == steps) }

  @Test(arguments: [
    ("25%", ["26%", "24%"]), ("12.5%", ["12.6%", "12.4%"]), ("0%", ["1%"]), ("0.05%", ["0.06%", "0.04%"]),
    ("1.00%", ["1.01%", "0.99%"]), ("2/37", ["3/37", "1/37", "2/38", "2/36"]), ("1/1", ["2/1", "0/1", "1/2"]),
  ])
  func partsInTheirLastPlace(text: String, steps: [String]) { #expect(LiteralSteps.around(text) == steps) }

  @Test(arguments: [
    ("28 days", ["29 days", "27 days", "28 working days"]), ("6 months", ["7 months", "5 months"]),
    ("10 working days", ["11 working days", "9 working days", "10 days"]), ("1 week", ["2 weeks", "0 weeks"]),
    ("3", ["4", "2"]), ("0", ["1"]),
  ])
  func countsByOne(text: String, steps: [String]) { #expect(LiteralSteps.around(text) == steps) }

  @Test(arguments: [
    ("2023-07-03", ["2023-07-04", "2023-07-02"]), ("2024-02-29", ["2024-03-01", "2024-02-28"]),
    ("1 November", ["2 November", "31 October"]), ("28 February", ["1 March", "27 February"]),
    ("31 December", ["1 January", "30 December"]),
  ])
  func daysByADay(text: String, steps: [String]) { #expect(LiteralSteps.around(text) == steps) }

  @Test(arguments: ["rent-arrears", "half up", "", "£", "%", "1/0", "£1,000", "a/b"])
  func whatIsNoLiteralHasNone(text: String) { #expect(LiteralSteps.around(text) == []) }
}

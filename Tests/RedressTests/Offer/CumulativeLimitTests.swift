import Redress
import Testing

/// Limits on all offers of a period together, which count what a register knows of the others. The offer looked at is
/// of £180.00, dated 12 October 2026.
@Suite struct CumulativeLimitTests {
  private func desk(_ upTo: Int64, within: Period = Period(12, .months), beside: [SignedBeside]?) -> Desk {
    var desk = Desk()
    let limit = SigningLimit(upTo: nil, heads: nil, together: .init(upTo: Money(pence: upTo), within: within))
    desk.officers[2] = .holding("hana", "head", limit: limit)
    desk.signedBeside = beside
    return desk
  }

  private func signed(_ pence: Int64, _ date: CivilDate, by officer: String = "hana") -> SignedBeside {
    SignedBeside(officer: officer, offerDate: date, total: Money(pence: pence))
  }

  @Test(arguments: [(17_999, false), (18_000, true), (18_001, true)])
  func `Alone an offer counts for itself`(upTo: Int64, isSigned: Bool) {
    #expect(desk(upTo, beside: []).rule(of: "hana") == (isSigned ? nil : .cumulativeLimit))
  }

  @Test(arguments: [(32_000, true), (32_001, false)])
  func `What was signed before comes on top`(before: Int64, isSigned: Bool) {
    let desk = desk(50_000, beside: [signed(before - 10_000, day(2026, 3, 1)), signed(10_000, day(2026, 10, 12))])
    #expect(desk.rule(of: "hana") == (isSigned ? nil : .cumulativeLimit))
  }

  @Test(arguments: [
    (day(2025, 10, 12), Period(12, .months), true), (day(2025, 10, 13), Period(12, .months), false),
    (day(2025, 10, 12), Period(1, .years), true), (day(2025, 10, 13), Period(1, .years), false),
    (day(2026, 9, 14), Period(28, .days), true), (day(2026, 9, 15), Period(28, .days), false),
    (day(2026, 9, 14), Period(4, .weeks), true), (day(2026, 9, 15), Period(4, .weeks), false),
    (day(2026, 10, 13), Period(12, .months), true),
  ])
  func `The period ends with the offer date, and has so many days`(date: CivilDate, within: Period, isSigned: Bool) {
    let desk = desk(50_000, within: within, beside: [signed(40_000, date)])
    #expect(desk.rule(of: "hana") == (isSigned ? nil : .cumulativeLimit))
  }

  @Test func `What others signed does not count`() {
    let desk = desk(50_000, beside: [signed(90_000, day(2026, 10, 1), by: "dora")])
    #expect(desk.rule(of: "hana") == nil)
  }

  @Test func `The refusal says how much was signed before`() {
    let desk = desk(50_000, beside: [signed(40_000, day(2026, 10, 1))])
    let refusal = desk.refusal(of: "hana")
    #expect(
      refusal?.says
        == "hana may sign £500.00 in 12 months together. £400.00 was signed before, and this makes £580.00.")
    #expect(refusal?.whoCould == ["dora", "carl"])
    #expect(refusal?.sources == ["house#limits"])
  }
}

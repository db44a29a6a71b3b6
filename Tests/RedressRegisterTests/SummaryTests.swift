import Redress
import RedressDocuments
import Testing

@testable import RedressRegister

/// What is shown of an offer, at every stage of its life.
@Suite struct SummaryTests {
  private func text(_ desk: Desk, on day: String = "2026-10-25") throws -> String {
    let today = SampleRegister.day(day)
    let events = try desk.register.read { try $0.events(of: desk.number) }
    let history = OfferHistory(try desk.life, events, today: today).document
    return TextEmitter(width: 160).text(of: OfferSummary(try desk.life, today: today).document)
      + TextEmitter(width: 160).text(of: history)
  }

  @Test func eachStageSaysWhatComesNext() throws {
    #expect(try text(Desk(until: .drafted)).contains("To be signed: redress sign 1"))
    #expect(try text(Desk(until: .signed)).contains("redress issue 1"))
    let desk = try Desk()
    #expect(try text(desk).contains("The person accepts or declines it."))
    #expect(try text(desk, on: "2026-11-10").contains("Its last day is over."))
    try desk.accept("2026-10-20", facts: [("rent-arrears", "95"), ("service-charge-arrears", "0")])
    #expect(try text(desk).contains("£127.00 to pay, £95.00 to credit to arrears. Payment waits for: acceptance-form."))
    try desk.pay()
    #expect(try text(desk).contains("Next                           £95.00 to credit to arrears."))
  }

  @Test func aPartSaysOfWhatItIsOne() throws {
    let desk = try Desk()
    try desk.accept("2026-10-20", parts: ["reimbursement"])
    let text = try text(desk)
    #expect(text.contains("Offered                        £222.00"))
    #expect(text.contains("Accepted                       £42.00, for item 2, reimbursement"))
  }

  @Test func whatIsGivenInKindIsShown() throws {
    let form = SampleRegister.caseText("PHG-1", amount: "£40.00").replacing(#""medium""#, with: #""low""#)
      .replacing(#""bacs""#, with: #""flowers""#)
    let desk = try Desk(form)
    try desk.accept("2026-10-20")
    try desk.pay("flowers", proof: "florist", seen: [])
    #expect(try text(desk).contains("Given in kind                  £40.00"))
  }
}

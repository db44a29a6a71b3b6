import Redress
import RedressFiles
import Testing

@testable import RedressRegister

/// Payment: by whom, how much, after what was seen, once, and back again.
@Suite struct PayTests {
  private func accepted(_ facts: [(String, String)] = Desk.nothingOwed) throws -> Desk {
    let desk = try Desk()
    try desk.accept("2026-10-20", facts: facts)
    return desk
  }

  @Test func allOfItIsPaid() throws {
    let desk = try accepted()
    #expect(try desk.pay().life.state == .paid)
    #expect(try desk.life.paid.decimalText == "222.00")
    #expect(try desk.life.paidOn == SampleRegister.day("2026-10-22"))
  }

  @Test(arguments: [("j.okafor", "drafted"), ("a.khan", "signed")])
  func notByWhoPreparedOrSignedIt(officer: String, part: String) throws {
    let refused = try refusal { try accepted().pay(by: officer) }
    #expect(refused?.rule == .ownWork)
    #expect(refused?.says.contains(part) == true)
    #expect(refused?.sources == ["house#payer-is-another"])
  }

  @Test func notByWhoLetALateAcceptanceIn() throws {
    let desk = try Desk()
    try desk.accept("2026-11-10", decisions: [desk.late(true, by: "s.ward", on: "2026-11-10")])
    #expect(try refusal { try desk.pay(on: "2026-11-12") }?.rule == .ownWork)
    #expect(try desk.pay(by: "d.price", on: "2026-11-12").life.state == .paid)
  }

  @Test(arguments: [("221.99", true), ("222.00", true), ("222.01", false), ("0", false)])
  func neverMoreThanIsOpen(sum: String, isPaid: Bool) throws {
    let refused = try refusal { try accepted().pay("bacs", sum) }
    #expect(refused?.rule == (isPaid ? nil : .amount))
  }

  @Test func inParts() throws {
    let desk = try accepted()
    try desk.pay("bacs", "200", proof: "one")
    #expect(try desk.life.state == .accepted)
    #expect(try refusal { try desk.pay("cheque", "22.01", proof: "two") }?.rule == .amount)
    #expect(try desk.pay("cheque", "22.00", proof: "two").life.state == .paid)
  }

  @Test func arrearsAreCredited() throws {
    let desk = try accepted([("rent-arrears", "95"), ("service-charge-arrears", "0")])
    #expect(try refusal { try desk.pay("set-off", "95.01", seen: []) }?.rule == .amount)
    try desk.pay("set-off", seen: [])
    #expect(try desk.life.credited.decimalText == "95.00")
    #expect(try desk.pay().life.state == .paid)
  }

  @Test func moneyWaitsForTheForm() throws {
    let desk = try accepted()
    let refused = try refusal { try desk.pay(seen: []) }
    #expect(refused?.rule == .paymentWaits)
    #expect(refused?.sources == ["policy#appendix-1-compensation", "policy#appendix-1-reimbursement"])
    #expect(try refusal { try desk.pay(seen: ["acceptance-form", "passport"]) }?.rule == .paymentWaits)
  }

  /// Reimbursement without receipts waits for them; the rest of the offer does not.
  @Test func anItemWaitsForItsReceipts() throws {
    let text = SampleRegister.caseText("PHG-1").replacing(
      #""receipts": [ { "amount": "£42.00", "for": "heater", "on": "2026-09-20" } ]"#, with: #""amount": "£42.00""#)
    let desk = try Desk(text)
    try desk.accept("2026-10-20")
    #expect(try refusal { try desk.pay() }?.rule == .paymentWaits)
    #expect(try refusal { try desk.pay("bacs", "180.01") }?.rule == .paymentWaits)
    try desk.pay("bacs", "180.00")
    #expect(try refusal { try desk.pay("bacs", proof: "two") }?.rule == .paymentWaits)
    #expect(try desk.pay("bacs", proof: "two", seen: ["receipts"]).life.state == .paid)
  }

  @Test func notBeforeItWasAccepted() throws {
    #expect(try refusal { try accepted().pay(on: "2026-10-19") }?.rule == .day)
    #expect(try refusal { try Desk().pay() }?.rule == .order)
  }

  @Test func aMethodThatIsNotKnown() throws {
    #expect(try refusal { try accepted().pay("pigeon") }?.rule == .method)
  }

  @Test func thePaymentAgainIsTold() throws {
    let desk = try accepted()
    try desk.pay("bacs", "100")
    #expect(try desk.pay("bacs", "100").isRepeated)
    let refused = try refusal { try desk.pay("bacs") }
    #expect(refused?.rule == .amount && refused?.says.contains("£122.00 is open") == true)
    #expect(try !desk.pay("bacs", "100", proof: "BACS 2").isRepeated)
    #expect(try desk.life.paid.decimalText == "200.00")
    #expect(try desk.pay("bacs", proof: "BACS 3").life.state == .paid)
    #expect(try desk.pay("bacs", proof: "BACS 3").isRepeated)
  }

  @Test func flowersAreGivenAndNotPaid() throws {
    let text = SampleRegister.caseText("PHG-1", amount: "£40.00").replacing(#""medium""#, with: #""low""#)
      .replacing(#""bacs""#, with: #""flowers""#)
    let desk = try Desk(text)
    try desk.accept("2026-10-20")
    #expect(try desk.life.sums.payable.decimalText == "42.00")
    #expect(try refusal { try desk.pay("bacs", "42.01") }?.rule == .amount)
    try desk.pay()
    #expect(try desk.life.state == .accepted)
    #expect(try desk.pay("flowers", proof: "florist", seen: []).life.state == .paid)
    #expect(try desk.life.paid.decimalText == "42.00")
    #expect(try desk.life.given.decimalText == "40.00")
  }

  // MARK: Coming back

  @Test func aReturnedTransferIsOpenAgain() throws {
    let desk = try accepted()
    let payment = try desk.pay().event.number
    let returned = try desk.write("s.ward", "2026-10-26") {
      try $0.takeBack(payment, of: desk.number, because: "account closed")
    }
    #expect(returned.life.state == .accepted)
    #expect(returned.life.paid == .zero && returned.life.paidOn == nil)
    #expect(try desk.pay("cheque", on: "2026-10-27", proof: "000123").life.state == .paid)
  }

  @Test func itComesBackOnceAndNotBeforeItWasPaid() throws {
    let desk = try accepted()
    let payment = try desk.pay().event.number
    func takeBack(_ day: String, _ number: Int, _ why: String = "returned") throws -> ActOutcome {
      try desk.write("s.ward", day) { try $0.takeBack(number, of: desk.number, because: why) }
    }
    #expect(try refusal { try takeBack("2026-10-21", payment) }?.rule == .day)
    #expect(try refusal { try takeBack("2026-10-26", payment + 1) }?.rule == .order)
    _ = try takeBack("2026-10-26", payment)
    #expect(try takeBack("2026-10-26", payment).isRepeated)
    #expect(try refusal { try takeBack("2026-10-26", payment, "again") }?.rule == .order)
  }

  /// The same transfer tried again after it came back is another payment, with the same words.
  @Test func thePaymentAfterAReturnIsNotTakenForTheOldOne() throws {
    let desk = try accepted()
    let payment = try desk.pay().event.number
    _ = try desk.write("s.ward", "2026-10-22") { try $0.takeBack(payment, of: desk.number, because: "returned") }
    let again = try desk.pay()
    #expect(!again.isRepeated)
    #expect(again.life.state == .paid)
  }
}

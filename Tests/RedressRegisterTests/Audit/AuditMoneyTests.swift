import Foundation
import GRDB
import Redress
import RedressFiles
import RedressSigning
import Testing

@testable import RedressRegister

/// Settlement, payments and what waits. What the acts refuse is written past them, as somebody with the file could.
@Suite struct AuditMoneyTests {
  private static let debt = AuditCase(arrears: "£20.00")

  /// Appends an act to the events alone.
  private func forge(_ act: Act, _ bench: AuditBench, _ number: Int, by: String = "l.novak", on: String = "2026-10-22")
    throws
  {
    try bench.register.write(AuditBench.stamp(by, on)) { _ = try $0.append(act, offer: number) }
  }

  private func payment(_ pence: Int64, _ method: String = "bacs") -> Act {
    .paid(Payment(method: method, amount: Money(pence: pence), proof: "BACS-X", seen: [], run: nil))
  }

  // MARK: Settlement

  @Test(arguments: [(0, []), (1, ["1 set-off.above-arrears", "1 settlement.sums"])] as [(Int64, [String])])
  func setOffIsHeldAgainstTheDebtToThePenny(more: Int64, found: [String]) throws {
    let bench = try AuditBench()
    let number = try bench.enter(Self.debt)
    try bench.issue(number, on: "2026-10-12")
    try bench.accept(number, on: "2026-10-20", arrears: "£20.00")
    // The same acceptance on another offer, with so many pence more set off.
    let life = try #require(try bench.register.read { try $0.life(of: number) })
    let second = try bench.enter(
      AuditCase(reference: "PHG-2", household: "H-2", arrears: "£20.00", person: "Mr B."))
    try bench.issue(second, on: "2026-10-12")
    let acceptance = try #require(life.acceptance)
    let forged = Acceptance(
      items: acceptance.items, sums: acceptance.sums.movingToSetOff(Money(pence: more)),
      settlement: acceptance.settlement, payTo: nil, waitsFor: [], payBy: nil, late: nil)
    try bench.register.write(AuditBench.stamp("j.okafor", "2026-10-20")) { writing in
      var other = try writing.life(second)
      try writing.append(.accepted(forged), to: &other)
    }
    #expect(try bench.codes().map { $0.replacing("2 ", with: "1 ") } == found)
  }

  // MARK: Payments

  @Test func moneyForAnOfferThatNobodyAcceptedIsFound() throws {
    let bench = try AuditBench()
    let number = try bench.enter(AuditCase())
    try bench.issue(number, on: "2026-10-12")
    try forge(payment(6000), bench, number)
    #expect(try bench.codes() == ["1 payment.not-accepted"])
  }

  @Test(arguments: [(1000, []), (1001, ["1 payment.above"])] as [(Int64, [String])])
  func moneyAboveWhatWasAcceptedIsFound(pence: Int64, found: [String]) throws {
    let bench = try AuditBench()
    let number = try bench.accepted(AuditCase())
    try bench.pay(number, amount: Money(pence: 5000))
    try bench.register.write(AuditBench.stamp("l.novak", "2026-10-22")) { writing in
      var life = try writing.life(number)
      if found.isEmpty {
        try writing.append(payment(pence), to: &life)
      } else {
        try writing.append(payment(pence), offer: number)
      }
    }
    #expect(try bench.codes() == found)
  }

  @Test(arguments: [("j.okafor", true), ("a.khan", true), ("l.novak", false)])
  func whoPreparedOrSignedDoesNotPay(payer: String, isFound: Bool) throws {
    let bench = try AuditBench()
    let number = try bench.accepted(AuditCase())
    try bench.register.write(AuditBench.stamp(payer, "2026-10-22")) { writing in
      var life = try writing.life(number)
      try writing.append(payment(6000), to: &life)
    }
    #expect(try bench.codes() == (isFound ? ["1 payment.by-preparer"] : []))
  }

  @Test func aPaymentThatCameBackIsOpenUntilItIsPaidAgain() throws {
    let bench = try AuditBench()
    let number = try bench.accepted(AuditCase())
    let payment = try bench.pay(number)
    #expect(try bench.codes() == [])
    _ = try bench.register.write(AuditBench.stamp("l.novak", "2026-10-23")) {
      try $0.takeBack(payment, of: number, because: "account closed")
    }
    #expect(try bench.codes() == ["1 payment.returned-open"])
    try bench.pay(number, on: "2026-10-24", proof: "CHQ-2")
    #expect(try bench.codes() == [])
  }

  @Test func aTableThatSaysSomethingElseIsFound() throws {
    let bench = try AuditBench()
    let number = try bench.accepted(AuditCase())
    try bench.pay(number)
    #expect(try bench.codes() == [])
    try bench.register.pool.write {
      try $0.execute(sql: "UPDATE offer SET paid = paid - 1, payable = payable - 1, gross = gross - 1")
    }
    let codes = try bench.codes()
    #expect(codes.count == 4 && Set(codes) == ["1 tables.differ", "0 tables.differ"])
  }

  // MARK: Waiting

  @Test(arguments: [("2026-11-03", false), ("2026-11-04", true)])
  func whatWaitsIsAFindingPastThePromisedDay(today: String, isLate: Bool) throws {
    let bench = try AuditBench()
    _ = try bench.accepted(Self.debt, payWithin: Period(14, .days))
    let (findings, summary) = try bench.audit(today: today)
    #expect(findings.map(\.code) == [.paymentWaiting, .creditWaiting])
    #expect(findings.map(\.grade) == (isLate ? [.finding, .finding] : [.note, .note]))
    #expect(findings[0].says.contains("£40.00") && findings[1].says.contains("£20.00"))
    #expect(findings[0].says.contains(isLate ? "15 days ago" : "14 days ago"))
    #expect(summary.offersWaiting == 1 && summary.total.waiting == Money(pence: 6000))
    #expect(summary.waitingSince == SampleRegister.day("2026-10-20"))
  }

  @Test func whatIsPaidAndCreditedDoesNotWait() throws {
    let bench = try AuditBench()
    let number = try bench.accepted(Self.debt, payWithin: Period(14, .days))
    try bench.pay(number)
    #expect(try bench.audit(today: "2026-12-01").findings.map(\.code) == [.creditWaiting])
    try bench.pay(number, method: Payment.setOff)
    #expect(try bench.audit(today: "2026-12-01").findings == [])
  }

  @Test(arguments: [("2026-11-09", []), ("2026-11-10", ["(1 lapsed.open)"])])
  func anOfferThatLapsedIsNoted(today: String, found: [String]) throws {
    let bench = try AuditBench()
    let number = try bench.enter(AuditCase())
    try bench.issue(number, on: "2026-10-12")
    #expect(try bench.codes(today: today) == found)
    _ = try bench.register.write(AuditBench.stamp("l.novak", "2026-11-10")) { try $0.close(number, remediesBy: []) }
    #expect(try bench.codes(today: "2026-11-10") == [])
  }

  @Test func whatIsGivenInKindIsNoted() throws {
    let bench = try AuditBench()
    let number = try bench.accepted(AuditCase(form: "flowers"))
    #expect(try bench.codes() == [])
    try bench.pay(number, method: "flowers", proof: "florist's receipt")
    #expect(try bench.codes() == ["(1 in-kind.given)"])
  }
}

extension Sums {
  /// With so much more set off and less to pay.
  fileprivate func movingToSetOff(_ sum: Money) -> Sums {
    let items = self.items.map { item in
      Item(
        number: item.number, head: item.head, amount: item.amount, alreadyPaid: item.alreadyPaid,
        setOff: item.setOff + sum, payable: item.payable - sum, form: item.form, isInKind: item.isInKind)
    }
    return Sums(
      gross: gross, alreadyPaid: alreadyPaid, setOff: setOff + sum, payable: payable - sum, inKind: inKind,
      items: items)
  }
}

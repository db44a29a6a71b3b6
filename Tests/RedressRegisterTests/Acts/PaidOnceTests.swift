import Redress
import RedressFiles
import Testing

@testable import RedressRegister

/// What a trial found: ways in which a sum could have been paid twice, or an acceptance lost.
@Suite struct PaidOnceTests {
  private func text(_ amount: String, paid: String? = nil) -> String {
    SampleRegister.caseText("PHG-1", amount: amount)
      .replacing(#""offer-date": "2026-10-12""#, with: #""offer-date": "2026-10-20""#)
      .replacing(
        #""rent-arrears": "£95.00""#, with: paid.map { #""already-paid": "\#($0)""# } ?? #""rent-arrears": "0""#)
  }

  private func accepted() throws -> Desk {
    let desk = try Desk()
    try desk.accept("2026-10-20")
    return desk
  }

  @discardableResult
  private func run(_ desk: Desk, _ kind: Run.Kind = .payments, on day: String = "2026-10-21") throws -> RunOutcome {
    try desk.write("s.ward", day) {
      try $0.makeRun(RunOrder(kind, seen: [RunOrder.Seen(name: "acceptance-form")])) { _ in }
    }
  }

  // MARK: Revisions

  @Test func whatWasAcceptedStandsUntilTheRevisionIsAccepted() throws {
    let desk = try accepted()
    let revision = try desk.revise(text("£300.00", paid: "0"))
    try desk.issue(revision, on: "2026-10-21")
    #expect(try desk.life.state == .accepted)
    let order = AcceptanceOrder(facts: Desk.nothingOwed.map { ($0.0, $0.1) })
    _ = try desk.write("j.okafor", "2026-10-22") {
      try $0.accept(revision, order, pricer: desk.pricer, conditions: nil)
    }
    #expect(try desk.life.state == .superseded)
    #expect(try desk.life(revision).sums.gross.decimalText == "342.00")
  }

  @Test func aDeclinedRevisionLetsTheAcceptanceStand() throws {
    let desk = try accepted()
    let revision = try desk.revise(text("£101.00", paid: "0"))
    try desk.issue(revision, on: "2026-10-21")
    _ = try desk.write("j.okafor", "2026-10-22") { try $0.decline(revision, because: "too little") }
    #expect(try desk.life.state == .accepted && desk.life.pendingRevision == nil)
    #expect(try desk.pay(on: "2026-10-23").life.state == .paid)
  }

  @Test func aPaymentThatComesBackStopsTheRevisionThatCountsIt() throws {
    let desk = try accepted()
    let payment = try desk.pay("bacs", "100", on: "2026-10-20").event.number
    let revision = try desk.revise(text("£180.00", paid: "£100.00"))
    try desk.issue(revision, on: "2026-10-21")
    _ = try desk.write("s.ward", "2026-10-21") { try $0.takeBack(payment, of: desk.number, because: "returned") }
    let order = AcceptanceOrder(facts: Desk.nothingOwed.map { ($0.0, $0.1) })
    let refused = try refusal {
      try desk.write("j.okafor", "2026-10-22") { try $0.accept(revision, order, pricer: desk.pricer, conditions: nil) }
    }
    #expect(refused?.rule == .alreadyPaid)
  }

  /// £50 was paid on the spot before the first offer; what the register paid comes on top of it.
  @Test func whatWasStatedBeforeCountsToo() throws {
    let first = SampleRegister.caseText("PHG-1").replacing(
      #""rent-arrears": "£95.00""#, with: #""already-paid": "£50.00""#)
    let desk = try Desk(first)
    try desk.accept("2026-10-20")
    #expect(try desk.pay(on: "2026-10-20").life.paid.decimalText == "172.00")
    #expect(try refusal { try desk.revise(text("£300.00", paid: "£172.00")) }?.rule == .alreadyPaid)
    _ = try desk.revise(text("£300.00", paid: "£222.00"))
  }

  @Test func aClosedDecisionCanBeRevised() throws {
    let desk = try Desk()
    _ = try desk.write("j.okafor", "2026-11-10") { try $0.close(desk.number, remediesBy: []) }
    let revision = try desk.revise(text("£300.00"))
    #expect(try desk.life(revision).state == .signed)
  }

  // MARK: Runs

  @Test func whatARunListsIsNotPaidBesideIt() throws {
    let desk = try accepted()
    try run(desk)
    for method in ["bacs", "cheque", "cash", "rent-account"] {
      #expect(try refusal { try desk.pay(method, "10") }?.rule == .run, "\(method)")
    }
  }

  @Test func whatARunListsIsNotRevised() throws {
    let desk = try accepted()
    let number = try #require(try run(desk).event?.number)
    #expect(try refusal { try desk.revise(text("£300.00", paid: "0")) }?.rule == .run)
    let cancelled = try desk.write("s.ward", "2026-10-22") {
      try $0.cancelRun(number, offer: desk.number, because: "never released")
    }
    #expect(cancelled.total.decimalText == "222.00" && cancelled.offers == [desk.number])
    _ = try desk.revise(text("£300.00", paid: "0"))
  }

  @Test func whatWasTakenOffIsListedAgainAndNotPaidInTheOldRun() throws {
    let desk = try accepted()
    let number = try #require(try run(desk).event?.number)
    func cancel() throws -> CancelledRun {
      try desk.write("s.ward", "2026-10-22") { try $0.cancelRun(number, offer: nil, because: "never released") }
    }
    _ = try cancel()
    #expect(try refusal { try cancel() }?.rule == .run)
    #expect(try desk.write("d.price", "2026-10-22") { try $0.payRun(number, proof: "x", seen: []).paid.count } == 0)
    let again = try #require(try run(desk, on: "2026-10-23").run)
    #expect(again.total.decimalText == "222.00")
    #expect(try desk.register.read { try $0.check() }.findings.filter { !$0.isGood }.map(\.says) == [])
  }

  @Test func whatIsPaidInARunIsNotTakenOff() throws {
    let desk = try accepted()
    let number = try #require(try run(desk).event?.number)
    _ = try desk.write("d.price", "2026-10-22") {
      try $0.payRun(number, proof: "BACS 9", seen: [RunOrder.Seen(name: "acceptance-form")])
    }
    let refused = try refusal {
      try desk.write("s.ward", "2026-10-22") { try $0.cancelRun(number, offer: nil, because: "late") }
    }
    #expect(refused?.rule == .run)
  }

  // MARK: Debts

  @Test func eachDebtIsCreditedToItsAccount() throws {
    let text = SampleRegister.caseText("PHG-1").replacing(
      #""rent-account": "RA-77120""#, with: #""rent-account": "RA-77120", "service-charge-account": "SC-9""#)
    let desk = try Desk(text)
    try desk.accept("2026-10-20", facts: [("rent-arrears", "50"), ("service-charge-arrears", "40")])
    #expect(
      try desk.life.acceptance?.credits.map { "\($0.account) \($0.amount.decimalText)" }
        == ["rent-account 50.00", "service-charge-account 40.00"])
    var bytes: [UInt8] = []
    _ = try desk.write("s.ward", "2026-10-21") { try $0.makeRun(RunOrder(.credits)) { bytes = $0 } }
    let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
    let rows = lines.map { $0.split(separator: ",", omittingEmptySubsequences: false)[3...5].joined(separator: " ") }
    #expect(rows.dropFirst().prefix(2) == ["RA-77120 rent-arrears 50.00", "SC-9 service-charge-arrears 40.00"])
  }

  @Test func aDebtWithoutItsAccountIsLeftOut() throws {
    let desk = try Desk()
    try desk.accept("2026-10-20", facts: [("rent-arrears", "50"), ("service-charge-arrears", "40")])
    let outcome = try run(desk, .credits)
    #expect(outcome.event == nil && outcome.leftOut.map(\.why) == [.noRentAccount])
    #expect(outcome.leftOut[0].says.contains("service-charge-account"))
  }

  @Test func oneDebtIsNotClearedTwice() throws {
    let desk = try Desk()
    try desk.accept("2026-10-20", facts: [("rent-arrears", "95"), ("service-charge-arrears", "0")])
    let other = try SampleRegister.offer("PHG-2", in: desk.register, pricer: desk.pricer, until: .issued, salt: 8)
    func accept(_ owed: String) throws -> ActOutcome {
      let order = AcceptanceOrder(facts: [("rent-arrears", owed), ("service-charge-arrears", "0")])
      return try desk.write("j.okafor", "2026-10-20") {
        try $0.accept(other, order, pricer: desk.pricer, conditions: nil)
      }
    }
    #expect(try refusal { try accept("95") }?.rule == .balance)
    #expect(try accept("0").life.state == .accepted)
  }

  // MARK: Who and what

  @Test func whoPreparedItDoesNotTakeAPaymentBack() throws {
    let desk = try accepted()
    let payment = try desk.pay().event.number
    let refused = try refusal {
      try desk.write("j.okafor", "2026-10-26") { try $0.takeBack(payment, of: desk.number, because: "returned") }
    }
    #expect(refused?.rule == .ownWork)
  }

  @Test(arguments: ["", "  ", "\u{200B}"]) func aProofSaysSomething(proof: String) throws {
    #expect(try refusal { try accepted().pay(proof: proof) }?.rule == .words)
  }

  @Test func aReferenceHoldsNothingUnseen() throws {
    #expect(try refusal { try Desk(SampleRegister.caseText("PHG\\u0000-1")) }?.rule == .reference)
    #expect(try refusal { try Desk(SampleRegister.caseText("PHG\\u202e-1")) }?.rule == .reference)
  }

  @Test func aDecisionIsNotTakenBeforeTheOfferWasSent() throws {
    let desk = try Desk()
    let decisions = [desk.late(true, by: "a.khan", on: "2026-10-11")]
    #expect(try refusal { try desk.accept("2026-11-10", decisions: decisions) }?.rule == .day)
  }

  @Test func aChangedEventIsNotBelieved() throws {
    let desk = try accepted()
    try desk.register.pool.write { db in
      try db.execute(sql: "DROP TRIGGER event_is_frozen")
      try db.execute(sql: "UPDATE event SET body = replace(body, '222.00', '999.00') WHERE kind = 'accepted'")
    }
    #expect(throws: RegisterFault.self) { try desk.pay() }
  }
}

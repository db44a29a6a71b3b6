import Redress
import RedressFiles
import Testing

@testable import RedressRegister

/// Acceptance: its last day, its balances, its parts, and who lets a late one in.
@Suite struct AcceptTests {
  // MARK: The last day

  @Test(arguments: ["2026-10-12", "2026-11-08", "2026-11-09"]) func inTimeThroughTheLastDay(day: String) throws {
    let desk = try Desk()
    #expect(try desk.accept(day).life.state == .accepted)
    #expect(try desk.life.acceptance?.late == nil)
  }

  @Test func theDayAfterWaitsForADecision() throws {
    let desk = try Desk()
    let refused = try #require(try refusal { try desk.accept("2026-11-10") })
    #expect(refused.rule == .acceptanceWindow)
    #expect(refused.sources == ["policy#appendix-1-accepting", "policy#4.9.1"])
    #expect(refused.says.contains("9 November 2026") && refused.says.contains("Service Manager"))
    #expect(try desk.life.state == .issued)
  }

  @Test(arguments: ["s.ward", "a.khan", "d.price", "l.novak"]) func aManagerLetsALateOneIn(officer: String) throws {
    let desk = try Desk()
    let decisions = [desk.late(true, by: officer, on: "2026-11-10")]
    #expect(try desk.accept("2026-11-10", decisions: decisions).life.state == .accepted)
    #expect(try desk.life.acceptance?.late?.by == officer)
  }

  @Test func aCaseManagerDoesNot() throws {
    let desk = try Desk()
    let decisions = [desk.late(true, by: "j.okafor", on: "2026-11-10")]
    let refused = try refusal { try desk.accept("2026-11-10", decisions: decisions) }
    #expect(refused?.rule == .decisionMaker)
    #expect(refused?.sources == ["policy#appendix-1-accepting"])
  }

  @Test func nobodyDoesWithoutTheOfficersFile() throws {
    let desk = try Desk()
    let decisions = [desk.late(true, by: "s.ward", on: "2026-11-10")]
    #expect(try refusal { try desk.accept("2026-11-10", decisions: decisions, knowsOfficers: false) }?.rule == .officer)
  }

  @Test func aDecisionIsNotTakenAfterTheAct() throws {
    let desk = try Desk()
    let decisions = [desk.late(true, by: "s.ward", on: "2026-11-11")]
    #expect(try refusal { try desk.accept("2026-11-10", decisions: decisions) }?.rule == .day)
  }

  @Test func aDecisionNotToPayIsRecorded() throws {
    let desk = try Desk()
    let outcome = try desk.accept("2026-11-10", decisions: [desk.late(false, by: "s.ward", on: "2026-11-10")])
    #expect(outcome.life.state == .turnedDown)
    #expect(outcome.life.acceptance == nil)
    #expect(try refusal { try desk.pay() }?.rule == .order)
  }

  /// The text counts from the date of the offer; a letter that goes out later would shorten the right.
  @Test(arguments: [("2026-11-10", true), ("2026-11-11", false)])
  func theTimeCountsFromTheDayOfSending(day: String, isInTime: Bool) throws {
    let desk = try Desk(sentOn: "2026-10-13")
    #expect(try desk.life.lastDay == SampleRegister.day("2026-11-10"))
    #expect(try refusal { try desk.accept(day) }?.rule == (isInTime ? nil : .acceptanceWindow))
  }

  @Test func moreTimeThatWasAgreedCounts() throws {
    let desk = try Desk()
    let facts = Desk.nothingOwed + [("acceptance-extended-to", "2026-11-20")]
    #expect(try refusal { try desk.accept("2026-11-21", facts: facts) }?.rule == .acceptanceWindow)
    #expect(try desk.accept("2026-11-20", facts: facts).life.state == .accepted)
  }

  @Test func notBeforeItWasSent() throws {
    let desk = try Desk(sentOn: "2026-10-14")
    #expect(try refusal { try desk.accept("2026-10-13") }?.rule == .day)
    #expect(try refusal { try Desk(until: .signed).accept("2026-10-13") }?.rule == .order)
  }

  // MARK: Balances

  @Test func balancesAreSaidAgain() throws {
    let desk = try Desk()
    let refused = try #require(try refusal { try desk.accept("2026-10-20", facts: [("rent-arrears", "95.00")]) })
    #expect(refused.rule == .balance)
    #expect(refused.says.contains("service-charge-arrears") && !refused.says.contains("--fact rent-arrears"))
    #expect(refused.sources == ["policy#appendix-1-compensation"])
  }

  /// £180.00 may be set off, and £42.00 that she spent may not.
  @Test(arguments: [
    ("0", "0", "0.00", "222.00"), ("60", "0", "60.00", "162.00"), ("95.00", "0.01", "95.01", "126.99"),
    ("179.99", "0", "179.99", "42.01"), ("180", "0", "180.00", "42.00"), ("180.01", "0", "180.00", "42.00"),
    ("100", "500", "180.00", "42.00"),
  ])
  func settledAfreshToThePenny(rent: String, service: String, setOff: String, payable: String) throws {
    let desk = try Desk()
    let facts = [("rent-arrears", rent), ("service-charge-arrears", service)]
    let sums = try desk.accept("2026-10-20", facts: facts).life.sums
    #expect(sums.setOff.decimalText == setOff)
    #expect(sums.payable.decimalText == payable)
    #expect(sums.gross.decimalText == "222.00")
  }

  @Test func aDisputedDebtStaysOut() throws {
    let desk = try Desk()
    let facts = [("rent-arrears", "95"), ("service-charge-arrears", "0"), ("arrears-disputed", "40")]
    #expect(try desk.accept("2026-10-20", facts: facts).life.sums.setOff.decimalText == "55.00")
  }

  @Test func onlyWhatIsSaidOnTheDayMayBeSaid() throws {
    let desk = try Desk()
    let refused = try refusal { try desk.accept("2026-10-20", facts: Desk.nothingOwed + [("customer-type", "tenant")]) }
    #expect(refused?.rule == .balance)
    #expect(throws: FaultList.self) { try desk.accept("2026-10-20", facts: [("rent-arrears", "a lot")]) }
  }

  // MARK: Parts

  @Test func oneHeadAlone() throws {
    let desk = try Desk()
    let facts = [("rent-arrears", "95"), ("service-charge-arrears", "0")]
    let life = try desk.accept("2026-10-20", facts: facts, parts: ["reimbursement"]).life
    #expect(life.sums.gross.decimalText == "42.00")
    #expect(life.sums.setOff == .zero)
    #expect(life.acceptance?.items == [2])
    #expect(life.sums.items.map(\.number) == [2])
  }

  @Test func aPartThatIsNotThere() throws {
    #expect(try refusal { try Desk().accept("2026-10-20", parts: ["flowers"]) }?.rule == .notAwarded)
  }

  // MARK: Twice

  @Test func theSameAcceptanceAgainIsTold() throws {
    let desk = try Desk()
    let first = try desk.accept("2026-10-20")
    let again = try desk.accept("2026-10-20")
    #expect(!first.isRepeated && again.isRepeated)
    #expect(first.event == again.event)
    #expect(try refusal { try desk.accept("2026-10-21") }?.rule == .order)
  }
}

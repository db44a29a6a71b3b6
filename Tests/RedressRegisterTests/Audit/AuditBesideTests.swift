import Foundation
import Redress
import RedressFiles
import RedressSigning
import Testing

@testable import RedressRegister

/// What lies beside an offer: its household, its case, other claims, other payments.
@Suite struct AuditBesideTests {
  private func households(
    _ first: AuditCase, _ second: AuditCase, within: Period = Period(12, .months)
  ) throws -> [AuditFinding] {
    let bench = try AuditBench()
    _ = try bench.enter(first)
    _ = try bench.enter(second)
    return try bench.audit(within: within).findings
  }

  private func pair(
    _ second: String, by signer: String = "s.ward", household: String? = "H-1", firstDate: String = "2026-10-01"
  ) -> (AuditCase, AuditCase) {
    (
      AuditCase(
        reference: "PHG-1", incident: "2025-09-10", claim: "2025-09-20", offerDate: firstDate, signer: "s.ward"),
      AuditCase(reference: "PHG-2", household: household, amount: second, signer: signer)
    )
  }

  @Test func offersToAHouseholdThatTogetherNeedMoreAreFoundToThePenny() throws {
    let (first, second) = pair("£40.01")
    let found = try households(first, second)
    #expect(found.map(\.code) == [.householdSplit] && found[0].offer == 2 && found[0].officer == "s.ward")
    let says = found[0].says
    #expect(says.contains("£100.01") && says.contains("offer 1 (PHG-1) of £60.00") && says.contains("a.khan"))
    #expect(says.contains("Head of Department"))
    let (_, less) = pair("£40.00")
    #expect(try households(first, less) == [])
  }

  @Test func aHigherStepMaySignThemAll() throws {
    let (first, second) = pair("£40.01", by: "a.khan")
    #expect(try households(first, second) == [])
  }

  @Test func anotherHouseholdIsAnother() throws {
    for other in ["H-2", nil] {
      let (first, second) = pair("£40.01", household: other)
      #expect(try households(first, second) == [])
    }
  }

  @Test(arguments: [("2025-10-12", 0), ("2025-10-13", 1)])
  func thePeriodEndsWithTheOfferDate(day: String, count: Int) throws {
    let (first, second) = pair("£40.01", firstDate: day)
    #expect(try households(first, second).count { $0.code == .householdSplit } == count)
  }

  @Test func anotherPeriodMayBeSaid() throws {
    let (first, second) = pair("£40.01", firstDate: "2026-10-06")
    #expect(try households(first, second, within: Period(7, .days)).count == 1)
    #expect(try households(first, second, within: Period(6, .days)).count == 0)
  }

  @Test func whatWasWithdrawnDoesNotCount() throws {
    let bench = try AuditBench()
    let (first, second) = pair("£40.01")
    let number = try bench.enter(first)
    _ = try bench.register.write(AuditBench.stamp("j.okafor", "2026-10-02")) {
      try $0.withdraw(number, because: "wrong person", couldSign: nil)
    }
    _ = try bench.enter(second)
    #expect(try bench.audit().findings == [])
  }

  // MARK: Duplicates

  @Test func aCaseWithTwoDecisionsIsFound() throws {
    let bench = try AuditBench()
    _ = try bench.enter(AuditCase())
    let files = try SampleRegister.files(AuditCase().text, pricer: bench.pricer, salt: 9, signer: nil)
    let check = try SampleRegister.check(files, bench.pricer)
    try bench.register.write(AuditBench.stamp("j.okafor", "2026-10-12")) { writing in
      let drafted = Drafted(files.record, check.assessed, check.draft, letter: nil, replaced: nil)
      try writing.keep(files.record.bytes, .offer)
      let event = try writing.append(.drafted(drafted), offer: 2)
      try OfferLife(drafted, event).write(to: writing.db)
    }
    #expect(try bench.codes() == ["2 duplicate.case"])
  }

  @Test func aRevisionIsNoSecondDecision() throws {
    let bench = try AuditBench()
    let number = try bench.enter(AuditCase())
    let digest = try #require(try bench.register.read { try $0.life(of: number)?.drafted.offerDigest })
    let superseded = OfferRecord.Superseded(
      name: "PHG-1", digest: digest, offerDate: SampleRegister.day("2026-10-12"), total: Money(pence: 6000))
    _ = try bench.enter(AuditCase(amount: "£50.00"), supersedes: superseded)
    #expect(try bench.codes() == [])
  }

  @Test(arguments: [
    ("2026-09-14", "£42.00", "2026-09-20", 2), ("2026-09-15", "£42.00", "2026-09-20", 1),
    ("2026-09-15", "£42.01", "2026-09-20", 0), ("2026-09-15", "£42.00", "2026-09-21", 0),
    ("2026-09-14", "£42.01", "2026-09-21", 1),
  ])
  func anotherCaseForTheSameIsFound(incident: String, amount: String, on: String, count: Int) throws {
    let bench = try AuditBench()
    _ = try bench.enter(AuditCase(receipts: [("£42.00", "2026-09-20")]))
    _ = try bench.enter(AuditCase(reference: "PHG-2", incident: incident, receipts: [(amount, on)]))
    #expect(try bench.codes() == Array(repeating: "2 duplicate.claim", count: count))
  }

  @Test func aNeighbourMayClaimForTheSame() throws {
    let bench = try AuditBench()
    _ = try bench.enter(AuditCase(receipts: [("£42.00", "2026-09-20")]))
    _ = try bench.enter(AuditCase(reference: "PHG-2", household: "H-2", receipts: [("£42.00", "2026-09-20")]))
    #expect(try bench.codes() == [])
  }

  @Test(arguments: [("BACS-7", "bacs", ["2 duplicate.proof"]), ("BACS-8", "bacs", []), ("BACS-7", "cheque", [])])
  func oneProofForTwoPaymentsIsFound(proof: String, method: String, found: [String]) throws {
    let bench = try AuditBench()
    let first = try bench.accepted(AuditCase())
    let second = try bench.accepted(AuditCase(reference: "PHG-2", household: "H-2"))
    try bench.pay(first, proof: "BACS-7")
    try bench.pay(second, method: method, proof: proof)
    #expect(try bench.codes() == found)
  }

  @Test func aReturnedPaymentMayLeaveItsProofToAnother() throws {
    let bench = try AuditBench()
    let first = try bench.accepted(AuditCase())
    let payment = try bench.pay(first, proof: "CHQ-1")
    _ = try bench.register.write(AuditBench.stamp("l.novak", "2026-10-23")) {
      try $0.takeBack(payment, of: first, because: "wrong account")
    }
    try bench.pay(first, on: "2026-10-24", proof: "CHQ-1")
    #expect(try bench.codes() == [])
  }
}

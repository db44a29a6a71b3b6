import Foundation
import Redress
import RedressFiles
import RedressSigning
import Testing

@testable import RedressRegister

/// How acts were recorded, and what people decided.
@Suite struct AuditActsTests {
  @Test(arguments: [(["letter"], []), ([], ["1 document.none"])] as [([String], [String])])
  func whatIsSentIsKept(documents: [String], found: [String]) throws {
    let bench = try AuditBench()
    let number = try bench.enter(AuditCase())
    try bench.issue(number, on: "2026-10-12", documents: documents)
    #expect(try bench.codes() == found)
  }

  @Test(arguments: [("l.novak", "(1 officer.unverified)"), ("n.obody", "1 officer.unverified")])
  func anActWithoutTheOfficersFileIsHeldAgainstItNow(officer: String, found: String) throws {
    let bench = try AuditBench()
    let number = try bench.enter(AuditCase())
    try bench.issue(
      number, on: "2026-10-12", by: AuditBench.stamp(officer, "2026-10-12", isVerified: false))
    #expect(try bench.codes() == [found])
    #expect(try bench.audit().findings[0].officer == officer)
  }

  @Test(arguments: [("2026-06-30", "(1 officer.unverified)"), ("2026-07-01", "1 officer.unverified")])
  func thePostOfAnUnverifiedOfficerEndsOnItsDay(day: String, found: String) throws {
    let bench = try AuditBench()
    let number = try bench.enter(
      AuditCase(incident: "2026-05-20", claim: "2026-05-30", offerDate: "2026-06-20"))
    try bench.issue(number, on: day, by: AuditBench.stamp("t.hughes", day, isVerified: false))
    #expect(try bench.codes(today: "2026-07-01") == [found])
  }

  @Test func aDayThatWasSaidToBeTodayIsNoted() throws {
    let bench = try AuditBench()
    let number = try bench.enter(AuditCase())
    try bench.issue(number, on: "2026-10-12", by: AuditBench.stamp("j.okafor", "2026-10-12", stated: "2026-10-12"))
    #expect(try bench.codes() == ["(1 today.stated)"])
    #expect(try bench.audit().findings[0].says.contains("issued"))
  }

  @Test(arguments: [("2026-10-19", []), ("2026-10-20", ["(1 back-dated)"])])
  func anActRecordedLongAfterItsDayIsNoted(recorded: String, found: [String]) throws {
    let bench = try AuditBench()
    let number = try bench.enter(AuditCase())
    try bench.issue(
      number, on: "2026-10-12", by: AuditBench.stamp("j.okafor", "2026-10-12", recorded: recorded))
    #expect(try bench.codes() == found)
  }

  // MARK: Decisions

  private static let lateClaim =
    #"{ "about": "late-claim", "answer": "accept", "by": "d.price", "on": "2026-10-10", "because": "in hospital" }"#

  @Test func aLateClaimThatSomebodyLetInIsNoted() throws {
    let bench = try AuditBench()
    _ = try bench.enter(AuditCase(incident: "2026-08-14", decisions: Self.lateClaim))
    let (notes, summary) = try bench.audit()
    #expect(summary.rows(of: .cause).map(\.name) == ["claim-window, head.inconvenience"])
    #expect(notes.map(\.code) == [.decisionUsed] && notes[0].grade == .note && notes[0].officer == "d.price")
    #expect(notes[0].says.contains("late-claim") && notes[0].says.contains("in hospital"))
    #expect(notes[0].sources == ["policy#appendix-1-claiming"])
  }

  @Test func aDecisionThatNobodyNeededIsNotNoted() throws {
    let bench = try AuditBench()
    _ = try bench.enter(AuditCase(decisions: Self.lateClaim))
    #expect(try bench.codes() == [])
  }

  @Test func aLateAcceptanceIsNotedOnce() throws {
    let bench = try AuditBench()
    let number = try bench.enter(AuditCase())
    try bench.issue(number, on: "2026-10-12")
    let decision = RecordedDecision(
      about: "late-acceptance", isAccepted: true, by: "d.price", on: SampleRegister.day("2026-11-10"),
      because: "letter came late")
    try bench.accept(number, on: "2026-11-10", decisions: [decision])
    let codes = try bench.codes(today: "2026-11-12")
    #expect(codes == ["(1 decision.late-acceptance)"])
  }

  @Test func aRenewalIsNoted() throws {
    let bench = try AuditBench()
    let number = try bench.enter(AuditCase())
    try bench.issue(number, on: "2026-10-12")
    let life = try #require(try bench.register.read { try $0.life(of: number) })
    let files = try bench.register.read { try $0.files(of: life) }
    let check = try SampleRegister.check(files, bench.pricer)
    let conditions = SigningConditions(
      officers: try SampleRegister.officers().officers, isLocked: true, calendar: nil, today: nil)
    _ = try bench.register.write(AuditBench.stamp("d.price", "2026-11-12")) {
      try $0.renew(
        number, until: SampleRegister.day("2026-11-30"), because: "away", check.assessed, conditions: conditions)
    }
    let notes = try bench.audit(today: "2026-11-13").findings
    #expect(notes.map(\.code) == [.decisionRenewal] && notes[0].officer == "d.price" && notes[0].grade == .note)
  }
}

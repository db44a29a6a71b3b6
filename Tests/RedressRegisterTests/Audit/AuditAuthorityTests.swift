import Foundation
import Redress
import RedressFiles
import RedressSigning
import Testing

@testable import RedressRegister

/// Authority, signatures, sums and editions: each finding is made to happen, and not to happen a day or a penny away.
@Suite struct AuditAuthorityTests {
  private static let post = "role: head-of-department, from: 2024-04-01"

  private func signedBench(_ one: AuditCase = AuditCase()) throws -> AuditBench {
    let bench = try AuditBench()
    _ = try bench.enter(one)
    return bench
  }

  @Test func aSoundRegisterHasNoFinding() throws {
    let bench = try AuditBench()
    let number = try bench.accepted(AuditCase(arrears: "£20.00"))
    try bench.pay(number)
    try bench.pay(number, method: Payment.setOff)
    let (findings, summary) = try bench.audit()
    #expect(findings == [])
    #expect(summary.isClean && summary.isBalanced && summary.total.offers == 1)
  }

  @Test func anEmptyRegisterIsClean() throws {
    let (findings, summary) = try AuditBench().audit()
    #expect(findings == [] && summary.isBalanced && summary.total.offers == 0)
  }

  @Test(arguments: [("2026-10-11", ["1 authority"]), ("2026-10-12", [])])
  func aPostIsHeldOnTheDay(until: String, found: [String]) throws {
    let officers = try AuditBench.officers(Self.post, "\(Self.post), until: \(until)")
    let bench = try signedBench()
    #expect(try bench.codes(officers: officers) == found)
    if let first = try bench.audit(officers: officers).findings.first {
      #expect(
        first.rule == "role.not-held" && first.officer == "a.khan" && first.sources.contains("policy#appendix-1-low"))
    }
  }

  @Test(arguments: [("£59.99", ["1 authority"]), ("£60.00", [])])
  func aLimitReachesToThePenny(limit: String, found: [String]) throws {
    let officers = try AuditBench.officers(Self.post, "\(Self.post), to: \(limit)")
    #expect(try signedBench().codes(officers: officers) == found)
  }

  @Test(arguments: [("£119.99", ["2 authority"]), ("£120.00", [])])
  func aLimitOnAllOffersTogetherIsKnownFromTheRegister(limit: String, found: [String]) throws {
    let bench = try signedBench()
    _ = try bench.enter(AuditCase(reference: "PHG-2", household: "H-2"))
    let officers = try AuditBench.officers(Self.post, "\(Self.post), together: { to: \(limit), within: 12 months }")
    #expect(try bench.codes(officers: officers) == found)
  }

  @Test(arguments: [("2026-12-14", []), ("2026-12-15", ["1 authority"])])
  func aDeputyStandsInOnTheDay(from: String, found: [String]) throws {
    let officers = try AuditBench.officers("for: a.khan, from: 2026-12-14", "for: a.khan, from: \(from)")
    let bench = try signedBench(
      AuditCase(
        incident: "2026-11-20", claim: "2026-11-30", offerDate: "2026-12-14", amount: "£100.00",
        receipts: [("£200.00", "2026-11-21")], signer: "t.hughes"))
    #expect(try bench.codes(today: "2026-12-20", officers: officers) == found)
  }

  @Test func whoSetAnAmountDoesNotSignIt() throws {
    let bench = try signedBench(AuditCase(setBy: "Q. Quill"))
    #expect(try bench.codes() == [])
    let officers = try AuditBench.officers("name: A. Khan", "name: Q. Quill")
    let found = try bench.audit(officers: officers).findings
    #expect(found.map(\.code) == [.authority] && found[0].rule == "own-work" && found[0].officer == "a.khan")
  }

  @Test(arguments: [("2026-10-09", ["1 authority"]), ("2026-10-10", [])])
  func whoDecidedHeldThePostOnThatDay(until: String, found: [String]) throws {
    let decision =
      #"{ "about": "late-claim", "answer": "accept", "by": "d.price", "on": "2026-10-10", "because": "ill" }"#
    let bench = try signedBench(AuditCase(incident: "2026-08-14", decisions: decision))
    let post = "role: relevant-director, from: 2024-04-01"
    let officers = try AuditBench.officers(post, "\(post), until: \(until)")
    #expect(try bench.codes(officers: officers).filter { !$0.hasPrefix("(") } == found)
    let rule = try bench.audit(officers: officers).findings.first { $0.code == .authority }?.rule
    #expect(rule == (found.isEmpty ? nil : "decision.not-entitled"))
  }

  @Test func aSignerWhoIsNoOfficerAnyMoreIsFound() throws {
    let officers = try AuditBench.officers("a.khan", "b.khan")
    let codes = try signedBench().codes(officers: officers)
    #expect(codes == ["1 authority", "1 signature"])
  }

  @Test func aDraftThatNobodySignedIsNoFinding() throws {
    #expect(try signedBench(AuditCase(signer: nil)).codes() == [])
  }

  @Test(arguments: [("2026-10-12", true), ("2026-10-13", false)])
  func aKeyCountsUntilItIsRevoked(day: String, isFound: Bool) throws {
    let key = "AAAAC3NzaC1lZDI1NTE5AAAAIHEpUCh6UJS3PK+P1hQ1LKFovKb2oil4WxeLJslP8Aoe\", from: 2024-04-01"
    let officers = try AuditBench.officers(key, "\(key), revoked: \(day)")
    let bench = try signedBench()
    #expect(try bench.codes(officers: officers) == (isFound ? ["1 authority", "1 signature"] : []))
    let signature = try bench.audit(officers: officers).findings.first { $0.code == .signature }
    #expect(signature?.officer == (isFound ? "a.khan" : nil))
  }

  @Test func sumsThatDoNotComeOutAgainAreFound() throws {
    let bench = try AuditBench()
    let files = try SampleRegister.files(AuditCase().text, pricer: bench.pricer, signer: nil)
    let check = try SampleRegister.check(files, bench.pricer)
    let text = String(decoding: files.record.bytes, as: UTF8.self)
    let changed = text.replacing("\"gross\": \"60.00\"", with: "\"gross\": \"60.01\"")
    #expect(changed != text)
    let record = try OfferRecord.read(SourceText(name: "offer.json", bytes: Array(changed.utf8)))
    _ = try bench.register.write(AuditBench.stamp("j.okafor", "2026-10-12")) {
      try $0.draft(record, check.assessed, check.draft, letter: files.letter?.source.exactBytes)
    }
    #expect(try bench.codes() == ["1 sums"])
  }

  // MARK: Editions

  /// A copy of the matrices, in which the edition of the sample or its lock is another.
  private func library(_ bench: AuditBench, edition: (String) -> String, isLocked: Bool) throws -> MatrixLibrary {
    let folder = bench.sample.folder + "/Matrices"
    try FileManager.default.createDirectory(atPath: folder + "/progress", withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: SampleRegister.file("Matrices/calendars"), toPath: folder + "/calendars")
    let name = "progress/2022-10-01.yaml"
    let text = edition(try String(contentsOfFile: SampleRegister.file("Matrices/\(name)"), encoding: .utf8))
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
    let lock = isLocked ? "\(Digest(of: Array(text.utf8)).text)  \(name)\n" : "# Nothing is locked.\n"
    try Data(lock.utf8).write(to: URL(fileURLWithPath: folder + "/editions.lock"))
    return try MatrixLibrary(folder: folder)
  }

  @Test func anEditionThatIsNotLockedIsFound() throws {
    let bench = try signedBench()
    #expect(try bench.codes(library: library(bench, edition: { $0 }, isLocked: false)) == ["1 edition.not-locked"])
  }

  @Test func anEditionThatIsLockedIsNone() throws {
    let bench = try signedBench()
    #expect(try bench.codes(library: library(bench, edition: { $0 }, isLocked: true)) == [])
  }

  @Test func anEditionWithOtherBytesIsFound() throws {
    let bench = try signedBench()
    let other = try library(bench, edition: { $0 + "\n# changed\n" }, isLocked: true)
    let codes = try bench.codes(library: other)
    #expect(codes.contains("1 edition.changed"))
  }
}

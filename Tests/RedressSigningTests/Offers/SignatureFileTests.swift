import Foundation
import Redress
import RedressFiles
import Testing

@testable import RedressSigning

/// The signature files beside an offer of £320, which a head of department signs.
@Suite struct SignatureFileTests {
  /// What is not well where the only signature is this one: the finding of it, and the one that is missing.
  private func expectRefused(_ desk: Desk, _ says: String, officers: OfficersFile? = nil) throws {
    let check = try desk.check(officers: officers)
    #expect(check.signed == nil && check.provedSigners.isEmpty && !check.isGood)
    let found = check.bad(.signature)
    #expect(found.count == 1 && found[0].hasPrefix(says), "\(found)")
    #expect(check.bad(.authority)[0].hasPrefix("second-signer.missing"))
  }

  @Test func ofTheRightOfficer() throws {
    let desk = try Desk()
    #expect(try desk.check().bad(.authority).map { $0.prefix(21) } == ["second-signer.missing"])
    try desk.sign(as: "a.khan")
    let check = try desk.check()
    let signed = try #require(check.signed)
    #expect(signed.signatures.map(\.signer.officer.id) == ["a.khan"])
    #expect(signed.signatures[0].key == (try Samples.key(of: "a.khan").publicKey))
    #expect(signed.signatures[0].signer.role == "head-of-department")
    #expect(signed.record.digest == Digest(of: desk.offered.bytes))
  }

  @Test func ofAnotherOfficersKey() throws {
    let desk = try Desk()
    try desk.sign(as: "a.khan", keyOf: "j.okafor")
    try expectRefused(desk, "a.khan: the signature was made with a key that is not theirs, SHA256:")
  }

  @Test func renamedToAnotherOfficer() throws {
    let desk = try Desk()
    try desk.put(desk.signature(by: "s.ward"), "offer.json.a.khan.sig")
    try expectRefused(desk, "a.khan: the signature was made with a key that is not theirs")
    try desk.remove("offer.json.a.khan.sig")
    try desk.put(desk.signature(by: "a.khan"), "offer.json.x.ample.sig")
    try expectRefused(desk, "x.ample is not in the officers file.")
  }

  @Test func forAnotherPurpose() throws {
    let desk = try Desk()
    try desk.sign(as: "a.khan", namespace: "file")
    try expectRefused(desk, "a.khan: the signature is not one of these bytes for offer@redress.")
  }

  @Test func ofOtherBytes() throws {
    let desk = try Desk()
    let bytes = try Samples.key(of: "a.khan").sign(desk.offered.bytes + [10], namespace: OfferNamespace.name)
    try desk.put(bytes, "offer.json.a.khan.sig")
    try expectRefused(desk, "a.khan: the signature is not one of these bytes")
  }

  @Test func cutShort() throws {
    let desk = try Desk()
    let whole = try desk.signature(by: "a.khan")
    for length in [0, 1, 20, whole.count / 2, whole.count - 20] {
      try desk.put(Array(whole.prefix(length)), "offer.json.a.khan.sig")
      try expectRefused(desk, "a.khan: the file is no signature of OpenSSH: ")
    }
  }

  /// One bad signature spoils an offer that others have signed.
  @Test func besideAGoodOne() throws {
    let desk = try Desk()
    try desk.sign(as: "a.khan")
    try desk.sign(as: "d.price", keyOf: "s.ward")
    let check = try desk.check()
    #expect(check.signed == nil && check.provedSigners == ["a.khan"])
    #expect(check.bad.map(\.about) == [.signature])
  }

  @Test func ofSomebodyWithoutAuthority() throws {
    let desk = try Desk()
    try desk.sign(as: "s.ward")
    let check = try desk.check()
    #expect(check.signed == nil && check.bad.map(\.about) == [.authority])
    #expect(check.bad(.authority)[0].hasPrefix("authority.too-low"))
    // Once somebody has signed who may, the other signature changes nothing, and is told.
    try desk.sign(as: "a.khan")
    let both = try desk.check()
    #expect(both.signed?.signatures.map(\.signer.officer.id) == ["a.khan"])
    #expect(both.findings.map(\.says).contains("s.ward may not sign this decision, and is not counted."))
  }

  @Test func ofTheAuthor() throws {
    let desk = try Desk()
    try desk.sign(as: "j.okafor")
    #expect(try desk.check().bad.map(\.about) == [.authority])
  }

  // MARK: The days of the key

  /// The sample officers, with other days of a.khan's key.
  private func officers(_ days: String) throws -> OfficersFile {
    let text = try Samples.text("Fixtures/officers.yaml").replacing(
      "Aoe\", from: 2024-04-01, until: 2027-03-31", with: "Aoe\", \(days)")
    return try OfficersReaderTests.read(text)
  }

  @Test(arguments: [
    ("from: 2026-10-12", true), ("from: 2026-10-13", false), ("from: 2024-01-01, until: 2026-10-12", true),
    ("from: 2024-01-01, until: 2026-10-11", false), ("from: 2024-01-01, revoked: 2026-10-13", true),
    ("from: 2024-01-01, revoked: 2026-10-12", false), ("from: 2024-01-01, revoked: 2026-10-11", false),
  ]) func countOnTheOfferDate(days: String, isGood: Bool) throws {
    let desk = try Desk()
    try desk.sign(as: "a.khan")
    let officers = try officers(days)
    if isGood {
      #expect(try desk.check(officers: officers).signed != nil)
    } else {
      try expectRefused(desk, "a.khan: the key did not count on 12 October 2026, the offer date.", officers: officers)
      let isRevoked = days.contains("revoked")
      #expect(try desk.check(officers: officers).bad(.signature)[0].contains("It was revoked on") == isRevoked)
    }
  }

  // MARK: Names of files

  /// Files of other things beside the offer are nobody's signatures.
  @Test func areFoundByTheirNames() throws {
    let desk = try Desk()
    try desk.sign(as: "a.khan")
    for name in ["offer.json.sig", "other.json.a.khan.sig", "offer.json.a.khan.sig.part", "offer.json.note"] {
      try desk.put([1], name)
    }
    let files = try OfferFiles.open(desk.path)
    #expect(files.signatures.map(\.officer) == ["a.khan"])
    #expect(files.signatures.map(\.path) == [OfferFiles.path(ofSignatureBy: "a.khan", on: desk.path)])
    #expect(try desk.check().signed != nil)
  }
}

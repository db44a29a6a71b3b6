import Redress
import RedressFiles
import Testing

@testable import RedressSigning

/// What `officers allowed-signers` writes, as the real `ssh-keygen` takes it.
@Suite struct AllowedOfficersTests {
  private let message = Array("{\"case\": \"A-1\"}\n".utf8)
  private let first = CivilDate(year: 2026, month: 3, day: 28)!
  private let last = CivilDate(year: 2026, month: 10, day: 26)!

  /// A file of one officer, whose key counts from the first day to the last.
  private func file(_ key: SSHPublicKey, revoked: CivilDate? = nil) throws -> OfficersFile {
    let revoked = revoked.map { ", revoked: \($0.isoText)" } ?? ""
    return try OfficersReaderTests.read(
      """
      format: redress-officers/1
      officers:
        jane.doe@council.gov.uk:
          name: Jane Doe
          keys:
            - { key: "\(key.text)", from: \(first.isoText), until: \(last.isoText)\(revoked) }
      """)
  }

  private func expect(_ expected: [(CivilDate, Bool)], revoked: CivilDate? = nil) throws {
    let bench = try Workbench()
    let key = try bench.privateKey(try bench.makeKey())
    let file = try file(key.publicKey, revoked: revoked)
    let allowed = try bench.write(Array(file.allowedSigners.utf8))
    let signature = try key.sign(message, namespace: OfferNamespace.name)
    for (day, isGood) in expected {
      let theirs = try bench.openSSHAccepts(
        message, signature: signature, allowed: allowed, time: AllowedSigners.verifyTime(on: day))
      #expect(theirs == isGood, "OpenSSH on \(day)")
      #expect(file.keys[0].key.isGood(on: day) == isGood, "we on \(day)")
    }
    let other = try key.sign(message, namespace: "file")
    #expect(
      try !bench.openSSHAccepts(
        message, signature: other, allowed: allowed, namespace: "file", time: AllowedSigners.verifyTime(on: first)))
  }

  @Test func holdOnTheDaysOfTheKey() throws {
    try expect([(first.adding(days: -1), false), (first, true), (last, true), (last.adding(days: 1), false)])
  }

  @Test func holdUntilTheDayBeforeItWasRevoked() throws {
    let revoked = CivilDate(year: 2026, month: 6, day: 1)!
    try expect(
      [
        (first.adding(days: -1), false), (first, true), (revoked.adding(days: -1), true), (revoked, false),
        (last, false),
      ],
      revoked: revoked)
  }

  @Test func holdOnNoDayWhereItWasRevokedFromTheFirst() throws {
    let key = try SSHPublicKey(OfficersReaderTests.keys[0])
    #expect(try file(key, revoked: first).allowedSigners == "")
    #expect(try file(key, revoked: first.adding(days: 1)).allowedSigners.contains("valid-before=\"20260328235959\""))
  }

  /// Each key of the samples, for its officer and for nobody else.
  @Test func ofTheSample() throws {
    let bench = try Workbench()
    let file = try Samples.officers()
    let allowed = try bench.write(Array(file.allowedSigners.utf8))
    let ids = file.officers.all.map(\.id)
    for officer in ids {
      let signature = try Samples.key(of: officer).sign(message, namespace: OfferNamespace.name)
      let accepted = try ids.filter {
        try bench.openSSHAccepts(
          message, signature: signature, allowed: allowed, principal: $0,
          time: AllowedSigners.verifyTime(on: Samples.today))
      }
      #expect(accepted == [officer])
    }
  }

  @Test func ofAKeyWithoutAnEnd() throws {
    let file = try OfficersReaderTests.read(
      """
      format: redress-officers/1
      officers:
        a: { name: A, keys: [ { key: "\(OfficersReaderTests.keys[0])", from: 2026-03-28 } ] }
      """)
    #expect(
      file.allowedSigners
        == "a namespaces=\"offer@redress\",valid-after=\"20260328\" \(OfficersReaderTests.keys[0])\n")
  }
}

import Redress
import Testing

@testable import RedressSigning

/// The days on which a key holds, and the names in the file, as OpenSSH reads them.
@Suite struct AllowedSignersTests {
  private let message: [UInt8] = [1, 2, 3]

  private func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
    CivilDate(year: year, month: month, day: day)!
  }

  @Test func writesALine() throws {
    let key = try SSHPublicKey(PublicKeyTests.line)
    let signer = try AllowedSigner(
      principal: "jane.doe@council.gov.uk", key: key, firstDay: day(2026, 3, 1), lastDay: day(2027, 2, 28))
    let open = try AllowedSigner(principal: "duty", key: key, firstDay: nil, lastDay: nil, namespace: "file")
    let options = #"namespaces="offer@redress",valid-after="20260301",valid-before="20270228235959""#
    #expect(
      AllowedSigners.text([signer, open])
        == "jane.doe@council.gov.uk \(options) \(key.text)\nduty namespaces=\"file\" \(key.text)\n")
    #expect(AllowedSigners.text([]) == "")
    #expect(AllowedSigners.verifyTime(on: day(2026, 11, 26)) == "20261126120000")
  }

  /// The clocks change within some of these.
  @Test(arguments: [
    [(2026, 3, 1), (2027, 2, 28)], [(2026, 3, 29), (2026, 3, 29)], [(2026, 10, 25), (2026, 10, 26)],
    [(2024, 2, 29), (2024, 12, 31)],
  ]) func holdsOnItsDays(ends: [(Int, Int, Int)]) throws {
    let bench = try Workbench()
    let key = try bench.privateKey(try bench.makeKey())
    let (first, last) = (day(ends[0].0, ends[0].1, ends[0].2), day(ends[1].0, ends[1].1, ends[1].2))
    let signer = try AllowedSigner(
      principal: Workbench.principal, key: key.publicKey, firstDay: first, lastDay: last)
    let allowed = try bench.write(Array(AllowedSigners.text([signer]).utf8))
    let signature = try key.sign(message, namespace: Workbench.namespace)
    for (asked, expected) in [
      (first.adding(days: -1), false), (first, true), (last, true), (last.adding(days: 1), false),
    ] {
      #expect(signer.holds(on: asked) == expected)
      for zone in ["Europe/London", "Pacific/Kiritimati", "America/Los_Angeles"] {
        let theirs = try bench.openSSHAccepts(
          message, signature: signature, allowed: allowed, time: AllowedSigners.verifyTime(on: asked), zone: zone)
        #expect(theirs == expected, "\(asked) in \(zone)")
      }
    }
  }

  @Test func isOnlyForItsNameAndNamespace() throws {
    let bench = try Workbench()
    let key = try bench.privateKey(try bench.makeKey())
    let allowed = try bench.allow(key.publicKey)
    let signature = try key.sign(message, namespace: Workbench.namespace)
    func accepts(_ principal: String) throws -> Bool {
      try bench.openSSHAccepts(message, signature: signature, allowed: allowed, principal: principal)
    }
    #expect(try accepts(Workbench.principal))
    for other in ["john.doe@council.gov.uk", "jane.doe", "*", "JANE.DOE@council.gov.uk"] {
      #expect(try !accepts(other))
    }
    let file = try key.sign(message, namespace: "file")
    #expect(try !bench.openSSHAccepts(message, signature: file, allowed: allowed, namespace: "file"))
  }

  @Test func keepsSeveralSignersApart() throws {
    let bench = try Workbench()
    let keys = try (0..<3).map { _ in try bench.privateKey(try bench.makeKey()) }
    let signers = try keys.enumerated().map {
      try AllowedSigner(principal: "officer-\($0)", key: $1.publicKey, firstDay: nil, lastDay: nil)
    }
    let allowed = try bench.write(Array(AllowedSigners.text(signers).utf8))
    for (place, key) in keys.enumerated() {
      let signature = try key.sign(message, namespace: Workbench.namespace)
      for other in keys.indices {
        let accepted = try bench.openSSHAccepts(
          message, signature: signature, allowed: allowed, principal: "officer-\(other)")
        #expect(accepted == (place == other))
      }
    }
  }

  @Test(arguments: ["", "a b", "a,b", "*", "a?", "!a", "\"a\"", "#a", "a\n", "Zoë", String(repeating: "a", count: 256)])
  func refusesNamesThatMeanMore(name: String) throws {
    let key = try SSHPublicKey(PublicKeyTests.line)
    #expect(throws: AllowedSignerFault.notPlain(name)) {
      try AllowedSigner(principal: name, key: key, firstDay: nil, lastDay: nil)
    }
    #expect(throws: AllowedSignerFault.notPlain(name)) {
      try AllowedSigner(principal: "a", key: key, firstDay: nil, lastDay: nil, namespace: name)
    }
  }

  @Test func refusesDaysThatCannotBe() throws {
    let key = try SSHPublicKey(PublicKeyTests.line)
    let (early, first, last) = (day(1970, 12, 31), day(2026, 1, 2), day(2026, 1, 1))
    #expect(throws: AllowedSignerFault.daysReversed(first, last)) {
      try AllowedSigner(principal: "a", key: key, firstDay: first, lastDay: last)
    }
    #expect(throws: AllowedSignerFault.tooEarly(early)) {
      try AllowedSigner(principal: "a", key: key, firstDay: early, lastDay: nil)
    }
    let fault = AllowedSignerFault.daysReversed(first, last)
    #expect(fault.description == "the last day, 20260101, is before the first, 20260102")
  }
}

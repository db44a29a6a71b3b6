import Redress
import RedressFiles
import Testing

@testable import RedressSigning

/// Offers under a policy that names nobody: the organisation has laid down who signs, two people together above £200.
@Suite struct HouseAuthorityTests {
  private static let house = HouseAuthority(
    scheme: "progress", source: "Board minute 12 of 2026",
    steps: [
      HouseAuthority.Step(upTo: Money(pence: 20_000), signers: [["service-manager"]]),
      HouseAuthority.Step(upTo: nil, signers: [["head-of-department"], ["relevant-director", "chief-executive"]]),
    ], refusals: [["head-of-department"]])

  private let bench: Workbench
  private let pricer: CasePricer

  init() throws {
    bench = try Workbench()
    pricer = try HouseLibrary(bench).pricer()
  }

  private func desk() throws -> Desk { try Desk(house: Self.house, pricer: pricer) }

  @Test func isWrittenDownInTheOffer() throws {
    let desk = try desk()
    let record = try desk.offered.record()
    #expect(record.authority == [["head-of-department"], ["relevant-director", "chief-executive"]])
    let text = String(decoding: desk.offered.bytes, as: UTF8.self)
    #expect(text.contains("\"authority-from\": \"the organisation: Board minute 12 of 2026\""))
    let check = try desk.check(house: [Self.house], pricer: pricer)
    #expect(check.bad.map(\.about) == [.authority])
    #expect(check.bad(.authority)[0].contains("2 signatures are missing."))
  }

  @Test func needsBothSignatures() throws {
    let desk = try desk()
    try desk.sign(as: "a.khan")
    let one = try desk.check(house: [Self.house], pricer: pricer)
    #expect(one.signed == nil && one.provedSigners == ["a.khan"])
    #expect(one.bad(.authority)[0].hasPrefix("second-signer.missing"))
    try desk.sign(as: "l.novak")
    let both = try desk.check(house: [Self.house], pricer: pricer)
    #expect(both.signed?.signatures.map(\.signer.officer.id) == ["a.khan", "l.novak"])
    #expect(both.isGood)
  }

  @Test func isNotFilledByTwoOfOneKind() throws {
    let desk = try desk()
    try desk.sign(as: "d.price")
    try desk.sign(as: "l.novak")
    let check = try desk.check(house: [Self.house], pricer: pricer)
    #expect(check.signed == nil && check.bad.map(\.about) == [.authority])
  }

  /// The same person under two names would sign with the same key. The officers file is at fault then.
  @Test func takesNoKeyOfTwoPeople() throws {
    let text = try Samples.text("Fixtures/officers.yaml").replacing(
      "AAAAC3NzaC1lZDI1NTE5AAAAIB9zVBGyViBVm/cxZ+3FXAheAwC55GD8XUIWWy3wxbRJ",
      with: "AAAAC3NzaC1lZDI1NTE5AAAAIHEpUCh6UJS3PK+P1hQ1LKFovKb2oil4WxeLJslP8Aoe")
    #expect { try OfficersReaderTests.read(text) } throws: { ($0 as? FaultList)?.faults.map(\.code) == [.officerKey] }
  }

  @Test func isForItsSchemeOnly() throws {
    let desk = try desk()
    try desk.sign(as: "a.khan")
    try desk.sign(as: "l.novak")
    let other = HouseAuthority(
      scheme: "halton", source: Self.house.source, steps: Self.house.steps, refusals: nil)
    for house in [[], [other]] {
      let check = try desk.check(house: house, pricer: pricer)
      #expect(check.signed == nil && check.bad.map(\.about) == [.sums, .authority])
      #expect(check.bad(.authority)[0].hasPrefix("authority.too-low: The policy names nobody who may sign £320.00"))
    }
  }

  /// The ladder that counts is the one of today's organisation file; the offer says what it was drafted under.
  @Test func isFoundChangedAfterTheOffer() throws {
    let desk = try desk()
    let raised = HouseAuthority(
      scheme: "progress", source: Self.house.source,
      steps: [HouseAuthority.Step(upTo: nil, signers: [["service-manager"]])], refusals: nil)
    try desk.sign(as: "s.ward")
    let check = try desk.check(house: [raised], pricer: pricer)
    #expect(check.signed == nil && check.bad.map(\.about) == [.sums])
    #expect(
      check.bad(.sums) == [
        "It does not come out the same: the authority that is needed is service-manager."
      ])
  }

  /// Where nobody is named no signature is missing, and that authorises nothing.
  @Test func isNotGivenByNobody() throws {
    let plain = try Desk(pricer: pricer)
    #expect(try plain.offered.record().authority == [])
    let check = try plain.check(pricer: pricer)
    #expect(check.signed == nil && check.bad(.authority) == ["second-signer.missing: Nobody has signed it."])
    let nobody = HouseAuthority(
      scheme: "progress", source: "M", steps: [HouseAuthority.Step(upTo: nil, signers: [])], refusals: [])
    #expect(try plain.check(house: [nobody], pricer: pricer).signed == nil)
    let refusal = try Desk("noisy-pipes-not-upheld.json", house: nobody, pricer: pricer)
    #expect(try refusal.check(house: [nobody], pricer: pricer).signed == nil)
  }

  /// A ladder of the policy goes before whatever the organisation says.
  @Test func givesWayToThePolicy() throws {
    let desk = try Desk(house: Self.house)
    #expect(try desk.offered.record().authority == [["head-of-department"]])
    try desk.sign(as: "a.khan")
    #expect(try desk.check(house: [Self.house]).signed != nil)
  }

  @Test func ofRefusals() throws {
    let desk = try Desk("noisy-pipes-not-upheld.json", house: Self.house, pricer: pricer)
    #expect(try desk.offered.record().authority == [["head-of-department"]])
    try desk.sign(as: "a.khan")
    #expect(try desk.check(house: [Self.house], pricer: pricer).signed != nil)
    let plain = try Desk("noisy-pipes-not-upheld.json", pricer: pricer)
    #expect(try plain.offered.record().authority == [["manager"]])
  }
}

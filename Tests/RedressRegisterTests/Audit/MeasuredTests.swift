import Redress
import Testing

@testable import RedressRegister

/// The signatures that a decision would need if it came to another total.
@Suite struct MeasuredTests {
  private func draft(_ amount: String) throws -> Draft {
    let files = try SampleRegister.files(
      AuditCase(amount: amount).text, pricer: try SampleRegister.pricer(), signer: nil)
    return try SampleRegister.check(files, try SampleRegister.pricer()).draft
  }

  @Test(
    arguments: [
      (6000, "service-manager"), (10000, "service-manager"), (10001, "head-of-department"),
      (50000, "head-of-department"), (50001, "relevant-director"), (1, "service-manager"),
    ] as [(Int64, String)])
  func theLadderIsClimbedToThePenny(pence: Int64, role: String) throws {
    let draft = try draft("£60.00")
    let required = draft.required(forTotal: Money(pence: pence))
    #expect(required.signatures.count == 1 && required.signatures[0].roles.first == role)
    #expect(draft.measured(asTotal: Money(pence: pence)).required == required)
    #expect(draft.measured(asTotal: Money(pence: pence)).total == Money(pence: 6000))
  }

  @Test func aPolicyThatNamesSomebodyNeedsNoHouseRule() throws {
    let house = HouseAuthority(
      scheme: "progress", source: "a minute", steps: [.init(upTo: nil, signers: [["clerk"]])], refusals: nil)
    let required = try draft("£60.00").required(forTotal: Money(pence: 10001), house: house)
    #expect(required.signatures[0].roles == ["head-of-department"])
  }
}

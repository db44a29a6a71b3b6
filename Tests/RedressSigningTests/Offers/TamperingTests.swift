import Redress
import RedressFiles
import Testing

@testable import RedressSigning

/// Offers in which one thing was changed. Whoever reads one notices it, most of it without any signature.
@Suite struct TamperingTests {
  /// Of these the sums say nothing: the signature alone holds them.
  private static let heldBySignatureAlone: Set<String> = []

  private static let samples = [
    "damp-bedroom.json", "noisy-pipes-not-upheld.json", "storm-damage.json", "missed-visits.json",
    "flowers-after-a-muddle.json",
    "parking-permit-delay.yaml",
  ]

  private func supersedes() -> OfferRecord.Superseded {
    OfferRecord.Superseded(
      name: "PHG-2026-0436", digest: Digest(of: [1]), offerDate: Samples.today, total: Money(pence: 4_000))
  }

  @Test func isFound() throws {
    var (count, found): (Int, [String: Int]) = (0, [:])
    var alone: Set<String> = []
    let (pricer, officers, key) = (try Samples.pricer(), try Samples.officers(), try Samples.key(of: "a.khan"))
    for sample in Self.samples {
      let offered = try #require(
        try Offered(Samples.outline(of: sample), pricer, letterDigest: Digest(of: [2]), supersedes: supersedes()),
        "\(sample)")
      let signature = OfferFiles.SignatureFile(
        officer: "a.khan", path: "offer.json.a.khan.sig",
        bytes: try key.sign(offered.bytes, namespace: OfferNamespace.name))
      #expect(try reason(offered.bytes, pricer) == nil, "\(sample)")
      for tampering in try Tampering.all(of: offered.bytes) {
        count += 1
        if let reason = try reason(tampering.bytes, pricer) {
          found[reason, default: 0] += 1
          continue
        }
        alone.insert(tampering.name)
        let record = try OfferRecord.read(SourceText(name: "offer.json", bytes: tampering.bytes))
        let files = OfferFiles(path: "offer.json", record: record, signatures: [signature], letter: nil)
        let check = try OfferCheck.run(files, with: pricer, officers: officers) { _ in true }
        #expect(check.signed == nil && check.provedSigners.isEmpty, "\(sample): \(tampering.name)")
        #expect(check.bad(.signature).count == 1, "\(sample): \(tampering.name)")
      }
    }
    print("\(count) changes: \(found), \(alone.count) kinds held by the signature alone")
    print(alone.sorted().joined(separator: "\n"))
    #expect(alone == Self.heldBySignatureAlone)
  }

  /// How a changed offer is found out without a signature; `nil` where it is not.
  private func reason(_ bytes: [UInt8], _ pricer: CasePricer) throws -> String? {
    let record: OfferRecord
    do { record = try OfferRecord.read(SourceText(name: "offer.json", bytes: bytes)) } catch { return "shape" }
    do {
      let (_, _, findings) = try OfferCheck.assess(record, with: pricer, house: [])
      return findings.bad.first?.about.rawValue
    } catch { return "facts" }
  }
}

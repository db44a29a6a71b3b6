import Redress
import RedressFiles
import Testing

@testable import RedressSigning

/// Offers in which one thing was changed. Whoever reads one notices it, most of it without any signature.
@Suite struct TamperingTests {
  /// Of these the sums say nothing, and the signature alone holds them: words, people, other systems' identifiers.
  private static let heldBySignatureAlone: Set<String> = [
    "assessment.lines[].says", "assessment.refusals[].say", "assessment.notices", "assessment.notices[]",
    "assessment.notices[].notice", "assessment.notices[].says", "author", "authority-from", "drafted-on",
    "letter.digest", "supersedes", "supersedes.case", "supersedes.offer-date", "supersedes.offer-digest",
    "supersedes.total", "references.household", "references.rent-account", "references.cost-code",
    "decisions[].by", "decisions[].on", "decisions[].because", "items[].by", "items[].because",
    "items[].receipts[].for", "items[].receipts[].on", "items[].evidence", "items[].reasons",
    "items[].delayed-action", "items[].promised-for", "items[].carried-out-on",
    // It says `null` there, which means the same as nothing.
    "assessment.last-day-to-accept",
  ]
  /// A day sooner or later, or a debt of a penny more, often moves no sum; where it does, the sums tell.
  private static let facts = "facts."
  /// Of what is not paid no sum is worked out.
  private static let ofWhatIsNotPaid: Set<String> = [
    "items", "items[]", "items[].amount", "items[].impact", "items[].receipts", "items[].receipts[]",
    "items[].receipts[].amount", "decisions",
  ]

  private func supersedes() -> OfferRecord.Superseded {
    OfferRecord.Superseded(
      name: "PHG-2026-0436", digest: Digest(of: [1]), offerDate: Samples.today, total: Money(pence: 4_000))
  }

  @Test(arguments: [
    ("damp-bedroom.json", true), ("missed-visits.json", true), ("flowers-after-a-muddle.json", true),
    ("noisy-pipes-not-upheld.json", false), ("storm-damage.json", false), ("parking-permit-delay.yaml", false),
  ]) func isFound(sample: String, isAllPaid: Bool) throws {
    var (count, found): (Int, [String: Int]) = (0, [:])
    var alone: Set<String> = []
    let (pricer, officers, key) = (try Samples.pricer(), try Samples.officers(), try Samples.key(of: "a.khan"))
    let offered = try #require(
      try Offered(Samples.outline(of: sample), pricer, letterDigest: Digest(of: [2]), supersedes: supersedes()))
    let signature = OfferFiles.SignatureFile(
      officer: "a.khan", path: "offer.json.a.khan.sig",
      bytes: try key.sign(offered.bytes, namespace: OfferNamespace.name))
    #expect(try reason(offered.bytes, pricer) == nil)
    for tampering in try Tampering.all(of: offered.bytes) {
      count += 1
      if let reason = try reason(tampering.bytes, pricer) {
        found[reason, default: 0] += 1
        continue
      }
      alone.insert(tampering.place)
      let record = try OfferRecord.read(SourceText(name: "offer.json", bytes: tampering.bytes))
      let files = OfferFiles(path: "offer.json", record: record, signatures: [signature], letter: nil)
      let check = try OfferCheck.run(files, with: pricer, officers: officers) { _ in true }
      #expect(check.signed == nil && check.provedSigners.isEmpty, "\(tampering.name)")
      #expect(check.bad(.signature).count == 1, "\(tampering.name)")
    }
    print("\(sample): \(count) changes: \(found), at \(alone.count) places held by the signature alone")
    let listed = Self.heldBySignatureAlone.union(isAllPaid ? [] : Self.ofWhatIsNotPaid)
    #expect(alone.subtracting(listed).filter { !$0.hasPrefix(Self.facts) } == [])
    #expect(alone.isSuperset(of: ["assessment.lines[].says", "author", "supersedes.total", "letter.digest"]))
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

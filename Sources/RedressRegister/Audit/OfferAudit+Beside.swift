import Redress
import RedressFiles
import RedressSigning

extension OfferAudit {
  /// Decisions taken with it, and other cases that look like it.
  mutating func lookBeside(_ life: OfferLife, _ checked: Checked?) {
    if let checked { lookAtDecisions(of: checked.check.assessed) }
    let isStanding = life.state != .withdrawn && life.state != .superseded && life.supersededBy == nil
    guard isStanding else { return }
    let others = papers.sameCase.filter { $0 != life.drafted.supersedes }
    if let other = others.last {
      add(.duplicateCase, "The case has another decision that stands: offer \(other).")
    }
    if let checked, life.state != .drafted { lookAtClaims(checked.files.record) }
  }

  /// Earlier cases of the household with the same incident, or with the same receipt.
  private mutating func lookAtClaims(_ record: OfferRecord) {
    let claim = Claim(record.outline.node)
    for other in papers.earlierCases where claim.mayBe(in: other.bytes) {
      let name = OfferFiles.name(ofOffer: other.number, other.reference)
      guard let source = try? SourceText(name: name, bytes: other.bytes),
        let earlier = try? OfferRecord.readUpToAssessment(source)
      else { continue }
      for same in claim.shared(with: Claim(earlier.outline.node)) {
        add(
          .duplicateClaim,
          "The household \(papers.household.name ?? "") claims twice, here and in \(name): \(same).")
      }
    }
  }
}

/// What a case claims for, as far as another case can claim for the same.
private struct Claim {
  private struct Receipt: Hashable {
    let amount: Money
    let on: String
  }

  private let incident: String?
  private let receipts: [Receipt]

  init(_ node: Node) {
    incident = node["facts"]?["incident-date"]?.text
    receipts = (node["items"]?.list ?? []).flatMap { $0["receipts"]?.list ?? [] }.compactMap { receipt in
      guard let on = receipt["on"]?.text, let amount = receipt["amount"]?.text.flatMap({ try? Literal.money($0) })
      else { return nil }
      return Receipt(amount: amount, on: on)
    }
  }

  /// Whether the bytes of a record hold one of its days, which is quicker to see than to read it.
  func mayBe(in bytes: [UInt8]) -> Bool {
    ([incident].compactMap { $0 } + receipts.map(\.on)).contains { bytes.firstPlace(of: Array($0.utf8)) != nil }
  }

  /// What both claim for, in words.
  func shared(with other: Claim) -> [String] {
    var shared: [String] = []
    if let incident, incident == other.incident { shared.append("the incident of \(incident)") }
    for receipt in receipts where other.receipts.contains(receipt) {
      shared.append("a receipt of \(receipt.amount) from \(receipt.on)")
    }
    return shared
  }
}

import Redress
import RedressFiles
import RedressSigning

extension RegisterReading {
  /// Checks every offer that somebody signed, one after another: its edition, its sums, its letter part, each signature
  /// and, once it was signed by enough, the authority of those who signed.
  ///
  /// - Parameter isLocked: whether an edition's exact bytes stand in the lock file.
  public func checkSignatures(
    with pricer: CasePricer, officers: OfficersFile, house: [HouseAuthority], isLocked: (AssessedCase) -> Bool
  ) throws -> [RegisterCheck.Finding] {
    var (findings, count, more): ([RegisterCheck.Finding], Int, Int) = ([], 0, 0)
    func bad(_ says: String, _ offer: Int) {
      if findings.count == RegisterCheck.kept { return more += 1 }
      findings.append(.init(about: .signatures, isGood: false, says: says, event: nil, offer: offer))
    }
    try eachLife { life in
      if life.signatures.isEmpty { return }
      count += 1
      do {
        // A limit on all offers of a period together is held against what stood when the last of them signed.
        let beside = try signedBeside(life.number, before: life.signatures.last?.event, officers.officers)
        let check = try OfferCheck.run(
          files(of: life), with: pricer, officers: officers, house: house, signedBeside: beside, isLocked: isLocked)
        let isWhole = life.signatures.contains { $0.signed.isLast }
        for finding in check.findings where !finding.isGood && (isWhole || finding.about != .authority) {
          bad("Offer \(life.number): \(finding.says)", life.number)
        }
      } catch let faults as FaultList {
        bad("Offer \(life.number) cannot be checked: \(faults.sorted.first?.says ?? "")", life.number)
      }
    } outOfOrder: { event, order in
      bad("Event \(event.number) cannot come where it stands. \(order.says)", event.offer ?? 0)
    }
    if findings.isEmpty {
      let says = "Every offer that was signed is in order, signature by signature. Offers: \(count)."
      return [.init(about: .signatures, isGood: true, says: says, event: nil, offer: nil)]
    }
    let rest = "And \(more) more of this kind."
    return findings
      + (more > 0 ? [.init(about: .signatures, isGood: false, says: rest, event: nil, offer: nil)] : [])
  }
}

extension RegisterCheck {
  /// The same with what else was found.
  public func adding(_ more: [Finding]) -> RegisterCheck {
    RegisterCheck(checkpoint: checkpoint, findings: findings + more)
  }
}

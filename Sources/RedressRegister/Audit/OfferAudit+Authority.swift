import Redress
import RedressFiles
import RedressSigning

extension OfferAudit {
  /// What came of checking the files of an offer.
  struct Checked {
    let files: OfferFiles
    let check: OfferCheck
  }

  // MARK: Checking

  /// The files held against the edition, the officers and the lock; `nil` where they cannot be read.
  mutating func check(_ life: OfferLife) -> Checked? {
    let name = OfferFiles.name(ofOffer: papers.number, papers.row.reference)
    guard let bytes = papers.offer else {
      add(.recordUnread, "The file of the offer is missing.")
      return nil
    }
    do {
      let record = try OfferRecord.readUpToAssessment(SourceText(name: name, bytes: bytes))
      let signatures = papers.signatures.map { officer, bytes in
        OfferFiles.SignatureFile(
          officer: officer, path: OfferFiles.path(ofSignatureBy: officer, on: name), bytes: bytes)
      }
      let letter = try papers.letter.map { bytes throws(FaultList) in
        try LetterPart.read(SourceText(name: LetterPart.path(of: name), bytes: bytes))
      }
      let files = OfferFiles(path: name, record: record, signatures: signatures, letter: letter)
      let check = try OfferCheck.run(
        files, with: desk.pricer, officers: desk.audit.officers, house: desk.audit.house,
        signedBeside: papers.signedBeside, isLocked: { desk.isLocked($0.edition) })
      return Checked(files: files, check: check)
    } catch {
      let (code, says) = unread(error)
      add(code, says)
      return nil
    }
  }

  private func unread(_ faults: FaultList) -> (code: AuditFinding.Code, says: String) {
    let first = faults.sorted.first
    let says = first.map { "\($0.says) \($0.mend)" } ?? "It cannot be read."
    switch first?.code {
    case .editionChanged?: return (.editionChanged, says)
    case .editionUnlocked?: return (.editionNotLocked, says)
    default: return (.recordUnread, "Its record cannot be checked any more. \(says)")
    }
  }

  // MARK: Authority

  /// Edition, sums, letter part, signatures and authority. A decision that is still being signed lacks signatures
  /// without anything being wrong.
  mutating func lookAtAuthority(_ checked: Checked, _ life: OfferLife) {
    let check = checked.check
    for finding in check.findings where !finding.isGood {
      switch finding.about {
      case .edition: add(.editionChanged, finding.says)
      case .sums: add(.sums, finding.says)
      case .letter: add(.letter, finding.says)
      case .signature:
        let officer = checked.files.signatures.map(\.officer).filter { finding.says.hasPrefix($0) }
        add(.signature, officer: officer.max { $0.count < $1.count }, finding.says)
      case .authority: break
      }
    }
    let isLocked = desk.isLocked(check.assessed.edition)
    if !isLocked, !life.signatures.isEmpty {
      let edition = check.assessed.edition
      add(
        .editionNotLocked,
        "The edition \(edition.matrix.scheme)/\(edition.name) is not in editions.lock, so nobody has frozen it.")
    }
    if life.signatures.isEmpty && life.issued == nil { return }
    let conditions = self.conditions(check)
    let signers = check.countedSigners.isEmpty ? check.provedSigners : check.countedSigners
    let isGood = check.findings.allSatisfy { $0.about != .authority || $0.isGood }
    if isGood { return lookAtHousehold(check, signers, conditions) }
    // The check says why in words alone, so the rule is asked for again.
    guard let refusal = refusal(check.draft, signers, conditions) else { return }
    let isBeingSigned = life.issued == nil && !life.signatures.contains(where: \.signed.isLast)
    let isOfEdition = refusal.rule == .editionUnlocked && !isLocked
    if !isOfEdition, !(isBeingSigned && refusal.rule == .secondSigner) { addAuthority(refusal) }
  }

  func conditions(_ check: OfferCheck) -> SigningConditions {
    SigningConditions(
      officers: desk.audit.officers.officers, isLocked: desk.isLocked(check.assessed.edition),
      calendar: check.assessed.edition.calendar?.calendar, today: nil, signedBeside: papers.signedBeside)
  }

  private func refusal(_ draft: Draft, _ signers: [String], _ conditions: SigningConditions) -> SigningRefusal? {
    do {
      _ = try draft.authorised(by: signers, in: conditions)
      return nil
    } catch { return error }
  }

  private mutating func addAuthority(_ refusal: SigningRefusal) {
    let could = refusal.whoCould.isEmpty ? "" : " Who could sign: \(refusal.whoCould.joined(separator: ", "))."
    add(
      .authority, officer: refusal.officer, rule: refusal.rule.rawValue, sources: refusal.sources,
      "\(refusal.says)\(could)")
  }

  // MARK: Splitting

  /// What the household was offered in the period together, held against those who signed this one.
  private mutating func lookAtHousehold(
    _ check: OfferCheck, _ signers: [String], _ conditions: SigningConditions
  ) {
    let household = papers.household
    guard household.before > .zero, check.draft.total > .zero else { return }
    let total = household.before + check.draft.total
    let house = desk.house(for: check.assessed.edition.matrix.scheme)
    let together = check.draft.measured(asTotal: total, house: house)
    guard together.required.signatures != check.draft.required.signatures,
      let refusal = refusal(together, signers, conditions)
    else { return }
    let others = household.others.map { "offer \($0.number) (\($0.reference)) of \($0.total) on \($0.on)" }
    let more = household.count > others.count ? " and \(household.count - others.count) more" : ""
    let titles = AuditShare.titles(of: together.required, check.draft.explanation)
    let could = refusal.whoCould.isEmpty ? "" : " Who could have signed: \(refusal.whoCould.joined(separator: ", "))."
    add(
      .householdSplit, officer: signers.first, rule: refusal.rule.rawValue,
      sources: [AuditFinding.Code.householdSplit.house] + refusal.sources,
      "The household \(household.name ?? "") was offered \(total) in \(desk.audit.householdWithin): "
        + "\(check.draft.total) here, and \(household.before) in \(others.joined(separator: ", "))\(more). Together "
        + "that is for \(titles) to sign, and this one was signed by \(signers.joined(separator: ", ")).\(could)")
  }
}

import Redress
import RedressFiles

extension OfferCheck {
  /// Checks an offer with everything that stands beside it.
  ///
  /// - Parameters:
  ///   - officers: without them no signature can be checked.
  ///   - signedBeside: what officers signed beside it; `nil` where nobody knows.
  ///   - isLocked: whether an edition's exact bytes stand in the lock file.
  /// - Throws: the faults of its edition or its facts.
  public static func run(
    _ files: OfferFiles, with pricer: CasePricer, officers: OfficersFile, house: [HouseAuthority] = [],
    signedBeside: [SignedBeside]? = nil, isLocked: (AssessedCase) -> Bool
  ) throws(FaultList) -> OfferCheck {
    let (assessed, draft, first) = try assess(files.record, with: pricer, house: house)
    var findings = first + [letter(files)]
    var proved: [(officer: String, key: SSHPublicKey)] = []
    for file in files.signatures {
      let (finding, key) = check(file, files.record, officers, beside: proved)
      findings.append(finding)
      if let key { proved.append((file.officer, key)) }
    }
    let conditions = SigningConditions(
      officers: officers.officers, isLocked: isLocked(assessed), calendar: assessed.edition.calendar?.calendar,
      today: nil, signedBeside: signedBeside)
    // Somebody who may not sign changes nothing by signing too. Where nobody may, it is told why of the first.
    let signers = proved.map(\.officer)
    let able = draft.possibleSigners(in: conditions).map(\.id)
    let counted = signers.filter { able.contains($0) }
    for officer in signers where !counted.isEmpty && !counted.contains(officer) {
      findings.append(
        Finding(about: .signature, isGood: true, says: "\(officer) may not sign this decision, and is not counted."))
    }
    let (finding, authorised) = authority(draft, counted.isEmpty ? signers : counted, conditions)
    findings.append(finding)
    let posts = (try? draft.posts(of: counted, in: conditions)) ?? []
    let signed = findings.allSatisfy(\.isGood) ? authorised.map { signedOffer(files.record, $0, proved) } : nil
    return OfferCheck(
      findings: findings, signed: signed, provedSigners: signers, countedSigners: counted, countedPosts: posts,
      assessed: assessed, draft: draft)
  }

  private static func signedOffer(
    _ record: OfferRecord, _ authorised: Authorised, _ proved: [(officer: String, key: SSHPublicKey)]
  ) -> SignedOffer {
    let signatures = authorised.signers.compactMap { signer in
      proved.first { $0.officer == signer.officer.id }.map { SignedOffer.Signature(signer: signer, key: $0.key) }
    }
    return SignedOffer(record, authorised: authorised, signatures: signatures)
  }

  /// Whether the letter part is the one whose digest the offer states.
  package static func letter(_ files: OfferFiles) -> Finding {
    switch (files.record.letterDigest, files.letter?.digest) {
    case (nil, nil): Finding(about: .letter, isGood: true, says: "There is no letter part.")
    case (nil, _):
      Finding(about: .letter, isGood: false, says: "The offer knows of no letter part, and one stands beside it.")
    case (_, nil):
      Finding(
        about: .letter, isGood: true, says: "The letter part is not here; it may have been erased after its time.")
    case (let stated?, let found?):
      Finding(
        about: .letter, isGood: stated == found,
        says: stated == found
          ? "The letter part has the digest that the offer states."
          : "The letter part was changed: the offer states \(stated.text), and it has \(found.text).")
    }
  }

  private static func check(
    _ file: OfferFiles.SignatureFile, _ record: OfferRecord, _ officers: OfficersFile,
    beside proved: [(officer: String, key: SSHPublicKey)]
  ) -> (Finding, SSHPublicKey?) {
    func bad(_ says: String) -> (Finding, SSHPublicKey?) {
      (Finding(about: .signature, isGood: false, says: says), nil)
    }
    let signature: SSHSignature
    do { signature = try SSHSignature(file.bytes) } catch {
      return bad("\(file.officer): the file is no signature of OpenSSH: \(error).")
    }
    guard officers.officers[file.officer] != nil else { return bad("\(file.officer) is not in the officers file.") }
    guard let key = officers.keys(of: file.officer).first(where: { $0.key == signature.publicKey }) else {
      return bad(
        "\(file.officer): the signature was made with a key that is not theirs, \(signature.publicKey.fingerprint).")
    }
    let keys = officers.keys(of: file.officer).filter { $0.key == signature.publicKey }
    guard keys.contains(where: { $0.isGood(on: record.offerDate) }) else {
      let revoked = key.revoked.map { " It was revoked on \($0)." } ?? ""
      return bad("\(file.officer): the key did not count on \(record.offerDate), the offer date.\(revoked)")
    }
    guard signature.isValid(for: record.bytes, namespace: OfferNamespace.name) else {
      return bad("\(file.officer): the signature is not one of these bytes for \(OfferNamespace.name).")
    }
    // Two names in the file that share a key may be one person, who would sign for both.
    if let other = proved.first(where: { $0.key == signature.publicKey }) {
      return bad("\(file.officer): \(other.officer) signed with the same key, and a key belongs to one person.")
    }
    let says = "\(file.officer) signed these exact bytes with \(signature.publicKey.fingerprint)."
    return (Finding(about: .signature, isGood: true, says: says), signature.publicKey)
  }

  private static func authority(
    _ draft: Draft, _ signers: [String], _ conditions: SigningConditions
  ) -> (Finding, Authorised?) {
    do {
      let authorised = try draft.authorised(by: signers, in: conditions)
      let who = authorised.signers.map { signer in
        let title =
          signer.role == RequiredSignatures.managerRole
          ? "the manager of \(draft.author)" : "the \(draft.explanation.title(ofRole: signer.role))"
        return "\(signer.officer.id) as \(title)\(signer.standsInFor.map { ", for \($0)" } ?? "")"
      }
      return (
        Finding(about: .authority, isGood: true, says: "Signed by \(who.joined(separator: " and "))."), authorised
      )
    } catch {
      return (Finding(about: .authority, isGood: false, says: "\(error.rule.rawValue): \(error.says)"), nil)
    }
  }
}

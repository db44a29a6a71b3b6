extension SigningCheck {
  private var matrix: Matrix { draft.explanation.matrix }
  private var required: RequiredSignatures { draft.required }
  private var wanted: [String] { required.signatures.flatMap(\.allRoles) }

  /// Whether one signer breaks one rule.
  func refusal(of id: String, by rule: SigningRefusal.Rule) -> SigningRefusal? {
    guard let officer = conditions.officers[id] else {
      let says = "\(id) is not in the officers file."
      return rule == .officerUnknown ? refuse(rule, says, of: id, whoCould: whoCould) : nil
    }
    guard let says = breach(of: rule, by: officer) else { return nil }
    let review = rule == .sameReviewer ? matrix.review?.citations ?? [] : []
    let isOfAuthority = rule == .authorityTooLow || rule == .roleNotHeld
    return refuse(rule, says, review, of: id, required: isOfAuthority, whoCould: whoCould)
  }

  /// How an officer breaks a rule that is about the signer; `nil` where they do not.
  private func breach(of rule: SigningRefusal.Rule, by officer: Officer) -> String? {
    switch rule {
    case .roleNotHeld: roleNotHeld(officer)
    case .ownWork: ownWork(officer)
    case .authorityTooLow: authorityTooLow(officer)
    case .sameReviewer: sameReviewer(officer)
    case .cumulativeLimit: cumulativeLimit(officer)
    default: nil
    }
  }

  /// Everybody who breaks no rule of their own.
  var able: [Officer] {
    conditions.officers.all.filter { officer in
      SigningRefusal.Rule.allCases.allSatisfy { breach(of: $0, by: officer) == nil }
    }
  }

  var whoCould: [String] { able.map(\.id) }

  /// The signer with the post that they sign in; `nil` where they have none that reaches.
  func signer(_ id: String) -> Authorised.Signer? {
    guard let officer = conditions.officers[id] else { return nil }
    if required.origin == .manager {
      guard let manager = managers.first(where: { stands(officer, for: $0) }) else { return nil }
      return Authorised.Signer(
        officer: officer, role: RequiredSignatures.managerRole, standsInFor: manager == id ? nil : manager)
    }
    return reach(officer).first.map {
      Authorised.Signer(officer: officer, role: $0.role, standsInFor: $0.standsInFor)
    }
  }

  /// The posts whose limits reach as far as this decision. One that looks at other offers counts only where there is no
  /// other, so that it is refused for itself.
  private func reach(_ officer: Officer) -> [Officers.Held] {
    let within = roles(officer).filter(isWithinLimits)
    let alone = within.filter { !isCumulative($0) }
    return alone.isEmpty ? within : alone
  }

  /// The signers, each with the post by which they make the signature that they are counted for.
  func posts(of signers: [Authorised.Signer]) -> [Authorised.Signer] {
    if required.origin == .manager { return signers }
    let filled = groups.flatMap { group in filling(group[...], signers.map(\.officer)).made }
    return signers.map { signer in
      guard let post = filled.first(where: { $0.officer.id == signer.officer.id })?.post else { return signer }
      return Authorised.Signer(officer: signer.officer, role: post.role, standsInFor: post.standsInFor)
    }
  }

  /// The signatures that nobody has made yet. Within a group each person makes one.
  func unfilled(_ signers: [Authorised.Signer]) -> [RequiredSignatures.Signature] {
    if required.origin == .manager {
      let signature = RequiredSignatures.Signature(
        roles: [RequiredSignatures.managerRole], mayAlsoSign: [], group: 0)
      return signers.isEmpty ? [signature] : []
    }
    return groups.flatMap { filling($0[...], signers.map(\.officer)).open }
  }

  private var groups: [[RequiredSignatures.Signature]] {
    (0...(required.signatures.map(\.group).max() ?? 0)).map { group in
      required.signatures.filter { $0.group == group }
    }
  }

  /// The fewest signatures of a group that stay open, trying every way to share them out, and who makes the others.
  private func filling(
    _ signatures: ArraySlice<RequiredSignatures.Signature>, _ officers: [Officer]
  ) -> (open: [RequiredSignatures.Signature], made: [(officer: Officer, post: Officers.Held)]) {
    guard let first = signatures.first else { return ([], []) }
    let rest = filling(signatures.dropFirst(), officers)
    var best = ([first] + rest.open, rest.made)
    for officer in officers {
      guard let post = reach(officer).first(where: { first.allRoles.contains($0.role) }) else { continue }
      let left = filling(signatures.dropFirst(), officers.filter { $0.id != officer.id })
      if left.open.count < best.0.count { best = (left.open, left.made + [(officer, post)]) }
    }
    return best
  }

  // MARK: Posts

  /// The posts that may make a signature here, but for those of somebody who prepared the offer.
  func roles(_ officer: Officer) -> [Officers.Held] {
    held(officer).filter { held in held.standsInFor.map { !preparers.contains($0) } ?? true }
  }

  private func held(_ officer: Officer) -> [Officers.Held] {
    conditions.officers.roles(of: officer, on: draft.offerDate).filter { wanted.contains($0.role) }
  }

  private func roleNotHeld(_ officer: Officer) -> String? {
    let today = conditions.officers.roles(of: officer, on: draft.offerDate)
    if today.isEmpty { return "\(officer.id) held no post on \(draft.offerDate), the offer date." }
    if required.origin == .manager || !held(officer).isEmpty { return nil }
    guard let other = officer.posts.first(where: { wanted.contains($0.role) }) else { return nil }
    let title = titles([other.role])
    let end = other.days.until.map { " until \($0)" } ?? ""
    return "\(officer.id) is \(title) from \(other.days.from)\(end), and so not on \(draft.offerDate), the offer date."
  }

  // MARK: Own work

  /// The author and everybody who set an amount.
  private var preparers: [String] {
    let setters = draft.explanation.given.reasons.compactMap(\.by).flatMap { conditions.officers.named(in: $0) }
    return [draft.author] + setters.compactMap { $0?.id }
  }

  private func ownWork(_ officer: Officer) -> String? {
    if officer.id == draft.author { return "\(officer.id) drafted it. Nobody signs their own work." }
    if preparers.contains(officer.id) { return "\(officer.id) set one of its amounts. Nobody signs their own work." }
    guard !held(officer).isEmpty, roles(officer).isEmpty, let other = held(officer).first?.standsInFor else {
      return nil
    }
    return
      "\(officer.id) stands in for \(other), who prepared it. A deputy does not sign the work of whom they replace."
  }

  // MARK: Authority

  private func authorityTooLow(_ officer: Officer) -> String? {
    if let missing = unmeasuredItems { return missing }
    switch required.origin {
    case .nobody:
      return "The policy names nobody who may sign \(draft.total), and no organisation file names anybody for it."
    case .manager: return managerDoesNotSign(officer)
    case .policy, .house: break
    }
    let usable = roles(officer)
    if usable.isEmpty {
      let own = conditions.officers.roles(of: officer, on: draft.offerDate).map {
        draft.explanation.title(ofRole: $0.role)
      }
      let needed = required.signatures.map { titles($0.roles) }.joined(separator: ", together with ")
      return "\(sum) is for \(needed) to sign. \(officer.id) is \(own.joined(separator: ", "))."
    }
    if usable.contains(where: isWithinLimits) { return nil }
    return "\(sum) is beyond the limit that the officers file sets for \(officer.id)."
  }

  private var sum: String { draft.total == .zero ? "A refusal" : "\(draft.total) in all" }

  /// Items that no ladder of the policy measures, though it has some.
  private var unmeasuredItems: String? {
    guard case .offer(let award) = draft.decision, !matrix.authority.isEmpty else { return nil }
    let ladders = matrix.authority.indices.filter { award.authority[$0] != nil }.map { matrix.authority[$0] }
    let items = draft.explanation.assessment.items.enumerated().filter { _, item in
      item.keptOutBy == nil && !ladders.contains { $0.heads?.contains(item.head) ?? true }
    }
    if items.isEmpty { return nil }
    return "Nobody is named who may sign item \(items.map { "\($0.offset + 1)" }.joined(separator: ", "))."
  }

  // MARK: Refusals

  /// The author's manager, and theirs in turn.
  private var managers: [String] {
    var managers: [String] = []
    var next = conditions.officers[draft.author]?.manager
    while let id = next, !managers.contains(id), id != draft.author {
      managers.append(id)
      next = conditions.officers[id]?.manager
    }
    return managers
  }

  /// Whether an officer is the manager, or stands in for one who holds a post on the day.
  private func stands(_ officer: Officer, for manager: String) -> Bool {
    if officer.id == manager { return true }
    let isHeld = conditions.officers[manager].map { manager in
      manager.posts.contains { $0.days.contains(draft.offerDate) }
    }
    return isHeld ?? false
      && officer.deputyships.contains { $0.officer == manager && $0.days.contains(draft.offerDate) }
  }

  private func managerDoesNotSign(_ officer: Officer) -> String? {
    if managers.isEmpty {
      return "The policy names nobody who signs a refusal, so the author's manager does, and the officers file names "
        + "no manager of \(draft.author)."
    }
    if managers.contains(where: { stands(officer, for: $0) }) { return nil }
    return "The policy names nobody who signs a refusal, so the manager of \(draft.author) does. "
      + "\(officer.id) is not their manager."
  }

  // MARK: Review

  private func sameReviewer(_ officer: Officer) -> String? {
    guard let review = matrix.review, draft.explanation.given.facts.value(review.given) != nil else { return nil }
    let fact = matrix.facts[ref: review.decidedBy].name
    guard let stated = draft.explanation.given.texts.first(where: { $0.fact == review.decidedBy }) else {
      return "This stage reviews the one before, and `\(fact)` does not say who decided that one."
    }
    let deciders = conditions.officers.named(in: stated.text)
    if deciders.isEmpty || deciders.contains(where: { $0 == nil }) {
      return
        "This stage reviews the one before, and `\(fact)` names somebody who is not in the officers file. Write the "
        + "officers as that file calls them."
    }
    guard deciders.contains(where: { $0?.id == officer.id }) else { return nil }
    return "\(officer.id) decided the stage before. A review is signed by somebody else."
  }
}

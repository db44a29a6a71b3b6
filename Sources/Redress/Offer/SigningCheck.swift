/// Holds a draft against the rules of signing, one after the other in the order of ``SigningRefusal/Rule``.
struct SigningCheck {
  let draft: Draft
  let conditions: SigningConditions

  init(_ draft: Draft, _ conditions: SigningConditions) {
    self.draft = draft
    self.conditions = conditions
  }

  private var matrix: Matrix { draft.explanation.matrix }

  /// The signers, each with the post that they sign in.
  func signers(_ ids: [String], areAll: Bool) throws(SigningRefusal) -> [Authorised.Signer] {
    if let refusal = refusalOfEdition() { throw refusal }
    let ids = unique(ids)
    for rule in SigningRefusal.Rule.allCases {
      for id in ids where rule != .secondSigner {
        if let refusal = refusal(of: id, by: rule) { throw refusal }
      }
      if let refusal = refusal(by: rule, ids, areAll: areAll) { throw refusal }
    }
    return posts(of: ids.compactMap { signer($0) })
  }

  private func unique(_ ids: [String]) -> [String] {
    ids.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  // MARK: The edition and the sum

  private func refusalOfEdition() -> SigningRefusal? {
    let name = "\(matrix.scheme)/\(matrix.edition)"
    if matrix.status == .draft {
      return refuse(.editionDraft, "The edition \(name) is a draft. It may price, and nothing under it can be signed.")
    }
    if !conditions.isLocked {
      return refuse(.editionUnlocked, "The edition \(name) is not in editions.lock, so nobody has frozen it.")
    }
    if let open = matrix.readings.first(where: \.isOpen) {
      return refuse(
        .readingOpen, "The reading \(open.name) of \(name) is open: nobody has decided it yet. \(open.question)",
        open.citations)
    }
    if matrix.unconfirmedCount > 0 {
      return refuse(
        .figureUnconfirmed,
        matrix.unconfirmedCount == 1
          ? "1 of the figures of \(name) is not confirmed."
          : "\(matrix.unconfirmedCount) of the figures of \(name) are not confirmed.")
    }
    let differences = recheck(
      draft.explanation.assessment, of: draft.explanation.given.facts, under: matrix, calendar: conditions.calendar)
    if let first = differences.first {
      return refuse(.recheckDiffers, "A second calculation does not come out the same: \(first.rule), \(first.says).")
    }
    return nil
  }

  // MARK: The decision

  /// A rule that looks at all signers together, or at none of them.
  private func refusal(by rule: SigningRefusal.Rule, _ ids: [String], areAll: Bool) -> SigningRefusal? {
    switch rule {
    case .officerUnknown where conditions.officers[draft.author] == nil:
      return refuse(rule, "The author, \(draft.author), is not in the officers file.", of: draft.author)
    case .secondSigner where areAll:
      let missing = unfilled(ids.compactMap { signer($0) })
      guard let first = missing.first else {
        // Where nobody is named no signature is missing, and it is not authorised for all that.
        return ids.isEmpty ? refuse(rule, "Nobody has signed it.", required: true, whoCould: whoCould) : nil
      }
      let roles = titles(first.roles)
      let more = missing.count > 1 ? " \(missing.count) signatures are missing." : ""
      return refuse(rule, "A signature of \(roles) is missing.\(more)", required: true, whoCould: whoCould)
    case .decisionMaker: return refusalOfDecisionMakers()
    case .offerDatePassed:
      guard let today = conditions.today, today > draft.offerDate else { return nil }
      return refuse(
        rule,
        "It is dated \(draft.offerDate), and today is \(today). A decision is signed by the date that stands on it; "
          + "draft it again with a later offer date.")
    default: return nil
    }
  }

  /// Decisions that the assessment followed were taken by somebody who may take them.
  func refusalOfDecisionMakers() -> SigningRefusal? {
    for recorded in draft.explanation.given.decisions {
      guard let known = matrix.decision(named: recorded.about),
        draft.explanation.assessment.usedDecisions.contains(known)
      else { continue }
      if recorded.on > draft.offerDate {
        return refuse(
          .decisionMaker,
          "The decision \(recorded.about) is dated \(recorded.on), after the offer date, \(draft.offerDate).",
          matrix.decisions[ref: known].citations, of: recorded.by)
      }
      if let refusal = refusal(of: recorded.by, deciding: known, on: recorded.on) { return refusal }
    }
    return nil
  }

  /// Why those whom a text names may not take a decision on a day; `nil` where they may.
  func refusal(of makers: String, deciding known: Ref<Decision>, on day: CivilDate) -> SigningRefusal? {
    let decision = matrix.decisions[ref: known]
    let sets = roles(entitledTo: decision)
    let officers = conditions.officers.named(in: makers)
    let held = officers.flatMap { maker in maker.map { conditions.officers.roles(of: $0, on: day) } ?? [] }
    let areKnown = !officers.isEmpty && !officers.contains { $0 == nil }
    if areKnown, sets.allSatisfy({ set in held.contains { set.contains($0.role) } }) { return nil }
    let who = sets.map { titles($0) }.joined(separator: ", together with ")
    return refuse(
      .decisionMaker,
      "The decision \(decision.name) is for \(who) to take. By the officers file, \(makers) did not hold that "
        + "post on \(day).", decision.citations, of: makers)
  }

  /// One of each set takes the decision; none where nobody is named.
  private func roles(entitledTo decision: Decision) -> [[String]] {
    switch decision.who {
    case .anyOf(let roles): return [roles.map { matrix.roles[ref: $0].name }]
    case .jointly(let roles): return roles.map { [matrix.roles[ref: $0].name] }
    case .authority:
      let roles = draft.explanation.authorityRoles.map { matrix.roles[ref: $0].name }
      let all = roles.isEmpty ? draft.required.signatures.flatMap(\.allRoles) : roles
      return all.isEmpty ? [] : [all]
    }
  }

  // MARK: Refusing

  func refuse(
    _ rule: SigningRefusal.Rule, _ says: String, _ citations: [Citation] = [], of officer: String? = nil,
    required: Bool = false, whoCould: [String] = []
  ) -> SigningRefusal {
    var sources = citations.map { matrix.name(of: $0) }
    if sources.isEmpty, required { sources = sourcesOfRequired }
    return SigningRefusal(
      rule: rule, officer: officer, says: says, sources: sources.isEmpty ? [rule.house] : sources,
      whoCould: whoCould)
  }

  private var sourcesOfRequired: [String] {
    switch draft.required.origin {
    case .policy(let citations): citations.map { matrix.name(of: $0) }
    case .house(let source): [source]
    case .manager: ["house#refusal-signer"]
    case .nobody: []
    }
  }

  /// `the Head of Department or the relevant Director`.
  func titles(_ roles: [String]) -> String {
    let titles = roles.map { "the \(draft.explanation.title(ofRole: $0))" }
    guard let last = titles.last else { return "nobody" }
    return titles.count == 1 ? last : titles.dropLast().joined(separator: ", ") + " or " + last
  }
}

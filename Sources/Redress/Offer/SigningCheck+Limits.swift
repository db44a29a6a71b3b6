/// What officers may sign, where the officers file sets less than the policy.
extension SigningCheck {
  func isWithinLimits(_ held: Officers.Held) -> Bool {
    let heads = draft.explanation.assessment.items.filter { $0.keptOutBy == nil }.map {
      draft.explanation.matrix.heads[ref: $0.head].name
    }
    return held.limits.allSatisfy { limit in
      let isSumWithin = limit.upTo.map { draft.total <= $0 } ?? true
      return isSumWithin && (limit.heads.map { allowed in heads.allSatisfy(allowed.contains) } ?? true)
    }
  }

  func isCumulative(_ held: Officers.Held) -> Bool { held.limits.contains { $0.together != nil } }

  func cumulativeLimit(_ officer: Officer) -> String? {
    let within = roles(officer).filter(isWithinLimits)
    guard !within.isEmpty, within.allSatisfy(isCumulative) else { return nil }
    guard let beside = conditions.signedBeside else {
      return "\(officer.id) has a limit for all offers of a period together. What else was offered in it cannot be "
        + "known without a register, so nothing is signed under that limit. Sign it with --register."
    }
    let own = beside.filter { $0.officer == officer.id }
    let breaches = within.map { held in held.limits.compactMap(\.together).compactMap { breach(of: $0, own) } }
    guard let first = breaches.first?.first, breaches.allSatisfy({ !$0.isEmpty }) else { return nil }
    return "\(officer.id) \(first)"
  }

  /// How an officer's offers of a period go beyond what they may sign in it; `nil` where they do not. The period ends
  /// with the offer date, which is its last day.
  private func breach(of limit: SigningLimit.Together, _ own: [SignedBeside]) -> String? {
    let first = limit.within.firstDay(endingOn: draft.offerDate)
    let inPeriod = own.filter { $0.offerDate <= draft.offerDate && $0.offerDate >= first ?? .earliest }
    let before = inPeriod.reduce(Money.zero) { $0 + $1.total }
    if before + draft.total <= limit.upTo { return nil }
    return "may sign \(limit.upTo) in \(limit.within) together. \(before) was signed before, and this makes "
      + "\(before + draft.total)."
  }
}

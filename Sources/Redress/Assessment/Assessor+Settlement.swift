extension Assessor {
  /// From amounts to what is paid: the total, less what was paid before, less arrears, and who may sign it.
  func combine(_ facts: CaseFacts, isReached: Bool, _ sheet: inout Assessment) {
    guard isReached else { return skipSettlement(&sheet) }
    let (gross, inKind) = sheet.totals
    sheet.note(plan.total, .totalled(gross: gross, inKind: inKind))
    let (used, excess) = deductAlreadyPaid(facts, gross: gross, &sheet)
    guard let setOff = setOff(facts, &sheet) else {
      if let rule = plan.authority { sheet.note(rule, .notReached) }
      return
    }
    let step = findAuthority(gross + inKind, &sheet)
    sheet.award = Assessment.Award(
      gross: gross, alreadyPaid: used, paidInExcess: excess, setOff: setOff, payable: gross - used - setOff,
      inKind: inKind, authorityStep: step, lastDayToAccept: nil)
  }

  private func skipSettlement(_ sheet: inout Assessment) {
    sheet.note(plan.total, .notReached)
    if let rule = plan.alreadyPaid?.rule { sheet.note(rule, .notReached) }
    if let rule = plan.setOff?.rule { sheet.note(rule, .notReached) }
    if let rule = plan.authority { sheet.note(rule, .notReached) }
  }

  /// Takes an earlier payment off the heads that may be set off first, in the order of the items, then off the rest.
  private func deductAlreadyPaid(_ facts: CaseFacts, gross: Money, _ sheet: inout Assessment) -> (
    used: Money, excess: Money
  ) {
    guard let rule = plan.alreadyPaid else { return (.zero, .zero) }
    let paid = money(rule.fact, facts) ?? .zero
    guard paid > .zero else {
      sheet.note(rule.rule, .nothingPaid)
      return (.zero, .zero)
    }
    let used = min(paid, gross)
    if used > .zero { sheet.note(rule.rule, .deducted(used)) }
    if paid > used { sheet.note(rule.rule, .overpaid(paid - used)) }
    var left = used
    for allowsSetOff in [true, false] {
      for index in sheet.items.indices where isMoney(sheet.items[index]) {
        guard plan.heads[sheet.items[index].head.index].allowsSetOff == allowsSetOff else { continue }
        let taken = min(left, sheet.items[index].amount)
        guard taken > .zero else { continue }
        sheet.items[index].alreadyPaid = taken
        left -= taken
        sheet.note(rule.rule, item: index + 1, .taken(amount: taken, left: sheet.items[index].payable))
      }
    }
    return (used, paid - used)
  }

  /// Sets arrears against the heads that allow it. `nil` where the facts are at fault.
  private func setOff(_ facts: CaseFacts, _ sheet: inout Assessment) -> Money? {
    guard let setOff = plan.setOff else { return .zero }
    let from = sheet.items.reduce(Money.zero) { $0 + (mayBeSetOff($1) ? $1.payable : .zero) }
    if let notWhen = plan.setOffNotWhen, holds(notWhen, facts, &sheet) {
      sheet.note(setOff.rule, .doesNotApply)
      return sheet.faults.isEmpty ? .zero : nil
    }
    var owed = Money.zero
    for place in plan.debts.indices { owed += money(plan.debts[place], facts) ?? .zero }
    let stated = setOff.disputed.flatMap { money($0, facts) } ?? .zero
    guard stated <= owed else {
      sheet.fault(.disputedAboveOwed)
      sheet.note(setOff.rule, .notReached)
      return nil
    }
    if from == .zero || owed == .zero {
      sheet.note(setOff.rule, from == .zero ? .nothingToSetOff : .nothingOwed)
      return .zero
    }
    let disputed = settledDispute(setOff, stated, facts, &sheet)
    let taken = min(from, owed - disputed)
    sheet.note(setOff.rule, .setOff(owed: owed, disputed: disputed, from: from, taken: taken))
    clear(facts, taken, setOff.rule, &sheet)
    spread(taken, setOff.rule, &sheet)
    return taken
  }

  /// The part of the debt that stays out because it is disputed, unless a decision says that it may be set off.
  private func settledDispute(
    _ setOff: PreparedSetOff, _ disputed: Money, _ facts: CaseFacts, _ sheet: inout Assessment
  ) -> Money {
    guard disputed > .zero, let decision = setOff.disputedDecision else { return disputed }
    let isAccepted = facts.accepted.contains(decision)
    if isAccepted || facts.declined.contains(decision) { sheet.usedDecisions.insert(decision) }
    return isAccepted ? .zero : disputed
  }

  /// Credits the debts in the order of the matrix.
  private func clear(_ facts: CaseFacts, _ taken: Money, _ rule: Ref<Rule>, _ sheet: inout Assessment) {
    var left = taken
    for debt in plan.debts {
      guard let owed = money(debt, facts), owed > .zero else { continue }
      let credited = min(left, owed)
      left -= credited
      sheet.note(rule, .cleared(debt: debt, owed: owed, credited: credited))
    }
  }

  /// Takes the set-off from the items in their order.
  private func spread(_ taken: Money, _ rule: Ref<Rule>, _ sheet: inout Assessment) {
    var left = taken
    for index in sheet.items.indices where mayBeSetOff(sheet.items[index]) {
      let share = min(left, sheet.items[index].payable)
      guard share > .zero else { continue }
      sheet.items[index].setOff = share
      left -= share
      sheet.note(rule, item: index + 1, .taken(amount: share, left: sheet.items[index].payable))
    }
  }

  private func isMoney(_ item: Assessment.Item) -> Bool { item.keptOutBy == nil && !item.isInKind }

  private func mayBeSetOff(_ item: Assessment.Item) -> Bool {
    isMoney(item) && plan.heads[item.head.index].allowsSetOff
  }

  /// The lowest step of the ladder that reaches the total.
  private func findAuthority(_ measured: Money, _ sheet: inout Assessment) -> Int? {
    guard let rule = plan.authority else { return nil }
    let step = plan.ceilings.firstIndex { $0.map { measured <= $0 } ?? true }
    sheet.authorityStep = step
    sheet.note(rule, step.map { .signedBy(step: $0, measured: measured) } ?? .notReached)
    return step
  }
}

extension Assessment {
  /// Money and in kind, each summed over the items that are not kept out.
  var totals: (gross: Money, inKind: Money) {
    var (gross, inKind) = (Money.zero, Money.zero)
    for item in items where item.keptOutBy == nil {
      if item.isInKind { inKind += item.amount } else { gross += item.amount }
    }
    return (gross, inKind)
  }
}

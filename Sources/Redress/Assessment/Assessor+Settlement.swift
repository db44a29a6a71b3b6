extension Assessor {
  /// From amounts to what is paid: the total, less what was paid before, less arrears, and who may sign it.
  ///
  /// Where every item comes to nothing there is nothing to offer, and the case is refused.
  func settle(_ facts: CaseFacts, isReached: Bool, _ sheet: inout Assessment) {
    guard isReached else {
      sheet.note(plan.total, .notReached)
      return skip(from: .alreadyPaid, &sheet)
    }
    let (gross, inKind, settable) = totals(&sheet)
    sheet.note(plan.total, .totalled(gross: gross, inKind: inKind))
    if gross + inKind == .zero {
      sheet.refuse(plan.total)
      return skip(from: .alreadyPaid, &sheet)
    }
    let (used, excess) = deductAlreadyPaid(facts, gross: gross, &sheet)
    guard let setOff = setOff(facts, from: used == .zero ? settable : nil, &sheet) else {
      return skip(from: .payees, &sheet)
    }
    let payees = split(gross - used - setOff, facts, &sheet)
    findAuthority(facts, total: gross + inKind, &sheet)
    guard let payees else { return }
    sheet.award = Assessment.Award(
      gross: gross, alreadyPaid: used, paidInExcess: excess, setOff: setOff, payable: gross - used - setOff,
      inKind: inKind, authority: sheet.authority, payees: payees, lastDayToAccept: nil)
  }

  private enum Stage: Int { case alreadyPaid, payees }

  /// Lines for the rules that are not reached.
  private func skip(from stage: Stage, _ sheet: inout Assessment) {
    if stage == .alreadyPaid {
      if let rule = plan.alreadyPaid?.rule { sheet.note(rule, .notReached) }
      if let rule = plan.setOff?.rule { sheet.note(rule, .notReached) }
    }
    if let rule = plan.payees?.rule { sheet.note(rule, .notReached) }
    for place in plan.ladders.indices { sheet.note(plan.ladders[place].rule, .notReached) }
    for place in plan.substitutes.indices { sheet.note(plan.substitutes[place].rule, .notReached) }
  }

  /// Takes an earlier payment off the heads that may be set off first, in the order of the items, then off the rest.
  private func deductAlreadyPaid(_ facts: CaseFacts, gross: Money, _ sheet: inout Assessment) -> (
    used: Money, excess: Money
  ) {
    guard let rule = plan.alreadyPaid else { return (.zero, .zero) }
    if let when = rule.when, !holds(when, facts, &sheet) {
      sheet.note(rule.rule, .doesNotApply)
      return (.zero, .zero)
    }
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
        sheet.items[own: index].alreadyPaid = taken
        left -= taken
        sheet.note(rule.rule, item: index + 1, .taken(amount: taken, left: sheet.items[index].payable))
      }
    }
    return (used, paid - used)
  }

  /// Sets arrears against the heads that allow it. `nil` where the facts are at fault.
  @inline(__always)
  private func setOff(_ facts: CaseFacts, from settable: Money?, _ sheet: inout Assessment) -> Money? {
    guard let setOff = plan.setOff else { return .zero }
    let from = settable ?? left(&sheet)
    if let notWhen = plan.setOffNotWhen, holds(notWhen, facts, &sheet) {
      sheet.note(setOff.rule, .doesNotApply)
      return .zero
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
    let disputed = stated == .zero ? .zero : settledDispute(setOff, stated, facts, &sheet)
    if owed > disputed, setOff.consent != nil || setOff.discretion != nil {
      guard let isAllowed = isAllowed(setOff, facts, &sheet) else {
        sheet.note(setOff.rule, .setOffOpen)
        return .zero
      }
      if !isAllowed {
        sheet.note(setOff.rule, .notSetOff)
        return .zero
      }
    }
    let taken = min(from, owed - disputed)
    sheet.note(setOff.rule, .setOff(owed: owed, disputed: disputed, from: from, taken: taken))
    clear(facts, taken, setOff.rule, &sheet)
    spread(taken, setOff.rule, &sheet)
    return taken
  }

  /// What is left of the items that may be set off, after an earlier payment.
  private func left(_ sheet: inout Assessment) -> Money {
    var left = Money.zero
    for index in sheet.items.indices where mayBeSetOff(sheet.items[index]) { left += sheet.items[index].payable }
    return left
  }

  /// Whether the person agrees and the organisation decides to set off, where the policy leaves it to them. `nil` where
  /// somebody is asked.
  private func isAllowed(_ setOff: PreparedSetOff, _ facts: CaseFacts, _ sheet: inout Assessment) -> Bool? {
    var isOpen = false
    if let consent = setOff.consent {
      guard let answer = value(consent, facts) else {
        sheet.ask(.fact(consent), rule: setOff.rule)
        return nil
      }
      if answer == 0 { return false }
    }
    if let decision = setOff.discretion {
      if facts.accepted.contains(decision) || facts.declined.contains(decision) {
        sheet.usedDecisions.insert(decision)
        if !facts.accepted.contains(decision) { return false }
      } else {
        sheet.ask(.decision(decision), rule: setOff.rule)
        isOpen = true
      }
    }
    return isOpen ? nil : true
  }

  /// The part of the debt that stays out because it is disputed, unless a decision says that it may be set off.
  @inline(never)
  private func settledDispute(
    _ setOff: PreparedSetOff, _ disputed: Money, _ facts: CaseFacts, _ sheet: inout Assessment
  ) -> Money {
    guard let decision = setOff.disputedDecision else { return disputed }
    let isAccepted = facts.accepted.contains(decision)
    if isAccepted || facts.declined.contains(decision) { sheet.usedDecisions.insert(decision) }
    return isAccepted ? .zero : disputed
  }

  /// Credits the debts in the order of the matrix.
  @inline(__always)
  private func clear(_ facts: CaseFacts, _ taken: Money, _ rule: Ref<Rule>, _ sheet: inout Assessment) {
    var left = taken
    for place in plan.debts.indices {
      let debt = plan.debts[place]
      guard let owed = money(debt, facts), owed > .zero else { continue }
      let credited = min(left, owed)
      left -= credited
      sheet.note(rule, .cleared(debt: debt, owed: owed, credited: credited))
    }
  }

  /// Takes the set-off from the items in their order.
  @inline(__always)
  private func spread(_ taken: Money, _ rule: Ref<Rule>, _ sheet: inout Assessment) {
    var left = taken
    for index in sheet.items.indices where mayBeSetOff(sheet.items[index]) {
      let share = min(left, sheet.items[index].payable)
      guard share > .zero else { continue }
      sheet.items[own: index].setOff = share
      left -= share
      sheet.note(rule, item: index + 1, .taken(amount: share, left: sheet.items[index].payable))
    }
  }

  @inline(__always)
  private func isMoney(_ item: Assessment.Item) -> Bool { item.keptOutBy == nil && !item.isInKind }

  @inline(__always)
  private func mayBeSetOff(_ item: Assessment.Item) -> Bool {
    isMoney(item) && plan.heads[item.head.index].allowsSetOff
  }
}

extension Assessor {
  /// Money and in kind, each summed over the items that are not kept out, and how much of the money may be set off.
  @inline(__always)
  private func totals(_ sheet: inout Assessment) -> (gross: Money, inKind: Money, settable: Money) {
    var (gross, inKind, settable) = (Money.zero, Money.zero, Money.zero)
    for place in sheet.items.indices where sheet.items[place].keptOutBy == nil {
      let amount = sheet.items[place].amount
      if sheet.items[place].isInKind {
        inKind += amount
      } else {
        gross += amount
        if plan.heads[sheet.items[place].head.index].allowsSetOff { settable += amount }
      }
    }
    return (gross, inKind, settable)
  }
}

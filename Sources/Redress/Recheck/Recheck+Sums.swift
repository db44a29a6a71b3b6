/// From the items to the sum that is paid.
extension Recheck {
  mutating func passOverSums() {
    write(matrix.total, 0, .notReached)
    for rule in [matrix.alreadyPaid?.rule, matrix.setOff?.rule, matrix.authority?.rule] {
      if let rule { write(rule, 0, .notReached) }
    }
  }

  mutating func workSums() {
    let left = items.filter { $0.keptOutBy == nil }
    let gross = left.filter { !$0.isInKind }.map(\.amount).reduce(.zero, +)
    let inKind = left.filter(\.isInKind).map(\.amount).reduce(.zero, +)
    write(matrix.total, 0, .totalled(gross: gross, inKind: inKind))
    let paid = matrix.alreadyPaid.map { max(money($0.fact) ?? .zero, .zero) } ?? .zero
    let used = paid < gross ? paid : gross
    workAlreadyPaid(paid, used)
    guard let setOff = workSetOff() else {
      if let authority = matrix.authority { write(authority.rule, 0, .notReached) }
      return
    }
    workAuthority(gross + inKind)
    let payable = items.filter(\.isMoney).map(\.payable).reduce(.zero, +)
    award = Assessment.Award(
      gross: gross, alreadyPaid: used, paidInExcess: paid - used, setOff: setOff, payable: payable, inKind: inKind,
      authorityStep: authorityStep, lastDayToAccept: nil)
  }

  /// How a sum falls on limits in their order: each is filled before the next one is touched.
  private func fill(_ limits: [Money], with sum: Money) -> [Money] {
    var reached = Money.zero
    return limits.map { limit in
      let before = min(reached, sum)
      reached += limit
      return min(reached, sum) - before
    }
  }

  // MARK: Earlier payments

  /// They come off heads that may be set off first, each in full before the next.
  private mutating func workAlreadyPaid(_ paid: Money, _ used: Money) {
    guard let rule = matrix.alreadyPaid?.rule else { return }
    if paid == .zero { return write(rule, 0, .nothingPaid) }
    if used != .zero { write(rule, 0, .deducted(used)) }
    if paid != used { write(rule, 0, .overpaid(paid - used)) }
    let money = items.indices.filter { items[$0].isMoney }
    let order = money.filter { allowsSetOff($0) } + money.filter { !allowsSetOff($0) }
    for (place, share) in zip(order, fill(order.map { items[$0].amount }, with: used)) where share > .zero {
      items[place].alreadyPaid = share
      write(rule, place + 1, .taken(amount: share, left: items[place].payable))
    }
  }

  private func allowsSetOff(_ place: Int) -> Bool { matrix.heads[ref: items[place].head].allowsSetOff }

  // MARK: Arrears

  /// `nil` where the facts are at fault.
  private mutating func workSetOff() -> Money? {
    guard let setOff = matrix.setOff else { return .zero }
    if let notWhen = setOff.notWhen, holds(notWhen, 0) {
      write(setOff.rule, 0, .doesNotApply)
      return faults.isEmpty ? .zero : nil
    }
    let debts = setOff.debts.map { ($0, money($0) ?? .zero) }
    let owed = debts.map(\.1).reduce(.zero, +)
    let disputed = setOff.disputed.flatMap { money($0) } ?? .zero
    if disputed > owed {
      add(.disputedAboveOwed)
      write(setOff.rule, 0, .notReached)
      return nil
    }
    let places = items.indices.filter { items[$0].isMoney && allowsSetOff($0) }
    let room = places.map { items[$0].payable }
    let from = room.reduce(.zero, +)
    guard from > .zero, owed > .zero else {
      write(setOff.rule, 0, from > .zero ? .nothingOwed : .nothingToSetOff)
      return .zero
    }
    let out = disputed > .zero && isReleased(setOff) ? Money.zero : disputed
    let taken = min(owed - out, from)
    write(setOff.rule, 0, .setOff(owed: owed, disputed: out, from: from, taken: taken))
    credit(debts.filter { $0.1 > .zero }, taken, setOff.rule)
    for (place, share) in zip(places, fill(room, with: taken)) where share > .zero {
      items[place].setOff = share
      write(setOff.rule, place + 1, .taken(amount: share, left: items[place].payable))
    }
    return taken
  }

  /// Whether a decision lets the disputed part be set off.
  private mutating func isReleased(_ setOff: SetOff) -> Bool {
    guard let decision = setOff.disputedDecision else { return false }
    let isAccepted = facts.accepted.contains(decision)
    if isAccepted || facts.declined.contains(decision) { used.insert(decision) }
    return isAccepted
  }

  private mutating func credit(_ debts: [(Ref<Fact>, Money)], _ taken: Money, _ rule: Ref<Rule>) {
    for ((debt, owed), share) in zip(debts, fill(debts.map(\.1), with: taken)) {
      write(rule, 0, .cleared(debt: debt, owed: owed, credited: share))
    }
  }

  // MARK: Authority

  /// The lowest step whose ceiling is not below the total.
  private mutating func workAuthority(_ total: Money) {
    guard let authority = matrix.authority else { return }
    for (place, step) in authority.steps.enumerated() {
      if let upTo = step.upTo, upTo < total { continue }
      authorityStep = place
      return write(authority.rule, 0, .signedBy(step: place, measured: total))
    }
    write(authority.rule, 0, .notReached)
  }
}

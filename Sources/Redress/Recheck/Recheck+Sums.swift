/// From the items to the sum that is paid.
extension Recheck {
  mutating func passOverSums() {
    write(matrix.total, 0, .notReached)
    passOverPayments()
  }

  private mutating func passOverPayments() {
    for rule in [matrix.alreadyPaid?.rule, matrix.setOff?.rule] {
      if let rule { write(rule, 0, .notReached) }
    }
    passOverSigners()
  }

  private mutating func passOverSigners() {
    let rules = [matrix.payees?.rule].compactMap(\.self) + matrix.authority.map(\.rule) + matrix.substitutes.map(\.rule)
    for rule in rules { write(rule, 0, .notReached) }
  }

  mutating func workSums() {
    let left = items.filter { $0.keptOutBy == nil }
    let gross = left.filter { !$0.isInKind }.map(\.amount).reduce(.zero, +)
    let inKind = left.filter(\.isInKind).map(\.amount).reduce(.zero, +)
    write(matrix.total, 0, .totalled(gross: gross, inKind: inKind))
    if left.allSatisfy({ $0.amount == .zero }) {
      refusals.append(Refusal(rule: matrix.total, item: 0))
      return passOverPayments()
    }
    let (used, excess) = workAlreadyPaid(gross)
    guard let setOff = workSetOff() else { return passOverSigners() }
    let payable = items.filter(\.isMoney).map(\.payable).reduce(.zero, +)
    let payees = workPayees(payable)
    workAuthority()
    workSubstitutes()
    guard let payees else { return }
    award = Assessment.Award(
      gross: gross, alreadyPaid: used, paidInExcess: excess, setOff: setOff, payable: payable, inKind: inKind,
      authority: authority, payees: payees, lastDayToAccept: nil)
  }

  /// How a sum falls on limits in their order: each is filled before the next one is touched.
  func fill(_ limits: [Money], with sum: Money) -> [Money] {
    var reached = Money.zero
    return limits.map { limit in
      let before = min(reached, sum)
      reached += limit
      return min(reached, sum) - before
    }
  }

  // MARK: Earlier payments

  /// They come off heads that may be set off first, each in full before the next. Gives what comes off, and what was
  /// paid beyond the total.
  private mutating func workAlreadyPaid(_ gross: Money) -> (used: Money, excess: Money) {
    guard let already = matrix.alreadyPaid else { return (.zero, .zero) }
    if let when = already.when, !holds(when, 0) {
      write(already.rule, 0, .doesNotApply)
      return (.zero, .zero)
    }
    let paid = money(already.fact) ?? .zero
    let used = paid < gross ? paid : gross
    spreadAlreadyPaid(paid, used, already.rule)
    return (used, paid - used)
  }

  private mutating func spreadAlreadyPaid(_ paid: Money, _ used: Money, _ rule: Ref<Rule>) {
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
      return .zero
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
    if out < owed {
      switch isAgreed(setOff) {
      case nil:
        write(setOff.rule, 0, .setOffOpen)
        return .zero
      case false?:
        write(setOff.rule, 0, .notSetOff)
        return .zero
      case true?: break
      }
    }
    let taken = min(owed - out, from)
    write(setOff.rule, 0, .setOff(owed: owed, disputed: out, from: from, taken: taken))
    credit(debts.filter { $0.1 > .zero }, taken, setOff.rule)
    for (place, share) in zip(places, fill(room, with: taken)) where share > .zero {
      items[place].setOff = share
      write(setOff.rule, place + 1, .taken(amount: share, left: items[place].payable))
    }
    return taken
  }

  /// Whether the person agrees, and whoever may decide it has decided for it; `nil` where one of them is asked.
  private mutating func isAgreed(_ setOff: SetOff) -> Bool? {
    if let consent = setOff.consent {
      switch value(consent, 0) {
      case nil: return wait(.fact(consent), setOff.rule)
      case 0?: return false
      default: break
      }
    }
    guard let decision = setOff.discretion else { return true }
    let isAccepted = facts.accepted.contains(decision)
    guard isAccepted || facts.declined.contains(decision) else { return wait(.decision(decision), setOff.rule) }
    used.insert(decision)
    return isAccepted
  }

  private mutating func wait(_ about: Question.About, _ rule: Ref<Rule>) -> Bool? {
    open.append(Open(question: Question(about: about, rule: rule, item: 0), items: []))
    return nil
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
}

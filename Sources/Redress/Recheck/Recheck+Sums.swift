extension Recheck {
  /// The amount of each item, from its own facts.
  mutating func checkAmounts() {
    for (place, item) in assessment.items.enumerated() {
      let rule = matrix.heads[ref: item.head].rule
      if item.keptOutBy != nil {
        expect(item.amount == .zero && item.setOff == .zero, rule, place + 1, "an item that is kept out has a sum")
        continue
      }
      let amount = amount(of: item.head, place + 1)
      expect(item.amount == amount, rule, place + 1, "the amount should be \(amount)")
      expect(item.isInKind == isInKind(item.head, place + 1), rule, place + 1, "its form is not what was stated")
      checkBand(item, place + 1)
    }
  }

  private func amount(of head: Ref<Head>, _ item: Int) -> Money {
    switch matrix.heads[ref: head].price {
    case .band(let band): return money(band.amount, item)
    case .actualCost(let cost):
      let receipts = facts.receipts.filter { $0.item == item }
      return receipts.isEmpty ? money(cost.amount, item) : receipts.reduce(Money.zero) { $0 + $1.amount }
    }
  }

  private func isInKind(_ head: Ref<Head>, _ item: Int) -> Bool {
    guard let forms = matrix.heads[ref: head].forms, let form = value(forms.fact, item) else { return false }
    return forms.inKind.contains(form)
  }

  /// A priced amount lies in the band of its level, and in no hole of the policy.
  private mutating func checkBand(_ item: Assessment.Item, _ number: Int) {
    let head = matrix.heads[ref: item.head]
    guard case .band(let band) = head.price else { return }
    let level = band.placed.first { isTrue($0.when, number) }?.level ?? Int(value(band.by, number) ?? -1)
    let isInside = band.levels.indices.contains(level) && band.levels[level].contains(item.amount)
    expect(isInside, head.rule, number, "\(item.amount) is outside the band")
    let isInHole = band.holes.contains { $0.from <= item.amount && item.amount <= $0.to }
    expect(!isInHole, head.rule, number, "\(item.amount) lies in a gap of the policy")
  }

  /// From the items to the payable sum, added up in another order than the assessor's.
  mutating func checkSums() {
    let priced = assessment.items.filter { $0.keptOutBy == nil }
    let gross = priced.filter { !$0.isInKind }.map(\.amount).reduce(.zero, +)
    let inKind = priced.filter(\.isInKind).map(\.amount).reduce(.zero, +)
    expect(
      lines(matrix.total).contains { $0.finding == .totalled(gross: gross, inKind: inKind) }, matrix.total, 0,
      "the total should be \(gross) and \(inKind) in kind")

    let paid = matrix.alreadyPaid.map { money($0.fact) } ?? .zero
    let used = min(paid, gross)
    checkDeducted(used)
    let setOff = checkSetOff(used)
    let payable = gross - used - setOff
    expect(
      priced.map(\.payable).reduce(.zero, +) == payable, matrix.total, 0, "the items should leave \(payable) to pay")
    expect(priced.allSatisfy { $0.payable >= .zero }, matrix.total, 0, "an item would be paid less than nothing")
    guard let award = assessment.award else { return }
    expect(
      award.gross == gross && award.inKind == inKind && award.alreadyPaid == used && award.setOff == setOff
        && award.payable == payable && award.paidInExcess == paid - used, matrix.total, 0,
      "the award should be \(gross), less \(used) paid, less \(setOff) set off, which leaves \(payable)")
  }

  /// An earlier payment comes off heads that may be set off first, each in full before the next.
  private mutating func checkDeducted(_ used: Money) {
    guard let rule = matrix.alreadyPaid?.rule else { return }
    var left = used
    let money = assessment.items.indices.filter {
      assessment.items[$0].keptOutBy == nil && !assessment.items[$0].isInKind
    }
    let order = money.filter { allowsSetOff($0) } + money.filter { !allowsSetOff($0) }
    for place in order {
      let item = assessment.items[place]
      let taken = left < item.amount ? left : item.amount
      left -= taken
      expect(item.alreadyPaid == taken, rule, place + 1, "\(taken) of earlier payments should come off it")
    }
  }

  private func allowsSetOff(_ place: Int) -> Bool { matrix.heads[ref: assessment.items[place].head].allowsSetOff }

  private mutating func checkSetOff(_ used: Money) -> Money {
    let total = assessment.items.map(\.setOff).reduce(.zero, +)
    guard let setOff = matrix.setOff else {
      expect(total == .zero, matrix.total, 0, "something is set off, and the scheme has no set-off")
      return total
    }
    let isBarred = setOff.notWhen.map { isTrue($0, 0) } ?? false
    let owed = setOff.debts.map { money($0) }.reduce(.zero, +)
    let disputed = setOff.disputed.map { money($0) } ?? .zero
    let isSettled = setOff.disputedDecision.map { facts.accepted.contains($0) } ?? false
    let open = owed - (isSettled ? .zero : disputed)
    var room = isBarred ? Money.zero : open
    for (place, item) in assessment.items.enumerated() {
      let mayBe = item.keptOutBy == nil && !item.isInKind && allowsSetOff(place)
      let share = mayBe ? min(room, item.amount - item.alreadyPaid) : .zero
      room -= share
      expect(item.setOff == share, setOff.rule, place + 1, "\(share) should be set off from it")
    }
    checkCleared(setOff, total)
    return total
  }

  /// What is credited to the debts is what was taken from the items, in the order of the matrix.
  private mutating func checkCleared(_ setOff: SetOff, _ total: Money) {
    var left = total
    for line in lines(setOff.rule) {
      guard case .cleared(let debt, let owed, let credited) = line.finding else { continue }
      expect(owed == money(debt) && credited == min(left, owed), setOff.rule, 0, "a debt is credited with a wrong sum")
      left -= credited
    }
    expect(left == .zero, setOff.rule, 0, "\(left) is set off and credited to no debt")
  }

  mutating func checkAuthority() {
    guard let authority = matrix.authority else { return }
    let total = assessment.items.filter { $0.keptOutBy == nil }.map(\.amount).reduce(.zero, +)
    let reached = authority.steps.firstIndex { step in
      guard let upTo = step.upTo else { return true }
      return upTo >= total
    }
    expect(
      assessment.authorityStep == reached, authority.rule, 0,
      "the step of authority is not the lowest that reaches \(total)")
    guard let reached else { return }
    let finding = Finding.signedBy(step: reached, measured: total)
    expect(
      lines(authority.rule).contains { $0.finding == finding }, authority.rule, 0,
      "the line of authority does not say so")
  }
}

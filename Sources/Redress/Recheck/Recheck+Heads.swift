/// The amount of each item, from its own facts.
extension Recheck {
  /// Gives whether every item that is not kept out has an amount, and nothing is at fault.
  mutating func workHeads() -> Bool {
    if isRefused {
      for head in matrix.heads { write(head.rule, 0, .notReached) }
      return false
    }
    if items.isEmpty { add(.noItems) }
    var isPriced = true
    for number in items.indices.map({ $0 + 1 }) {
      let finding = finding(number)
      write(matrix.heads[ref: items[number - 1].head].rule, number, finding)
      switch finding {
      case .keptOut: break
      case .banded(_, let amount, _), .receipted(_, let amount), .evidenced(let amount), .unproven(let amount):
        items[number - 1].amount = amount
      default: isPriced = false
      }
    }
    let claimed = Set(items.map(\.head))
    for head in matrix.heads.refs where !claimed.contains(head) { write(matrix.heads[ref: head].rule, 0, .notClaimed) }
    return isPriced && faults.isEmpty
  }

  private mutating func finding(_ number: Int) -> Finding {
    if let rule = items[number - 1].keptOutBy { return .keptOut(rule) }
    let head = matrix.heads[ref: items[number - 1].head]
    let finding: Finding?
    switch head.price {
    case .band(let band): finding = self.finding(band, head, number)
    case .actualCost(let cost): finding = self.finding(cost, head, number)
    }
    if case .unpriced(let about)? = finding {
      open.append(Open(question: Question(about: about, rule: head.rule, item: number), items: [number]))
    }
    return finding ?? .notReached
  }

  // MARK: Bands

  private mutating func finding(_ band: Band, _ head: Head, _ number: Int) -> Finding? {
    let stated = value(band.by, number)
    let placed = firstPlaced(band, number)
    if let placed, let stated, Int(stated) != placed.level { return .unpriced(.reading(placed.reading)) }
    guard let level = placed?.level ?? stated.map({ Int($0) }) else {
      add(.missing(band.by, item: number))
      return nil
    }
    guard let amount = money(band.amount, number) else { return .unpriced(.fact(band.amount)) }
    if let hole = band.holes.first(where: { ($0.from...$0.to).contains(amount) }) {
      return .unpriced(.reading(hole.reading))
    }
    guard isInside(amount, band, level) else {
      if let placed, amount >= band.levels[level].from { return .unpriced(.reading(placed.reading)) }
      add(.outsideBand(level: level, item: number))
      return nil
    }
    if let reading = takeForm(head, level, number) { return .unpriced(.reading(reading)) }
    return .banded(level: level, amount: amount, placed: placed != nil)
  }

  private mutating func firstPlaced(_ band: Band, _ number: Int) -> Band.Placed? {
    for placed in band.placed where holds(placed.when, number) { return placed }
    return nil
  }

  private func isInside(_ amount: Money, _ band: Band, _ level: Int) -> Bool {
    let range = band.levels[level]
    if let to = range.to, to < amount { return false }
    return !(amount < range.from)
  }

  // MARK: What was spent

  private mutating func finding(_ cost: ActualCost, _ head: Head, _ number: Int) -> Finding? {
    guard let finding = spent(cost, number) else { return nil }
    if let reading = takeForm(head, nil, number) { return .unpriced(.reading(reading)) }
    return finding
  }

  private mutating func spent(_ cost: ActualCost, _ number: Int) -> Finding? {
    let stated = money(cost.amount, number)
    let isProven = value(cost.evidence, number) != nil
    let receipts = receipts(cost.receipts, number)
    guard let amount = receipts?.total ?? stated else {
      add(.missing(isProven ? cost.amount : cost.receipts, item: number))
      return nil
    }
    if let stated, stated != amount { add(.differsFromReceipts(item: number)) }
    guard amount > .zero else {
      add(.nothingSpent(item: number))
      return nil
    }
    if let receipts { return .receipted(count: receipts.count, amount: amount) }
    return isProven ? .evidenced(amount: amount) : .unproven(amount: amount)
  }

  /// The receipts themselves, added up again: the item's own or, without any, the case's.
  private func receipts(_ ref: Ref<Fact>, _ number: Int) -> (count: Int, total: Money)? {
    guard value(ref, number) != nil else { return nil }
    let row = facts.isStated(ref, item: number) ? number : 0
    let receipts = facts.receipts.filter { $0.fact == ref && $0.item == row }
    return (receipts.count, receipts.map(\.amount).reduce(.zero, +))
  }

  // MARK: Forms

  /// The form that was stated. Gives the reading that answers for one in kind which the policy does not print here.
  private mutating func takeForm(_ head: Head, _ level: Int?, _ number: Int) -> Ref<Reading>? {
    guard let forms = head.forms, let form = value(forms.fact, number) else { return nil }
    items[number - 1].form = form
    items[number - 1].isInKind = forms.inKind.contains(form)
    guard items[number - 1].isInKind else { return nil }
    let isPrinted = level.map { forms.inKindAt.contains(Int64($0)) } ?? false
    return isPrinted ? nil : forms.otherwise
  }
}

/// Prices that start from what a person stated: a level, what was spent, what something cost, what somebody decided.
extension Recheck {
  mutating func amount(_ band: Band, _ node: Int, _ at: Priced, _ forms: Forms?) throws(Halt) -> Money {
    let placed = firstPlaced(band, at.item)
    let level = try level(band, placed, at)
    if let placed, level != placed.level { throw ask(.reading(placed.reading), at) }
    guard let amount = money(band.amount, at.item) else { throw ask(.fact(band.amount), at) }
    for hole in band.holes where (hole.from...hole.to).contains(amount) { throw ask(.reading(hole.reading), at) }
    guard isInside(amount, band, level) else {
      if let placed, amount >= band.levels[level].from { throw ask(.reading(placed.reading), at) }
      add(.outsideBand(node: node, level: level, item: at.item))
      throw .faulty
    }
    try takeForm(forms, level, at)
    return write(.banded(node: node, level: level, amount: amount, placed: placed != nil), amount, at)
  }

  private mutating func firstPlaced(_ band: Band, _ number: Int) -> Band.Placed? {
    for placed in band.placed where holds(placed.when, number) { return placed }
    return nil
  }

  /// The level as it was stated; without one, as the policy places the case.
  private mutating func level(_ band: Band, _ placed: Band.Placed?, _ at: Priced) throws(Halt) -> Int {
    guard let row = value(band.by, at.item) else {
      if let placed { return placed.level }
      for axis in [band.by] + [band.splitBy].compactMap(\.self) where value(axis, at.item) == nil {
        add(.missing(axis, item: at.item))
      }
      throw .faulty
    }
    guard let second = band.splitBy else { return Int(row) }
    let column = try required(second, at)
    return (0..<Int(row)).reduce(Int(column)) { level, _ in level + matrix.facts[ref: second].choices.count }
  }

  private func isInside(_ amount: Money, _ band: Band, _ level: Int) -> Bool {
    let range = band.levels[level]
    if let to = range.to, to < amount { return false }
    return !(amount < range.from)
  }

  // MARK: What was spent

  mutating func amount(_ cost: ActualCost, _ node: Int, _ at: Priced, _ forms: Forms?) throws(Halt) -> Money {
    let (finding, spent) = try spent(cost, node, at)
    try takeForm(forms, nil, at)
    write(at.rule, at.item, finding)
    let paid = paid(cost.less, at.item)
    guard paid > .zero else { return spent }
    let left = paid < spent ? spent - paid : .zero
    write(at.rule, at.item, .recovered(node: node, paid: paid, amount: left))
    return left
  }

  private mutating func spent(
    _ cost: ActualCost, _ node: Int, _ at: Priced
  ) throws(Halt) -> (finding: Finding, amount: Money) {
    let stated = money(cost.amount, at.item)
    let isProven = value(cost.evidence, at.item) != nil
    let receipts = receipts(cost.receipts, at.item)
    guard let amount = receipts?.total ?? stated else {
      add(.missing(isProven ? cost.amount : cost.receipts, item: at.item))
      throw .faulty
    }
    if let stated, stated != amount { add(.differsFromReceipts(node: node, item: at.item)) }
    guard amount > .zero else {
      add(.nothingSpent(node: node, item: at.item))
      throw .faulty
    }
    if let receipts { return (.receipted(node: node, count: receipts.count, amount: amount), amount) }
    return (isProven ? .evidenced(node: node, amount: amount) : .unproven(node: node, amount: amount), amount)
  }

  /// The receipts themselves, added up again: the item's own or, without any, the case's.
  private func receipts(_ ref: Ref<Fact>, _ number: Int) -> (count: Int, total: Money)? {
    guard value(ref, number) != nil else { return nil }
    let row = facts.isStated(ref, item: number) ? number : 0
    let receipts = facts.receipts.filter { $0.fact == ref && $0.item == row }
    return (receipts.count, receipts.map(\.amount).reduce(.zero, +))
  }

  private func paid(_ refs: [Ref<Fact>], _ number: Int) -> Money {
    refs.compactMap { money($0, number) }.reduce(.zero, +)
  }

  // MARK: Wear and judgement

  mutating func amount(_ wear: Wear, _ rounding: Rounding, _ node: Int, _ at: Priced) throws(Halt) -> Money {
    let cost = Money(pence: try required(wear.cost, at))
    let age = try required(wear.age, at)
    let paid = paid(wear.less, at.item)
    let life = try whole(wear.life, at)
    var left = Money.zero
    if age < life, paid < cost {
      left = rounding.money(pence: Int128(life - age) * Int128((cost - paid).pence), over: Int128(life))
    }
    let amount = try sum(Int128(left.pence), at)
    return write(.worn(node: node, age: age, life: life, amount: amount), amount, at)
  }

  mutating func amount(_ judgement: Judgement, _ at: Priced) throws(Halt) -> Money {
    let lacking = judgement.facts.filter { value($0, at.item) == nil }
    for ref in lacking {
      if matrix.facts[ref: ref].derivation == nil { _ = ask(.fact(ref), at) } else { addLack(of: ref, at.item) }
    }
    if lacking.contains(where: { matrix.facts[ref: $0].derivation != nil }) { throw .faulty }
    if !lacking.isEmpty { throw .asked }
    return Money(pence: try required(judgement.amount, at))
  }
}

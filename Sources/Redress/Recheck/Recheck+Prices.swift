/// Prices: what they are found by, then what adjusts and limits them.
extension Recheck {
  /// The amount of a price that has this number in its head.
  mutating func amount(_ price: Price, _ node: Int, _ at: Priced, forms: Forms? = nil) throws(Halt) -> Money {
    var amount = try start(price, node, at, forms)
    for (place, adjustment) in price.adjustments.enumerated() {
      guard let changed = try adjusted(amount, adjustment, price.rounding ?? .penny, at) else { continue }
      amount = changed
      write(at.rule, at.item, .adjusted(node: node, place: place, amount: amount))
    }
    return try limited(amount, price, node, at)
  }

  private mutating func start(
    _ price: Price, _ node: Int, _ at: Priced, _ forms: Forms?
  ) throws(Halt) -> Money {
    let rounding = price.rounding ?? .penny
    switch price.kind {
    case .band(let band): return try amount(band, node, at, forms)
    case .actualCost(let cost): return try amount(cost, node, at, forms)
    case .highest(let parts), .lowest(let parts), .sum(let parts): return try amount(parts, of: price, node, at)
    case .fixed(let figure):
      let amount = Money(pence: try whole(figure, at))
      return write(.fixed(node: node, amount: amount), amount, at)
    case .accrual(let accrual):
      let (units, amount) = try amount(accrual, rounding, at)
      return write(.accrued(node: node, units: units, amount: amount), amount, at)
    case .share(let share):
      let amount = try amount(share, rounding, at)
      return write(.shared(node: node, amount: amount), amount, at)
    case .wear(let wear): return try amount(wear, rounding, node, at)
    case .interest(let interest): return try amount(interest, rounding, node, at)
    case .judgement(let judgement):
      let amount = try amount(judgement, at)
      return write(.judged(node: node, amount: amount), amount, at)
    case .totalOf(let heads):
      let amount = try sum(total(heads), at)
      return write(.takenOver(node: node, total: amount), amount, at)
    }
  }

  /// Writes the line of an amount, and gives the amount.
  mutating func write(_ finding: Finding, _ amount: Money, _ at: Priced) -> Money {
    write(at.rule, at.item, finding)
    return amount
  }

  /// What the items under some heads come to.
  func total(_ heads: [Ref<Head>]) -> Int128 {
    items.filter { $0.keptOutBy == nil && heads.contains($0.head) }.map { Int128($0.amount.pence) }.reduce(0, +)
  }

  /// The amount after an adjustment; `nil` where that does not count.
  mutating func adjusted(
    _ amount: Money, _ adjustment: Adjustment, _ rounding: Rounding, _ at: Priced
  ) throws(Halt) -> Money? {
    if let when = adjustment.when, !holds(when, at.item) {
      if truth(when, at.item) == nil { throw .faulty }
      return nil
    }
    let share = try part(adjustment.part, at)
    let part = Money.part(share, of: amount, rounded: rounding)
    switch adjustment.direction {
    case .keep: return try sum(Int128(part.pence), at)
    case .add: return try sum(Int128(part.pence) + Int128(amount.pence), at)
    case .takeOff: return share >= .one || part > amount ? .zero : amount - part
    }
  }

  // MARK: Parts and limits

  private mutating func amount(
    _ parts: [Price], of price: Price, _ node: Int, _ at: Priced
  ) throws(Halt) -> Money {
    var amounts: [Money] = []
    var halts: [Halt] = []
    for (place, part) in parts.enumerated() {
      do throws(Halt) { amounts.append(try amount(part, price.number(ofInner: place, from: node), at)) } catch {
        halts.append(error)
      }
    }
    if !halts.isEmpty { throw halts.contains(.faulty) ? .faulty : .asked }
    guard !amounts.isEmpty else { return .zero }
    let ordered = amounts.sorted()
    let chosen: Money
    switch price.kind {
    case .highest: chosen = ordered[ordered.count - 1]
    case .lowest: chosen = ordered[0]
    default:
      let amount = try sum(amounts.map { Int128($0.pence) }.reduce(0, +), at)
      return write(.added(node: node, amount: amount), amount, at)
    }
    let part = amounts.firstIndex(of: chosen) ?? 0
    return write(.chosen(node: node, part: part, amount: chosen), chosen, at)
  }

  private mutating func limited(
    _ amount: Money, _ price: Price, _ node: Int, _ at: Priced
  ) throws(Halt) -> Money {
    var amount = amount
    let limits = price.limits
    if let figure = limits.nothingUnder {
      let least = try whole(figure, at)
      if amount > .zero, least > amount.pence { amount = limit(.nothingUnder, .zero, node, at) }
    }
    if let figure = limits.nothingUpTo {
      let most = try whole(figure, at)
      if amount > .zero, !(most < amount.pence) { amount = limit(.nothingUpTo, .zero, node, at) }
    }
    let parts = price.inner.count - [limits.atLeast, limits.atMost].compactMap(\.self).count
    if let least = limits.atLeast, amount > .zero {
      let sum = try limit(least, price.number(ofInner: parts, from: node), at)
      if sum > amount { amount = limit(.atLeast, sum, node, at) }
    }
    if let most = limits.atMost {
      let place = limits.atLeast == nil ? parts : parts + 1
      let sum = try limit(most, price.number(ofInner: place, from: node), at)
      if sum < amount { amount = limit(.atMost, sum, node, at) }
    }
    return amount
  }

  /// The sum of a limit. What is simply printed or looked up has no line of its own.
  mutating func limit(_ price: Price, _ node: Int, _ at: Priced) throws(Halt) -> Money {
    if case .fixed(let figure) = price.kind, price.adjustments.isEmpty, price.limits.isEmpty {
      return Money(pence: try whole(figure, at))
    }
    return try amount(price, node, at)
  }

  private mutating func limit(_ limit: Limit, _ sum: Money, _ node: Int, _ at: Priced) -> Money {
    write(.limited(node: node, limit, amount: sum), sum, at)
  }
}

extension Price {
  /// The number of a price inside, where this one has the number given.
  fileprivate func number(ofInner place: Int, from number: Int) -> Int {
    inner.prefix(place).map(\.nodes.count).reduce(number + 1, +)
  }
}

extension Assessor {
  /// The amount within the limits of a price. Each that changes it writes a line.
  func limited(
    _ amount: Money, _ place: Int, _ run: PriceRun, _ facts: CaseFacts, _ sheet: inout Assessment
  ) -> Result<Money, Unpriced> {
    var amount = amount
    @inline(__always)
    func set(_ limit: Limit, _ changed: Money) {
      amount = changed
      sheet.note(run.rule, item: run.item, .limited(node: plan.rows.prices[place].node, limit, amount: changed))
    }
    if let figure = plan.rows.prices[place].nothingUnder {
      switch needed(figure: figure, run, facts, &sheet) {
      case .failure(let why): return .failure(why)
      case .success(let (least, _)): if amount > .zero, amount.pence < least { set(.nothingUnder, .zero) }
      }
    }
    if let figure = plan.rows.prices[place].nothingUpTo {
      switch needed(figure: figure, run, facts, &sheet) {
      case .failure(let why): return .failure(why)
      case .success(let (most, _)): if amount > .zero, amount.pence <= most { set(.nothingUpTo, .zero) }
      }
    }
    if let least = plan.rows.prices[place].atLeast, amount > .zero {
      switch limit(least, run, facts, &sheet) {
      case .failure(let why): return .failure(why)
      case .success(let least): if amount < least { set(.atLeast, least) }
      }
    }
    if let most = plan.rows.prices[place].atMost {
      switch limit(most, run, facts, &sheet) {
      case .failure(let why): return .failure(why)
      case .success(let most): if amount > most { set(.atMost, most) }
      }
    }
    return .success(amount)
  }

  /// The sum of a limit. One that is simply printed or looked up needs no line of its own: the limit's line says it.
  func limit(
    _ place: Int, _ run: PriceRun, _ facts: CaseFacts, _ sheet: inout Assessment
  ) -> Result<Money, Unpriced> {
    let price = plan.rows.prices[place]
    guard case .fixed(let figure) = price.kind, price.isPlain else { return work(place, run, facts, &sheet) }
    switch needed(figure: figure, run, facts, &sheet) {
    case .failure(let why): return .failure(why)
    case .success((let pence, _)): return .success(Money(pence: pence))
    }
  }
}

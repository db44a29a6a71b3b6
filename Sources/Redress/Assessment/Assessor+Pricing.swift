extension Assessor {
  /// Prices each item under its head. Gives whether every item that is not kept out has an amount.
  func priceItems(_ facts: CaseFacts, isReached: Bool, _ sheet: inout Assessment) -> Bool {
    guard isReached else {
      for place in plan.heads.indices { sheet.note(plan.heads[place].rule, .notReached) }
      return false
    }
    if facts.itemCount == 0 { sheet.fault(.noItems) }
    var isPriced = true
    var claimed = HeadSet()
    for rank in 0...plan.lastRank {
      for index in sheet.items.indices {
        claimed.insert(sheet.items[index].head)
        let head = sheet.items[index].head.index
        if plan.heads[head].rank != rank { continue }
        if let rule = sheet.items[index].keptOutBy {
          sheet.note(plan.heads[head].rule, item: index + 1, .keptOut(rule))
        } else if !price(facts, item: index + 1, plan.heads[head], isPriced, &sheet) {
          isPriced = false
        }
      }
    }
    for index in plan.heads.indices where !claimed.contains(Ref(index)) {
      sheet.note(plan.heads[index].rule, .notClaimed)
    }
    return isPriced && sheet.faults.isEmpty
  }

  /// Prices an item. One that takes the totals of other heads waits until they are all priced.
  @inline(__always)
  private func price(
    _ facts: CaseFacts, item: Int, _ head: PreparedHead, _ isPriced: Bool, _ sheet: inout Assessment
  ) -> Bool {
    if head.rank > 0, !isPriced {
      sheet.note(head.rule, item: item, .notReached)
      return false
    }
    let run = PriceRun(rule: head.rule, item: item)
    switch price(facts, head, run, &sheet) {
    case .success(let amount):
      sheet.items[own: item - 1].amount = amount
      if head.isInKind { sheet.items[own: item - 1].isInKind = true }
      return true
    case .failure(.open): return false
    case .failure(.faulty):
      sheet.note(head.rule, item: item, .notReached)
      return false
    }
  }

  @inline(__always)
  private func price(
    _ facts: CaseFacts, _ head: PreparedHead, _ run: PriceRun, _ sheet: inout Assessment
  ) -> Result<Money, Unpriced> {
    // Most sums are printed, or stated, and nothing else is asked of them.
    if let plain = head.plain { return work(fixed: plain, 0, run, facts, &sheet) }
    guard head.isBare else { return work(head, run, facts, &sheet) }
    return work(head.price, run, facts, &sheet)
  }

  /// The price of a head that has forms or asks for evidence.
  @inline(never)
  private func work(
    _ head: PreparedHead, _ run: PriceRun, _ facts: CaseFacts, _ sheet: inout Assessment
  ) -> Result<Money, Unpriced> {
    let takesForms: Bool =
      switch plan.rows.prices[head.price].kind {
      case .band, .actualCost: true
      default: false
      }
    let found = work(head.price, forms: takesForms ? head.forms : nil, run, facts, &sheet)
    guard case .success(let amount) = found else { return found }
    if !takesForms, head.forms != nil,
      let reading = setForm(head.forms, level: nil, facts, item: run.item, &sheet)
    {
      return .failure(ask(.reading(reading), run, &sheet))
    }
    for place in head.evidence {
      let evidence = plan.rows.evidence[place]
      if let above = evidence.above, amount <= above { continue }
      if let when = evidence.when, !holds(when, facts, item: run.item, &sheet) { continue }
      if value(evidence.fact, facts, item: run.item) == nil {
        return .failure(ask(.fact(evidence.fact), run, &sheet))
      }
    }
    return found
  }

  /// Works out a price: its kind, then what adjusts and limits it. Each step that changes the amount writes a line.
  func work(
    _ place: Int, forms: PreparedForms? = nil, _ run: PriceRun, _ facts: CaseFacts, _ sheet: inout Assessment
  ) -> Result<Money, Unpriced> {
    let price = plan.rows.prices[place]
    let found = base(price, forms, run, facts, &sheet)
    guard !price.isPlain, case .success(var amount) = found else { return found }
    for place in price.adjustments {
      let step = place - price.adjustments.lowerBound
      switch adjusted(amount, by: plan.rows.adjustments[place], rounded: price.rounding, run, facts, &sheet) {
      case .failure(let why): return .failure(why)
      case .success(nil): continue
      case .success(let changed?):
        amount = changed
        sheet.note(run.rule, item: run.item, .adjusted(node: price.node, place: step, amount: amount))
      }
    }
    return limited(amount, price, run, facts, &sheet)
  }

  @inline(__always)
  private func base(
    _ price: PreparedPrice, _ forms: PreparedForms?, _ run: PriceRun, _ facts: CaseFacts, _ sheet: inout Assessment
  ) -> Result<Money, Unpriced> {
    switch price.kind {
    case .band(let place): work(plan.rows.bands[place], forms, price.node, run, facts, &sheet)
    case .actualCost(let place): work(plan.rows.costs[place], forms, price.node, run, facts, &sheet)
    case .fixed(let figure): work(fixed: figure, price.node, run, facts, &sheet)
    case .accrual(let place): work(plan.rows.accruals[place], price, run, facts, &sheet)
    case .share(let place): work(plan.rows.shares[place], price, run, facts, &sheet)
    case .wear(let place): work(plan.rows.wears[place], price, run, facts, &sheet)
    case .interest(let place): work(plan.rows.interests[place], price, run, facts, &sheet)
    case .judgement(let place): work(plan.rows.judgements[place], price.node, run, facts, &sheet)
    case .highest, .lowest, .sum: work(parts: price, run, facts, &sheet)
    case .totalOf(let place): work(totalOf: plan.rows.headSets[place], price.node, run, &sheet)
    }
  }

  /// The amount after an adjustment; `nil` inside where its condition does not hold.
  func adjusted(
    _ amount: Money, by adjustment: PreparedAdjustment, rounded rounding: Rounding, _ run: PriceRun,
    _ facts: CaseFacts, _ sheet: inout Assessment
  ) -> Result<Money?, Unpriced> {
    if let when = adjustment.when, !holds(when, facts, item: run.item, &sheet) {
      return sheet.faults.isEmpty ? .success(nil) : .failure(.faulty)
    }
    return needed(figure: adjustment.part, run, facts, &sheet).flatMap { value, over in
      let part = rounding.money(pence: Int128(amount.pence) * Int128(value), over: Int128(over))
      switch adjustment.direction {
      case .add: return checked(Int128(amount.pence) + Int128(part.pence), run, &sheet).map { $0 }
      case .takeOff: return .success(max(amount - part, .zero))
      case .keep: return checked(Int128(part.pence), run, &sheet).map { $0 }
      }
    }
  }

  private func limited(
    _ amount: Money, _ price: PreparedPrice, _ run: PriceRun, _ facts: CaseFacts, _ sheet: inout Assessment
  ) -> Result<Money, Unpriced> {
    var amount = amount
    func set(_ limit: Limit, _ changed: Money) {
      amount = changed
      sheet.note(run.rule, item: run.item, .limited(node: price.node, limit, amount: changed))
    }
    if let figure = price.nothingUnder {
      switch needed(figure: figure, run, facts, &sheet) {
      case .failure(let why): return .failure(why)
      case .success(let (least, _)): if amount > .zero, amount.pence < least { set(.nothingUnder, .zero) }
      }
    }
    if let figure = price.nothingUpTo {
      switch needed(figure: figure, run, facts, &sheet) {
      case .failure(let why): return .failure(why)
      case .success(let (most, _)): if amount > .zero, amount.pence <= most { set(.nothingUpTo, .zero) }
      }
    }
    if let least = price.atLeast, amount > .zero {
      switch limit(least, run, facts, &sheet) {
      case .failure(let why): return .failure(why)
      case .success(let least): if amount < least { set(.atLeast, least) }
      }
    }
    if let most = price.atMost {
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

  /// A result in pence, unless it is larger than any sum that is handled here.
  func checked(_ pence: Int128, _ run: PriceRun, _ sheet: inout Assessment) -> Result<Money, Unpriced> {
    if pence <= Int128(Money.largest.pence) { return .success(Money(pence: Int64(pence))) }
    sheet.fault(.tooLarge(item: run.item))
    return .failure(.faulty)
  }
}

extension Finding {
  /// The number of the price that this finding is of; `nil` where it is of none.
  public var node: Int? {
    switch self {
    case .banded(let node, _, _, _), .receipted(let node, _, _), .evidenced(let node, _), .unproven(let node, _),
      .recovered(let node, _, _), .fixed(let node, _), .accrued(let node, _, _), .shared(let node, _),
      .worn(let node, _, _, _), .interest(let node, _, _, _), .judged(let node, _), .chosen(let node, _, _),
      .added(let node, _), .takenOver(let node, _), .adjusted(let node, _, _), .limited(let node, _, _):
      node
    default: nil
    }
  }

  /// The amount of an item, where this finding priced one.
  var amount: Money? {
    switch self {
    case .banded(_, _, let amount, _), .receipted(_, _, let amount), .evidenced(_, let amount),
      .unproven(_, let amount),
      .recovered(_, _, let amount), .fixed(_, let amount), .accrued(_, _, let amount), .shared(_, let amount),
      .worn(_, _, _, let amount), .interest(_, _, _, let amount), .judged(_, let amount), .chosen(_, _, let amount),
      .added(_, let amount), .takenOver(_, let amount), .adjusted(_, _, let amount), .limited(_, _, let amount),
      .changed(let amount):
      amount
    default: nil
    }
  }
}

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
        } else if !price(facts, item: index + 1, head, isPriced, &sheet) {
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
    _ facts: CaseFacts, item: Int, _ head: Int, _ isPriced: Bool, _ sheet: inout Assessment
  ) -> Bool {
    if plan.heads[head].rank > 0, !isPriced {
      sheet.note(plan.heads[head].rule, item: item, .notReached)
      return false
    }
    switch price(facts, head, PriceRun(rule: plan.heads[head].rule, item: item), &sheet) {
    case .success(let amount):
      sheet.items[own: item - 1].amount = amount
      if plan.heads[head].isInKind { sheet.items[own: item - 1].isInKind = true }
      return true
    case .failure(.open): return false
    case .failure(.faulty):
      sheet.note(plan.heads[head].rule, item: item, .notReached)
      return false
    }
  }

  @inline(__always)
  private func price(
    _ facts: CaseFacts, _ head: Int, _ run: PriceRun, _ sheet: inout Assessment
  ) -> Result<Money, Unpriced> {
    // Most sums are printed, or stated, and nothing else is asked of them.
    if let plain = plan.heads[head].plain { return work(fixed: plain, 0, run, facts, &sheet) }
    guard plan.heads[head].isBare else { return work(head: head, run, facts, &sheet) }
    return work(plan.heads[head].price, run, facts, &sheet)
  }

  /// The price of a head that has forms or asks for evidence.
  @inline(never)
  private func work(
    head place: Int, _ run: PriceRun, _ facts: CaseFacts, _ sheet: inout Assessment
  ) -> Result<Money, Unpriced> {
    let head = plan.heads[place]
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
    let found = base(place, forms, run, facts, &sheet)
    if plan.rows.prices[place].isPlain { return found }
    guard case .success(var amount) = found else { return found }
    for (step, adjustment) in plan.rows.prices[place].adjustments.enumerated() {
      let rounding = plan.rows.prices[place].rounding
      switch adjusted(amount, by: plan.rows.adjustments[adjustment], rounded: rounding, run, facts, &sheet) {
      case .failure(let why): return .failure(why)
      case .success(nil): continue
      case .success(let changed?):
        amount = changed
        let node = plan.rows.prices[place].node
        sheet.note(run.rule, item: run.item, .adjusted(node: node, place: step, amount: amount))
      }
    }
    return limited(amount, place, run, facts, &sheet)
  }

  @inline(__always)
  private func base(
    _ place: Int, _ forms: PreparedForms?, _ run: PriceRun, _ facts: CaseFacts, _ sheet: inout Assessment
  ) -> Result<Money, Unpriced> {
    let price = plan.rows.prices[place].own
    switch plan.rows.prices[place].kind {
    case .band(let it): return work(plan.rows.bands[it], forms, price.node, run, facts, &sheet)
    case .actualCost(let it): return work(plan.rows.costs[it], forms, price.node, run, facts, &sheet)
    case .fixed(let figure): return work(fixed: figure, price.node, run, facts, &sheet)
    case .accrual(let it): return work(plan.rows.accruals[it], price, run, facts, &sheet)
    case .share(let it): return work(plan.rows.shares[it], price, run, facts, &sheet)
    case .wear(let it): return work(plan.rows.wears[it], price, run, facts, &sheet)
    case .interest(let it): return work(plan.rows.interests[it], price, run, facts, &sheet)
    case .judgement(let it): return work(plan.rows.judgements[it], price.node, run, facts, &sheet)
    case .highest, .lowest, .sum: return work(parts: place, run, facts, &sheet)
    case .totalOf(let it): return work(totalOf: plan.rows.headSets[it], price.node, run, &sheet)
    }
  }

  /// The amount after an adjustment; `nil` inside where its condition does not hold.
  func adjusted(
    _ amount: Money, by adjustment: PreparedAdjustment, rounded rounding: Rounding, _ run: PriceRun,
    _ facts: CaseFacts, _ sheet: inout Assessment
  ) -> Result<Money?, Unpriced> {
    if let when = adjustment.when, !holds(when, facts, item: run.item, &sheet) {
      return answer(when, facts, item: run.item) == nil ? .failure(.faulty) : .success(nil)
    }
    return needed(figure: adjustment.part, run, facts, &sheet).flatMap { value, over in
      let part = rounding.money(pence: Int128(amount.pence) * Int128(value), over: Int128(over))
      switch adjustment.direction {
      case .add: return checked(Int128(amount.pence) + Int128(part.pence), run, &sheet).map { $0 }
      // What takes off all of it leaves nothing, however the part is rounded.
      case .takeOff: return .success(value >= over ? .zero : max(amount - part, .zero))
      case .keep: return checked(Int128(part.pence), run, &sheet).map { $0 }
      }
    }
  }

  /// A result in pence, unless it is larger than any sum that is handled here.
  func checked(_ pence: Int128, _ run: PriceRun, _ sheet: inout Assessment) -> Result<Money, Unpriced> {
    if pence <= Int128(Money.largest.pence) { return .success(Money(pence: Int64(pence))) }
    sheet.fault(.tooLarge(item: run.item))
    return .failure(.faulty)
  }
}

extension Assessor {
  /// Prices each item under its head. Gives whether every item that is not kept out has an amount.
  func priceItems(_ facts: CaseFacts, isReached: Bool, _ sheet: inout Assessment) -> Bool {
    guard isReached else {
      for head in plan.heads { sheet.note(head.rule, .notReached) }
      return false
    }
    if facts.itemCount == 0 { sheet.fault(.noItems) }
    var isPriced = true
    for rank in 0...plan.lastRank {
      for index in sheet.items.indices {
        let head = sheet.items[index].head.index
        if plan.heads[head].rank != rank { continue }
        if let rule = sheet.items[index].keptOutBy {
          sheet.note(plan.heads[head].rule, item: index + 1, .keptOut(rule))
        } else if !price(facts, item: index + 1, plan.heads[head], isPriced, &sheet) {
          isPriced = false
        }
      }
    }
    for index in plan.heads.indices where !facts.heads.contains(Ref(index)) {
      sheet.note(plan.heads[index].rule, .notClaimed)
    }
    return isPriced && sheet.faults.isEmpty
  }

  /// Prices an item. One that takes the totals of other heads waits until they are all priced.
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
      sheet.items[item - 1].amount = amount
      if head.isInKind { sheet.items[item - 1].isInKind = true }
      return true
    case .failure(.open): return false
    case .failure(.faulty):
      sheet.note(head.rule, item: item, .notReached)
      return false
    }
  }

  private func price(
    _ facts: CaseFacts, _ head: PreparedHead, _ run: PriceRun, _ sheet: inout Assessment
  ) -> Result<Money, Unpriced> {
    let root = plan.rows.prices[head.price]
    let takesForms: Bool =
      switch root.kind {
      case .band, .actualCost: true
      default: false
      }
    let found = work(head.price, forms: takesForms ? head.forms : nil, run, facts, &sheet)
    guard case .success(let amount) = found else { return found }
    if !takesForms, let reading = setForm(head.forms, level: nil, facts, item: run.item, &sheet) {
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
    for (step, place) in price.adjustments.enumerated() {
      let adjustment = plan.rows.adjustments[place]
      switch adjusted(amount, by: adjustment, rounded: price.rounding, run, facts, &sheet) {
      case .failure(let why): return .failure(why)
      case .success(nil): continue
      case .success(let changed?):
        amount = changed
        sheet.note(run.rule, item: run.item, .adjusted(node: price.node, place: step, amount: amount))
      }
    }
    return limited(amount, price, run, facts, &sheet)
  }

  private func base(
    _ price: PreparedPrice, _ forms: PreparedForms?, _ run: PriceRun, _ facts: CaseFacts, _ sheet: inout Assessment
  ) -> Result<Money, Unpriced> {
    switch price.kind {
    case .band(let band): work(band, forms, price.node, run, facts, &sheet)
    case .actualCost(let cost): work(cost, forms, price.node, run, facts, &sheet)
    case .fixed(let figure): work(fixed: figure, price.node, run, facts, &sheet)
    case .accrual(let accrual): work(accrual, price, run, facts, &sheet)
    case .share(let share): work(share, price, run, facts, &sheet)
    case .wear(let wear): work(wear, price, run, facts, &sheet)
    case .interest(let interest): work(interest, price, run, facts, &sheet)
    case .judgement(let judgement): work(judgement, price.node, run, facts, &sheet)
    case .highest, .lowest, .sum: work(parts: price, run, facts, &sheet)
    case .totalOf(let heads): work(totalOf: heads, price.node, run, &sheet)
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
    return needed(figure: figure, run, facts, &sheet).map { value, _ in Money(pence: value) }
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

extension Assessor {
  /// A sum that is printed, stated or found in a table.
  func work(
    fixed figure: Int, _ node: Int, _ run: PriceRun, _ facts: CaseFacts, _ sheet: inout Assessment
  ) -> Result<Money, Unpriced> {
    switch needed(figure: figure, run, facts, &sheet) {
    case .failure(let why): return .failure(why)
    case .success((let pence, _)):
      let amount = Money(pence: pence)
      sheet.note(run.rule, item: run.item, .fixed(node: node, amount: amount))
      return .success(amount)
    }
  }

  /// The highest, the lowest or the sum of several prices. All of them are worked out, so that all is asked at once.
  func work(
    parts place: Int, _ run: PriceRun, _ facts: CaseFacts, _ sheet: inout Assessment
  ) -> Result<Money, Unpriced> {
    let price = plan.rows.prices[place]
    var best: (part: Int, amount: Money)?
    var sum = Money.zero
    var failure: Unpriced?
    let isHighest = if case .highest = price.kind { true } else { false }
    for (part, place) in price.parts.enumerated() {
      switch work(plan.rows.parts[place], run, facts, &sheet) {
      case .failure(let why): failure = failure == .faulty ? failure : why
      case .success(let amount):
        sum += amount
        if best.map({ isHighest ? amount > $0.amount : amount < $0.amount }) ?? true { best = (part, amount) }
      }
    }
    if let failure { return .failure(failure) }
    guard let best else { return .success(.zero) }
    if case .sum = price.kind {
      return checked(Int128(sum.pence), run, &sheet).map { amount in
        sheet.note(run.rule, item: run.item, .added(node: price.node, amount: amount))
        return amount
      }
    }
    sheet.note(run.rule, item: run.item, .chosen(node: price.node, part: best.part, amount: best.amount))
    return .success(best.amount)
  }

  /// What the items under other heads come to.
  func work(
    totalOf heads: HeadSet, _ node: Int, _ run: PriceRun, _ sheet: inout Assessment
  ) -> Result<Money, Unpriced> {
    checked(total(of: heads, sheet), run, &sheet).map { amount in
      sheet.note(run.rule, item: run.item, .takenOver(node: node, total: amount))
      return amount
    }
  }

  /// The amounts of the items under some heads, that nothing keeps out.
  func total(of heads: HeadSet, _ sheet: Assessment) -> Int128 {
    var total: Int128 = 0
    for place in sheet.items.indices where sheet.items[place].keptOutBy == nil {
      if heads.contains(sheet.items[place].head) { total += Int128(sheet.items[place].amount.pence) }
    }
    return total
  }

  /// An amount that a person decides, once all that the policy asks for is there.
  func work(
    _ judgement: PreparedJudgement, _ node: Int, _ run: PriceRun, _ facts: CaseFacts, _ sheet: inout Assessment
  ) -> Result<Money, Unpriced> {
    var isFaulty = false
    var isOpen = false
    for place in judgement.wanted where value(plan.rows.refs[place], facts, item: run.item) == nil {
      let wanted = plan.rows.refs[place]
      if plan.slots.derived(wanted) == nil {
        _ = ask(.fact(wanted), run, &sheet)
        isOpen = true
      } else {
        // Nobody can be asked for what is worked out: what it follows from is missing.
        faultWanting(wanted, facts, item: run.item, &sheet)
        isFaulty = true
      }
    }
    let amount = money(judgement.amount, facts, item: run.item)
    if amount == nil { _ = ask(.fact(judgement.amount), run, &sheet) }
    if isFaulty { return .failure(.faulty) }
    guard let amount, !isOpen else { return .failure(.open) }
    sheet.note(run.rule, item: run.item, .judged(node: node, amount: amount))
    return .success(amount)
  }
}

extension Assessor {
  /// What was really spent: the total of the receipts, or a stated sum whose proof is other evidence or still to come,
  /// less what somebody else paid. It is not worked out, so many receipts may come to more than the largest sum.
  func work(
    _ cost: PreparedCost, _ forms: PreparedForms?, _ node: Int, _ run: PriceRun, _ facts: CaseFacts,
    _ sheet: inout Assessment
  ) -> Result<Money, Unpriced> {
    guard let found = spent(cost, node, facts, item: run.item, &sheet), let amount = found.amount else {
      return .failure(.faulty)
    }
    if let reading = setForm(forms, level: nil, facts, item: run.item, &sheet) {
      return .failure(ask(.reading(reading), run, &sheet))
    }
    sheet.note(run.rule, item: run.item, found)
    let paid = cost.less.reduce(Money.zero) { $0 + (money(plan.rows.refs[$1], facts, item: run.item) ?? .zero) }
    guard paid > .zero else { return .success(amount) }
    let left = max(amount - paid, .zero)
    sheet.note(run.rule, item: run.item, .recovered(node: node, paid: paid, amount: left))
    return .success(left)
  }

  private func spent(
    _ cost: PreparedCost, _ node: Int, _ facts: CaseFacts, item: Int, _ sheet: inout Assessment
  ) -> Finding? {
    let stated = money(cost.amount, facts, item: item)
    guard let receipts = money(cost.receipts, facts, item: item) else {
      return spent(stated, without: cost, node, facts, item: item, &sheet)
    }
    if let stated, stated != receipts { sheet.fault(.differsFromReceipts(node: node, item: item)) }
    guard receipts > .zero else {
      sheet.fault(.nothingSpent(node: node, item: item))
      return nil
    }
    return .receipted(node: node, count: facts.receiptCount(cost.receipts, item: item), amount: receipts)
  }

  private func spent(
    _ stated: Money?, without cost: PreparedCost, _ node: Int, _ facts: CaseFacts, item: Int, _ sheet: inout Assessment
  ) -> Finding? {
    guard let stated else {
      let hasEvidence = value(cost.evidence, facts, item: item) != nil
      sheet.fault(.missing(hasEvidence ? cost.amount : cost.receipts, item: item))
      return nil
    }
    guard stated > .zero else {
      sheet.fault(.nothingSpent(node: node, item: item))
      return nil
    }
    let isProven = value(cost.evidence, facts, item: item) != nil
    return isProven ? .evidenced(node: node, amount: stated) : .unproven(node: node, amount: stated)
  }
}

extension CaseFacts {
  /// How many receipts a fact's value for an item is the total of.
  func receiptCount(_ fact: Ref<Fact>, item: Int) -> Int {
    let row = isStated(fact, item: item) ? item : 0
    return receiptRow.reduce(0) { $0 + ($1.item == row && $1.fact == fact ? 1 : 0) }
  }
}

extension Assessor {
  /// What was really spent: the total of the receipts, or a stated sum whose proof is other evidence or still to come.
  /// `nil` where the facts are at fault.
  func price(
    _ cost: ActualCost, _ head: PreparedHead, _ facts: CaseFacts, item: Int, _ sheet: inout Assessment
  ) -> Finding? {
    guard let found = spent(cost, facts, item: item, &sheet) else { return nil }
    if let reading = setForm(head.forms, level: nil, facts, item: item, &sheet) { return .unpriced(.reading(reading)) }
    return found
  }

  private func spent(_ cost: ActualCost, _ facts: CaseFacts, item: Int, _ sheet: inout Assessment) -> Finding? {
    let stated = money(cost.amount, facts, item: item)
    guard let receipts = money(cost.receipts, facts, item: item) else {
      return spent(stated, without: cost, facts, item: item, &sheet)
    }
    if let stated, stated != receipts { sheet.fault(.differsFromReceipts(item: item)) }
    guard receipts > .zero else {
      sheet.fault(.nothingSpent(item: item))
      return nil
    }
    return .receipted(count: facts.receiptCount(cost.receipts, item: item), amount: receipts)
  }

  private func spent(
    _ stated: Money?, without cost: ActualCost, _ facts: CaseFacts, item: Int, _ sheet: inout Assessment
  ) -> Finding? {
    guard let stated else {
      let hasEvidence = value(cost.evidence, facts, item: item) != nil
      sheet.fault(.missing(hasEvidence ? cost.amount : cost.receipts, item: item))
      return nil
    }
    guard stated > .zero else {
      sheet.fault(.nothingSpent(item: item))
      return nil
    }
    return value(cost.evidence, facts, item: item) != nil ? .evidenced(amount: stated) : .unproven(amount: stated)
  }
}

extension CaseFacts {
  /// How many receipts a fact's value for an item is the total of.
  func receiptCount(_ fact: Ref<Fact>, item: Int) -> Int {
    let row = isStated(fact, item: item) ? item : 0
    return receipts.reduce(0) { $0 + ($1.item == row && $1.fact == fact ? 1 : 0) }
  }
}

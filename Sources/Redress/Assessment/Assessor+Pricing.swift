extension Assessor {
  /// Prices each item under its head. Gives whether every item that is not kept out has an amount.
  func priceItems(_ facts: CaseFacts, isReached: Bool, _ sheet: inout Assessment) -> Bool {
    guard isReached else {
      for head in plan.heads { sheet.note(head.rule, .notReached) }
      return false
    }
    if facts.itemCount == 0 { sheet.fault(.noItems) }
    var isPriced = true
    for index in sheet.items.indices {
      let head = sheet.items[index].head.index
      if let rule = sheet.items[index].keptOutBy {
        sheet.note(plan.heads[head].rule, item: index + 1, .keptOut(rule))
      } else if !price(facts, item: index + 1, plan.heads[head], &sheet) {
        isPriced = false
      }
    }
    for index in plan.heads.indices where !facts.heads.contains(Ref(index)) {
      sheet.note(plan.heads[index].rule, .notClaimed)
    }
    return isPriced && sheet.faults.isEmpty
  }

  private func price(_ facts: CaseFacts, item: Int, _ head: PreparedHead, _ sheet: inout Assessment) -> Bool {
    let found: Finding?
    switch head.price {
    case .band(let band): found = price(band, head, facts, item: item, &sheet)
    case .actualCost(let cost): found = price(cost, head, facts, item: item, &sheet)
    }
    guard let found else {
      sheet.note(head.rule, item: item, .notReached)
      return false
    }
    if case .unpriced(let about) = found { sheet.ask(about, rule: head.rule, item: item) }
    sheet.note(head.rule, item: item, found)
    guard let amount = found.amount else { return false }
    sheet.items[item - 1].amount = amount
    return true
  }
}

extension Finding {
  /// The amount of an item, where this finding priced one.
  var amount: Money? {
    switch self {
    case .banded(_, let amount, _), .receipted(_, let amount), .evidenced(let amount), .unproven(let amount): amount
    default: nil
    }
  }
}

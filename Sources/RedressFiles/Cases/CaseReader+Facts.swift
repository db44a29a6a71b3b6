import Redress

extension CaseReader {
  /// Reads one fact of the case (item 0) or of an item.
  mutating func read(_ entry: Node.Entry, item: Int) {
    // A name without a value is looked at too: in `{ amount: £2,800.00 }` the second half of the sum is one.
    guard let fact = names.facts[entry.key] else { return faultUnknown(entry, item: item) }
    if entry.value.isNull { return }
    let declared = matrix.facts[ref: fact]
    guard isInPlace(fact, declared, entry, item: item) else { return }
    places.note(fact, item: item, entry.value.span)
    switch declared.kind {
    case .date: state(fact, literal(entry.value, Literal.day).map { Int64($0.dayNumber) }, item)
    case .money: state(fact, literal(entry.value, Literal.money)?.pence, item)
    case .flag: state(fact, flag(entry.value, entry.key), item)
    case .choice(let choices): state(fact, choice(entry.value, entry.key, choices.map(\.name)), item)
    case .count: state(fact, count(entry.value), item)
    case .percent: state(fact, literal(entry.value, Literal.percent), item)
    case .text:
      guard let text = shapes.text(entry.value, entry.key, in: entry.keySpan, "this item") else { return }
      given.facts.state(fact, 1, item: item)
      given.texts.append(Case.StatedText(fact: fact, item: item, text: text))
    case .receipts: readReceipts(entry.value, fact, item)
    }
  }

  private mutating func state(_ fact: Ref<Fact>, _ value: Int64?, _ item: Int) {
    if let value { given.facts.state(fact, value, item: item) }
  }

  private mutating func flag(_ node: Node, _ name: String) -> Int64? {
    switch node.scalar?.style {
    case .flag(let value): return value ? 1 : 0
    case .plain: return literal(node, Literal.flag).map { $0 ? 1 : 0 }
    default:
      shapes.fault(.literalFlag, node.span, "`\(name)` is true or false.", "Write `true` or `false`, without quotes.")
      return nil
    }
  }

  private mutating func count(_ node: Node) -> Int64? {
    guard let count = literal(node, Literal.count).map({ Int64($0) }) else { return nil }
    if count <= CaseFacts.largestCount { return count }
    shapes.fault(
      .literalCount, node.span, "\(count) is above \(CaseFacts.largestCount), the most that a case may state.",
      "Check the number of digits.")
    return nil
  }

  private mutating func choice(_ node: Node, _ name: String, _ choices: [String]) -> Int64? {
    guard let text = literal(node, { $0 }) else { return nil }
    if let place = choices.firstIndex(of: text) { return Int64(place) }
    shapes.fault(
      .choiceUnknown, node.span, "\(Visible.quoted(text)) is not one of the answers to `\(name)`.",
      NearestName.of(text, among: choices).map { "Did you mean `\($0)`?" }
        ?? "Its answers: \(choices.joined(separator: ", ")).")
    return nil
  }

  // MARK: Receipts

  /// One amount, or a list of amounts or of mappings with `amount`, `for` and `on`.
  private mutating func readReceipts(_ node: Node, _ fact: Ref<Fact>, _ item: Int) {
    let nodes = node.list ?? [node]
    if nodes.isEmpty {
      shapes.fault(.caseShape, node.span, "There is no receipt in this list.", "Add one, or leave `receipts` out.")
    }
    for node in nodes {
      guard given.facts.receiptCount < CaseFacts.mostReceipts else {
        return shapes.fault(
          .caseTooMany, node.span, "A case has at most \(CaseFacts.mostReceipts) receipts.",
          "Split it into several cases.")
      }
      guard let receipt = receipt(node) else { continue }
      given.facts.addReceipt(fact, receipt.amount, item: item)
      given.receiptWords.append(receipt.words)
    }
  }

  private mutating func receipt(_ node: Node) -> (amount: Money, words: String)? {
    guard let entries = node.entries else { return literal(node, Literal.money).map { ($0, "") } }
    shapes.checkKeys(entries, "a receipt", ["amount", "for", "on"])
    if let day = node["on"], !day.isNull { _ = literal(day, Literal.day) }
    let words = shapes.optionalText(node["for"], "for", in: node.span, "this receipt") ?? ""
    guard let amount = node["amount"], !amount.isNull else {
      shapes.fault(.caseKeyMissing, node.span, "`amount` is missing in this receipt.", "Add `amount`.")
      return nil
    }
    return literal(amount, Literal.money).map { ($0, words) }
  }

  // MARK: Names

  private mutating func faultUnknown(_ entry: Node.Entry, item: Int) {
    let known = matrix.facts.refs.filter { isAllowed($0, item: item) }.map { matrix.facts[ref: $0].name }
    let near = NearestName.of(entry.key, among: known)
    shapes.fault(
      .factUnknown, entry.keySpan, "The scheme `\(matrix.scheme)` has no fact \(Visible.quoted(entry.key)).",
      near.map { "Did you mean `\($0)`?" } ?? "`redress schema \(matrix.scheme)` lists those it has.")
  }

  private func isAllowed(_ fact: Ref<Fact>, item: Int) -> Bool {
    if matrix.facts[ref: fact].derivation != nil { return false }
    let reach = matrix.facts[ref: fact].reach
    if item == 0 { return reach != .ofItem }
    let head = given.facts.head(ofItem: item).index
    return reach == .ofEither || (reach == .ofItem && names.ofItems[head].contains(fact))
  }

  private mutating func isInPlace(_ fact: Ref<Fact>, _ declared: Fact, _ entry: Node.Entry, item: Int) -> Bool {
    if isAllowed(fact, item: item) { return true }
    if declared.derivation != nil {
      shapes.fault(
        .factDerived, entry.keySpan, "`\(entry.key)` is worked out from other facts, and never stated.",
        "Take it out, and state what it follows from.")
      return false
    }
    let says: String
    let mend: String
    switch (declared.reach, item) {
    case (.ofItem, 0): (says, mend) = ("`\(entry.key)` is a fact of an item.", "Move it to the item it belongs to.")
    case (.ofCase, _): (says, mend) = ("`\(entry.key)` is a fact of the case.", "Move it under `facts`.")
    default:
      let head = matrix.heads[ref: given.facts.heads[item - 1]].name
      (says, mend) = ("`\(entry.key)` is not read under the head `\(head)`.", "Take it out, or choose another head.")
    }
    shapes.fault(.factMisplaced, entry.keySpan, says, mend)
    places.note(fact, item: 0, entry.value.span)  // so that it is not called missing too
    return false
  }
}

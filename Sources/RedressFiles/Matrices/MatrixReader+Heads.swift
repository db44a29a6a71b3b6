import Redress

extension MatrixReader {
  /// The most heads that a matrix may have.
  static let mostHeads = 60

  enum SetOffWord: String, CaseIterable { case allowed, never }

  mutating func readHeads(_ top: Mapping) {
    let entries = section(top, "heads")
    if entries.count > Self.mostHeads {
      let span = entries[Self.mostHeads].keySpan
      fault(.matrixTooMany, span, "A matrix has at most \(Self.mostHeads) heads.", "Join heads that are priced alike.")
    }
    for entry in entries {
      heads.declare(entry.key, at: entry.keySpan)
      guard let map = mapping(entry.value, "head `\(entry.key)`", .head) else { continue }
      let rule = rule("head.\(entry.key)", .head, map)
      let price = map.value("price", &self).flatMap { self.price($0) }
      let forms = map["forms"].flatMap { self.forms($0, price) }
      let setOff = map.value("set-off", &self).flatMap { word($0, "`set-off`", SetOffWord.self) }
      guard let price else { continue }
      heads.values.append(
        Head(name: entry.key, rule: rule, price: price, forms: forms, allowsSetOff: setOff == .allowed))
    }
    if entries.isEmpty, let node = top["heads"] {
      fault(.matrixShape, node.span, "A matrix has at least one head.", "Add one under `heads`.")
    }
  }

  /// The kinds of price by name, each with its reader. A new kind is a line here, one in the keys, and a file of its
  /// own.
  private mutating func price(_ node: Node) -> Head.Price? {
    guard let map = mapping(node, "a price", .price) else { return nil }
    guard map.entries.count == 1 else {
      let kinds = MatrixMapping.price.keyNames
      fault(.matrixShape, node.span, "A head is priced in one way.", "Write one of: \(kinds.joined(separator: ", ")).")
      return nil
    }
    switch map.entries[0].key {
    case "band": return band(map.entries[0].value).map { .band($0) }
    case "actual-cost": return actualCost(map.entries[0].value).map { .actualCost($0) }
    default: return nil
    }
  }

  private mutating func actualCost(_ node: Node) -> ActualCost? {
    guard let map = mapping(node, "an actual cost", .actualCost) else { return nil }
    let receipts = fact(map, "receipts", of: .receipts)
    let evidence = fact(map, "evidence", of: .text)
    let amount = fact(map, "amount", of: .money)
    checkOfItem(receipts, at: map["receipts"])
    checkOfItem(amount, at: map["amount"])
    guard let receipts, let evidence, let amount else { return nil }
    return ActualCost(receipts: receipts, evidence: evidence, amount: amount)
  }

  private mutating func forms(_ node: Node, _ price: Head.Price?) -> Forms? {
    guard let map = mapping(node, "the forms of a head", .forms) else { return nil }
    guard let fact = fact(map, "fact", of: .choice) else { return nil }
    let inKind = (map.value("in-kind", &self).map { oneOrMore($0) } ?? []).compactMap { choice($0, of: fact) }
    var levels: [Int64] = []
    if case .band(let band) = price {
      levels = (map.required("at", &self).map { noneOrMore($0) } ?? []).compactMap { choice($0, of: band.by) }
    } else if let nodes = map["at"]?.list, let first = nodes.first {
      self.fault(.matrixType, first.span, "This head has no levels.", "Write `at: []`.")
    }
    guard let otherwise = map.value("otherwise", &self).flatMap({ askedReading($0) }) else { return nil }
    return Forms(fact: fact, inKind: inKind, inKindAt: levels, otherwise: otherwise)
  }

  /// A reading that a person is asked about, as opposed to one with an answer.
  mutating func askedReading(_ node: Node) -> Ref<Reading>? {
    guard let ref = reference(node, to: \.readings) else { return nil }
    if case .ask = readings.values[ref.index].answer { return ref }
    fault(
      .readingSettled, node.span,
      "The reading `\(readings.names[ref.index])` has an answer, and here a person is asked.",
      "Name a reading with `answer: ask`.")
    return nil
  }
}

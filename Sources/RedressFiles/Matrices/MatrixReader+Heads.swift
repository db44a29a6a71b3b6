import Redress

extension MatrixReader {
  private static let headKeys = ruleKeys + ["price", "forms", "set-off"]

  private enum SetOffWord: String, CaseIterable { case allowed, never }

  mutating func readHeads(_ top: Mapping) {
    let entries = section(top, "heads", required: true)
    if entries.count > 60 {
      fault(.matrixTooMany, entries[60].keySpan, "A matrix has at most 60 heads.", "Join heads that are priced alike.")
    }
    for entry in entries {
      heads.declare(entry.key, at: entry.keySpan)
      guard let map = mapping(entry.value, "head `\(entry.key)`", keys: Self.headKeys) else { continue }
      let rule = rule("head.\(entry.key)", .head, map)
      let price = map.required("price", &self).flatMap { self.price($0) }
      let forms = map["forms"].flatMap { self.forms($0, price) }
      let setOff = map.required("set-off", &self).flatMap { word($0, "`set-off`", SetOffWord.self) }
      guard let price else { continue }
      heads.values.append(
        Head(name: entry.key, rule: rule, price: price, forms: forms, allowsSetOff: setOff == .allowed))
    }
    if entries.isEmpty, let node = top["heads"] {
      fault(.matrixShape, node.span, "A matrix has at least one head.", "Add one under `heads`.")
    }
  }

  /// The kinds of price by name, each with its reader. A new kind is a line here and a file of its own.
  private mutating func price(_ node: Node) -> Head.Price? {
    let kinds = ["band", "actual-cost"]
    guard let map = mapping(node, "a price", keys: kinds) else { return nil }
    guard map.entries.count == 1 else {
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
    let keys = ["receipts", "evidence", "amount"]
    guard let map = mapping(node, "an actual cost", keys: keys) else { return nil }
    let receipts = requiredFact(map, "receipts", of: .receipts)
    let evidence = requiredFact(map, "evidence", of: .text)
    let amount = requiredFact(map, "amount", of: .money)
    guard let receipts, let evidence, let amount else { return nil }
    return ActualCost(receipts: receipts, evidence: evidence, amount: amount)
  }

  private mutating func forms(_ node: Node, _ price: Head.Price?) -> Forms? {
    guard let map = mapping(node, "the forms of a head", keys: ["fact", "in-kind", "at", "otherwise"]) else {
      return nil
    }
    guard let fact = requiredFact(map, "fact", of: .choice) else { return nil }
    let inKind = (map.required("in-kind", &self).map { oneOrMore($0) } ?? []).compactMap { choice($0, of: fact) }
    var levels: [Int64] = []
    if case .band(let band) = price {
      levels = (map.required("at", &self).map { oneOrMore($0) } ?? []).compactMap { choice($0, of: band.by) }
    } else if let nodes = map["at"]?.list, let first = nodes.first {
      self.fault(.matrixType, first.span, "This head has no levels.", "Write `at: []`.")
    }
    guard let otherwise = map.required("otherwise", &self).flatMap({ askedReading($0) }) else { return nil }
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

import Redress

extension MatrixReader {
  /// A price. A sum alone is a price that is fixed.
  mutating func price(_ node: Node) -> Price? {
    if node.entries == nil { return figure(node, "a sum", FigurePlace(kind: .money)).map { Price(.fixed($0)) } }
    guard let map = mapping(node, "a price", .price) else { return nil }
    let kinds = MatrixMapping.priceKinds.map(\.name)
    let own = map.entries.filter { kinds.contains($0.key) }
    guard own.count == 1 else {
      fault(
        .matrixShape, node.span, "An amount is found in one way.", "Write one of: \(kinds.joined(separator: ", ")).")
      return nil
    }
    let kind = kind(own[0])
    let adjustments = (map["adjust"].map { list($0, "`adjust`") } ?? []).compactMap { adjustment($0) }
    let limits = limits(map)
    let stated = map["rounding"].flatMap { rounding($0) }
    guard let kind else { return nil }
    let divides = kind.divides || map["adjust"] != nil
    if divides, map["rounding"] == nil, !hasDefaultRounding {
      fault(
        .roundingMissing, own[0].keySpan, "Nothing says how this amount is rounded to whole pence.",
        "Add `rounding` here or to the matrix, with a reading where the policy does not say.")
    }
    if !divides, let node = map["rounding"] {
      fault(.matrixKeyUnknown, node.span, "This amount is always in whole pence.", "Take `rounding` out.")
    }
    return Price(kind, adjustments: adjustments, rounding: divides ? stated ?? defaultRounding : nil, limits: limits)
  }

  /// The kinds of price by name, each with its reader. A new kind is a line here, one in the keys, and a file of its
  /// own.
  private mutating func kind(_ entry: Node.Entry) -> Price.Kind? {
    switch entry.key {
    case "band": return band(entry.value).map { .band($0) }
    case "actual-cost": return actualCost(entry.value).map { .actualCost($0) }
    case "fixed": return figure(entry.value, "`fixed`", FigurePlace(kind: .money)).map { .fixed($0) }
    case "accrual": return accrual(entry.value).map { .accrual($0) }
    case "share": return share(entry.value).map { .share($0) }
    case "wear": return wear(entry.value).map { .wear($0) }
    case "interest": return interest(entry.value).map { .interest($0) }
    case "judgement": return judgement(entry.value).map { .judgement($0) }
    case "highest-of": return parts(entry).map { .highest($0) }
    case "lowest-of": return parts(entry).map { .lowest($0) }
    case "sum-of": return parts(entry).map { .sum($0) }
    case "total-of": return .totalOf(earlierHeads(entry.value))
    default: return nil
    }
  }

  private mutating func parts(_ entry: Node.Entry) -> [Price]? {
    let nodes = list(entry.value, "`\(entry.key)`")
    let parts = nodes.compactMap { price($0) }
    return parts.count == nodes.count && !parts.isEmpty ? parts : nil
  }

  /// Heads whose totals a price takes: they must have been declared before the one that it belongs to.
  mutating func earlierHeads(_ node: Node) -> [Ref<Head>] {
    let heads = headList(node)
    for head in heads where head.index >= headBeingRead {
      let node = noneOrMore(node).first { $0.text == self.heads.names[head.index] } ?? node
      fault(
        .headOrder, node.span, "`\(self.heads.names[head.index])` is not declared before this head.",
        "Put it further up, so that it is priced first.")
    }
    return heads
  }

  private mutating func adjustment(_ node: Node) -> Adjustment? {
    guard let map = mapping(node, "an adjustment", .adjustment) else { return nil }
    return adjustment(map)
  }

  mutating func adjustment(_ map: Mapping) -> Adjustment? {
    let ways = Adjustment.Direction.allCases.filter { map[$0.rawValue] != nil }
    guard ways.count == 1, let node = map[ways[0].rawValue] else {
      let names = Adjustment.Direction.allCases.map(\.rawValue).joined(separator: ", ")
      fault(.matrixShape, map.span, "An adjustment goes one way.", "Write one of: \(names).")
      return nil
    }
    let part = figure(node, "`\(ways[0].rawValue)`", FigurePlace(kind: .part))
    let when = map["when"].flatMap { condition($0) }
    return part.map { Adjustment(ways[0], part: $0, when: when, because: text(map, "because")) }
  }

  private mutating func limits(_ map: Mapping) -> Limits {
    func sum(_ key: String, _ reader: inout MatrixReader) -> Figure? {
      map[key].flatMap { reader.figure($0, "`\(key)`", FigurePlace(kind: .money)) }
    }
    let (under, upTo) = (sum("nothing-under", &self), sum("nothing-up-to", &self))
    let atLeast = map["at-least"].flatMap { price($0) }
    let atMost = map["at-most"].flatMap { price($0) }
    return Limits(nothingUnder: under, nothingUpTo: upTo, atLeast: atLeast, atMost: atMost)
  }

  mutating func rounding(_ node: Node) -> Rounding? {
    guard let map = mapping(node, "a rounding", .rounding) else { return nil }
    return rounding(map)
  }

  mutating func rounding(_ map: Mapping) -> Rounding? {
    let step = map.value("to", &self).flatMap { literal($0, "`to`", Literal.money) }
    let manner = map.value("manner", &self).flatMap { word($0, "`manner`", Rounding.Manner.self) }
    if step == .zero, let node = map["to"] {
      fault(.literalMoney, node.span, "A sum is never rounded to steps of nothing.", "Write a step, such as £0.01.")
      return nil
    }
    guard let step, let manner else { return nil }
    return Rounding(to: step, manner)
  }

  /// How amounts are rounded where a price does not say so itself.
  mutating func readRounding(_ top: Mapping) {
    guard let node = top["rounding"] else { return }
    hasDefaultRounding = true
    guard let map = mapping(node, "`rounding`", .defaultRounding) else { return }
    defaultRounding = rounding(map)
    _ = citations(map)
    _ = cited(map)
  }
}

extension Price.Kind {
  /// Whether it divides, so that its result need not be a whole penny.
  fileprivate var divides: Bool {
    switch self {
    case .share, .wear, .interest: true
    case .accrual(let accrual): accrual.per > 1
    case .band, .actualCost, .fixed, .judgement, .highest, .lowest, .sum, .totalOf: false
    }
  }
}

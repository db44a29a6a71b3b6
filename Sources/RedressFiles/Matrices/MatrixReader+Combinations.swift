import Redress

extension MatrixReader {
  /// The keys of which a combination has one.
  static let combinations = [
    "higher-of", "lower-of", "supersede", "only", "deduct", "adjust", "at-most", "at-least", "nothing-under",
    "nothing-up-to",
  ]

  mutating func readCombinations(_ top: Mapping) -> [Combination] {
    section(top, "combination").compactMap { entry in
      guard let map = mapping(entry.value, "combination `\(entry.key)`", .combination) else { return nil }
      let rule = rule("combination.\(entry.key)", .combination, map)
      let when = map["when"].flatMap { condition($0) }
      let ways = Self.combinations.filter { map[$0] != nil }
      guard ways.count == 1 else {
        fault(
          .matrixShape, map.span, "A combination does one thing.",
          "Write one of: \(Self.combinations.joined(separator: ", ")).")
        return nil
      }
      checkCompanions(map, ways[0])
      guard let kind = combination(ways[0], map) else { return nil }
      let combination = Combination(rule: rule, kind: kind, when: when)
      checkOfCase(combination.facts, at: entry.value)
      return combination
    }
  }

  /// The keys that go with only some of the ways to combine.
  private static let companions = [
    "by": ["supersede"], "with": ["only"], "from": ["deduct"], "less": ["at-most"], "rounding": ["adjust"],
    "heads": ["adjust", "at-most", "at-least", "nothing-under", "nothing-up-to"],
  ]

  private mutating func checkCompanions(_ map: Mapping, _ way: String) {
    for entry in map.entries {
      guard let ways = Self.companions[entry.key], !ways.contains(way) else { continue }
      fault(.matrixKeyUnknown, entry.keySpan, "`\(entry.key)` does not go with `\(way)`.", "Take it out.")
    }
  }

  private mutating func combination(_ way: String, _ map: Mapping) -> Combination.Kind? {
    let node = map[way]!
    switch way {
    case "higher-of": return .higherOf(several(node))
    case "lower-of": return .lowerOf(several(node))
    case "supersede":
      let over = headList(node)
      let by = map.required("by", &self).flatMap { reference($0, to: \.heads) }
      if let by { checkApart(over, [by], at: map["by"]) }
      return by.map { .supersedes($0, over: over) }
    case "only":
      let (some, with) = (headList(node), map.required("with", &self).map { headList($0) })
      checkApart(some, with ?? [], at: map["with"])
      return with.map { .onlyWith(some, with: $0) }
    case "deduct":
      let (some, from) = (headList(node), map.required("from", &self).map { headList($0) })
      checkApart(some, from ?? [], at: map["from"])
      return from.map { .deduct(some, from: $0) }
    case "adjust":
      let rounded = map["rounding"].flatMap { rounding($0) } ?? defaultRounding
      if map["rounding"] == nil, !hasDefaultRounding {
        fault(.roundingMissing, node.span, "Nothing says how this is rounded to whole pence.", "Add `rounding`.")
      }
      guard let inner = mapping(node, "an adjustment", .adjustment), let adjustment = adjustment(inner), let rounded
      else { return nil }
      return .adjust(groupHeads(map), adjustment, rounded)
    case "at-most":
      let less = map["less"].flatMap { fact($0, of: .money) }
      return price(node).flatMap { limit($0, node) }.map { .atMost(groupHeads(map), $0, less: less) }
    case "at-least": return price(node).flatMap { limit($0, node) }.map { .atLeast(groupHeads(map), $0) }
    case "nothing-under": return sum(node, way).map { .nothingUnder(groupHeads(map), $0) }
    default: return sum(node, way).map { .nothingUpTo(groupHeads(map), $0) }
    }
  }

  /// A head has nothing to do with itself.
  private mutating func checkApart(_ some: [Ref<Head>], _ others: [Ref<Head>], at node: Node?) {
    guard let node, let head = others.first(where: { some.contains($0) }) else { return }
    fault(
      .matrixShape, node.span, "`\(heads.names[head.index])` stands on both sides of this rule.",
      "Take it out on one side.")
  }

  private mutating func sum(_ node: Node, _ way: String) -> Figure? {
    figure(node, "`\(way)`", FigurePlace(kind: .money))
  }

  private mutating func groupHeads(_ map: Mapping) -> [Ref<Head>] {
    map["heads"].map { headList($0) } ?? []
  }

  private mutating func several(_ node: Node) -> [Ref<Head>] {
    let heads = headList(node)
    if noneOrMore(node).count == 1 {
      fault(.matrixShape, node.span, "One head alone is neither higher nor lower.", "Name two heads or more.")
    }
    return heads
  }

  /// The price of a limit is found without a person.
  private mutating func limit(_ price: Price, _ node: Node) -> Price? {
    let asks = price.nodes.contains { part in
      switch part.kind {
      case .band, .judgement, .actualCost: true
      default: false
      }
    }
    if !asks { return price }
    fault(.matrixType, node.span, "A limit is not picked by a person.", "Write a sum, or a price that is worked out.")
    return nil
  }
}

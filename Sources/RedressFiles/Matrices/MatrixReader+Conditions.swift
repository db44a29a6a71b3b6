import Redress

extension MatrixReader {
  private static let comparisons: [(key: String, comparison: Condition.Comparison)] = [
    ("is", .equal), ("is-not", .different), ("above", .above), ("at-least", .atLeast), ("below", .below),
    ("at-most", .atMost), ("before", .below), ("on-or-before", .atMost),
  ]

  /// The keys of which a condition that names a fact has one.
  static let tests = comparisons.map(\.key) + ["one-of"]

  /// A condition: the name of a flag, or a mapping from the closed set of tests.
  mutating func condition(_ node: Node) -> Condition? {
    guard let entries = node.entries else { return fact(node, of: .flag).map { .flag($0) } }
    let keys = entries.map(\.key)
    if keys == ["all"] || keys == ["any"] {
      guard let parts = entries[0].value.list, !parts.isEmpty else {
        fault(.matrixShape, entries[0].value.span, "`\(keys[0])` is a list of conditions.", "Write them in [ ].")
        return nil
      }
      let conditions = parts.compactMap { condition($0) }
      return keys[0] == "all" ? .all(conditions) : .any(conditions)
    }
    if keys == ["given"] { return stated(entries[0].value).map { .given($0) } }
    if keys == ["not-given"] { return stated(entries[0].value).map { .notGiven($0) } }
    return comparison(node)
  }

  private mutating func stated(_ node: Node) -> Ref<Fact>? {
    let fact = reference(node, to: \.facts)
    checkStated(fact, at: node)
    return fact
  }

  private mutating func comparison(_ node: Node) -> Condition? {
    guard let map = mapping(node, "a condition", .condition) else { return nil }
    for entry in map.entries where ["all", "any", "given", "not-given"].contains(entry.key) {
      fault(
        .matrixShape, entry.keySpan, "`\(entry.key)` stands alone in a condition.",
        "Join several conditions with `all` or `any`, each in a mapping of its own.")
    }
    guard let fact = map.required("fact", &self).flatMap({ reference($0, to: \.facts) }) else { return nil }
    let tests = map.entries.filter { Self.tests.contains($0.key) }
    guard tests.count == 1 else {
      fault(
        .matrixShape, map.span, "A condition tests its fact once.",
        "Write one of: \(Self.tests.joined(separator: ", ")).")
      return nil
    }
    if tests[0].key == "one-of" {
      let kind = FactWord(facts.values[fact.index].kind)
      guard kind == .choice else {
        self.fault(
          .matrixType, tests[0].keySpan, "A \(kind.rawValue) is not one of several.",
          "Use `is`, or join tests by `any`.")
        return nil
      }
      let values = oneOrMore(tests[0].value).compactMap { choice($0, of: fact) }
      return values.isEmpty ? nil : .oneOf(fact, values)
    }
    let comparison = Self.comparisons.first { $0.key == tests[0].key }!.comparison
    checkOrder(comparison, tests[0], fact)
    return operand(tests[0].value, against: fact).map { .compare(fact, comparison, $0) }
  }

  /// Only dates and sums have an order.
  private mutating func checkOrder(_ comparison: Condition.Comparison, _ test: Node.Entry, _ fact: Ref<Fact>) {
    let kind = FactWord(facts.values[fact.index].kind)
    let ordered: [FactWord] = [.date, .money, .receipts, .count, .percent]
    if comparison == .equal || comparison == .different || ordered.contains(kind) { return }
    self.fault(
      .matrixType, test.keySpan, "A \(kind.rawValue) is neither above nor below another.",
      "Use `is`, `is-not` or `one-of`.")
  }

  private mutating func operand(_ node: Node, against fact: Ref<Fact>) -> Condition.Operand? {
    let kind = facts.values[fact.index].kind
    if case .choice = kind { return choice(node, of: fact).map { .value($0) } }
    if let name = node.text, facts.place(of: name) != nil {
      return self.fact(node, of: FactWord(kind)).map { .fact($0) }
    }
    switch kind {
    case .date: return literal(node, "a day", Literal.day).map { .value(Int64($0.dayNumber)) }
    case .money, .receipts: return literal(node, "a sum", Literal.money).map { .value($0.pence) }
    case .flag: return literal(node, "a flag", Literal.flag).map { .value($0 ? 1 : 0) }
    case .count: return literal(node, "a count", Literal.count).map { .value(Int64($0)) }
    case .percent: return percent(node).map { .value($0) }
    case .choice, .text:
      self.fault(.matrixType, node.span, "Words are not compared.", "Use `given` or `not-given`.")
      return nil
    }
  }
}

import Redress

/// Finds every single figure, word and edge of a matrix that a slip could change, with what it could become.
///
/// It goes through the tree by the declarations of the keys, so that a key that is added to the notation is gone
/// through as well. Titles, questions, readings, citations and other words for people are left alone.
struct MutantFinder {
  /// A place in the tree: the way to it, and the keys that people know it by.
  struct Spot {
    var way: [Int] = []
    var names: [String] = []

    func entry(_ number: Int, _ key: String) -> Spot { Spot(way: way + [number], names: names + [key]) }

    func element(_ number: Int) -> Spot {
      var names = names
      names[names.count - 1] += "[\(number + 1)]"
      return Spot(way: way + [number], names: names)
    }

    /// The element of a list, or the value itself where it stands alone.
    func oneOrMore(_ number: Int, in node: Node) -> Spot { node.list == nil ? self : element(number) }
  }

  private let source: SourceText
  /// Whether the order of set-off is used: against debts, or for what was already paid under several heads.
  let ordersSetOff: Bool
  private(set) var mutants: [Mutant] = []

  private init(_ root: Node, _ source: SourceText) {
    self.source = source
    let isPaidUnderSeveral = root["already-paid"] != nil && (root["heads"]?.entries?.count ?? 0) > 1
    ordersSetOff = root["set-off"] != nil || isPaidUnderSeveral
  }

  /// The mutants of a matrix, in the order of the file.
  static func mutants(of root: Node, in source: SourceText) -> [Mutant] {
    var finder = MutantFinder(root, source)
    for (number, entry) in (root.entries ?? []).enumerated() where !passedOver.contains(entry.key) {
      guard let key = MatrixMapping.matrix.keys.first(where: { $0.name == entry.key }) else { continue }
      finder.visit(entry.value, key.shape, Spot().entry(number, entry.key))
    }
    return finder.mutants
  }

  /// Sections that decide no sum and no outcome, or that name the edition itself.
  private static let passedOver: Set<String> = [
    "format", "scheme", "edition", "status", "title", "body", "review-by", "selects-on", "calendar", "sources",
    "readings-decided", "readings", "roles", "decisions", "missing", "refusals", "review", "ombudsman",
    "closing", "applies-to",
  ]

  // MARK: Values by their shape

  mutating func visit(_ node: Node, _ shape: KeyShape, _ spot: Spot) {
    switch shape {
    case .word(let words): if let text = node.text { replace(node, spot, by: words.filter { $0 != text }) }
    case .money, .day, .dayOfYear, .period, .anyPeriod, .number, .part: literal(node, spot)
    case .figure, .anyFigure: node.entries == nil ? literal(node, spot) : mapping(node, .figure, spot)
    case .rates where node.list != nil: visit(node, .list(of: .mapping(.rangedFigure)), spot)
    case .rates: visit(node, .figure, spot)
    case .price: node.entries == nil ? literal(node, spot) : mapping(node, .price, spot)
    case .condition: condition(node, spot)
    case .mapping(let mapping): self.mapping(node, mapping, spot)
    case .nameOr(let shape, _) where node.entries != nil, .wordOr(_, let shape) where node.entries != nil:
      visit(node, shape, spot)
    case .section(let shape, _): eachEntry(of: node, spot) { $0.visit($1, shape, $2) }
    case .list(let shape), .oneOrMore(let shape, _): eachElement(of: node, spot) { $0.visit($1, shape, $2) }
    case .steps(let first, let later):
      for (number, step) in (node.list ?? []).enumerated() {
        mapping(step, number == 0 ? first : later, spot.element(number))
      }
    case .table, .levels: break  // by the mapping that they stand in, which says how deep they are
    case .text, .exactly, .flag, .edition, .name, .nameOr, .wordOr, .citation: break
    }
  }

  mutating func eachEntry(of node: Node, _ spot: Spot, _ visit: (inout MutantFinder, Node, Spot) -> Void) {
    for (number, entry) in (node.entries ?? []).enumerated() {
      visit(&self, entry.value, spot.entry(number, entry.key))
    }
  }

  mutating func eachElement(of node: Node, _ spot: Spot, _ visit: (inout MutantFinder, Node, Spot) -> Void) {
    for (number, element) in (node.list ?? [node]).enumerated() {
      visit(&self, element, spot.oneOrMore(number, in: node))
    }
  }

  // MARK: Slips

  mutating func literal(_ node: Node, _ spot: Spot) {
    if let text = node.text { replace(node, spot, by: LiteralSteps.around(text)) }
  }

  mutating func replace(_ node: Node, _ spot: Spot, by texts: [String]) {
    for text in texts {
      let other = Node(.scalar(.init(text, .plain)), at: node.span)
      slip(node.span, spot, from: node.text ?? "", to: text, [TreeChange(way: spot.way, act: .replace(by: other))])
    }
  }

  /// A key becomes another key.
  mutating func rename(_ entry: Node.Entry, _ spot: Spot, to key: String) {
    slip(entry.keySpan, spot, from: entry.key, to: key, [TreeChange(way: spot.way, act: .rename(to: key))])
  }

  mutating func takeOut(_ spot: Spot, at span: Span, _ what: String) {
    slip(span, spot, from: what, to: Mutant.takenOut, [TreeChange(way: spot.way, act: .remove)])
  }

  mutating func slip(_ span: Span, _ spot: Spot, from: String, to: String, _ changes: [TreeChange]) {
    let section = spot.names.prefix(MatrixMapping.matrix.isSection(spot.names[0]) ? 2 : 1).joined(separator: ".")
    mutants.append(
      Mutant(
        path: spot.names.joined(separator: "."), section: section, place: source.place(of: span), from: from, to: to,
        changes: changes))
  }
}

extension MatrixMapping {
  /// Whether authors choose the keys under a key of this mapping.
  func isSection(_ key: String) -> Bool {
    if case .section = keys.first(where: { $0.name == key })?.shape { true } else { false }
  }
}

extension Node {
  /// The value in a few words on one line.
  var brief: String {
    switch kind {
    case .scalar(let scalar): scalar.text
    case .list(let nodes): "[\(nodes.map(\.brief).joined(separator: ", "))]"
    case .map(let entries): "{ \(entries.map { "\($0.key): \($0.value.brief)" }.joined(separator: ", ")) }"
    }
  }
}

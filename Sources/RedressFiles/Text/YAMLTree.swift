import Yams

/// Makes our tree of what Yams composed, and finds in it what we do not allow.
struct YAMLTree {
  let source: SourceText
  let changes: YAMLChanges
  let deepest: Int
  private(set) var faults = FaultList()
  private var cursor: YAMLCursor
  private var lastAnchor: Span?

  init(_ source: SourceText, _ changes: YAMLChanges, deepest: Int) {
    self.source = source
    self.changes = changes
    self.deepest = deepest
    cursor = YAMLCursor(source)
  }

  /// `nil` for a document that holds nothing.
  mutating func root(_ node: Yams.Node) -> Node? {
    let root = self.node(node, depth: 1)
    return root.scalar?.style == .null ? nil : root
  }

  private mutating func node(_ node: Yams.Node, depth: Int) -> Node {
    let (line, column) = place(of: node.mark)
    let offset = cursor.offset(ofLine: line, column: column)
    let point = Span(line: line, column: column)
    guard !isAnchored(offset, at: point) else { return Node(.scalar(.init("", .null)), at: point) }
    switch node {
    case .scalar(let scalar): return self.scalar(scalar, line, column, offset)
    case .alias: return Node(.scalar(.init("", .null)), at: point)  // every alias was made plain text
    case .sequence, .mapping:
      guard depth <= deepest else {
        faults.add(YAMLRemedy.tooDeep(at: point, in: source, deepest: deepest))
        return Node(.scalar(.init("", .null)), at: point)
      }
    }
    if case .sequence(let items) = node {
      return Node(.list(items.map { self.node($0, depth: depth + 1) }), at: point)
    }
    return map(node.mapping.map { Array($0) } ?? [], at: point, depth: depth)
  }

  private mutating func map(_ pairs: [(key: Yams.Node, value: Yams.Node)], at point: Span, depth: Int) -> Node {
    var entries: [Node.Entry] = []
    for (key, value) in pairs {
      let name = self.key(key, depth: depth)
      let value = node(value, depth: depth + 1)
      if let name { entries.append(.init(key: name.text, keySpan: name.span, value: value)) }
    }
    for (first, again) in DuplicateKeys.pairs(in: entries) {
      faults.add(DuplicateKeys.fault(.yamlDuplicateKey, first: first, again: again, in: source))
    }
    let first = entries.first?.keySpan ?? point
    let beginsWithKey = first.line == point.line && first.column == point.column
    return Node(.map(entries), at: beginsWithKey ? first : point)
  }

  /// `nil` for a key that has a fault of its own.
  private mutating func key(_ key: Yams.Node, depth: Int) -> (text: String, span: Span)? {
    let name = node(key, depth: depth + 1)
    if lastAnchor == name.span { return nil }
    guard let scalar = name.scalar, scalar.style != .null else {
      faults.add(YAMLRemedy.keyThatIsNoText(at: name.span, in: source))
      return nil
    }
    if scalar.text == "<<", scalar.style == .plain { faults.add(YAMLRemedy.mergeKey(at: name.span, in: source)) }
    return (scalar.text, name.span)
  }

  private mutating func scalar(_ scalar: Yams.Node.Scalar, _ line: Int, _ column: Int, _ offset: Int) -> Node {
    let text = changes.undo(in: scalar.string)
    let style: Node.Scalar.Style = scalar.style != .plain ? .quoted : text.isEmpty ? .null : .plain
    let span = Span(line: line, column: column, length: cursor.length(of: text, atByte: offset))
    return Node(.scalar(.init(text, style)), at: span)
  }

  /// A block mapping begins where its first key does, so that an anchor there is met twice.
  private mutating func isAnchored(_ offset: Int, at point: Span) -> Bool {
    guard offset < source.bytes.count, let mark = YAMLRemedy.Indicator(rawValue: source.bytes[offset]) else {
      return false
    }
    if lastAnchor != point { faults.add(YAMLRemedy.indicator(mark, at: point, in: source)) }
    lastAnchor = point
    return true
  }

  private func place(of mark: Mark?) -> (line: Int, column: Int) {
    guard let mark else { return (1, 1) }
    return (mark.line, changes.column(mark.column, onLine: mark.line))
  }
}

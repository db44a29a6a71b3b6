import Redress

/// A mapping of a matrix. Where its keys are declared, unknown ones have been faulted by the time it is handed out.
struct Mapping {
  let what: String
  let span: Span
  let entries: [Node.Entry]
  /// `nil` where the author chooses the keys.
  var declared: MatrixMapping?

  subscript(key: String) -> Node? { entries.first { $0.key == key }?.value }

  /// The value of a key. That it is missing is a fault where the mapping is declared to require it.
  func value(_ key: String, _ reader: inout MatrixReader) -> Node? {
    declared?.requires(key) == true ? required(key, &reader) : self[key]
  }

  /// The value of a key that must be there in this case, as a rule of the mapping says.
  func required(_ key: String, _ reader: inout MatrixReader) -> Node? {
    if let node = self[key] { return node }
    reader.fault(.matrixKeyMissing, span, "`\(key)` is missing in \(what).", "Add `\(key)`.")
    return nil
  }
}

extension MatrixReader {
  /// A mapping with declared keys.
  mutating func mapping(_ node: Node, _ what: String, _ declared: MatrixMapping) -> Mapping? {
    guard var mapping = mapping(node, what) else { return nil }
    mapping.declared = declared
    let keys = declared.keyNames
    for entry in mapping.entries where !keys.contains(entry.key) {
      let near = NearestName.of(entry.key, among: keys)
      fault(
        .matrixKeyUnknown, entry.keySpan, "\(what.capitalizedFirst) has no key `\(entry.key)`.",
        near.map { "Did you mean `\($0)`?" } ?? "Known keys: \(keys.joined(separator: ", ")).")
    }
    return mapping
  }

  /// A mapping whose keys the author chooses.
  mutating func mapping(_ node: Node, _ what: String) -> Mapping? {
    guard let entries = node.entries else {
      fault(.matrixShape, node.span, "\(what.capitalizedFirst) is a mapping of keys.", "Write `key: value` pairs here.")
      return nil
    }
    return Mapping(what: what, span: node.span, entries: entries)
  }

  /// The entries of a section, each named by its author.
  mutating func section(_ mapping: Mapping, _ key: String) -> [Node.Entry] {
    mapping.value(key, &self).map { section($0, key) } ?? []
  }

  mutating func section(_ node: Node, _ key: String) -> [Node.Entry] {
    guard let section = mapping(node, "`\(key)`") else { return [] }
    if section.entries.count > Self.mostEntries {
      fault(
        .matrixTooMany, section.span,
        "`\(key)` has more than \(Self.mostEntries) entries, the most that are read.",
        "Check that this is the right file.")
    }
    let entries = Array(section.entries.prefix(Self.mostEntries))
    for entry in entries { checkName(entry.key, entry.keySpan) }
    return entries
  }

  /// The most entries of a section. It keeps the places of all rules together within the 16 bits of a ``Ref``.
  static let mostEntries = 5_000

  private mutating func checkName(_ name: String, _ span: Span) {
    let isName = !name.isEmpty && name.utf8.allSatisfy { Self.isNameByte($0) } && name.utf8.count <= 60
    if isName { return }
    fault(
      .matrixName, span, "`\(name)` cannot be a name.",
      "Use small letters, digits, hyphens and points, at most 60 of them.")
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
      UInt8(ascii: "."):
      true
    default: false
    }
  }

  /// The text of a scalar.
  mutating func text(_ node: Node, _ what: String) -> String? {
    if let scalar = node.scalar, scalar.style != .null, !scalar.text.isEmpty { return scalar.text }
    fault(.matrixShape, node.span, "\(what.capitalizedFirst) is text.", "Write a line of text here.")
    return nil
  }

  mutating func text(_ mapping: Mapping, _ key: String) -> String? {
    mapping.value(key, &self).flatMap { text($0, "`\(key)`") }
  }

  /// One value or a list of them. An empty list would quietly undo the rule it belongs to, so it is a fault.
  mutating func oneOrMore(_ node: Node) -> [Node] {
    if node.list?.isEmpty == true {
      fault(.matrixShape, node.span, "This list is empty.", "Name at least one, or leave the key out.")
    }
    return noneOrMore(node)
  }

  /// One value or a list of them, where the list may well be empty.
  func noneOrMore(_ node: Node) -> [Node] { node.list ?? [node] }

  /// A literal, or its fault.
  mutating func literal<Value>(
    _ node: Node, _ what: String, _ read: (String) throws(UnreadLiteral) -> Value
  ) -> Value? {
    guard let text = text(node, what) else { return nil }
    do { return try read(text) } catch {
      fault(error, node.span)
      return nil
    }
  }

  /// One of a closed set of words.
  mutating func word<Word: RawRepresentable & CaseIterable>(_ node: Node, _ what: String, _: Word.Type) -> Word?
  where Word.RawValue == String {
    guard let text = text(node, what) else { return nil }
    if let word = Word(rawValue: text) { return word }
    let words = Word.allCases.map(\.rawValue)
    faultWord(text, node.span, what, words)
    return nil
  }

  mutating func faultWord(_ text: String, _ span: Span, _ what: String, _ words: [String]) {
    let near = NearestName.of(text, among: words)
    fault(
      .matrixWord, span, "`\(text)` is not known for \(what).",
      near.map { "Did you mean `\($0)`?" } ?? "Write one of: \(words.joined(separator: ", ")).")
  }
}

extension String {
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

import Redress

/// Reads the cases of a file: one case, a JSON array of them, NDJSON, or YAML with one document or many.
public enum CaseFile {
  /// Every entry of the file. Faults of the text itself stand in entries of their own, so that sound cases beside them
  /// are kept.
  public static func read(_ source: SourceText) -> [CaseEntry] {
    var faults = FaultList()
    let nodes = isJSON(source) ? JSONReader().read(source, faults: &faults) : yaml(source, &faults)
    var entries = nodes.flatMap { $0.list ?? [$0] }.map { outline($0, source) }
    if !faults.isEmpty { entries.append(.unread(UnreadCase(name: nil, scheme: nil, faults: faults.sorted))) }
    faultRepeated(&entries)
    return entries
  }

  private static func isJSON(_ source: SourceText) -> Bool {
    if source.name.hasSuffix(".yaml") || source.name.hasSuffix(".yml") { return false }
    if source.name.hasSuffix(".json") || source.name.hasSuffix(".ndjson") { return true }
    let first = source.bytes.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
  }

  private static func yaml(_ source: SourceText, _ faults: inout FaultList) -> [Node] {
    do { return try YAMLReader().read(source, documents: .many) } catch {
      faults.add(error)
      return []
    }
  }

  private static func outline(_ node: Node, _ source: SourceText) -> CaseEntry {
    var reading = CaseShapes(source)
    let outline = reading.outline(node)
    if let outline, reading.faults.isEmpty { return .outline(outline) }
    return .unread(
      UnreadCase(name: node["case"]?.text, scheme: node["scheme"]?.text, faults: reading.faults.sorted))
  }

  /// The same case twice in a file is a fault of the second.
  private static func faultRepeated(_ entries: inout [CaseEntry]) {
    var lines: [String: Int32] = [:]
    for (place, entry) in entries.enumerated() {
      guard case .outline(let outline) = entry else { continue }
      guard let line = lines[outline.name] else {
        lines[outline.name] = outline.span.line
        continue
      }
      let fault = outline.fault(
        .caseRepeated, at: outline.node["case"]?.span ?? outline.span,
        says: "The case \(Visible.quoted(outline.name)) stands in this file before, on line \(line).",
        mend: "Take one of them out, or give it a reference of its own.")
      entries[place] = .unread(UnreadCase(name: outline.name, scheme: outline.scheme, faults: [fault]))
    }
  }
}

/// Reads the shapes of a case file: mappings with known keys, lists, texts.
struct CaseShapes {
  let source: SourceText
  var faults = FaultList()

  init(_ source: SourceText) { self.source = source }

  mutating func fault(_ code: FaultCode, _ span: Span, _ says: String, _ mend: String) {
    faults.add(source.fault(code, at: span, says: says, mend: mend))
  }

  mutating func entries(_ node: Node, _ what: String) -> [Node.Entry]? {
    if let entries = node.entries { return entries }
    fault(.caseShape, node.span, "\(what.capitalizedFirst) is a mapping of keys and values.", "Write it in { }.")
    return nil
  }

  mutating func list(_ node: Node, _ what: String) -> [Node] {
    if node.scalar?.style == .null { return [] }
    if let list = node.list { return list }
    fault(.caseShape, node.span, "\(what.capitalizedFirst) is a list.", "Write it in [ ], even if there is only one.")
    return []
  }

  mutating func checkKeys(_ entries: [Node.Entry], _ what: String, _ known: [String]) {
    for entry in entries where !known.contains(entry.key) {
      let near = NearestName.of(entry.key, among: known)
      fault(
        .caseKeyUnknown, entry.keySpan, "\(what.capitalizedFirst) has no key \(Visible.quoted(entry.key)).",
        near.map { "Did you mean `\($0)`?" } ?? "Known keys: \(known.joined(separator: ", ")).")
    }
  }

  /// The text of a scalar that has some.
  mutating func text(_ node: Node?, _ key: String, in span: Span, _ what: String) -> String? {
    guard let node, node.scalar?.style != .null else {
      fault(.caseKeyMissing, span, "`\(key)` is missing in \(what).", "Add `\(key)`.")
      return nil
    }
    if let text = node.text, !text.allSatisfy(\.isWhitespace) {
      if text.utf8.count <= Self.longestText { return text }
      fault(.caseShape, node.span, "`\(key)` is longer than \(Self.longestText) bytes.", "Shorten it.")
      return nil
    }
    fault(.caseShape, node.span, "`\(key)` is text, and not empty.", "Write it in words.")
    return nil
  }

  /// The most bytes of a text in a case file.
  static let longestText = 20_000

  mutating func outline(_ node: Node) -> CaseOutline? {
    guard let entries = entries(node, "a case") else { return nil }
    checkKeys(entries, "a case", CaseOutline.keys)
    if let format = node["format"], format.text != CaseOutline.format {
      fault(
        .caseFormat, format.span, "This is not the format of a case.", "Write `\(CaseOutline.format)`, or leave it out."
      )
    }
    let name = text(node["case"], "case", in: node.span, "this case")
    let scheme = text(node["scheme"], "scheme", in: node.span, "this case")
    let edition = node["edition"].flatMap { self.edition($0) }
    guard let name, let scheme else { return nil }
    return CaseOutline(name: name, scheme: scheme, edition: edition, source: source, node: node, span: node.span)
  }

  private mutating func edition(_ node: Node) -> EditionName? {
    if node.scalar?.style == .null { return nil }
    guard let text = node.text else {
      fault(.caseShape, node.span, "`edition` is the name of one edition.", "Write it without [ ] and { }.")
      return nil
    }
    do { return try Literal.edition(text) } catch {
      faults.add(source.fault(error, at: node.span))
      return nil
    }
  }
}

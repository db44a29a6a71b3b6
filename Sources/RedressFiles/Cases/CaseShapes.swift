import Redress

/// Reads the shapes of a case file: mappings with known keys, lists, texts.
package struct CaseShapes {
  package let source: SourceText
  package var faults = FaultList()

  package init(_ source: SourceText) { self.source = source }

  package mutating func fault(_ code: FaultCode, _ span: Span, _ says: String, _ mend: String) {
    faults.add(source.fault(code, at: span, says: says, mend: mend))
  }

  package mutating func entries(_ node: Node, _ what: String) -> [Node.Entry]? {
    if let entries = node.entries { return entries }
    fault(.caseShape, node.span, "\(what.capitalizedFirst) is a mapping of keys and values.", "Write it in { }.")
    return nil
  }

  package mutating func list(_ node: Node, _ what: String) -> [Node] {
    if node.isNull { return [] }
    if let list = node.list { return list }
    fault(.caseShape, node.span, "\(what.capitalizedFirst) is a list.", "Write it in [ ], even if there is only one.")
    return []
  }

  package mutating func checkKeys(_ entries: [Node.Entry], _ what: String, _ known: [String]) {
    for entry in entries where !known.contains(entry.key) {
      let near = NearestName.of(entry.key, among: known)
      fault(
        .caseKeyUnknown, entry.keySpan, "\(what.capitalizedFirst) has no key \(Visible.quoted(entry.key)).",
        near.map { "Did you mean `\($0)`?" } ?? "Known keys: \(known.joined(separator: ", ")).")
    }
  }

  /// The text of a scalar that has some.
  package mutating func text(_ node: Node?, _ key: String, in span: Span, _ what: String, means: String? = nil)
    -> String?
  {
    let name = Visible.short(key)
    guard let node, !node.isNull else {
      let meaning = means.map { ", \($0)" } ?? ""
      fault(.caseKeyMissing, span, "`\(name)` is missing in \(what).", "Add `\(name)`\(meaning).")
      return nil
    }
    guard let scalar = node.scalar, !scalar.isFlag, !scalar.text.allSatisfy(\.isWhitespace) else {
      fault(.caseShape, node.span, "`\(name)` is text, and not empty.", "Write a word or a line of text here.")
      return nil
    }
    if scalar.text.utf8.count <= Self.longestText { return scalar.text }
    fault(
      .caseShape, node.span, "`\(name)` is longer than \(Self.longestText) bytes, the most that is read.",
      "Shorten it.")
    return nil
  }

  /// The most bytes of a text in a case file.
  static let longestText = 20_000

  package mutating func outline(_ node: Node) -> CaseOutline? {
    guard let entries = entries(node, "a case") else { return nil }
    checkKeys(entries, "a case", CaseOutline.keys)
    if let format = node["format"], !format.isNull, format.text != CaseOutline.format {
      fault(
        .caseFormat, format.span, "This is not the format of a case.",
        "Write `\(CaseOutline.format)`, or leave it out.")
    }
    let name = text(node["case"], "case", in: node.span, "this case", means: "the reference it is known by")
    let scheme = text(
      node["scheme"], "scheme", in: node.span, "this case", means: "the name of the scheme that it is priced under")
    let edition = node["edition"].flatMap { $0.isNull ? nil : literal($0, Literal.edition) }
    guard let scheme else { return nil }
    return CaseOutline(
      name: name, scheme: scheme, edition: edition, source: source, node: node, span: node.span, faults: faults)
  }

  /// The text of a key that may be left out.
  package mutating func optionalText(_ node: Node?, _ key: String, in span: Span, _ what: String) -> String? {
    guard let node, !node.isNull else { return nil }
    return text(node, key, in: span, what)
  }

  package mutating func literal<Value>(_ node: Node, _ read: (String) throws(UnreadLiteral) -> Value) -> Value? {
    guard let text = node.text else {
      fault(.caseShape, node.span, "One value is wanted here.", "Write it without [ ] and { }.")
      return nil
    }
    do { return try read(text) } catch {
      faults.add(source.fault(error, at: node.span))
      return nil
    }
  }
}

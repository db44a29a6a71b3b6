import Redress

/// A case with the outcome that a policy owner expects of it, figure by figure.
public struct WorkedExample: Sendable {
  /// What it is called; no two examples of an edition have one name.
  public let name: String
  /// What it shows, in a sentence.
  public let shows: String
  /// The day on which its timetable is looked at; `nil` where none is.
  public let today: CivilDate?
  /// The case, with the base and its change laid together.
  public let outline: CaseOutline
  /// What is expected, in the order of the file.
  let expected: [Node.Entry]
  let span: Span

  /// Whether it expects an outcome. One that only expects a timetable is not priced, and needs nothing that only a
  /// price needs.
  var isPriced: Bool { today == nil || expected.contains { $0.key == "outcome" } }
}

/// A file of worked examples of one scheme: a base case, and for each example what it changes and what is expected of
/// it.
public struct ExampleFile: Sendable {
  /// The name of the format, which each file states.
  public static let format = "redress-examples/1"

  /// The scheme that the examples are of.
  public let scheme: String
  /// The edition that they are worked out under.
  public let edition: EditionName
  /// What the examples of the file have in common.
  public let title: String
  /// The text that they were read from.
  public let source: SourceText
  /// The examples in the order of the file.
  public let examples: [WorkedExample]

  /// - Throws: every fault of the file.
  public static func read(_ source: SourceText) throws(FaultList) -> ExampleFile {
    let nodes = try YAMLReader().read(source)
    var reader = ExampleReader(source)
    let file = nodes.first.flatMap { reader.file($0) }
    try reader.shapes.faults.throwIfAny()
    return file!
  }
}

struct ExampleReader {
  var shapes: CaseShapes
  let source: SourceText

  init(_ source: SourceText) {
    self.source = source
    shapes = CaseShapes(source)
  }

  mutating func file(_ node: Node) -> ExampleFile? {
    guard let entries = shapes.entries(node, "a file of examples") else { return nil }
    shapes.checkKeys(entries, "a file of examples", ["format", "scheme", "edition", "title", "base", "examples"])
    if let format = node["format"], format.text != ExampleFile.format {
      shapes.fault(
        .caseFormat, format.span, "This is not the format of worked examples.", "Write `\(ExampleFile.format)`.")
    }
    let scheme = shapes.text(node["scheme"], "scheme", in: node.span, "this file")
    let edition = required("edition", in: node, "this file").flatMap { shapes.literal($0, Literal.edition) }
    let title = shapes.text(node["title"], "title", in: node.span, "this file")
    let list = required("examples", in: node, "this file").map { shapes.list($0, "`examples`") } ?? []
    checkChange(node["base"], "`base`", ["facts", "items", "decisions"])
    guard let scheme, let edition, let title else { return nil }
    let examples = list.compactMap { example($0, scheme, edition, base: node["base"]) }
    return ExampleFile(scheme: scheme, edition: edition, title: title, source: source, examples: examples)
  }

  private mutating func example(_ node: Node, _ scheme: String, _ edition: EditionName, base: Node?) -> WorkedExample? {
    guard let entries = shapes.entries(node, "an example") else { return nil }
    shapes.checkKeys(entries, "an example", ["name", "shows", "change", "today", "expect"])
    let name = shapes.text(node["name"], "name", in: node.span, "this example")
    let shows = shapes.text(node["shows"], "shows", in: node.span, "this example")
    let today = node["today"].flatMap { shapes.literal($0, Literal.day) }
    let expect = required("expect", in: node, "this example")
    if let deadlines = expect?["deadlines"] {
      if node["today"] == nil {
        shapes.fault(
          .caseKeyMissing, node.span, "`today` is missing in this example, which expects deadlines.", "Add `today`.")
      }
      checkDeadlines(deadlines)
    }
    checkChange(node["change"], "a change", ["facts", "leave-out", "items", "decisions"])
    guard let name, let shows, let expect else { return nil }
    let given = Node(.map(changed(base, node["change"])), at: node.span)
    let outline = CaseOutline(
      name: name, scheme: scheme, edition: edition, source: source, node: given, span: node.span)
    return WorkedExample(
      name: name, shows: shows, today: today, outline: outline, expected: shapes.entries(expect, "`expect`") ?? [],
      span: node.span)
  }

  private mutating func checkDeadlines(_ node: Node) {
    for node in shapes.list(node, "`deadlines`") {
      guard let entries = shapes.entries(node, "a deadline") else { continue }
      shapes.checkKeys(entries, "a deadline", ExampleTimetable.keys)
      for key in ["deadline", "state"] { _ = required(key, in: node, "this deadline") }
    }
  }

  private mutating func required(_ key: String, in node: Node, _ what: String) -> Node? {
    if let value = node[key], !value.isNull { return value }
    shapes.fault(.caseKeyMissing, node.span, "`\(key)` is missing in \(what).", "Add `\(key)`.")
    return nil
  }

  private mutating func checkChange(_ node: Node?, _ what: String, _ known: [String]) {
    guard let node, !node.isNull, let entries = shapes.entries(node, what) else { return }
    shapes.checkKeys(entries, what, known)
    if let facts = node["facts"], !facts.isNull { _ = shapes.entries(facts, "`facts`") }
    if let left = node["leave-out"] { _ = shapes.list(left, "`leave-out`") }
  }

  /// The base with the facts of the change laid over it; items and decisions of the change stand in place of the
  /// base's.
  private func changed(_ base: Node?, _ change: Node?) -> [Node.Entry] {
    let left = Set(change?["leave-out"]?.list?.compactMap(\.text) ?? [])
    let own = change?["facts"]?.entries ?? []
    let kept = (base?["facts"]?.entries ?? []).filter { entry in
      !left.contains(entry.key) && !own.contains { $0.key == entry.key }
    }
    let facts = Node(.map(kept + own), at: change?["facts"]?.span ?? base?["facts"]?.span ?? Span(line: 1, column: 1))
    let rest = ["items", "decisions"].compactMap { key in
      (change?[key] ?? base?[key]).map { Node.Entry(key: key, keySpan: $0.span, value: $0) }
    }
    return [Node.Entry(key: "facts", keySpan: facts.span, value: facts)] + rest
  }
}

import Redress

/// The mutants of an edition that make no difference to any case, each with the reason, as its author lists them in
/// `survivors.yaml` beside the worked examples.
///
/// An entry names its place by keys and not by line, so that it holds while the file around it is edited.
public struct SurvivorList: Sendable {
  /// The name of the format, which each file states.
  public static let format = "redress-survivors/1"
  /// What the file is called.
  public static let fileName = "survivors.yaml"

  /// One or several changes at one place that make no difference.
  struct Entry: Sendable {
    let path: String
    let from: String?
    let to: [String]?
    let because: String
    let span: Span
  }

  /// The scheme that the list is for.
  public let scheme: String
  /// The edition that the list is for.
  public let edition: EditionName
  let entries: [Entry]
  let source: SourceText

  /// - Throws: every fault of the file.
  public static func read(_ source: SourceText) throws(FaultList) -> [SurvivorList] {
    let nodes = try YAMLReader().read(source, documents: .many)
    var shapes = CaseShapes(source)
    let lists = nodes.compactMap { list($0, &shapes) }
    try shapes.faults.throwIfAny()
    return lists
  }

  /// The number of the entry that speaks of a mutant.
  func entry(for mutant: Mutant) -> Int? {
    entries.firstIndex { entry in
      entry.path == mutant.path && (entry.from ?? mutant.from) == mutant.from
        && (entry.to?.contains(mutant.to) ?? true)
    }
  }

  private static func list(_ node: Node, _ shapes: inout CaseShapes) -> SurvivorList? {
    let what = "a list of survivors"
    guard let keys = shapes.entries(node, what) else { return nil }
    shapes.checkKeys(keys, what, ["format", "scheme", "edition", "survivors"])
    if node["format"]?.text != format {
      shapes.fault(
        .caseFormat, node["format"]?.span ?? node.span, "This is no list of survivors.", "Write `\(format)`.")
    }
    let scheme = shapes.text(node["scheme"], "scheme", in: node.span, what)
    let edition =
      shapes.text(node["edition"], "edition", in: node.span, what) == nil
      ? nil : shapes.literal(node["edition"]!, Literal.edition)
    let entries = (node["survivors"].map { shapes.list($0, "`survivors`") } ?? []).compactMap { entry($0, &shapes) }
    guard let scheme, let edition else { return nil }
    return SurvivorList(scheme: scheme, edition: edition, entries: entries, source: shapes.source)
  }

  private static func entry(_ node: Node, _ shapes: inout CaseShapes) -> Entry? {
    guard let keys = shapes.entries(node, "a survivor") else { return nil }
    shapes.checkKeys(keys, "a survivor", ["at", "from", "to", "because"])
    let path = shapes.text(node["at"], "at", in: node.span, "this survivor")
    let because = shapes.text(node["because"], "because", in: node.span, "this survivor")
    guard let path, let because else { return nil }
    let to = node["to"].map { ($0.list ?? [$0]).compactMap(\.text) }
    return Entry(path: path, from: node["from"]?.text, to: to, because: because, span: node.span)
  }
}

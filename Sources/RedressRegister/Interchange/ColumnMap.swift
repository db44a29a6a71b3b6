import Redress
import RedressFiles

/// How the columns of another system's table become those of a case.
public struct ColumnMap: Sendable {
  /// The name of the format, which the file states.
  public static let format = "redress-column-map/1"

  /// How another system writes days.
  public enum DayForm: String, CaseIterable, Sendable {
    /// `2026-10-12`
    case iso = "YYYY-MM-DD"
    /// `12/10/2026`
    case british = "DD/MM/YYYY"
  }

  /// A column of theirs, and the one of ours that it becomes.
  struct Column {
    let theirs: String
    let ours: String
    let span: Span
  }

  let source: SourceText
  let columns: [Column]
  /// Columns of ours that are the same in every row.
  let fixed: [(column: String, value: String)]
  /// Their words and ours, under the column of ours.
  let values: [String: [String: String]]
  let days: DayForm
  let ignored: [String]

  /// - Throws: every fault of the file.
  public static func read(_ source: SourceText) throws(FaultList) -> ColumnMap {
    let node = try YAMLReader().read(source)[0]
    var reader = ColumnMapReader(source)
    let map = reader.map(node)
    try reader.shapes.faults.throwIfAny()
    guard let map else { throw reader.shapes.faults }
    return map
  }
}

/// Reads the file of a column map.
private struct ColumnMapReader {
  var shapes: CaseShapes
  private let source: SourceText
  private static let keys = ["format", "scheme", "columns", "fixed", "values", "days", "ignore"]

  init(_ source: SourceText) {
    self.source = source
    shapes = CaseShapes(source)
  }

  mutating func map(_ node: Node) -> ColumnMap? {
    guard let entries = shapes.entries(node, "a column map") else { return nil }
    shapes.checkKeys(entries, "a column map", Self.keys)
    if node["format"]?.text != ColumnMap.format {
      shapes.fault(
        .caseFormat, node["format"]?.span ?? node.span, "This is not a column map.",
        "Write format: \(ColumnMap.format)")
    }
    var fixed = pairs(node["fixed"], "`fixed`").map { (column: $0.theirs, value: $0.ours) }
    if let scheme = shapes.optionalText(node["scheme"], "scheme", in: node.span, "a column map") {
      fixed.insert(("scheme", scheme), at: 0)
    }
    if node["columns"] == nil {
      shapes.fault(.caseKeyMissing, node.span, "`columns` is missing in this column map.", "Add `columns`.")
    }
    var values: [String: [String: String]] = [:]
    for entry in node["values"].flatMap({ shapes.entries($0, "`values`") }) ?? [] {
      for pair in pairs(entry.value, "`\(entry.key)`") { values[entry.key, default: [:]][pair.theirs] = pair.ours }
    }
    let ignored = node["ignore"].map { shapes.list($0, "`ignore`").compactMap(\.text) } ?? []
    return ColumnMap(
      source: source, columns: pairs(node["columns"], "`columns`"), fixed: fixed, values: values,
      days: days(node["days"]), ignored: ignored)
  }

  private mutating func pairs(_ node: Node?, _ what: String) -> [ColumnMap.Column] {
    guard let node, !node.isNull, let entries = shapes.entries(node, what) else { return [] }
    return entries.compactMap { entry in
      shapes.text(entry.value, entry.key, in: entry.keySpan, what).map {
        ColumnMap.Column(theirs: entry.key, ours: $0, span: entry.keySpan)
      }
    }
  }

  private mutating func days(_ node: Node?) -> ColumnMap.DayForm {
    guard let node, !node.isNull else { return .iso }
    if let form = node.text.flatMap({ ColumnMap.DayForm(rawValue: $0) }) { return form }
    shapes.fault(
      .caseShape, node.span, "This is not a way to write days.",
      "Write \(ColumnMap.DayForm.allCases.map(\.rawValue).joined(separator: " or ")).")
    return .iso
  }
}

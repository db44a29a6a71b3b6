import Redress
import SeededRandomness

@testable import RedressFiles

/// The cases of worked examples and samples as rows of a table, one table for each scheme.
struct CaseTableBench {
  let scheme: String
  /// The columns in the order in which people are shown them: the scheme, facts, items with their heads first, others.
  let columns: [String]
  let rows: [[String: String]]

  /// The tables of all schemes. A case with anything that no cell can hold is left out.
  static func all() throws -> [CaseTableBench] {
    var outlines: [String: [CaseOutline]] = [:]
    for line in try BatchBench.lines() {
      for case .outline(let outline) in CaseFile.json(try SourceText(name: "cases", bytes: line)) {
        outlines[outline.scheme, default: []].append(outline)
      }
    }
    return outlines.keys.sorted().map { CaseTableBench(scheme: $0, outlines[$0]!) }
  }

  private init(scheme: String, _ outlines: [CaseOutline]) {
    self.scheme = scheme
    rows = outlines.compactMap { outline -> [String: String]? in
      var row: [String: String] = ["case": outline.name ?? "", "scheme": outline.scheme]
      if let edition = outline.edition { row["edition"] = edition.description }
      for entry in outline.node.entries ?? [] where !["case", "scheme", "edition"].contains(entry.key) {
        guard Self.add(entry, to: &row) else { return nil }
      }
      return row
    }
    columns = Set(rows.flatMap(\.keys)).sorted { Self.order($0).lexicographicallyPrecedes(Self.order($1)) }
  }

  private static func add(_ entry: Node.Entry, to row: inout [String: String]) -> Bool {
    switch entry.key {
    case "facts": return add(entry.value, before: "", to: &row)
    case "references", "letter": return add(entry.value, before: entry.key + ".", to: &row)
    case "items", "decisions":
      guard case .list(let nodes) = entry.value.kind else { return true }
      let word = entry.key == "items" ? "item" : "decision"
      return nodes.enumerated().allSatisfy { add($1, before: "\(word)\($0 + 1).", to: &row) }
    default: return true
    }
  }

  private static func add(_ node: Node, before: String, to row: inout [String: String]) -> Bool {
    for entry in node.entries ?? [] {
      guard case .scalar(let scalar) = entry.value.kind else { return false }
      if case .null = scalar.style { continue }
      row[before + entry.key] = scalar.text
    }
    return true
  }

  /// What a column is sorted by.
  private static func order(_ column: String) -> [String] {
    if ["case", "scheme", "edition"].contains(column) { return ["0", column] }
    guard let point = column.firstIndex(of: ".") else { return ["1", column] }
    let key = String(column[column.index(after: point)...])
    let digits = column[..<point].filter(\.isNumber)
    let number = String(repeating: "0", count: 4 - digits.count) + digits
    return [column.hasPrefix("item") ? "2" : "3", String(column[..<point].filter(\.isLetter)), number]
      + [key == "head" ? "" : key]
  }

  /// The table, with its columns as they are or in another order.
  func bytes(_ columns: [String]? = nil) -> (heading: [UInt8], rows: [[UInt8]]) {
    let columns = columns ?? self.columns
    func line(_ cells: [String]) -> [UInt8] { Array((cells.map(Self.cell).joined(separator: ",") + "\n").utf8) }
    return (line(columns), rows.map { row in line(columns.map { row[$0] ?? "" }) })
  }

  private static func cell(_ text: String) -> String {
    guard text.contains(where: { ",\"\n\r".contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}

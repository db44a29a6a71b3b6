import Redress
import RedressFiles

/// Facts that became known after an offer was made: proceedings that were filed, a payment of another scheme, an end
/// of something that still went on. Each belongs to a case, or to an item of it.
///
/// As CSV: a column `case`, and a column for each fact by its name, or `item2.` and its name for the second item; an
/// empty cell says nothing. As NDJSON: `{"case":"…","facts":{"…":…},"items":{"2":{"…":…}}}`.
public struct ArrivedFacts: Sendable {
  /// One fact of a case.
  struct Said: Hashable, Sendable {
    /// Counted from 1; 0 for the case.
    let item: Int
    let fact: String
    let value: String
  }

  /// The digest of the file.
  public let digest: Digest
  private let facts: [String: [Said]]

  /// The cases of the file, in alphabetical order.
  public var cases: [String] { facts.keys.sorted() }

  /// What became known of a case.
  func facts(of reference: String) -> [Said] { facts[reference] ?? [] }

  /// Reads a file of facts.
  ///
  /// - Parameter known: the names of facts that may be stated.
  /// - Throws: the faults of all rows together; none is used where one is at fault.
  public static func read(_ source: SourceText, known: Set<String>) throws(FaultList) -> ArrivedFacts {
    var reader = ArrivedFactsReader(source, known)
    let isJSON = source.bytes.first { !" \t\r\n".utf8.contains($0) } == UInt8(ascii: "{")
    if isJSON { reader.readJSON() } else { reader.readTable() }
    try reader.faults.throwIfAny()
    return ArrivedFacts(digest: Digest(of: source.exactBytes), facts: reader.facts)
  }
}

/// Reads the cases of a file of facts.
private struct ArrivedFactsReader {
  let source: SourceText
  let known: Set<String>
  var faults = FaultList()
  var facts: [String: [ArrivedFacts.Said]] = [:]

  init(_ source: SourceText, _ known: Set<String>) {
    self.source = source
    self.known = known
  }

  // MARK: CSV

  mutating func readTable() {
    let (rows, rowFaults) = CSVReader.rows(source)
    faults.add(rowFaults)
    guard let heading = rows.first, let names = heading.cells else {
      if faults.isEmpty {
        faults.add(source.fault(.fileEmpty, says: "The file holds no fact.", mend: "Begin it with a line: case,FACT"))
      }
      return
    }
    let columns = names.map { $0.text == "case" ? nil : column($0) }
    guard let caseColumn = names.firstIndex(where: { $0.text == "case" }) else {
      return fault(.csvColumn, heading.span, "There is no column `case`.", "Name the column of references `case`.")
    }
    for row in rows.dropFirst() {
      guard let cells = row.cells else { continue }
      guard cells.count == names.count else {
        fault(
          .csvRow, row.span, "This row has \(cells.count) cells, and the heading has \(names.count).",
          "Give it a cell for each column, if only an empty one.")
        continue
      }
      let said = zip(columns, cells).compactMap { column, cell -> ArrivedFacts.Said? in
        guard let column, !cell.text.isEmpty else { return nil }
        return ArrivedFacts.Said(item: column.item, fact: column.fact, value: cell.text)
      }
      add(said, to: cells[caseColumn].text, row.span)
    }
  }

  private mutating func column(_ cell: CSVReader.Cell) -> (item: Int, fact: String)? {
    let parts = cell.text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let item = parts.count == 2 && parts[0].hasPrefix("item") ? Int(parts[0].dropFirst(4)) ?? -1 : 0
    let name = parts.count == 2 ? parts[1] : parts[0]
    if item < 0 || parts.count == 2 && item == 0 {
      fault(
        .csvColumn, cell.span, "\(Visible.quoted(cell.text)) is not the name of a column.",
        "Write case, a fact, or item2. and a fact.")
      return nil
    }
    check(name, cell.span)
    return (item, name)
  }

  // MARK: NDJSON

  mutating func readJSON() {
    for reading in JSONReader().readings(source) {
      faults.add(reading.faults)
      guard let node = reading.node else { continue }
      var shapes = CaseShapes(source)
      guard let entries = shapes.entries(node, "a line of facts") else {
        faults.add(shapes.faults)
        continue
      }
      shapes.checkKeys(entries, "a line of facts", ["case", "facts", "items"])
      let name = shapes.text(node["case"], "case", in: node.span, "this line")
      var said = values(node["facts"], 0, &shapes)
      for item in node["items"].flatMap({ shapes.entries($0, "`items`") }) ?? [] {
        guard let number = Int(item.key), number > 0 else {
          shapes.fault(.caseShape, item.keySpan, "This is not the number of an item.", "Items are counted from 1.")
          continue
        }
        said += values(item.value, number, &shapes)
      }
      faults.add(shapes.faults)
      if let name { add(said, to: name, node.span) }
    }
  }

  private mutating func values(_ node: Node?, _ item: Int, _ shapes: inout CaseShapes) -> [ArrivedFacts.Said] {
    guard let node, let entries = shapes.entries(node, "facts") else { return [] }
    return entries.compactMap { entry in
      check(entry.key, entry.keySpan)
      guard let text = entry.value.text, !entry.value.isNull else {
        shapes.fault(.caseShape, entry.value.span, "This fact has no value.", "Write a text, a number, true or false.")
        return nil
      }
      return ArrivedFacts.Said(item: item, fact: entry.key, value: text)
    }
  }

  // MARK: Both

  private mutating func check(_ fact: String, _ span: Span) {
    if known.contains(fact) { return }
    fault(
      .factUnknown, span, "No scheme of an open offer has a fact \(Visible.quoted(fact)).",
      NearestName.of(fact, among: known.sorted()).map { "Did you mean `\($0)`?" }
        ?? "See `redress schema` and the name of the scheme.")
  }

  private mutating func add(_ said: [ArrivedFacts.Said], to name: String, _ span: Span) {
    if name.isEmpty { return fault(.csvRow, span, "This row names no case.", "Write the reference of the case.") }
    if facts[name] != nil {
      return fault(
        .caseRepeated, span, "The case \(Visible.quoted(name)) stands in this file before.",
        "Put everything that is said of it on one line.")
    }
    facts[name] = said
  }

  private mutating func fault(_ code: FaultCode, _ span: Span, _ says: String, _ mend: String) {
    faults.add(source.fault(code, at: span, says: says, mend: mend))
  }
}

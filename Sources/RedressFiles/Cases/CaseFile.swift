import Redress

/// Reads the cases of a file: one case, a JSON array of them, NDJSON, YAML with one document or many, or CSV with one
/// case a row.
public enum CaseFile {
  /// Every entry of the file, in its order. What is no case stands among them as an entry of its own, so that sound
  /// cases beside it are kept.
  public static func read(_ source: SourceText) -> [CaseEntry] {
    finished(isTable(source) ? table(source) : isJSON(source) ? json(source) : yaml(source), source)
  }

  /// Every entry of a table whose columns were given other names. Each cell keeps its place in the text.
  package static func read(table rows: [CSVReader.Row], _ faults: FaultList, _ source: SourceText) -> [CaseEntry] {
    finished(entries(of: CaseTable.read(rows, faults, source), source), source)
  }

  private static func finished(_ entries: [CaseEntry], _ source: SourceText) -> [CaseEntry] {
    var entries = entries
    if entries.isEmpty {
      let fault = source.fault(
        .fileEmpty, says: "The file holds no case.", mend: "Add a case, or check that it is the right file.")
      entries = [.unread(UnreadCase(name: nil, scheme: nil, faults: [fault]))]
    }
    faultRepeated(&entries)
    return entries
  }

  /// Every entry of a file, or one that says why it could not be opened.
  public static func read(_ source: Result<SourceText, FaultList>) -> [CaseEntry] {
    switch source {
    case .success(let source): read(source)
    case .failure(let faults): [.unread(UnreadCase(name: nil, scheme: nil, faults: faults.sorted))]
    }
  }

  private static func isJSON(_ source: SourceText) -> Bool {
    if source.name.hasSuffix(".yaml") || source.name.hasSuffix(".yml") { return false }
    if source.name.hasSuffix(".json") || source.name.hasSuffix(".ndjson") { return true }
    let first = source.bytes.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
  }

  /// Whether a file looks like a spreadsheet: by its name or, on standard input, by a first line of plain column names.
  private static func isTable(_ source: SourceText) -> Bool {
    if source.name.lowercased().hasSuffix(".csv") { return true }
    let first = source.byteRange(ofLine: 1).map { String(decoding: source.bytes[$0], as: UTF8.self) } ?? ""
    let columns = first.split(separator: ",")
    return columns.contains("case") && columns.contains("scheme") && !first.contains { ":{}[]".contains($0) }
  }

  /// The entries of one line of NDJSON.
  package static func json(_ source: SourceText) -> [CaseEntry] {
    JSONReader().readings(source).flatMap { reading -> [CaseEntry] in
      guard let node = reading.node else { return [unread(reading.faults, source)] }
      let nodes = node.list ?? [node]
      return nodes.enumerated().map { place, node in
        let isLast = place == nodes.count - 1
        return entry(node, source, reading.faults.within(node.span, until: isLast ? nil : nodes[place + 1].span))
      }
    }
  }

  /// The entries of a table, or of its heading and one row.
  /// - Parameter heading: What its heading was read as before, where it was.
  static func table(_ source: SourceText, heading: CaseTable.Heading? = nil) -> [CaseEntry] {
    entries(of: CaseTable.read(source, heading: heading), source)
  }

  private static func entries(of readings: [CaseTable.Reading], _ source: SourceText) -> [CaseEntry] {
    readings.map { reading in
      guard let node = reading.node else {
        return .unread(UnreadCase(name: nil, scheme: nil, faults: reading.faults))
      }
      return entry(node, source, reading.faults)
    }
  }

  private static func yaml(_ source: SourceText) -> [CaseEntry] {
    do {
      return try YAMLReader().read(source, documents: .many).flatMap { $0.list ?? [$0] }.map { entry($0, source) }
    } catch {
      return [unread(error, source)]
    }
  }

  private static func unread(_ faults: FaultList, _ source: SourceText) -> CaseEntry {
    let more = faults.count - faults.faults.count
    let rest = source.fault(
      faults.faults.last?.code ?? .jsonSyntax, says: "There are \(more) more faults of this kind.",
      mend: "Correct the first ones, and try again.")
    return .unread(UnreadCase(name: nil, scheme: nil, faults: faults.sorted + (more > 0 ? [rest] : [])))
  }

  /// A case whose scheme is known goes on with the faults that it has so far, so that all of them are found in one go.
  private static func entry(_ node: Node, _ source: SourceText, _ faults: [Fault] = []) -> CaseEntry {
    var shapes = CaseShapes(source)
    shapes.faults.add(FaultList(faults))
    if let outline = shapes.outline(node) { return .outline(outline) }
    return .unread(UnreadCase(name: node["case"]?.text, scheme: node["scheme"]?.text, faults: shapes.faults.sorted))
  }

  /// The same case twice in a file is a fault of the second.
  private static func faultRepeated(_ entries: inout [CaseEntry]) {
    var lines: [String: Int32] = [:]
    for (place, entry) in entries.enumerated() {
      guard case .outline(var outline) = entry, let name = outline.name else { continue }
      guard let line = lines[name] else {
        lines[name] = outline.span.line
        continue
      }
      let fault = outline.fault(
        .caseRepeated, at: outline.node["case"]?.span ?? outline.span,
        says: "The case \(Visible.quoted(name)) stands in this file before, on line \(line).",
        mend: "Take one of them out, or give it a reference of its own.")
      outline.faults.add(fault)
      entries[place] = .outline(outline)
    }
  }
}

extension FaultList {
  /// The faults from one place of a text up to another.
  fileprivate func within(_ start: Span, until end: Span?) -> [Fault] {
    faults.filter { fault in
      guard let place = fault.place else { return true }
      let at = (Int32(place.line), Int32(place.column))
      return at >= (start.line, start.column) && (end.map { at < ($0.line, $0.column) } ?? true)
    }
  }
}

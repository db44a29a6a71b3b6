import Redress
import RedressFiles

/// Another system's table, turned into the columns of a case. Every cell keeps its place, so that faults point into the
/// file as it came.
struct MappedTable {
  private let map: ColumnMap
  private let source: SourceText
  private(set) var faults: FaultList
  private(set) var rows: [CSVReader.Row]

  init(_ source: SourceText, _ map: ColumnMap) {
    self.source = source
    self.map = map
    (rows, faults) = CSVReader.rows(source)
    guard let heading = rows.first, let cells = heading.cells else { return }
    let names = columns(cells)
    let fixed = map.fixed.map(\.column)
    rows =
      [row(heading, zip(cells, names).compactMap { cell, name in name.map { ($0, cell) } }, fixed)]
      + rows.dropFirst().map { self.row($0, names) }
  }

  // MARK: The heading

  /// The column of ours that each of theirs becomes; `nil` for one that is left out.
  private mutating func columns(_ cells: [CSVReader.Cell]) -> [String?] {
    let theirs = cells.map { Self.trimmed($0.text) }
    for column in map.columns where !theirs.contains(column.theirs) {
      faults.add(
        map.source.fault(
          .csvColumn, at: column.span, says: "The file has no column \(Visible.quoted(column.theirs)).",
          mend: NearestName.of(column.theirs, among: theirs).map { "Did you mean `\($0)`?" }
            ?? "Take it out of the map."
        ))
    }
    return zip(cells, theirs).map { cell, name in
      if let column = map.columns.first(where: { $0.theirs == name }) { return column.ours }
      if map.ignored.contains(name) { return nil }
      faults.add(
        source.fault(
          .csvColumn, at: cell.span, says: "The column \(Visible.quoted(name)) is not in the map \(map.source.name).",
          mend: NearestName.of(name, among: map.columns.map(\.theirs)).map { "Did you mean `\($0)`?" }
            ?? "Add it under `columns`, or under `ignore`."))
      return nil
    }
  }

  private func row(_ heading: CSVReader.Row, _ named: [(String, CSVReader.Cell)], _ fixed: [String]) -> CSVReader.Row {
    let cells =
      named.map { CSVReader.Cell(text: $0.0, span: $0.1.span) }
      + fixed.map { CSVReader.Cell(text: $0, span: heading.span) }
    return CSVReader.Row(cells: cells, span: heading.span)
  }

  // MARK: Rows

  private mutating func row(_ row: CSVReader.Row, _ names: [String?]) -> CSVReader.Row {
    guard let cells = row.cells else { return row }
    guard cells.count == names.count else {
      faults.add(
        source.fault(
          .csvRow, at: row.span, says: "This row has \(cells.count) cells, and the heading has \(names.count).",
          mend: "Give it a cell for each column, if only an empty one."))
      return CSVReader.Row(cells: nil, span: row.span)
    }
    let kept = zip(cells, names).compactMap { cell, name in
      name.map { CSVReader.Cell(text: text(Self.trimmed(cell.text), of: $0), span: cell.span) }
    }
    return CSVReader.Row(
      cells: kept + map.fixed.map { CSVReader.Cell(text: $0.value, span: row.span) }, span: row.span)
  }

  /// Their word as ours. A day is one in any column that is not a name or a reason.
  private func text(_ text: String, of column: String) -> String {
    if let own = map.values[column]?[text] { return own }
    let isWords =
      column == "case" || column.hasPrefix("references.") || column.hasPrefix("letter.")
      || column.hasSuffix(".because")
    if map.days == .british, !isWords, let day = Self.day(text) { return day.isoText }
    return text
  }

  /// `12/10/2026` as a day; `nil` where it is none.
  private static func day(_ text: String) -> CivilDate? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[2].utf8.count == 4, parts[0].utf8.count <= 2, parts[1].utf8.count <= 2,
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let day = Int(parts[0]), let month = Int(parts[1]), let year = Int(parts[2])
    else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }

  private static func trimmed(_ text: String) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}

import Redress

/// The heading of a table of cases, with all that its rows need of it.
struct BatchHeading {
  let columns: [CaseTable.Column]
  /// The same with their places, for a row that is read together with it.
  let heading: CaseTable.Heading
  /// Its bytes with the line feed.
  let bytes: [UInt8]
  /// How many lines it takes.
  let lines: Int
  /// Room for the cells of a row. It is one for each thread.
  let cells: CellRow

  final class CellRow {
    let start: UnsafeMutablePointer<CaseScan.Cell>

    init(_ count: Int) { start = .allocate(capacity: max(1, count)) }

    deinit { start.deallocate() }
  }

  /// `nil` where the columns cannot be used; what is wrong with them is then found by reading.
  init?(_ bytes: [UInt8], named name: String) {
    guard let source = try? SourceText(partOf: name, bytes: bytes, leavingOut: SourceText.Gap(lines: 0)),
      let row = CSVReader.rows(source).rows.first, let heading = CaseTable.heading(row, in: source)
    else { return nil }
    self.heading = heading
    columns = heading.map(\.column)
    self.bytes = bytes
    lines = bytes.count { $0 == .lineFeed }
    cells = CellRow(columns.count)
  }
}

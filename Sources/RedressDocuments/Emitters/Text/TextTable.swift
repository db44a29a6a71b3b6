/// A table for a terminal: columns beside each other, or one value a line where they do not fit, or where a
/// table of words would be longer for being narrow.
struct TextTable {
  private let table: Table
  private let layout: TextLayout
  private let rows: [Table.Row]

  init(_ table: Table, language: Language) {
    self.table = table
    layout = TextLayout(language: language)
    rows = table.rowsToShow(in: language)
  }

  func lines(width: Int) -> [TextLine] {
    let caption = layout.lines(of: table.caption, width: width, isStrong: true)
    let headers = table.columns.map { words(of: $0.header, isStrong: true) }
    let cells = rows.map { row in row.cells.map { words(of: $0, isStrong: row.isTotal) } }
    // Totals come last, when the columns they reach over are known.
    let measured = [headers] + cells.filter { $0.count == headers.count } + cells.filter { $0.count < headers.count }
    let stacked = rows.map { self.stacked($0, width: width) }
    guard let widths = ColumnWidths(table, rows: measured, width: width) else {
      return .init(spaced: [caption] + stacked)
    }
    let cellLines = cells.map { row($0, widths) }
    let beside = beside(headers: headers, cellLines, widths)
    let isRead = table.columns[0].content == .words && wraps(cellLines)
    return .init(spaced: [caption] + (isRead && [TextLine](spaced: stacked).count < beside.count ? stacked : [beside]))
  }

  private func words(of phrase: Phrase, isStrong: Bool) -> [Word] {
    WordBreaker.words(of: phrase, in: layout.language, isStrong: isStrong)
  }

  private func beside(headers: [[Word]], _ cells: [[TextLine]], _ widths: ColumnWidths) -> [TextLine] {
    let ruler = ruler(widths)
    let isSpaced = wraps(cells)
    var lines = row(headers, widths) + [ruler]
    for (place, row) in rows.enumerated() {
      if row.isTotal, place > 0, !rows[place - 1].isTotal {
        lines.append(ruler)
      } else if isSpaced, place > 0 {
        lines.append(TextLine())
      }
      lines += cells[place]
    }
    return lines
  }

  /// Whether so many rows take up several lines that they must stand apart; a few begin visibly enough with their first
  /// cell.
  private func wraps(_ rows: [[TextLine]]) -> Bool { rows.count { $0.count > 1 } * 3 >= max(rows.count, 1) }

  /// A line of hyphens under each column.
  private func ruler(_ widths: ColumnWidths) -> TextLine {
    let gap = String(repeating: " ", count: ColumnWidths.gap)
    return TextLine(widths.widths.map { String(repeating: "-", count: $0) }.joined(separator: gap))
  }

  private func row(_ cells: [[Word]], _ widths: ColumnWidths) -> [TextLine] {
    var lines: [TextLine] = []
    var start = 0
    for (place, words) in cells.enumerated() {
      let span = place == 0 ? table.columns.count - cells.count + 1 : 1
      let column = place == 0 ? 0 : table.columns.count - cells.count + place
      let width = span > 1 ? widths.width(ofFirst: span) : widths.widths[column]
      let isAtEnd = span == 1 && table.columns[column].content == .figures
      for (depth, line) in [TextLine](words, width: width).enumerated() {
        if depth == lines.count { lines.append(TextLine()) }
        lines[depth].pad(to: start + (isAtEnd ? width - line.width : 0))
        lines[depth].fragments += line.fragments
      }
      start += width + ColumnWidths.gap
    }
    return lines
  }

  /// One value a line, each with the header of its column.
  private func stacked(_ row: Table.Row, width: Int) -> [TextLine] {
    let span = table.span(ofFirstCellIn: row)
    let first = layout.lines(of: row.cells[0], width: width, isStrong: row.hasHeader)
    let named = row.hasHeader || span > 1 ? first : value(row.cells[0], under: table.columns[0], width: width)
    return zip(table.columns.dropFirst(span), row.cells.dropFirst()).reduce(into: named) { lines, pair in
      lines += value(pair.1, under: pair.0, width: width - 2).map { $0.indented(by: 2) }
    }
  }

  private func value(_ cell: Phrase, under column: Table.Column, width: Int) -> [TextLine] {
    let line = layout.lines(of: "\(column.header): \(cell)", width: width - 2)
    return line.enumerated().map { $0 == 0 ? $1 : $1.indented(by: 2) }
  }
}

extension HTMLBlocks {
  func html(of table: Table) -> String {
    if look == .largePrint, table.columns.count > Self.mostColumnsInLargePrint { return stacked(table) }
    let headers = table.columns.map { "<th scope=\"col\"\($0.htmlClass)>\(html(of: $0.header))</th>" }
    let rows = table.rowsToShow(in: language).map { html(of: $0, in: table) }
    return """
      <table>
      <caption>\(html(of: table.caption))</caption>
      \(columns(of: table))\
      <thead>
      <tr>\(headers.joined())</tr>
      </thead>
      <tbody>
      \(rows.joined())</tbody>
      </table>

      """
  }

  /// More would leave a column of large print no room for a word.
  private static let mostColumnsInLargePrint = 3

  /// A block for each row, with the header of its column before each value.
  private func stacked(_ table: Table) -> String {
    let blocks = table.rowsToShow(in: language).map { row in
      "<div class=\"row\(row.isTotal ? " total" : "")\">\n\(stacked(row, in: table))</div>\n"
    }
    return "<div class=\"stacked\">\n<p class=\"caption\"><strong>\(html(of: table.caption))</strong></p>\n"
      + "\(blocks.joined())</div>\n"
  }

  private func stacked(_ row: Table.Row, in table: Table) -> String {
    let span = table.span(ofFirstCellIn: row)
    if row.isTotal, row.cells.count == 2 {
      return "<p class=\"name\"><strong>\(html(of: row.cells[0])): \(html(of: row.cells[1]))</strong></p>\n"
    }
    let isNamed = row.hasHeader || span > 1
    let name = isNamed ? "<p class=\"name\"><strong>\(html(of: row.cells[0]))</strong></p>\n" : ""
    let pairs = zip(table.columns.dropFirst(isNamed ? span : 0), row.cells.dropFirst(isNamed ? 1 : 0))
    let values = pairs.map { "<div><dt>\(html(of: $0.header)):</dt> <dd>\(html(of: $1))</dd></div>\n" }
    return name + (values.isEmpty ? "" : "<dl>\n\(values.joined())</dl>\n")
  }

  private func columns(of table: Table) -> String {
    guard let shares = ColumnShares(table, language: language).percentages else { return "" }
    return "<colgroup>\(shares.map { "<col style=\"width: \($0)%\">" }.joined())</colgroup>\n"
  }

  private func html(of row: Table.Row, in table: Table) -> String {
    let span = table.span(ofFirstCellIn: row)
    let cells = row.cells.enumerated().map { place, cell in
      let reach = place == 0 && span > 1 ? " colspan=\"\(span)\"" : ""
      let column = table.columns[place == 0 ? 0 : place + span - 1]
      let attributes = reach + (reach.isEmpty ? column.htmlClass : "")
      let isHeader = place == 0 && row.hasHeader
      let (start, end) = isHeader ? ("th scope=\"row\"", "th") : ("td", "td")
      return "<\(start)\(attributes)>\(html(of: cell))</\(end)>"
    }
    return "<tr\(row.isTotal ? " class=\"total\"" : "")>\(cells.joined())</tr>\n"
  }
}

extension Table.Column {
  fileprivate var htmlClass: String { content == .figures ? " class=\"figures\"" : "" }
}

extension HTMLBlocks {
  func html(of table: Table) -> String {
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

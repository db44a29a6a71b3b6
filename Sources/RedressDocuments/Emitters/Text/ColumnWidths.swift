/// How the columns of a table share the width of a terminal.
struct ColumnWidths: Hashable {
  /// Between two columns.
  static let gap = 2

  let widths: [Int]

  /// `nil` when the columns do not fit beside each other.
  init?(_ table: Table, rows: [[[Word]]], width: Int) {
    let room = width - (table.columns.count - 1) * Self.gap
    let needs = [ColumnNeeds.Cutting.seldom, .often].lazy.map { ColumnNeeds(table, rows: rows, cutting: $0) }
    guard let needs = needs.first(where: { $0.narrowest.reduce(0, +) <= room }) else { return nil }
    widths = Self.share(room, needs)
  }

  /// Gives each column what it needs, then one column of the terminal at a time to the one whose contents have the
  /// least room for what they hold, so that as few lines as can be wrap.
  private static func share(_ room: Int, _ needs: ColumnNeeds) -> [Int] {
    var widths = needs.narrowest
    for _ in 0..<(room - widths.reduce(0, +)) {
      let wanting = widths.indices.filter { widths[$0] < needs.widest[$0] }
      // Compared as fractions of whole numbers: contents over width.
      guard let next = wanting.max(by: { needs.contents[$0] * widths[$1] < needs.contents[$1] * widths[$0] }) else { break }
      widths[next] += 1
    }
    return widths
  }

  /// The width of so many columns from the first on, with the gaps between them.
  func width(ofFirst count: Int) -> Int {
    widths.prefix(count).reduce(0, +) + (count - 1) * Self.gap
  }
}

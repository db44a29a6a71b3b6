/// How the columns of a table share the width of a terminal.
struct ColumnWidths: Hashable {
  /// Between two columns.
  static let gap = 2

  let widths: [Int]

  /// `nil` when the columns do not fit beside each other.
  init?(_ table: Table, rows: [[[Word]]], width: Int) {
    let room = width - (table.columns.count - 1) * Self.gap
    let needs = Self.cuttings(table).lazy.map { ColumnNeeds(table, rows: rows, cutting: $0) }
    guard let needs = needs.first(where: { $0.narrowest.reduce(0, +) <= room }) else { return nil }
    var heights = TableHeights(rows.filter { $0.count == table.columns.count })
    widths = Self.fewestLines(from: Self.share(room, needs), needs, &heights)
  }

  /// Rows that only a number names are hard to read apart from each other, so their table puts up with more.
  private static func cuttings(_ table: Table) -> [ColumnNeeds.Cutting] {
    table.columns[0].content == .figures ? [.seldom, .often] : [.seldom]
  }

  /// Gives each column what it needs, then one column of the terminal at a time to the one whose contents have the
  /// least room for what they hold.
  private static func share(_ room: Int, _ needs: ColumnNeeds) -> [Int] {
    var widths = needs.narrowest
    for _ in 0..<(room - widths.reduce(0, +)) {
      let wanting = widths.indices.filter { widths[$0] < needs.widest[$0] }
      // Compared as fractions of whole numbers: contents over width.
      guard let next = wanting.max(by: { needs.contents[$0] * widths[$1] < needs.contents[$1] * widths[$0] }) else {
        break
      }
      widths[next] += 1
    }
    return widths
  }

  /// Moves room from one column to another as long as that makes the table shorter: a short column whose cells all but
  /// fit is worth more than its share.
  private static func fewestLines(from start: [Int], _ needs: ColumnNeeds, _ heights: inout TableHeights) -> [Int] {
    var best = start
    var fewest = heights.total(best)
    while let next = shorter(than: fewest, best, needs, &heights) { (best, fewest) = next }
    return best
  }

  private static func shorter(
    than fewest: Int, _ widths: [Int], _ needs: ColumnNeeds, _ heights: inout TableHeights
  ) -> ([Int], Int)? {
    var best: ([Int], Int)?
    for giver in widths.indices {
      for taker in widths.indices where taker != giver {
        let most = min(widths[giver] - needs.narrowest[giver], needs.widest[taker] - widths[taker])
        for count in stride(from: 1, through: most, by: 1) {
          var moved = widths
          moved[giver] -= count
          moved[taker] += count
          let total = heights.total(moved)
          if total < best?.1 ?? fewest { best = (moved, total) }
        }
      }
    }
    return best
  }

  /// The width of so many columns from the first on, with the gaps between them.
  func width(ofFirst count: Int) -> Int {
    widths.prefix(count).reduce(0, +) + (count - 1) * Self.gap
  }
}

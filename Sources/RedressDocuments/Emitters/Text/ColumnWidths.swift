/// How the columns of a table share the width of a terminal.
struct ColumnWidths: Hashable {
  /// Between two columns.
  static let gap = 2
  /// Longer words may be cut when room is short.
  private static let longestWordKept = 16

  let widths: [Int]

  /// `nil` when the columns do not fit beside each other.
  init?(_ table: Table, rows: [[[Word]]], width: Int) {
    let columns = table.columns.count
    var needed = Array(repeating: 1, count: columns)
    var wished = needed
    for cells in rows {
      for (place, words) in cells.enumerated() {
        let column = place == 0 ? 0 : columns - cells.count + place
        // A label over several columns may use all of them; what they lack is added to the first.
        let others = 1..<(place == 0 ? columns - cells.count + 1 : 1)
        let narrowest = words.map { $0.narrowest(cutting: Self.longestWordKept) }.max() ?? 0
        needed[column] = max(needed[column], narrowest - others.reduce(0) { $0 + needed[$1] + Self.gap })
        wished[column] = max(wished[column], words.width - others.reduce(0) { $0 + wished[$1] + Self.gap })
      }
    }
    let room = width - (columns - 1) * Self.gap
    guard needed.reduce(0, +) <= room else { return nil }
    widths = Self.share(room, needed: needed, wished: wished)
  }

  /// Gives the narrowest column that wants more one column of the terminal at a time, so that short ones are served
  /// before long ones wrap.
  private static func share(_ room: Int, needed: [Int], wished: [Int]) -> [Int] {
    var widths = needed
    var left = room - needed.reduce(0, +)
    while left > 0 {
      let wanting = widths.indices.filter { widths[$0] < wished[$0] }
      guard let narrowest = wanting.min(by: { widths[$0] < widths[$1] }) else { break }
      widths[narrowest] += 1
      left -= 1
    }
    return widths
  }

  /// The width of so many columns from the first on, with the gaps between them.
  func width(ofFirst count: Int) -> Int {
    widths.prefix(count).reduce(0, +) + (count - 1) * Self.gap
  }
}

extension [Word] {
  /// On one line.
  fileprivate var width: Int { reduce(0) { $0 + $1.width } + Swift.max(count - 1, 0) }
}

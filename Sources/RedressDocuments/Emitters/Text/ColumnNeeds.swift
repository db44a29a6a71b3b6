/// What the cells of each column need of a terminal's width.
struct ColumnNeeds: Hashable {
  /// When a long word may be cut to save room.
  enum Cutting {
    /// Only where nothing but letters fits less.
    case seldom
    /// After a hyphen, and anywhere in what is long.
    case often
  }

  /// The least width in which a column can be read.
  private(set) var narrowest: [Int]
  /// The width in which no cell wraps.
  private(set) var widest: [Int]
  /// How much all cells of a column hold, in columns of the terminal.
  private(set) var contents: [Int]

  /// - Parameter rows: full rows before totals, whose labels may use the width of the columns that they reach over.
  init(_ table: Table, rows: [[[Word]]], cutting: Cutting) {
    let columns = table.columns.count
    narrowest = Array(repeating: 1, count: columns)
    widest = narrowest
    contents = narrowest
    for cells in rows {
      for (place, words) in cells.enumerated() {
        let column = place == 0 ? 0 : columns - cells.count + place
        let others = 1..<(place == 0 ? columns - cells.count + 1 : 1)
        add(words, to: column, reachingOver: others, cutting)
      }
    }
  }

  /// What other columns lack for a label that reaches over them is added to the first.
  private mutating func add(_ words: [Word], to column: Int, reachingOver others: Range<Int>, _ cutting: Cutting) {
    let least = words.map { $0.narrowest(cutting) }.max() ?? 0
    narrowest[column] = max(narrowest[column], least - others.reduce(0) { $0 + narrowest[$1] + ColumnWidths.gap })
    let whole = words.width
    widest[column] = max(widest[column], whole - others.reduce(0) { $0 + widest[$1] + ColumnWidths.gap })
    if others.isEmpty { contents[column] += whole }
  }
}

extension Word {
  /// The least width into which the word can be cut without loss.
  fileprivate func narrowest(_ cutting: ColumnNeeds.Cutting) -> Int {
    let widths = parts.map { $0.isKeptWhole ? $0.width : min($0.width, 16) }
    switch cutting {
    case .seldom: return max(min(width, 24), widths.max() ?? 0)
    case .often: return widths.max() ?? 0
    }
  }
}

extension [Word] {
  /// On one line.
  fileprivate var width: Int { reduce(0) { $0 + $1.width } + Swift.max(count - 1, 0) }
}

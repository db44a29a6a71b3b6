/// What the cells of each column need of a terminal's width.
struct ColumnNeeds: Hashable {
  /// When a cell or a long word may be cut to save room.
  enum Cutting {
    /// What is compared digit under digit, such as `no limit` under a sum, stays on one line.
    case never
    /// Only where it is longer than any name of a fact or a rule.
    case seldom
    /// After any hyphen, and anywhere in what is long.
    case often
  }

  /// The least width in which a column can be read.
  private(set) var narrowest: [Int]
  /// The width in which no cell wraps.
  private(set) var widest: [Int]
  /// How much all cells of a column hold, in columns of the terminal.
  private(set) var contents: [Int]

  /// - Parameter rows: the headers, full rows, then totals, whose labels may use the width of the columns that
  ///   they reach over.
  init(_ table: Table, rows: [[[Word]]], cutting: Cutting) {
    let columns = table.columns.count
    narrowest = Array(repeating: 1, count: columns)
    widest = narrowest
    contents = narrowest
    for (depth, cells) in rows.enumerated() {
      for (place, words) in cells.enumerated() {
        let column = place == 0 ? 0 : columns - cells.count + place
        let others = 1..<(place == 0 ? columns - cells.count + 1 : 1)
        let isFigure = depth > 0 && others.isEmpty && table.columns[column].content == .figures
        add(words, to: column, reachingOver: others, isFigure ? .never : cutting)
      }
    }
  }

  /// What other columns lack for a label that reaches over them is added to the first.
  private mutating func add(_ words: [Word], to column: Int, reachingOver others: Range<Int>, _ cutting: Cutting) {
    let whole = words.width
    let least = max(words.map { $0.narrowest(cutting) }.max() ?? 0, cutting == .never ? min(whole, 16) : 0)
    narrowest[column] = max(narrowest[column], least - others.reduce(0) { $0 + narrowest[$1] + ColumnWidths.gap })
    widest[column] = max(widest[column], whole - others.reduce(0) { $0 + widest[$1] + ColumnWidths.gap })
    if others.isEmpty { contents[column] += whole }
  }
}

extension Word {
  /// The least width into which the word can be cut without loss.
  fileprivate func narrowest(_ cutting: ColumnNeeds.Cutting) -> Int {
    let keptWhole = fragments.filter(\.isKeptWhole).map(\.width).max() ?? 0
    switch cutting {
    case .never, .seldom: return max(min(width, 40), keptWhole)
    case .often: return max(min(parts.map(\.width).max() ?? 0, 16), keptWhole)
    }
  }
}

extension [Word] {
  /// On one line.
  fileprivate var width: Int { reduce(0) { $0 + $1.width } + Swift.max(count - 1, 0) }
}

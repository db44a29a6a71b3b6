/// How many lines the rows of a table take up at different widths; each cell is tried once for each width.
struct TableHeights {
  /// By column, then row: the cell's words, as wide as they are.
  private let cells: [[[Int]]]
  /// By column, then width: the lines that each row takes up.
  private var known: [[Int: [Int]]]

  /// - Parameter rows: rows with a cell for each column.
  init(_ rows: [[[Word]]]) {
    let columns = rows.first?.count ?? 0
    cells = (0..<columns).map { column in rows.map { $0[column].map(\.width) } }
    known = Array(repeating: [:], count: columns)
  }

  /// The lines that all rows take up together.
  mutating func total(_ widths: [Int]) -> Int {
    guard let rows = cells.first?.count else { return 0 }
    var highest = Array(repeating: 1, count: rows)
    for (column, width) in widths.enumerated() {
      for (row, lines) in lines(of: column, width: width).enumerated() { highest[row] = max(highest[row], lines) }
    }
    return highest.reduce(0, +)
  }

  private mutating func lines(of column: Int, width: Int) -> [Int] {
    if let lines = known[column][width] { return lines }
    let lines = cells[column].map { Self.lines(of: $0, width: width) }
    known[column][width] = lines
    return lines
  }

  private static func lines(of words: [Int], width: Int) -> Int {
    var lines = 1
    var used = 0
    for word in words {
      let start = used == 0 ? 0 : used + 1
      if start + word <= width {
        used = start + word
      } else {
        // A word wider than the column is cut.
        lines += (used == 0 ? 0 : 1) + (word - 1) / width
        used = word - (word - 1) / width * width
      }
    }
    return lines
  }
}

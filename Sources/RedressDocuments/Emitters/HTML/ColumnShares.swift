/// How the columns of a wide table share a page. Left alone, a browser follows each column's longest cell, so that one
/// long cell takes the room of a whole column of sentences.
struct ColumnShares {
  /// Rows of fewer characters than this fit on a line, and a browser knows best.
  private static let line = 80

  /// By column, in hundredths of the width; `nil` where rows fit on a line.
  let percentages: [Int]?

  init(_ table: Table, language: Language) {
    let rows = table.rows.filter { $0.cells.count == table.columns.count }
    let means = table.columns.indices.map { column in
      let lengths = rows.map { $0.cells[column].plainText(in: language).count }
      return lengths.reduce(0, +) / max(rows.count, 1)
    }
    let isWords = table.columns.count > 1 && table.columns.allSatisfy { $0.content == .words }
    guard isWords, means.reduce(0, +) > Self.line else {
      percentages = nil
      return
    }
    // By the square root, for short cells need more than their share to hold a word.
    let weights = means.map { Double(max($0, 1)).squareRoot() }
    let all = weights.reduce(0, +)
    percentages = weights.map { Int($0 * 100 / all) }
  }
}

/// A line of a text as it is shown under a fault: without its line break, and shortened around one column if it is
/// long.
public struct Excerpt: Hashable, Sendable {
  /// The text to show. Tabs are kept; control characters are made visible, each as one character.
  public let text: String
  /// The column of ``text``, from 1, that stands for the column asked for.
  public let column: Int

  /// A line ready to be shown, with the column of it that is meant.
  public init(text: String, column: Int) {
    self.text = text
    self.column = column
  }

  /// How many columns of a long line are shown.
  static let width = 100

  /// Shortens a line to ``width`` columns around a column. The column after the last may be asked for.
  init(line: [Unicode.Scalar], around column: Int) {
    let column = min(max(column, 1), line.count + 1)
    guard line.count > Self.width else {
      self.init(text: Visible.line(line[...]), column: column)
      return
    }
    let start = min(max(0, column - 1 - Self.width / 2), line.count - Self.width)
    let end = start + Self.width
    let before = start > 0 ? "…" : ""
    let after = end < line.count ? "…" : ""
    self.init(
      text: before + Visible.line(line[start..<end]) + after, column: column - start + (start > 0 ? 1 : 0))
  }
}

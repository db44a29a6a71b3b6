/// Writes a document for a terminal, or for a file of plain text.
///
/// Lines end between words and never inside a sum or a day. Characters that would command the terminal or hide
/// something are spelled out: `\u{1B}`.
public struct TextEmitter: Sendable {
  /// Narrower than this, a table cannot be read.
  public static let narrowest = 40

  /// The most columns that a line may take up. Only a sum or a day wider than the room it has goes beyond.
  public let width: Int
  /// Whether headings and strong words are made bold by terminal escapes.
  public let bold: Bool

  /// - Parameter width: columns of the terminal; below ``narrowest`` it counts as ``narrowest``.
  public init(width: Int = 100, bold: Bool = false) {
    self.width = max(width, Self.narrowest)
    self.bold = bold
  }

  /// The document as lines, each ended by a line feed.
  public func text(of document: Document) -> String {
    let layout = TextLayout(language: document.language)
    return layout.lines(of: document, width: width).map { $0.text(bold: bold) + "\n" }.joined()
  }
}

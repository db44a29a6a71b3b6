/// Something set apart from the text around it. Its kind is said in words, never by colour alone.
public struct Note: Hashable, Sendable {
  public enum Kind: CaseIterable, Hashable, Sendable {
    /// Good to know.
    case information
    /// The reader may lose something, or must act.
    case warning
    /// What is printed has no effect yet.
    case draft
  }

  public let kind: Kind
  public let phrase: Phrase
  /// Anything more that belongs to the note.
  public let blocks: [Block]

  public init(_ kind: Kind, _ phrase: Phrase, @BlockBuilder then blocks: () -> [Block] = { [] }) {
    self.kind = kind
    self.phrase = phrase
    self.blocks = blocks()
  }
}

/// Something set apart from the text around it. Its kind is said in words, never by colour alone.
public struct Note: Hashable, Sendable {
  /// Why the note is set apart.
  public enum Kind: CaseIterable, Hashable, Sendable {
    /// Good to know.
    case information
    /// The reader may lose something, or must act.
    case warning
    /// What is printed has no effect yet.
    case draft
  }

  /// Why it is set apart; said before the phrase.
  public let kind: Kind
  /// What the note says first.
  public let phrase: Phrase
  /// Anything more that belongs to the note.
  public let blocks: [Block]

  /// A note, with anything more that belongs to it.
  public init(_ kind: Kind, _ phrase: Phrase, @BlockBuilder then blocks: () -> [Block] = { [] }) {
    self.kind = kind
    self.phrase = phrase
    self.blocks = blocks()
  }
}

/// A picture that a page carries in itself, such as a logo. Formats of text leave it out: nothing is said by a picture
/// alone.
public struct Picture: Hashable, Sendable {
  /// What the picture may be.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// The media types that pages are given.
    case png = "image/png"
    case jpeg = "image/jpeg"
    case svg = "image/svg+xml"
  }

  /// What the bytes are.
  public let kind: Kind
  /// The bytes of its file, in Base64.
  public let base64: Words
  /// What it shows, for those who cannot see it.
  public let alternative: Words
  /// The language of those words; `nil` for that of the document.
  public let language: Language?

  /// A picture with the words that stand for it.
  public init(_ kind: Kind, base64: Words, alternative: Words, in language: Language? = nil) {
    self.kind = kind
    self.base64 = base64
    self.alternative = alternative
    self.language = language
  }
}

/// Text that says something: at least one of its characters can be seen.
///
/// Text from files and people becomes part of a document only as words. Blank text has no words, so a missing name or
/// reason is met where the document is written and never printed as a gap.
public struct Words: Hashable, Sendable {
  /// As it was written, without spaces at either end. It may hold anything else; emitters make it harmless.
  public let text: String

  /// `nil` when the text is blank: empty, or made only of spaces, control characters and marks that cannot be seen.
  public init?(_ text: String) {
    if Self.isPlain(text) {
      self.text = text
      return
    }
    guard text.unicodeScalars.contains(where: \.canBeSeen) else { return nil }
    let start = text.drop(while: \.isWhitespace)
    self.text = String(start.reversed().drop(while: \.isWhitespace).reversed())
  }

  /// Whether the text begins and ends with an ASCII character that is seen, as nearly all text does: there is nothing
  /// to look for and nothing to take off.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last else { return false }
    return (0x21...0x7E).contains(first) && (0x21...0x7E).contains(last)
  }

  /// The text, or other words where it is blank.
  public init(_ text: String, ifBlank replacement: Words) {
    self = Words(text) ?? replacement
  }
}

extension Words: ExpressibleByStringLiteral {
  /// Words in source code. A blank literal is a mistake of the programmer and stops the program.
  public init(stringLiteral literal: String) {
    guard let words = Words(literal) else { preconditionFailure("words must say something") }
    self = words
  }
}

extension Unicode.Scalar {
  /// Whether a reader could see that this character is there.
  var canBeSeen: Bool {
    let brailleBlank: Unicode.Scalar = "\u{2800}"
    switch properties.generalCategory {
    case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator, .unassigned: return false
    default: return !properties.isDefaultIgnorableCodePoint && self != brailleBlank
    }
  }
}

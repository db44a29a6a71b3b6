/// What a character from outside does to the text around it.
///
/// Names and reasons come from files. Left as they are, some characters move the cursor, colour a terminal, turn the
/// order of letters round or hide what is there, so that a page shows something other than what it holds.
package enum CharacterRole {
  /// Seen and harmless.
  case letter
  /// A space at which a line may end.
  case space
  /// A space that keeps its neighbours on one line.
  case noBreakSpace
  /// Commands a terminal or a printer, or is no character at all.
  case control
  /// Cannot be seen, and may change how its neighbours are seen.
  case hidden

  package init(of scalar: Unicode.Scalar) {
    switch scalar {
    case "\u{A0}", "\u{202F}", "\u{2007}": self = .noBreakSpace
    // Letters of Persian and of Indian scripts, and pictures, are joined and parted by these two.
    case "\u{200C}", "\u{200D}": self = .letter
    default: self = Self.ofCategory(scalar)
    }
  }

  private static func ofCategory(_ scalar: Unicode.Scalar) -> CharacterRole {
    if scalar.properties.isWhitespace { return .space }
    if scalar.properties.isNoncharacterCodePoint { return .control }
    switch scalar.properties.generalCategory {
    case .control: return .control
    case .format: return .hidden
    default: return .letter
    }
  }
}

extension Unicode.Scalar {
  /// The character named instead of shown: `\u{202E}`.
  package var spelledOut: String { "\\u{" + String(value, radix: 16, uppercase: true) + "}" }
}

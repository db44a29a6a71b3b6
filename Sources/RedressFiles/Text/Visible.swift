/// Makes text safe to show at a terminal. A file must not be able to move the cursor, change colours or turn the
/// direction of writing in the messages about it.
package enum Visible {
  /// A line, with every control character replaced by one visible character. Tabs are kept.
  package static func line(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(scalars.underestimatedCount)
    for scalar in scalars { bytes.append(scalar == "\t" ? scalar : visible(scalar)) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Text of several lines: line feeds are kept too, but not behind a carriage return.
  package static func text(_ text: String) -> String {
    if text.isPrintableASCII { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var before: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      let isKept = scalar == "\t" || (scalar == "\n" && before != "\r")
      bytes.append(isKept ? scalar : visible(scalar))
      before = scalar
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What somebody wrote, on one line, cut after 40 characters.
  package static func short(_ text: some StringProtocol) -> String {
    if text.utf8.count <= 40, text.isPrintableASCII { return String(text) }
    let start = text.unicodeScalars.prefix(41)
    return line(start.prefix(40)).replacing("\t", with: "␉") + (start.count > 40 ? "…" : "")
  }

  /// The same in quotes, for use inside a sentence: `‘£1,000’`.
  package static func quoted(_ text: some StringProtocol) -> String { "‘\(short(text))’" }

  /// A sentence in which long names between backticks are cut, so that it stays a sentence.
  package static func cutNames(in sentence: String) -> String {
    let longest = 80
    guard sentence.utf8.count > longest else { return sentence }
    return sentence.split(separator: "`", omittingEmptySubsequences: false).enumerated().map { place, part in
      let isName = place % 2 == 1 && part.unicodeScalars.count > longest
      return isName ? String(part.unicodeScalars.prefix(longest)) + "…" : String(part)
    }.joined(separator: "`")
  }

  /// The character itself, or the one that is shown in its place.
  static func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0..<0x20: Unicode.Scalar(scalar.value + 0x2400)!  // the pictures of control characters: ␀, ␁, …
    case 0x7F: "␡"
    case 0xE0000...0xE007F: "\u{FFFD}"  // copies of ASCII that nobody sees
    default: isUnsafe(scalar) ? "\u{FFFD}" : scalar
    }
  }

  /// Whether a character past ASCII controls the terminal or the direction of writing, breaks the line or is never
  /// seen.
  package static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x80...0x9F, 0xAD, 0x061C, 0x180E, 0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
      0xFFF9...0xFFFB:
      true
    default: false
    }
  }
}

extension [UInt8] {
  /// Adds a character as UTF-8 has it.
  mutating func append(_ scalar: Unicode.Scalar) {
    if scalar.isASCII { return append(UInt8(truncatingIfNeeded: scalar.value)) }
    append(contentsOf: UTF8.encode(scalar)!)
  }
}

extension StringProtocol {
  /// Whether every character is one that ASCII prints, so that all of it can be shown as it is.
  var isPrintableASCII: Bool { utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } }
}

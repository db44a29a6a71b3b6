/// Writes CSV as RFC 4180 has it, harmless in a spreadsheet and at a terminal.
package enum CSVText {
  /// A row of cells, ended by CR LF.
  package static func row(_ cells: [String]) -> String { cells.map(cell).joined(separator: ",") + "\r\n" }

  /// A cell. One that a spreadsheet would take for a formula begins with an apostrophe; a sum stays one.
  /// Characters that command a terminal or turn the direction of writing are shown instead of sent.
  package static func cell(_ text: String) -> String {
    if isPlain(text) || isSum(text) { return text }
    let hasReturns = text.utf8.contains(.carriageReturn)
    return quoted(guarded(Visible.text(hasReturns ? text.replacing("\r\n", with: "\n") : text)))
  }

  /// In quotes where it needs them, with its own doubled.
  private static func quoted(_ text: String) -> String {
    let needsQuotes = text.utf8.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "\"") || byte == .tab
        || byte == .lineFeed
    }
    if !needsQuotes { return text }
    // Byte by byte: a quote that carries an accent is a quote to whoever reads the table.
    var bytes = [UInt8(ascii: "\"")]
    bytes.reserveCapacity(text.utf8.count + 8)
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether nothing in it needs a closer look, as in most cells.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return true }
    switch first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"): return false
    default:
      return text.utf8.allSatisfy { byte in
        byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: ",") && byte != UInt8(ascii: ";")
          && byte != UInt8(ascii: "\"")
      }
    }
  }

  /// Whether a formula may begin with it, signs of full width among them: spreadsheets of some countries take them too.
  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
    default: false
    }
  }

  /// Whether a spreadsheet that was set to another separator begins a cell behind it.
  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    scalar == ";" || scalar == "\t" || scalar == "\n"
  }

  /// The text with an apostrophe before each place at which a formula could begin.
  private static func guarded(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 8)
    var isStart = true
    for scalar in text.unicodeScalars {
      let beginsWithBlank = bytes.isEmpty && isSeparator(scalar) && scalar != ";"
      if isStart && isSign(scalar) || beginsWithBlank { bytes.append(UInt8(ascii: "'")) }
      bytes.append(scalar)
      isStart = isSeparator(scalar)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether it is a sum below zero as we write it: `-12.00`.
  private static func isSum(_ text: String) -> Bool {
    guard text.utf8.first == UInt8(ascii: "-") else { return false }
    let parts = text.utf8.dropFirst().split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count == 2 && parts[1].count == 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isDigit) }
  }
}

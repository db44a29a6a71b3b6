/// Writes CSV as RFC 4180 has it, harmless in a spreadsheet and at a terminal.
package enum CSVText {
  /// A row of cells, ended by CR LF.
  package static func row(_ cells: [String]) -> String { cells.map(cell).joined(separator: ",") + "\r\n" }

  /// A cell. One that a spreadsheet would take for a formula begins with an apostrophe; a sum stays one.
  /// Characters that command a terminal or turn the direction of writing are shown instead of sent.
  package static func cell(_ text: String) -> String {
    if isPlain(text) { return text }
    let safe = isSum(text) ? text : guarded(Visible.text(text.replacing("\r\n", with: "\n")))
    let needsQuotes = safe.unicodeScalars.contains { ",;\"\t\n".unicodeScalars.contains($0) }
    return needsQuotes ? "\"" + safe.replacing("\"", with: "\"\"") + "\"" : safe
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

  /// The signs with which a formula may begin, those of full width among them: spreadsheets of some countries take them
  /// too.
  private static let signs = Set("=+-@\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars)
  /// Where a spreadsheet that was set to another separator begins a cell.
  private static let separators = Set(";\t\n".unicodeScalars)

  /// The text with an apostrophe before each place at which a formula could begin.
  private static func guarded(_ text: String) -> String {
    var guarded = String.UnicodeScalarView()
    var isStart = true
    for scalar in text.unicodeScalars {
      let beginsWithBlank = guarded.isEmpty && separators.contains(scalar) && scalar != ";"
      if isStart && signs.contains(scalar) || beginsWithBlank { guarded.append("'") }
      guarded.append(scalar)
      isStart = separators.contains(scalar)
    }
    return String(guarded)
  }

  /// Whether it is a sum below zero as we write it: `-12.00`.
  private static func isSum(_ text: String) -> Bool {
    let parts = text.dropFirst().split(separator: ".", omittingEmptySubsequences: false)
    return text.hasPrefix("-") && parts.count == 2 && parts[1].utf8.count == 2
      && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(\.isDigit) }
  }
}

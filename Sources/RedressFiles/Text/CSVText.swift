/// Writes CSV as RFC 4180 has it, harmless in a spreadsheet.
package enum CSVText {
  /// A row of cells, ended by CR LF.
  package static func row(_ cells: [String]) -> String { cells.map(cell).joined(separator: ",") + "\r\n" }

  /// A cell. One that a spreadsheet would take for a formula begins with an apostrophe.
  package static func cell(_ text: String) -> String {
    let safe = text.utf8.first.map(beginsFormula) ?? false ? "'" + text : text
    let needsQuotes = safe.utf8.contains(where: needsQuotes)
    return needsQuotes ? "\"" + safe.replacing("\"", with: "\"\"") + "\"" : safe
  }

  private static func beginsFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), UInt8(ascii: "\t"),
      UInt8(ascii: "\r"):
      true
    default: false
    }
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\r"), UInt8(ascii: "\n"): true
    default: false
    }
  }
}

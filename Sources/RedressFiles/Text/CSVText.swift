/// Writes CSV as RFC 4180 has it, harmless in a spreadsheet and at a terminal.
package enum CSVText {
  /// A row of cells, ended by CR LF.
  package static func row(_ cells: [String]) -> String { cells.map(cell).joined(separator: ",") + "\r\n" }

  /// A cell. One that a spreadsheet would take for a formula begins with an apostrophe; a sum stays one.
  /// Characters that command a terminal or turn the direction of writing are shown instead of sent.
  package static func cell(_ text: String) -> String { String(decoding: bytes(text), as: UTF8.self) }

  /// The bytes of a cell.
  package static func bytes(_ text: String) -> [UInt8] {
    let given = Array(text.utf8)
    if isPlain(given) || isSum(given) { return given }
    var cell = CSVCell(room: given.count)
    var place = 0
    while place < given.count {
      let start = place
      while place < given.count, given[place].isOrdinaryInCSV { place += 1 }
      if place > start { cell.add(given[start..<place]) }
      guard place < given.count else { break }
      let length = given[place].lengthOfScalar
      let isReturn = given[place] == .carriageReturn && place + 1 < given.count && given[place + 1] == .lineFeed
      if isReturn { place += 1 }
      for scalar in String(decoding: given[place..<place + length], as: UTF8.self).unicodeScalars { cell.add(scalar) }
      place += length
    }
    return cell.finished
  }

  /// Whether nothing in it needs a closer look, as in most cells.
  private static func isPlain(_ text: [UInt8]) -> Bool {
    guard let first = text.first else { return true }
    return !CSVCell.isSign(Unicode.Scalar(first)) && text.allSatisfy(\.isOrdinaryInCSV)
  }

  /// Whether it is a sum below zero as we write it: `-12.00`.
  private static func isSum(_ text: [UInt8]) -> Bool {
    guard text.first == UInt8(ascii: "-") else { return false }
    let parts = text.dropFirst().split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count == 2 && parts[1].count == 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isDigit) }
  }
}

/// A cell that is being written. A quote that carries an accent is a quote to whoever reads the table, so it goes by
/// scalars and not by characters.
private struct CSVCell {
  private var bytes: [UInt8] = [UInt8(ascii: "\"")]
  private var needsQuotes = false
  /// Whether a spreadsheet begins a cell here, or one that was set to another separator.
  private var isStart = true
  /// The scalar that was given before, however it is shown; a blank for any that means nothing to CSV.
  private var before: Unicode.Scalar = " "

  init(room: Int) { bytes.reserveCapacity(room + 16) }

  /// In quotes where it needs them.
  var finished: [UInt8] { needsQuotes ? bytes + [UInt8(ascii: "\"")] : Array(bytes.dropFirst()) }

  /// Adds some bytes that mean nothing to CSV.
  mutating func add(_ ordinary: ArraySlice<UInt8>) {
    if let first = ordinary.first, isStart, Self.isSign(Unicode.Scalar(first)) { bytes.append(UInt8(ascii: "'")) }
    bytes.append(contentsOf: ordinary)
    (isStart, before) = (false, " ")
  }

  mutating func add(_ scalar: Unicode.Scalar) {
    let isKept = scalar == "\t" || (scalar == "\n" && before != "\r")
    let shown = isKept ? scalar : Visible.visible(scalar)
    before = scalar
    let isSeparator = shown == ";" || isKept
    let beginsWithBlank = bytes.count == 1 && isKept
    if isStart && Self.isSign(shown) || beginsWithBlank { bytes.append(UInt8(ascii: "'")) }
    if shown == "\"" { bytes.append(UInt8(ascii: "\"")) }
    bytes.append(shown)
    if isSeparator || shown == "," || shown == "\"" { needsQuotes = true }
    isStart = isSeparator
  }

  /// Whether a formula may begin with it, signs of full width among them: spreadsheets of some countries take them too.
  static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
    default: false
    }
  }
}

extension UInt8 {
  /// Whether it is printable ASCII that parts no cells and quotes none.
  fileprivate var isOrdinaryInCSV: Bool {
    self >= 0x20 && self < 0x7F && self != UInt8(ascii: ",") && self != UInt8(ascii: ";") && self != UInt8(ascii: "\"")
  }

  /// How many bytes a scalar has that begins with it.
  fileprivate var lengthOfScalar: Int { self < 0xC0 ? 1 : self < 0xE0 ? 2 : self < 0xF0 ? 3 : 4 }
}

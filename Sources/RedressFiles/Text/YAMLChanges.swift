/// Changes to a YAML text that make the parser read on where it would stop or lose what we want to report. All are
/// private-use characters, which ``YAMLCharacters`` keeps out of files, so that they can be undone without doubt.
///
/// - Every `*` is exchanged, so that an alias is read as plain text: an alias can make a small file into a huge tree.
/// - A key that stands twice gets a character of its own before its text, so that the parser meets it once.
struct YAMLChanges {
  struct Struck {
    /// In the source.
    let line: Int
    let column: Int
    /// Where the character was put in: here, or after an opening quote.
    let insertedAt: Int
    /// The byte of that column.
    let offset: Int
    let key: String
  }

  private(set) var struck: [Struck] = []
  private static let star: Unicode.Scalar = "\u{F0000}"
  private static let firstMark: UInt32 = 0xF0001

  mutating func strike(_ struck: Struck) { self.struck.append(struck) }

  /// The text to parse.
  func apply(to source: SourceText) -> String {
    let insertions = struck.enumerated()
      .map { index, struck in (offset: struck.offset, index: index) }
      .sorted { $0.offset < $1.offset }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(source.bytes.count + 64)
    var copied = 0
    for (offset, index) in insertions {
      append(source.bytes[copied..<offset], to: &bytes)
      bytes += UTF8.encode(Unicode.Scalar(Self.firstMark + UInt32(index))!)!
      copied = offset
    }
    append(source.bytes[copied...], to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func append(_ part: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
    guard part.contains(UInt8(ascii: "*")) else {
      bytes += part
      return
    }
    for byte in part {
      if byte == UInt8(ascii: "*") { bytes += UTF8.encode(Self.star)! } else { bytes.append(byte) }
    }
  }

  /// The text as the source has it.
  func undo(in text: String) -> String {
    guard text.utf8.contains(where: { $0 >= 0xF3 }) else { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where scalar.value < Self.firstMark {
      scalars.append(scalar == Self.star ? "*" : scalar)
    }
    return String(scalars)
  }

  /// The column in the source of a column in the changed text.
  func column(_ column: Int, onLine line: Int) -> Int {
    guard !struck.isEmpty else { return column }
    let before = struck.filter { $0.line == line }.map(\.insertedAt).sorted()
    return before.enumerated().reduce(column) { left, insertion in
      column > insertion.element + insertion.offset ? left - 1 : left
    }
  }
}

extension SourceText {
  /// The byte of a line and column; the end of the line, or of the text, for one that is past it.
  func offset(ofLine line: Int, column: Int) -> Int {
    guard let range = byteRange(ofLine: line) else { return bytes.count }
    var left = column
    for offset in range where bytes[offset].beginsScalar {
      left -= 1
      if left == 0 { return offset }
    }
    return range.upperBound
  }
}

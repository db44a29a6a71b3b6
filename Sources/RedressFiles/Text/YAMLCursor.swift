/// Finds the bytes of one node after another. Nodes come in the order of the text, so it goes on from the last one.
struct YAMLCursor {
  private let bytes: [UInt8]
  private let lineStarts: [Int]
  private var line = 1
  private var column = 1
  private var offset = 0

  init(_ source: SourceText) {
    let bytes = source.bytes
    self.bytes = bytes
    lineStarts = [0] + bytes.indices.filter { bytes[$0] == .lineFeed }.map { $0 + 1 }
  }

  /// The byte of a line and column; the end of the line, or of the text, for one that is past it.
  mutating func offset(ofLine line: Int, column: Int) -> Int {
    guard lineStarts.indices.contains(line - 1) else { return bytes.count }
    if line != self.line || column < self.column {
      (self.line, self.column, offset) = (line, 1, lineStarts[line - 1])
    }
    while self.column < column, offset < bytes.count, bytes[offset] != .lineFeed {
      repeat { offset += 1 } while offset < bytes.count && !bytes[offset].beginsScalar
      self.column += 1
    }
    return offset
  }

  /// How many scalars of its line a scalar node takes, as far as can be told without reading it again.
  func length(of text: String, atByte offset: Int) -> Int {
    guard offset < bytes.count, !text.isEmpty else { return 1 }
    let rest = bytes[offset...]
    if rest.starts(with: text.utf8) { return text.unicodeScalars.count }
    guard rest[offset] == UInt8(ascii: "\"") || rest[offset] == UInt8(ascii: "'") else { return 1 }
    if rest.dropFirst().starts(with: text.utf8) { return text.unicodeScalars.count + 2 }
    return 1
  }
}

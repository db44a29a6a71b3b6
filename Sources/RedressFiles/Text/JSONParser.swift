/// One reading of a JSON text, from its first byte to its last.
struct JSONParser {
  let source: SourceText
  let bytes: [UInt8]
  let longestValue: Int
  let deepest: Int
  /// The faults of the present value.
  var faults = FaultList()
  /// The next byte to read.
  var at = 0
  var walker = LineWalker()
  /// How many bytes may still be read a second time, so that no text takes long however often its lines break off.
  var secondReadings = 16 << 20
  /// Where the present value, or element of a top-level array, is too long.
  var valueEnd = 0

  init(_ source: SourceText, longestValue: Int, deepest: Int) {
    self.source = source
    bytes = source.bytes
    self.longestValue = longestValue
    self.deepest = deepest
  }

  mutating func readAll() -> [JSONReading] {
    var readings = JSONReadings()
    skipBlanks()
    while at < bytes.count {
      let start = at
      _ = mark()
      let startWalker = walker
      faults = FaultList()
      do throws(JSONStop) {
        valueEnd = at + longestValue
        let value = try value(depth: 1)
        try endOfLine()
        readings.add(JSONReading(node: value, faults: faults))
      } catch {
        faults.add(error.fault(in: source))
        readings.add(JSONReading(node: nil, faults: faults))
        resume(after: start, startWalker)
      }
      skipBlanks()
    }
    return readings.all
  }

  /// The byte at ``at``; `nil` at the end.
  var next: UInt8? { at < bytes.count ? bytes[at] : nil }

  mutating func skipBlanks() {
    while at < bytes.count, bytes[at].isBlank { at += 1 }
  }

  /// Where ``at`` is, for people.
  mutating func mark() -> (line: Int, column: Int) {
    walker.walk(to: at, in: bytes)
    return (walker.line, walker.column)
  }

  /// The span from a mark on this line to ``at``.
  mutating func span(from start: (line: Int, column: Int)) -> Span {
    let end = mark()
    return Span(line: start.line, column: start.column, length: end.column - start.column)
  }

  private mutating func endOfLine() throws(JSONStop) {
    while let byte = next, byte != .lineFeed {
      guard byte.isBlank else {
        throw JSONStop(
          at: at, says: "Something follows the value.",
          mend: "Write each value on a line of its own, or take out what follows.")
      }
      at += 1
    }
  }
}

/// Counts lines and columns as reading goes on. It only goes forwards, or back to the start of its own line; a copy
/// that was kept stands for an earlier place.
struct LineWalker {
  private(set) var line = 1
  private(set) var column = 1
  private(set) var lineStart = 0
  private var offset = 0

  mutating func walk(to end: Int, in bytes: [UInt8]) {
    while offset < end {
      let byte = bytes[offset]
      offset += 1
      if byte == .lineFeed {
        line += 1
        column = 1
        lineStart = offset
      } else if byte.beginsScalar {
        column += 1
      }
    }
  }

  mutating func returnToLineStart() {
    offset = lineStart
    column = 1
  }
}

extension JSONParser {
  /// Goes on after a fault, so that every faulty line of an NDJSON file is reported and one fault in a value written
  /// over many lines is not reported again for each of them.
  ///
  /// A value whose brackets are closed on its own line is a line of NDJSON: reading goes on with the next line. After
  /// any other it goes on where a line begins with a bracket, as a new value does and the lines inside one do not.
  mutating func resume(after start: Int, onLine startLine: Int) {
    walker.walk(to: at, in: bytes)
    if walker.line > startLine {
      walker.returnToLineStart()
      at = walker.lineStart
      if !opensValue(at) { skipToOpening() }
    } else {
      at = lineEnd(from: at)
      if !isClosed(start..<at) { skipToOpening() }
    }
  }

  private func lineEnd(from offset: Int) -> Int {
    var offset = offset
    while offset < bytes.count, bytes[offset] != .lineFeed { offset += 1 }
    return offset
  }

  func opensValue(_ offset: Int) -> Bool {
    offset < bytes.count && (bytes[offset] == UInt8(ascii: "{") || bytes[offset] == UInt8(ascii: "["))
  }

  private mutating func skipToOpening() {
    repeat {
      at = lineEnd(from: at)
      if at < bytes.count { at += 1 }
    } while at < bytes.count && !opensValue(at)
  }

  /// Whether as many brackets close as open, those inside quotes left out, and every quote is closed.
  private func isClosed(_ range: Range<Int>) -> Bool {
    var depth = 0
    var quoted = false
    var escaped = false
    for byte in bytes[range] {
      if escaped {
        escaped = false
      } else if byte == UInt8(ascii: "\"") {
        quoted.toggle()
      } else if quoted {
        escaped = byte == UInt8(ascii: "\\")
      } else if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
        depth += 1
      } else if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
        depth -= 1
      }
    }
    return depth == 0 && !quoted
  }
}

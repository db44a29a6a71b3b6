extension JSONParser {
  /// Goes on after a fault, so that every faulty line of an NDJSON file is reported and one fault in a value written
  /// over many lines is not reported again for each of them.
  ///
  /// A value whose brackets are closed on its own line is a line of NDJSON: reading goes on with the next line. After
  /// any other it goes on where a line begins with a bracket, as a new value does and the lines inside one do not. An
  /// object that breaks off swallows the lines behind it until one does not fit: reading then goes back to the first of
  /// them, so that no sound line is lost to the one before it.
  mutating func resume(after start: Int, _ startWalker: LineWalker) {
    walker.walk(to: at, in: bytes)
    if let opening = swallowed(after: start), at - opening <= secondReadings {
      secondReadings -= at - opening
      walker = startWalker
      at = opening
    } else if walker.line > startWalker.line {
      walker.returnToLineStart()
      at = walker.lineStart
      if !opensValue(at) { skipToOpening() }
    } else {
      at = lineEnd(from: at)
      if !isClosed(start..<at) { skipToOpening() }
    }
  }

  /// The first line behind an object's own that begins with a bracket and was read as part of it.
  private func swallowed(after start: Int) -> Int? {
    guard bytes[start] == UInt8(ascii: "{") else { return nil }
    var line = lineEnd(from: start) + 1
    while line < at {
      if opensValue(line) { return line }
      line = lineEnd(from: line) + 1
    }
    return nil
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

extension JSONParser {
  mutating func word(_ word: String, _ style: Node.Scalar.Style) throws(JSONStop) -> Node {
    let start = mark()
    guard bytes[at...].starts(with: word.utf8), !continuesWord(at + word.utf8.count) else { throw noValue() }
    at += word.utf8.count
    return Node(.scalar(.init(word, style)), at: span(from: start))
  }

  /// A number, kept digit by digit: `-0.50`, `1e3`.
  mutating func number() throws(JSONStop) -> Node {
    let start = mark()
    let first = at
    if next == UInt8(ascii: "-") { at += 1 }
    if next == UInt8(ascii: "0") {
      at += 1
      if next?.isDigit == true {
        throw JSONStop(at: first, says: "A number may not begin with 0.", mend: "Leave out the 0, or put it in quotes.")
      }
    } else {
      try digits(from: first)
    }
    if next == UInt8(ascii: ".") {
      at += 1
      try digits(from: first)
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      at += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { at += 1 }
      try digits(from: first)
    }
    guard !continuesWord(at) else { throw notNumber(first) }
    let text = String(decoding: bytes[first..<at], as: UTF8.self)
    return Node(.scalar(.init(text, .number)), at: span(from: start))
  }

  private mutating func digits(from first: Int) throws(JSONStop) {
    guard next?.isDigit == true else { throw notNumber(first) }
    while next?.isDigit == true { at += 1 }
  }

  private func notNumber(_ first: Int) -> JSONStop {
    JSONStop(
      at: first, length: at - first + 1, says: "This is not a number as JSON writes them, such as 180 or 180.50.",
      mend: "Write digits and at most one point, or put the text in double quotes.")
  }

  /// Letters, digits and points that follow belong to what was meant to be one word.
  private func continuesWord(_ offset: Int) -> Bool {
    guard offset < bytes.count else { return false }
    let byte = bytes[offset]
    return byte.isDigit || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") || byte >= 0x80
      || (byte | 0x20) &- 0x61 < 26
  }
}

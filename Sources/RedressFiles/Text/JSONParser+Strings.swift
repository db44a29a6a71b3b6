extension JSONParser {
  /// A text in quotes, and its span with them.
  mutating func string() throws(JSONStop) -> (String, Span) {
    let start = mark()
    let open = at
    at += 1
    skipUnescaped()
    if next == UInt8(ascii: "\"") {  // nearly always: no escapes, no copy but the result
      let text = String(decoding: bytes[open + 1..<at], as: UTF8.self)
      at += 1
      return (text, span(from: start))
    }
    var decoded = Array(bytes[open + 1..<at])
    while next != UInt8(ascii: "\"") {
      guard next == UInt8(ascii: "\\") else { throw strayCharacter(openedAt: open) }
      try escape(into: &decoded)
      let run = at
      skipUnescaped()
      decoded += bytes[run..<at]
    }
    at += 1
    return (String(decoding: decoded, as: UTF8.self), span(from: start))
  }

  private mutating func skipUnescaped() {
    while at < bytes.count, bytes[at] >= 0x20, bytes[at] != UInt8(ascii: "\""), bytes[at] != UInt8(ascii: "\\") {
      at += 1
    }
  }

  /// What stopped a text that is neither its end nor an escape: the end of the line or file, or a control character.
  private func strayCharacter(openedAt open: Int) -> JSONStop {
    if next == nil || next == .lineFeed || next == .carriageReturn {
      return JSONStop(
        at: open, length: at - open, says: "The quotes that open here are not closed on this line.",
        mend: "Close them. A line break inside a text is written \\n.")
    }
    return JSONStop(
      at: at, says: "A text may not hold a tab or another control character as it is.",
      mend: next == .tab ? "Write a space, or \\t." : "Take the character out.")
  }

  private mutating func escape(into decoded: inout [UInt8]) throws(JSONStop) {
    let start = at
    at += 1
    guard let letter = next else { throw strayCharacter(openedAt: start) }
    at += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): decoded.append(letter)
    case UInt8(ascii: "b"): decoded.append(0x08)
    case UInt8(ascii: "f"): decoded.append(0x0C)
    case UInt8(ascii: "n"): decoded.append(.lineFeed)
    case UInt8(ascii: "r"): decoded.append(.carriageReturn)
    case UInt8(ascii: "t"): decoded.append(.tab)
    case UInt8(ascii: "u"): decoded += Array(String(try scalar(from: start)).utf8)
    default:
      at = start + 1  // a line break stays unread, so that reading can go on after it
      throw JSONStop(
        at: start, length: 2, says: "A backslash begins an escape, and this is none.",
        mend: "Write two backslashes for one, as in C:\\\\Cases.")
    }
  }

  /// The scalar of `\uXXXX`, or of two of them where a surrogate pair stands for one. The `u` has been read.
  private mutating func scalar(from start: Int) throws(JSONStop) -> Unicode.Scalar {
    let unit = try fourDigits(from: start)
    if let scalar = Unicode.Scalar(unit) { return scalar }
    guard unit < 0xDC00, next == UInt8(ascii: "\\"), at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "u") else {
      throw loneSurrogate(start)
    }
    at += 2
    let second = try fourDigits(from: start)
    guard (0xDC00...0xDFFF).contains(second) else { throw loneSurrogate(start) }
    return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (second - 0xDC00))!
  }

  private mutating func fourDigits(from start: Int) throws(JSONStop) -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw JSONStop(
          at: start, length: at - start, says: "\\u wants four hexadecimal digits after it.",
          mend: "Write the character itself, such as £, or all four digits, such as \\u00a3.")
      }
      unit = unit << 4 | UInt32(digit)
      at += 1
    }
    return unit
  }

  private func loneSurrogate(_ start: Int) -> JSONStop {
    JSONStop(
      at: start, length: 6,
      says: "This escape is half of a pair that stands for one character; the other half is missing.",
      mend: "Write the character itself.")
  }
}

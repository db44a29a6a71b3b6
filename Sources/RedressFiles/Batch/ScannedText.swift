import Redress

/// A text of a case as it lies in the buffer, perhaps with escapes of JSON. Many programs write `£` as `\u00a3`, or a
/// slash with a backslash before it.
struct ScannedText {
  let run: ByteRun
  let hasEscapes: Bool

  /// A text without escapes.
  init(_ run: ByteRun) { self.init(run, hasEscapes: false) }

  init(_ run: ByteRun, hasEscapes: Bool) {
    self.run = run
    self.hasEscapes = hasEscapes
  }

  /// What it says.
  var text: String {
    if !hasEscapes { return run.text }
    var bytes: [UInt8] = []
    forEachByte { bytes.append($0) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Its bytes without escapes, in memory with room for so many and padding behind them; `nil` where there are more.
  func plain(in room: UnsafeMutablePointer<UInt8>, most: Int) -> ByteRun? {
    var count = 0
    forEachByte { byte in
      if count < most { room[count] = byte }
      count += 1
    }
    return count <= most ? ByteRun(room, count) : nil
  }

  /// Whether there is anything but white space in it, escapes left aside.
  var hasInk: Bool {
    if !hasEscapes { return run.hasInk }
    var (place, end) = (run.start, run.start + run.count)
    while place < end {
      if let (_, next) = place.escaped {
        place = next
      } else if place.pointee > 0x20, place.pointee < 0x7F {
        return true
      } else {
        place += 1
      }
    }
    return false
  }

  private func forEachByte(_ body: (UInt8) -> Void) {
    var (place, end) = (run.start, run.start + run.count)
    while place < end {
      if let (character, next) = place.escaped {
        for byte in UTF8.encode(character)! { body(byte) }
        place = next
      } else {
        body(place.pointee)
        place += 1
      }
    }
  }
}

extension UnsafePointer where Pointee == UInt8 {
  /// The character of the escape that begins here, and the place behind it; `nil` where there is none. Two escapes may
  /// stand for one character; half of such a pair is for the reader.
  var escaped: (character: Unicode.Scalar, next: Bytes)? {
    guard pointee == UInt8(ascii: "\\") else { return nil }
    switch self[1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return (Unicode.Scalar(self[1]), self + 2)
    case UInt8(ascii: "b"): return ("\u{8}", self + 2)
    case UInt8(ascii: "f"): return ("\u{C}", self + 2)
    case UInt8(ascii: "n"): return ("\n", self + 2)
    case UInt8(ascii: "r"): return ("\r", self + 2)
    case UInt8(ascii: "t"): return ("\t", self + 2)
    case UInt8(ascii: "u"): break
    default: return nil
    }
    guard let first = (self + 2).fourHexDigits else { return nil }
    if let character = Unicode.Scalar(first) { return (character, self + 6) }
    guard first < 0xDC00, self[6] == UInt8(ascii: "\\"), self[7] == UInt8(ascii: "u"),
      let second = (self + 8).fourHexDigits, (0xDC00...0xDFFF).contains(second),
      let character = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { return nil }
    return (character, self + 12)
  }

  private var fourHexDigits: UInt32? {
    var number: UInt32 = 0
    for place in 0..<4 {
      let byte = self[place]
      let letter = (byte | 0x20) &- UInt8(ascii: "a")
      guard byte.isDigit || letter < 6 else { return nil }
      number = number << 4 | UInt32(byte.isDigit ? byte &- UInt8(ascii: "0") : letter + 10)
    }
    return number
  }
}

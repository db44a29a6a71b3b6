import Redress

/// Reading on over keys and texts.
extension UnsafePointer where Pointee == UInt8 {
  /// A key and its colon, up to the value. One with an escape or a character past ASCII is no known name.
  @inline(__always)
  mutating func key() -> ByteRun? {
    blanks()
    guard take(UInt8(ascii: "\"")) else { return nil }
    let stop = textStop
    guard stop.pointee == UInt8(ascii: "\"") else { return nil }
    let key = ByteRun(self, upTo: stop)
    self = stop + 1
    blanks()
    guard take(UInt8(ascii: ":")) else { return nil }
    return key
  }

  /// A text in quotes without escapes that is not blank.
  @inline(__always)
  mutating func plainWords() -> ByteRun? {
    guard pointee == UInt8(ascii: "\"") else { return nil }
    let start = self + 1
    guard passString(escapes: false) else { return nil }
    let run = ByteRun(start, upTo: self - 1)
    return run.count > 0 && run.count <= CaseShapes.longestText && run.hasInk ? run : nil
  }

  /// Passes over a text in quotes.
  @inline(__always)
  mutating func passString(escapes: Bool) -> Bool {
    let stop = (self + 1).textStop
    guard stop.pointee == UInt8(ascii: "\"") else {
      guard let end = Self.rest(of: self + 1, from: stop, escapes: escapes) else { return false }
      self = end
      return true
    }
    self = stop + 1
    return true
  }

  /// The end of a text that holds an escape or a character past ASCII. The place itself is not handed over, so that it
  /// need not lie in memory.
  @inline(never)
  private static func rest(of start: Bytes, from first: Bytes, escapes: Bool) -> Bytes? {
    var place = first
    while place.pointee != UInt8(ascii: "\"") {
      if place.pointee < 0x20 { return nil }
      if place.pointee == UInt8(ascii: "\\") {
        guard escapes, let next = Self.pastEscape(place) else { return nil }
        place = next
      } else {
        place += 1
      }
    }
    return ByteRun(start, upTo: place).isText ? place + 1 : nil
  }

  /// The byte behind an escape. Halves of pairs are looked at by the reader.
  private static func pastEscape(_ place: Bytes) -> Bytes? {
    switch place[1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return place + 2
    case UInt8(ascii: "u"):
      let isSingle = (2..<6).allSatisfy { place[$0].isHexDigit } && place[2] | 0x20 != UInt8(ascii: "d")
      return isSingle ? place + 6 : nil
    default: return nil
    }
  }
}

extension UInt8 {
  fileprivate var isHexDigit: Bool { isDigit || (self | 0x20) &- 0x61 < 6 }
}

import Redress

/// The values of JSON, each read to the byte behind it. What comes there is looked at by whoever goes on.
extension CaseScan {
  @inline(__always)
  mutating func blanks() {
    while at.pointee <= 0x20, at.pointee == .space || at.pointee == .tab || at.pointee == .carriageReturn { at += 1 }
  }

  @inline(__always)
  mutating func take(_ byte: UInt8) -> Bool {
    if at.pointee != byte { return false }
    at += 1
    return true
  }

  /// Passes over a comma and the blanks before it.
  @inline(__always)
  mutating func goesOn() -> Bool {
    blanks()
    return take(UInt8(ascii: ","))
  }

  /// A key and its colon, up to the value. Escapes are not looked at: a known name has none.
  @inline(__always)
  mutating func key() -> ByteRun? {
    blanks()
    guard take(UInt8(ascii: "\"")) else { return nil }
    let start = at
    while true {
      let quotes = at.word.marks(of: UInt8(ascii: "\""))
      if quotes != 0 {
        at += quotes.firstMark
        break
      }
      at += 8
      if at - start > 256 { return nil }
    }
    let key = ByteRun(start, upTo: at)
    at += 1
    blanks()
    guard take(UInt8(ascii: ":")) else { return nil }
    blanks()
    return key
  }

  @inline(__always)
  mutating func isNull() -> Bool {
    guard at.pointee == UInt8(ascii: "n"), at.word & 0xFFFF_FFFF == 0x6C6C_756E else { return false }
    at += 4
    return true
  }

  @inline(__always)
  mutating func flag() -> Int64? {
    if at.word & 0xFFFF_FFFF == 0x6575_7274 {
      at += 4
      return 1
    }
    guard at.word & 0xFF_FFFF_FFFF == 0x65_736C_6166 else { return nil }
    at += 5
    return 0
  }

  @inline(__always)
  mutating func day() -> Int64? {
    guard at.pointee == UInt8(ascii: "\""), let day = tables.months.day(at: at + 1), at[11] == UInt8(ascii: "\"") else {
      return nil
    }
    at += 12
    return day
  }

  /// A sum in quotes, with or without `£`, or as a number of JSON.
  @inline(__always)
  mutating func money() -> Int64? {
    guard take(UInt8(ascii: "\"")) else { return isNumber ? sum() : nil }
    poundSign()
    guard let sum = sum(), take(UInt8(ascii: "\"")) else { return nil }
    return sum
  }

  @inline(__always)
  mutating func quotedCount() -> Int64? {
    guard take(UInt8(ascii: "\"")) else { return isNumber ? count() : nil }
    guard let count = count(), take(UInt8(ascii: "\"")) else { return nil }
    return count
  }

  /// Whether a number of JSON may begin here: 0 does not stand before another digit.
  @inline(__always)
  private var isNumber: Bool { at.pointee != UInt8(ascii: "0") || at[1] &- 0x30 >= 10 }

  @inline(__always)
  mutating func choice(_ choices: NameTable) -> Int64? {
    guard let words = plainWords() else { return nil }
    let place = choices.place(of: words)
    return place >= 0 ? Int64(place) : nil
  }

  /// A text in quotes without escapes that is not blank.
  @inline(__always)
  mutating func plainWords() -> ByteRun? {
    guard at.pointee == UInt8(ascii: "\"") else { return nil }
    let start = at + 1
    guard passString(escapes: false) else { return nil }
    let run = ByteRun(start, upTo: at - 1)
    return run.count > 0 && run.count <= CaseShapes.longestText && run.hasInk ? run : nil
  }

  /// Passes over a text in quotes.
  @inline(__always)
  mutating func passString(escapes: Bool) -> Bool {
    var place = at + 1
    while true {
      let word = place.word
      let stops = word.marks(of: UInt8(ascii: "\"")) | word.marks(of: UInt8(ascii: "\\")) | word.marksOfUnusual
      guard stops != 0 else {
        place += 8
        continue
      }
      place += stops.firstMark
      if place.pointee == UInt8(ascii: "\"") {
        at = place + 1
        return true
      }
      return passRest(of: at + 1, from: place, escapes: escapes)
    }
  }

  /// The rest of a text that holds an escape or a character past ASCII.
  private mutating func passRest(of start: Bytes, from first: Bytes, escapes: Bool) -> Bool {
    var place = first
    while place.pointee != UInt8(ascii: "\"") {
      if place.pointee < 0x20 { return false }
      if place.pointee == UInt8(ascii: "\\") {
        guard escapes else { return false }
        switch place[1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
          UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
          place += 2
        case UInt8(ascii: "u"):
          // Halves of pairs are looked at by the reader.
          guard (2..<6).allSatisfy({ place[$0].isHexDigit }), place[2] | 0x20 != UInt8(ascii: "d") else { return false }
          place += 6
        default: return false
        }
      } else {
        place += 1
      }
    }
    at = place + 1
    return ByteRun(start, upTo: place).isText
  }
}

extension UInt8 {
  fileprivate var isHexDigit: Bool { isDigit || (self | 0x20) &- 0x61 < 6 }
}

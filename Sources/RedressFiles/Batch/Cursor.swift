import Redress

/// Reading on from a place in the buffer. Each function reads one thing to the byte behind it; where it is not there as
/// a sound file has it, it gives `nil` or `false`, and the case is for the reader.
///
/// They belong to the place itself, so that whoever reads much in one go keeps the place in a variable of its own.
extension UnsafePointer where Pointee == UInt8 {
  @inline(__always)
  mutating func blanks() {
    while pointee <= 0x20, pointee == .space || pointee == .tab || pointee == .carriageReturn { self += 1 }
  }

  @inline(__always)
  mutating func take(_ byte: UInt8) -> Bool {
    if pointee != byte { return false }
    self += 1
    return true
  }

  /// Passes over a comma and the blanks before it.
  @inline(__always)
  mutating func goesOn() -> Bool {
    if pointee == UInt8(ascii: ",") {
      self += 1
      return true
    }
    blanks()
    return take(UInt8(ascii: ","))
  }

  // MARK: Literals

  @inline(__always)
  mutating func null() -> Bool {
    guard pointee == UInt8(ascii: "n"), word & 0xFFFF_FFFF == 0x6C6C_756E else { return false }
    self += 4
    return true
  }

  @inline(__always)
  mutating func flag() -> Int64? {
    let word = self.word
    if word & 0xFFFF_FFFF == 0x6575_7274 {
      self += 4
      return 1
    }
    guard word & 0xFF_FFFF_FFFF == 0x65_736C_6166 else { return nil }
    self += 5
    return 0
  }

  /// A sum in digits: at least one before a point, one or two behind it.
  @inline(__always)
  mutating func sum() -> Int64? {
    let values = word ^ 0x3030_3030_3030_3030
    // The highest bit of each byte that is no digit, up to the first one; below it nothing is carried.
    let others = ((values &+ 0x7676_7676_7676_7676) | values) & 0x8080_8080_8080_8080
    guard others != 0 else { return longSum() }
    let digits = others.firstMark
    guard digits > 0 else { return nil }
    let pounds = Int64(truncatingIfNeeded: (values &<< (64 &- UInt64(digits) &* 8)).valueOfDigits)
    self += digits
    guard let pence = pence() else { return nil }
    return pounds &* 100 &+ pence
  }

  /// The same of a sum of eight digits and more before the point.
  @inline(never)
  private mutating func longSum() -> Int64? {
    var pounds: Int64 = 0
    let start = self
    while pointee.isDigit, self - start < 13 {
      pounds = pounds &* 10 &+ Int64(pointee &- 0x30)
      self += 1
    }
    guard self - start <= 12, let pence = pence() else { return nil }
    let sum = pounds * 100 + pence
    return sum <= 100_000_000_000 ? sum : nil
  }

  /// What stands behind the pounds: nothing, or a point and one or two digits.
  @inline(__always)
  private mutating func pence() -> Int64? {
    guard pointee == UInt8(ascii: ".") else { return 0 }
    let (first, second) = (self[1] &- 0x30, self[2] &- 0x30)
    guard first < 10 else { return nil }
    guard second < 10 else {
      self += 2
      return Int64(truncatingIfNeeded: first) &* 10
    }
    self += 3
    return Int64(truncatingIfNeeded: first) &* 10 &+ Int64(truncatingIfNeeded: second)
  }

  @inline(__always)
  mutating func count() -> Int64? {
    var place = self
    var count: Int64 = 0
    while place.pointee &- 0x30 < 10 {
      count = count &* 10 &+ Int64(truncatingIfNeeded: place.pointee &- 0x30)
      place += 1
    }
    let digits = place - self
    guard digits > 0, digits <= 9, count <= CaseFacts.largestCount else { return nil }
    self = place
    return count
  }

  /// Passes over `£`.
  @inline(__always)
  mutating func poundSign() {
    if pointee == 0xC2, self[1] == 0xA3 { self += 2 }
  }

  /// Passes over one `£` in a text of JSON, where it may be written as an escape.
  @inline(__always)
  private mutating func quotedPoundSign() {
    // `\u00a3` or `\u00A3`, the first byte lowest.
    if (word | 0x20_0000_0000) & 0xFFFF_FFFF_FFFF == 0x3361_3030_755C { self += 6 } else { poundSign() }
  }

  /// Whether a number of JSON may begin here: 0 does not stand before another digit.
  @inline(__always)
  var isNumber: Bool { pointee != UInt8(ascii: "0") || self[1] &- 0x30 >= 10 }

  /// A sum in quotes, with or without `£`, or as a number of JSON.
  @inline(__always)
  mutating func money() -> Int64? {
    guard take(UInt8(ascii: "\"")) else { return isNumber ? sum() : nil }
    if pointee > UInt8(ascii: "9") { quotedPoundSign() }
    guard let sum = sum(), take(UInt8(ascii: "\"")) else { return nil }
    return sum
  }

  @inline(__always)
  mutating func quotedCount() -> Int64? {
    guard take(UInt8(ascii: "\"")) else { return isNumber ? count() : nil }
    guard let count = count(), take(UInt8(ascii: "\"")) else { return nil }
    return count
  }

  @inline(__always)
  mutating func day(_ months: MonthTable) -> Int64? {
    guard pointee == UInt8(ascii: "\""), let day = months.day(at: self + 1), self[11] == UInt8(ascii: "\"") else {
      return nil
    }
    self += 12
    return day
  }

  /// A number of digits and at most one point; any other is for the reader.
  @inline(__always)
  mutating func passNumber() -> Bool {
    guard isNumber else { return false }
    var place = self
    while place.pointee.isDigit { place += 1 }
    guard place > self else { return false }
    if place.pointee == UInt8(ascii: ".") {
      place += 1
      guard place.pointee.isDigit else { return false }
      while place.pointee.isDigit { place += 1 }
    }
    self = place
    return true
  }
}

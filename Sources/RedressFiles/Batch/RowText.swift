import Redress

/// The bytes of rows, written one after another.
struct RowText: ~Copyable {
  var bytes: ByteBuffer
  let days = DayWords()

  init(capacity: Int) { bytes = ByteBuffer(capacity: capacity) }

  var count: Int { bytes.count }

  mutating func clear() { bytes.count = 0 }

  /// Takes back what was written from a place on.
  mutating func drop(from place: Int) { bytes.count = place }

  /// Makes room for so many further bytes. Whoever writes a row asks for enough of it first.
  @inline(__always)
  mutating func reserve(_ further: Int) {
    if bytes.count + further > bytes.capacity { bytes.reserve(bytes.count + further) }
  }

  /// The place behind the last byte, for whoever writes many bytes in one go, and has made room for them.
  @inline(__always)
  var end: UnsafeMutablePointer<UInt8> { bytes.start + bytes.count }

  /// Counts in what was written up to a place.
  @inline(__always)
  mutating func close(at end: UnsafeMutablePointer<UInt8>) { bytes.count = end - bytes.start }

  /// Adds bytes, and makes room for them and as many more as follow them.
  mutating func append(_ run: ByteRun) {
    reserve(run.count + 1024)
    var end = self.end
    end.add(run)
    close(at: end)
  }

  /// Adds bytes, and makes room for them and as many more as follow them.
  mutating func append(_ text: [UInt8]) {
    reserve(text.count + 1024)
    text.withUnsafeBufferPointer { text in
      if let start = text.baseAddress { end.update(from: start, count: text.count) }
    }
    bytes.count += text.count
  }

  /// Adds a few bytes, with room for them made before.
  @inline(__always)
  mutating func add(_ text: StaticString) {
    end.update(from: text.utf8Start, count: text.utf8CodeUnitCount)
    bytes.count += text.utf8CodeUnitCount
  }

  @inline(__always)
  mutating func add(_ run: ByteRun) { put { $0.add(run) } }

  @inline(__always)
  mutating func add(_ byte: UInt8) { put { $0.add(byte) } }

  @inline(__always)
  mutating func add(_ money: Money) { put { $0.add(money) } }

  @inline(__always)
  mutating func add(number: UInt64) { put { $0.add(number: number) } }

  @inline(__always)
  mutating func add(_ day: CivilDate) { put { $0.add(day) } }

  @inline(__always)
  mutating func addPair(_ number: UInt64) { put { $0.addPair(number) } }

  @inline(__always)
  private mutating func put(_ body: (inout UnsafeMutablePointer<UInt8>) -> Void) {
    var end = self.end
    body(&end)
    close(at: end)
  }

  mutating func append(_ byte: UInt8) {
    reserve(1024)
    end.pointee = byte
    bytes.count += 1
  }
}

/// Writing on from a place in memory in which there is room: 32 bytes more than what is written.
extension UnsafeMutablePointer where Pointee == UInt8 {
  /// Runs are copied 32 bytes at a time, from what is behind them and over what is behind it, which is written next.
  @inline(__always)
  mutating func add(_ run: ByteRun) {
    let (from, to) = (UnsafeRawPointer(run.start), UnsafeMutableRawPointer(self))
    Self.copy(from, to)
    var place = 32
    while place < run.count {
      Self.copy(from + place, to + place)
      place &+= 32
    }
    self += run.count
  }

  @inline(__always)
  private static func copy(_ from: UnsafeRawPointer, _ to: UnsafeMutableRawPointer) {
    let first = from.loadUnaligned(as: SIMD16<UInt8>.self)
    let second = from.loadUnaligned(fromByteOffset: 16, as: SIMD16<UInt8>.self)
    to.storeBytes(of: first, as: SIMD16<UInt8>.self)
    to.storeBytes(of: second, toByteOffset: 16, as: SIMD16<UInt8>.self)
  }

  @inline(__always)
  mutating func add(_ byte: UInt8) {
    pointee = byte
    self += 1
  }

  /// A sum as programs read it: `1234.50`.
  @inline(__always)
  mutating func add(_ money: Money) {
    if money.pence < 0 { add(UInt8(ascii: "-")) }
    let (pounds, pence) = money.pence.magnitude.quotientAndRemainder(dividingBy: 100)
    add(number: pounds)
    self[0] = UInt8(ascii: ".")
    (self + 1).setPair(pence)
    self += 3
  }

  @inline(__always)
  mutating func add(number: UInt64) {
    if number < 10 { return add(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: number)) }
    if number < 100 { return addPair(number) }
    if number < 1000 {
      let (high, low) = number.quotientAndRemainder(dividingBy: 100)
      add(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: high))
      return addPair(low)
    }
    self = Self.addLarge(number, at: self)
  }

  @inline(never)
  private static func addLarge(_ number: UInt64, at start: Self) -> Self {
    var end = start
    let (high, low) = number.quotientAndRemainder(dividingBy: 100)
    end.add(number: high)
    end.addPair(low)
    return end
  }

  @inline(__always)
  mutating func addPair(_ number: UInt64) {
    setPair(number)
    self += 2
  }

  /// Two digits of a number below a hundred, as a table has them.
  @inline(__always)
  private func setPair(_ number: UInt64) {
    let pair = UnsafeRawPointer(Self.pairs.utf8Start + Int(truncatingIfNeeded: number &* 2))
    UnsafeMutableRawPointer(self).storeBytes(of: pair.loadUnaligned(as: UInt16.self), as: UInt16.self)
  }

  @inline(__always)
  private static var pairs: StaticString {
    """
    0001020304050607080910111213141516171819202122232425262728293031323334353637383940414243444546474849\
    5051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899
    """
  }

  /// A day as ISO 8601 has it.
  @inline(__always)
  mutating func add(_ day: CivilDate) {
    let (year, month, date) = day.parts
    let (century, rest) = UInt64(truncatingIfNeeded: year).quotientAndRemainder(dividingBy: 100)
    addPair(century)
    addPair(rest)
    add(UInt8(ascii: "-"))
    addPair(UInt64(truncatingIfNeeded: month))
    add(UInt8(ascii: "-"))
    addPair(UInt64(truncatingIfNeeded: date))
  }
}

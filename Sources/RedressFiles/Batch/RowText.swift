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

  @inline(__always)
  private var end: UnsafeMutablePointer<UInt8> { bytes.start + bytes.count }

  /// Adds bytes for which there is room.
  @inline(__always)
  mutating func add(_ text: StaticString) {
    end.update(from: text.utf8Start, count: text.utf8CodeUnitCount)
    bytes.count += text.utf8CodeUnitCount
  }

  /// Short runs are copied eight bytes at a time, over what is behind them: there is room, and it is written next.
  @inline(__always)
  mutating func add(_ run: ByteRun) {
    if run.count <= 64 {
      let (from, to) = (UnsafeRawPointer(run.start), UnsafeMutableRawPointer(end))
      var place = 0
      while place < run.count {
        to.storeBytes(of: from.loadUnaligned(fromByteOffset: place, as: UInt64.self), toByteOffset: place, as: UInt64.self)
        place &+= 8
      }
    } else {
      end.update(from: run.start, count: run.count)
    }
    bytes.count += run.count
  }

  @inline(__always)
  mutating func add(_ byte: UInt8) {
    end.pointee = byte
    bytes.count += 1
  }

  /// Adds bytes, and makes room for them and as many more as a row takes besides.
  @inline(__always)
  mutating func append(_ run: ByteRun) {
    reserve(run.count + 1024)
    add(run)
  }

  /// Adds bytes, and makes room for them first.
  mutating func append(_ text: [UInt8]) {
    reserve(text.count + 1024)
    text.withUnsafeBufferPointer { if let start = $0.baseAddress { add(ByteRun(start, text.count)) } }
  }

  /// A sum as programs read it: `1234.50`.
  @inline(__always)
  mutating func add(_ money: Money) {
    if money.pence < 0 { add(UInt8(ascii: "-")) }
    let (pounds, pence) = money.pence.magnitude.quotientAndRemainder(dividingBy: 100)
    add(number: pounds)
    add(UInt8(ascii: "."))
    addPair(pence)
  }

  @inline(__always)
  mutating func add(number: UInt64) {
    if number < 10 { return add(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number)) }
    if number < 100 { return addPair(number) }
    if number < 10_000 {
      let (high, low) = number.quotientAndRemainder(dividingBy: 100)
      add(number: high)
      return addPair(low)
    }
    add(large: number)
  }

  private mutating func add(large number: UInt64) {
    let (high, low) = number.quotientAndRemainder(dividingBy: 10_000)
    if high < 10_000 { add(number: high) } else { add(large: high) }
    let (first, second) = low.quotientAndRemainder(dividingBy: 100)
    addPair(first)
    addPair(second)
  }

  /// Two digits of a number below a hundred.
  @inline(__always)
  mutating func addPair(_ number: UInt64) {
    let (tens, ones) = number.quotientAndRemainder(dividingBy: 10)
    end[0] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: tens)
    end[1] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: ones)
    bytes.count += 2
  }

  /// A day as ISO 8601 has it.
  @inline(__always)
  mutating func add(_ day: CivilDate) {
    let (year, month, date) = day.parts
    let (century, rest) = UInt64(year).quotientAndRemainder(dividingBy: 100)
    addPair(century)
    addPair(rest)
    add(UInt8(ascii: "-"))
    addPair(UInt64(month))
    add(UInt8(ascii: "-"))
    addPair(UInt64(date))
  }
}

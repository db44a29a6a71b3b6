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

/// Writing on from a place in memory in which there is room: eight bytes more than what is written.
extension UnsafeMutablePointer where Pointee == UInt8 {
  /// Short runs are copied eight bytes at a time, over what is behind them, which is written next.
  @inline(__always)
  mutating func add(_ run: ByteRun) {
    if run.count <= 64 {
      let (from, to) = (UnsafeRawPointer(run.start), UnsafeMutableRawPointer(self))
      var place = 0
      while place < run.count {
        to.storeBytes(
          of: from.loadUnaligned(fromByteOffset: place, as: UInt64.self), toByteOffset: place, as: UInt64.self)
        place &+= 8
      }
    } else {
      update(from: run.start, count: run.count)
    }
    self += run.count
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
    pointee = UInt8(ascii: ".")
    self += 1
    addPair(pence)
  }

  @inline(__always)
  mutating func add(number: UInt64) {
    if number < 10 { return add(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: number)) }
    if number < 100 { return addPair(number) }
    addLarge(number)
  }

  @inline(never)
  private mutating func addLarge(_ number: UInt64) {
    let (high, low) = number.quotientAndRemainder(dividingBy: 100)
    add(number: high)
    addPair(low)
  }

  /// Two digits of a number below a hundred.
  @inline(__always)
  mutating func addPair(_ number: UInt64) {
    let (tens, ones) = number.quotientAndRemainder(dividingBy: 10)
    self[0] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: tens)
    self[1] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: ones)
    self += 2
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

import Redress

/// Sentences of an explanation, written straight into a row. Words are bytes that stand in JSON as they are.
///
/// There is always room for the engine's own words: each sum, day and word asks for more than a sentence has of them.
extension RowText: Sentences {
  typealias Words = ByteRun

  @inline(__always)
  mutating func say(_ text: StaticString) { add(text) }

  @inline(__always)
  mutating func say(_ words: ByteRun) { copy(words) }

  @inline(__always)
  mutating func say(_ count: Int64) {
    reserve(1024)
    if count < 0 { add(UInt8(ascii: "-")) }
    add(number: count.magnitude)
  }

  @inline(__always)
  mutating func say(_ sum: Money) {
    reserve(1024)
    if sum.pence < 0 { add("−£") } else { add("£") }
    let (pounds, pence) = sum.pence.magnitude.quotientAndRemainder(dividingBy: 100)
    if pounds < 1000 { add(below1000: pounds) } else { add(thousands: pounds) }
    add(UInt8(ascii: "."))
    addPair(pence)
  }

  @inline(__always)
  private mutating func add(below1000 number: UInt64) {
    if number < 10 { return add(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: number)) }
    if number < 100 { return addPair(number) }
    let (hundreds, rest) = number.quotientAndRemainder(dividingBy: 100)
    add(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: hundreds))
    addPair(rest)
  }

  @inline(never)
  private mutating func add(thousands number: UInt64) {
    let (high, low) = number.quotientAndRemainder(dividingBy: 1000)
    if high < 1000 { add(below1000: high) } else { add(thousands: high) }
    let (hundreds, rest) = low.quotientAndRemainder(dividingBy: 100)
    add(UInt8(ascii: ","))
    add(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: hundreds))
    addPair(rest)
  }

  @inline(__always)
  mutating func say(_ day: CivilDate) {
    reserve(1024)
    bytes.count += days.write(day, at: UnsafeMutableRawPointer(bytes.start + bytes.count))
  }

  /// Adds bytes that are kept with room behind them, 32 at a time, over what is behind them here.
  @inline(__always)
  mutating func copy(_ run: ByteRun) {
    reserve(run.count + 1024)
    let (from, to) = (UnsafeRawPointer(run.start), UnsafeMutableRawPointer(bytes.start + bytes.count))
    var place = 0
    while place < run.count {
      to.storeBytes(
        of: from.loadUnaligned(fromByteOffset: place, as: SIMD32<UInt8>.self), toByteOffset: place,
        as: SIMD32<UInt8>.self)
      place &+= 32
    }
    bytes.count += run.count
  }
}

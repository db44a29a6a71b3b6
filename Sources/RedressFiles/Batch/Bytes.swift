import Foundation

/// The scan of a batch reads each byte of a file once, so it reads memory as it lies: no bounds are checked and nothing
/// is copied. Every run of bytes lies in a ``ByteBuffer``, which outlives it and ends with ``ByteBuffer/padding`` zero
/// bytes, or in a ``ScanMemory``, with as many bytes behind it, so that a few bytes past the end may be looked at.
typealias Bytes = UnsafePointer<UInt8>

/// Some bytes of the buffer that is being scanned.
struct ByteRun: @unchecked Sendable {
  let start: Bytes
  let count: Int

  init(_ start: Bytes, _ count: Int) {
    self.start = start
    self.count = count
  }

  init(_ start: Bytes, upTo end: Bytes) { self.init(start, end - start) }

  /// No bytes; they lie nowhere, and are never looked at.
  static let empty = ByteRun(UnsafePointer(bitPattern: 1)!, 0)

  /// The same bytes, copied out of the buffer.
  var array: [UInt8] { Array(UnsafeBufferPointer(start: start, count: count)) }

  var text: String { String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self) }

  @inline(__always)
  func isSame(as other: ByteRun) -> Bool {
    guard count == other.count else { return false }
    var place = 0
    while place &+ 8 <= count {
      if (start + place).word != (other.start + place).word { return false }
      place &+= 8
    }
    while place < count {
      if start[place] != other.start[place] { return false }
      place &+= 1
    }
    return true
  }

  /// Whether there is anything but white space in it. Bytes past ASCII are not looked at more closely, and count for
  /// nothing.
  @inline(__always)
  var hasInk: Bool { (count > 0 && start.pointee > 0x20 && start.pointee < 0x7F) || hasInkWithin }

  @inline(never)
  private var hasInkWithin: Bool {
    for place in 0..<count where start[place] > 0x20 && start[place] < 0x7F { return true }
    return false
  }

  var isASCII: Bool { UnsafeBufferPointer(start: start, count: count).allSatisfy { $0 < 0x80 } }

  /// How many line feeds are in it.
  var lineFeeds: Int {
    var (found, place, left) = (0, UnsafeRawPointer(start), count)
    while left > 0, let next = memchr(place, Int32(UInt8.lineFeed), left) {
      found += 1
      left -= UnsafeRawPointer(next) - place + 1
      place = UnsafeRawPointer(next) + 1
    }
    return found
  }

  /// Whether it is UTF-8 without a NUL byte.
  var isText: Bool { UTF8Check.isText(UnsafeBufferPointer(start: start, count: count)) }
}

extension UnsafePointer where Pointee == UInt8 {
  /// The eight bytes from here on, the first of them lowest.
  @inline(__always)
  var word: UInt64 { UInt64(littleEndian: UnsafeRawPointer(self).loadUnaligned(as: UInt64.self)) }

  /// From here on, the first byte that is a quote, a backslash, a character of control or past ASCII.
  @inline(__always)
  var textStop: Bytes { stop(before: 0x5C) }

  /// From here on, the first byte that is a quote, a certain other character, one of control or past ASCII. As signed
  /// numbers, the last two are all below a space.
  @inline(__always)
  func stop(before other: Int8) -> Bytes {
    var place = self
    while true {
      let block = UnsafeRawPointer(place).loadUnaligned(as: SIMD16<Int8>.self)
      // The types are written out, as what is chosen for others compares byte by byte.
      let quotes = block .== SIMD16<Int8>(repeating: 0x22)
      let others = block .== SIMD16<Int8>(repeating: other)
      let unusual = block .< SIMD16<Int8>(repeating: 0x20)
      let stops = quotes .| others .| unusual
      let marks = unsafeBitCast(stops, to: SIMD2<UInt64>.self)
      if marks[0] | marks[1] == 0 {
        place += 16
        continue
      }
      if marks[0] != 0 { return place + UInt64(littleEndian: marks[0]).firstMark }
      return place + (8 &+ UInt64(littleEndian: marks[1]).firstMark)
    }
  }
}

/// Eight bytes looked at together, the first of them lowest. Each search marks the bytes that it finds with their
/// highest bit. Above the first one found there may be marks that mean nothing, so only the first is looked at.
///
/// Plain words are used because the standard library's vectors have no quick way to the first lane that is set.
extension UInt64 {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// Bytes of one value.
  @inline(__always)
  func marks(of byte: UInt8) -> UInt64 {
    let differences = self ^ (Self.ones &* UInt64(byte))
    return (differences &- Self.ones) & ~differences & Self.highs
  }

  /// Characters of control, and bytes past ASCII.
  @inline(__always)
  var marksOfUnusual: UInt64 { ((self &- Self.ones &* 0x20) & ~self | self) & Self.highs }

  /// Bytes past ASCII.
  @inline(__always)
  var marksPastASCII: UInt64 { self & Self.highs }

  /// The number whose eight digits these are, the first of them lowest.
  @inline(__always)
  var valueOfDigits: UInt64 {
    let pairs = (self &* 2561) &>> 8 & 0x00FF_00FF_00FF_00FF
    let fours = (pairs &* 6_553_601) &>> 16 & 0x0000_FFFF_0000_FFFF
    return (fours &* 42_949_672_960_001) &>> 32
  }

  /// The place of the first mark.
  @inline(__always)
  var firstMark: Int { trailingZeroBitCount >> 3 }
}

/// Memory for bytes that grows and never shrinks, with zero bytes after what it holds.
struct ByteBuffer: ~Copyable {
  /// How many bytes past the end may be looked at.
  static let padding = 64

  private(set) var start: UnsafeMutablePointer<UInt8>
  private(set) var capacity: Int
  var count = 0

  init(capacity: Int) {
    self.capacity = capacity
    start = Self.zeros(capacity + Self.padding)
  }

  deinit { free(start) }

  /// Memory of zero bytes, none of which takes room before it is written to.
  private static func zeros(_ count: Int) -> UnsafeMutablePointer<UInt8> {
    guard let start = calloc(count, 1) else { fatalError("there is no memory for \(count) bytes") }
    return start.assumingMemoryBound(to: UInt8.self)
  }

  /// Makes room for so many bytes in all.
  mutating func reserve(_ wanted: Int) {
    guard wanted > capacity else { return }
    let larger = max(wanted, capacity * 2)
    let moved = Self.zeros(larger + Self.padding)
    moved.update(from: start, count: count)
    free(start)
    start = moved
    capacity = larger
  }

  /// Adds bytes, and makes room for them first.
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let from = bytes.baseAddress else { return }
    reserve(count + bytes.count)
    (start + count).update(from: from, count: bytes.count)
    count += bytes.count
  }

  /// How many line feeds it holds.
  var lineFeeds: Int { ByteRun(start, count).lineFeeds }

  /// Sets the bytes behind the last one to zero.
  func pad() { (start + count).update(repeating: 0, count: Self.padding) }
}

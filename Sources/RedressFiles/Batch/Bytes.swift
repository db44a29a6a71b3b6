/// The scan of a batch reads each byte of a file once, so it reads memory as it lies: no bounds are checked and nothing
/// is copied. Every run of bytes lies in a ``ByteBuffer``, which outlives it and ends with ``ByteBuffer/padding`` zero
/// bytes, so that a few bytes past the end may be looked at.
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

  func isSame(as other: ByteRun) -> Bool {
    count == other.count && UnsafeBufferPointer(start: start, count: count).elementsEqual(
      UnsafeBufferPointer(start: other.start, count: other.count))
  }

  func isSame(as other: [UInt8]) -> Bool {
    count == other.count && UnsafeBufferPointer(start: start, count: count).elementsEqual(other)
  }

  /// Whether there is anything but white space in it. Bytes past ASCII are not looked at more closely, and count for
  /// nothing.
  var hasInk: Bool {
    for place in 0..<count where start[place] > 0x20 && start[place] < 0x7F { return true }
    return false
  }

  /// Whether it is UTF-8 without a NUL byte.
  var isText: Bool { UTF8Check.isText(UnsafeBufferPointer(start: start, count: count)) }
}

extension UnsafePointer where Pointee == UInt8 {
  /// The eight bytes from here on, the first of them lowest.
  @inline(__always)
  var word: UInt64 { UInt64(littleEndian: UnsafeRawPointer(self).loadUnaligned(as: UInt64.self)) }

  /// The sixteen bytes from here on.
  @inline(__always)
  var sixteen: SIMD16<UInt8> { UnsafeRawPointer(self).loadUnaligned(as: SIMD16<UInt8>.self) }
}

extension SIMDMask where Storage == SIMD16<Int8> {
  /// The place of the first lane that is set; `nil` where none is.
  @inline(__always)
  var firstPlace: Int? {
    let halves = unsafeBitCast(self, to: SIMD2<UInt64>.self)
    if halves[0] != 0 { return halves[0].trailingZeroBitCount >> 3 }
    if halves[1] != 0 { return 8 + halves[1].trailingZeroBitCount >> 3 }
    return nil
  }
}

extension SIMD16<UInt8> {
  /// The sum of lanes that are small enough for it.
  @inline(__always)
  fileprivate var total: Int {
    let halves = unsafeBitCast(self, to: SIMD2<UInt64>.self)
    return Int(truncatingIfNeeded: ((halves[0] &+ halves[1]) &* 0x0101_0101_0101_0101) >> 56)
  }
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
    start = .allocate(capacity: capacity + Self.padding)
    start.initialize(repeating: 0, count: capacity + Self.padding)
  }

  deinit { start.deallocate() }

  /// Makes room for so many bytes in all.
  mutating func reserve(_ wanted: Int) {
    guard wanted > capacity else { return }
    let larger = max(wanted, capacity * 2)
    let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger + Self.padding)
    moved.initialize(from: start, count: count)
    (moved + count).initialize(repeating: 0, count: larger + Self.padding - count)
    start.deallocate()
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
  var lineFeeds: Int {
    var (found, place) = (0, 0)
    while place + 16 <= count {
      let isLineFeed = Bytes(start + place).sixteen .== .lineFeed
      found += SIMD16<UInt8>(repeating: 0).replacing(with: 1, where: isLineFeed).total
      place += 16
    }
    while place < count {
      if start[place] == .lineFeed { found += 1 }
      place += 1
    }
    return found
  }

  /// Sets the bytes behind the last one to zero.
  func pad() { (start + count).update(repeating: 0, count: Self.padding) }
}

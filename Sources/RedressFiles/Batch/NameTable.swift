/// Finds names among bytes: what each is the name of, as a number.
///
/// A name is compared by its first and its last eight bytes, and one of more than sixteen by all of them. It is filled
/// once, in memory of a ``ScanMemory`` that outlives it, so that a search counts no references.
struct NameTable {
  private struct Entry {
    var first: UInt64 = 0
    var last: UInt64 = 0
    var count = -1
    var place = -1
    var bytes: Bytes?
  }

  private let entries: UnsafePointer<Entry>
  private let mask: Int

  /// A table of names, each with its number. No name may stand twice.
  init(_ names: [(name: String, place: Int)], in memory: ScanMemory) {
    var size = 8
    while size < names.count * 3 { size *= 2 }
    mask = size - 1
    let entries = memory.room(for: Entry(), count: size)
    for (name, place) in names {
      let run = memory.keep(Array(name.utf8))
      let (first, last) = Self.ends(run)
      var slot = Self.slot(first, last, run.count) & mask
      while entries[slot].place >= 0 { slot = (slot + 1) & mask }
      entries[slot] = Entry(first: first, last: last, count: run.count, place: place, bytes: run.start)
    }
    self.entries = UnsafePointer(entries)
  }

  init(_ names: [String], in memory: ScanMemory) { self.init(names.enumerated().map { ($1, $0) }, in: memory) }

  /// The number of a name; -1 where it is none of them.
  @inline(__always)
  func place(of name: ByteRun) -> Int {
    let (first, last) = Self.ends(name)
    var slot = Self.slot(first, last, name.count) & mask
    while true {
      let entry = entries + slot
      if entry.pointee.first == first, entry.pointee.last == last, entry.pointee.count == name.count {
        if name.count <= 16 || name.isSame(as: ByteRun(entry.pointee.bytes!, name.count)) { return entry.pointee.place }
      }
      if entry.pointee.place < 0 { return -1 }
      slot = (slot &+ 1) & mask
    }
  }

  /// The number of a name in quotes, and the place behind it; -1 where it is none of them. A name needs no escapes.
  @inline(__always)
  func pass(quoted at: Bytes) -> (place: Int, end: Bytes) {
    guard at.pointee == UInt8(ascii: "\"") else { return (-1, at) }
    let ends = (at + 1).word.marks(of: UInt8(ascii: "\""))
    guard ends != 0 else { return pass(quotedLong: at) }
    let place = place(at + 1, ends)
    return place >= 0 ? (place, at + (ends.firstMark &+ 2)) : (-1, at)
  }

  /// The number of a name that a certain byte ends, and the place of that byte; -1 where it is none of them.
  @inline(__always)
  func pass(_ at: Bytes, until end: UInt8) -> (place: Int, end: Bytes) {
    let ends = at.word.marks(of: end)
    guard ends != 0 else { return pass(long: at, until: end) }
    return (place(at, ends), at + ends.firstMark)
  }

  /// The number of a name of less than eight bytes, whose end is the first mark.
  @inline(__always)
  private func place(_ start: Bytes, _ ends: UInt64) -> Int {
    let count = ends.firstMark
    // All ones below the first mark, which is the highest bit of the byte at the end.
    let first = start.word & ((ends & (0 &- ends)) >> 7 &- 1)
    var slot = Self.slot(first, 0, count) & mask
    while true {
      let entry = entries + slot
      if entry.pointee.first == first, entry.pointee.count == count { return entry.pointee.place }
      if entry.pointee.place < 0 { return -1 }
      slot = (slot &+ 1) & mask
    }
  }

  /// The same of a name of eight bytes or more.
  @inline(never)
  private func pass(long start: Bytes, until end: UInt8) -> (place: Int, end: Bytes) {
    var at = start
    while at.pointee != end, at.pointee >= 0x20 { at += 1 }
    return (at.pointee == end ? place(of: ByteRun(start, upTo: at)) : -1, at)
  }

  /// The same of a name of eight bytes or more.
  @inline(never)
  private func pass(quotedLong start: Bytes) -> (place: Int, end: Bytes) {
    var at = start
    guard at.passString(escapes: false) else { return (-1, at) }
    return (place(of: ByteRun(start + 1, upTo: at - 1)), at)
  }

  /// The first and the last eight bytes; of a shorter name all of it, and nothing.
  @inline(__always)
  private static func ends(_ name: ByteRun) -> (UInt64, UInt64) {
    if name.count >= 8 { return (name.start.word, (name.start + (name.count - 8)).word) }
    return (name.start.word & ((1 << UInt64(truncatingIfNeeded: name.count &* 8)) &- 1), 0)
  }

  @inline(__always)
  private static func slot(_ first: UInt64, _ last: UInt64, _ count: Int) -> Int {
    let mixed =
      (first ^ (last &* 0x9E37_79B9_7F4A_7C15) ^ UInt64(truncatingIfNeeded: count)) &* 0xC2B2_AE3D_27D4_EB4F
    return Int(truncatingIfNeeded: mixed >> 40)
  }
}

/// Memory that is filled while an edition is opened, read while its cases are scanned, and given back at the end. What
/// lies in it are plain numbers and bytes; a few places are room for the scan itself.
final class ScanMemory {
  private var blocks: [UnsafeMutableRawPointer] = []

  deinit { for block in blocks { block.deallocate() } }

  /// Room for plain values, each set to one value.
  func room<Value: BitwiseCopyable>(for value: Value, count: Int) -> UnsafeMutablePointer<Value> {
    let start = UnsafeMutablePointer<Value>.allocate(capacity: max(count, 1))
    start.initialize(repeating: value, count: max(count, 1))
    blocks.append(UnsafeMutableRawPointer(start))
    return start
  }

  func keep<Value: BitwiseCopyable>(_ values: [Value]) -> UnsafePointer<Value> {
    guard let first = values.first else { return UnsafePointer(bitPattern: 64)! }
    let start = room(for: first, count: values.count)
    for place in values.indices { start[place] = values[place] }
    return UnsafePointer(start)
  }

  /// Bytes, with room behind them that may be looked at.
  func keep(_ bytes: [UInt8]) -> ByteRun {
    let start = room(for: UInt8(0), count: bytes.count + ByteBuffer.padding)
    for place in bytes.indices { start[place] = bytes[place] }
    return ByteRun(start, bytes.count)
  }

  func keep(_ text: String) -> ByteRun { keep(Array(text.utf8)) }
}

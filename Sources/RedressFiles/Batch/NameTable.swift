/// Finds names among bytes: what each is the name of, as a number.
///
/// A name is compared by its first and its last eight bytes, and one of more than sixteen by all of them. It is filled
/// once, and its memory is plain so that a search counts no references.
final class NameTable {
  private struct Entry {
    var first: UInt64 = 0
    var last: UInt64 = 0
    var count = -1
    var place = -1
    var start = 0
  }

  private let entries: UnsafeMutablePointer<Entry>
  private let bytes: UnsafeMutablePointer<UInt8>
  private let mask: Int

  /// A table of names, each with its number. No name may stand twice.
  init(_ names: [(name: String, place: Int)]) {
    var size = 8
    while size < names.count * 3 { size *= 2 }
    mask = size - 1
    entries = .allocate(capacity: size)
    entries.initialize(repeating: Entry(), count: size)
    let total = names.reduce(0) { $0 + $1.name.utf8.count }
    bytes = .allocate(capacity: total + ByteBuffer.padding)
    bytes.initialize(repeating: 0, count: total + ByteBuffer.padding)
    var start = 0
    for (name, place) in names {
      for (offset, byte) in name.utf8.enumerated() { bytes[start + offset] = byte }
      add(ByteRun(Bytes(bytes) + start, name.utf8.count), place, start)
      start += name.utf8.count
    }
  }

  convenience init(_ names: [String]) { self.init(names.enumerated().map { ($1, $0) }) }

  deinit {
    entries.deallocate()
    bytes.deallocate()
  }

  private func add(_ name: ByteRun, _ place: Int, _ start: Int) {
    let (first, last) = Self.ends(name)
    var slot = Self.slot(first, last, name.count) & mask
    while entries[slot].place >= 0 { slot = (slot + 1) & mask }
    entries[slot] = Entry(first: first, last: last, count: name.count, place: place, start: start)
  }

  /// The number of a name; -1 where it is none of them.
  @inline(__always)
  func place(of name: ByteRun) -> Int {
    let (first, last) = Self.ends(name)
    var slot = Self.slot(first, last, name.count) & mask
    while true {
      let entry = entries + slot
      if entry.pointee.count == name.count, entry.pointee.first == first, entry.pointee.last == last {
        if name.count <= 16 || name.isSame(as: ByteRun(Bytes(bytes) + entry.pointee.start, name.count)) {
          return entry.pointee.place
        }
      }
      if entry.pointee.place < 0 { return -1 }
      slot = (slot + 1) & mask
    }
  }

  /// The first and the last eight bytes; of a shorter name all of it, and nothing.
  @inline(__always)
  private static func ends(_ name: ByteRun) -> (UInt64, UInt64) {
    if name.count >= 8 { return (name.start.word, (name.start + (name.count - 8)).word) }
    return (name.start.word & ((1 << UInt64(name.count * 8)) - 1), 0)
  }

  @inline(__always)
  private static func slot(_ first: UInt64, _ last: UInt64, _ count: Int) -> Int {
    let mixed = (first ^ (last &* 0x9E37_79B9_7F4A_7C15) ^ UInt64(count)) &* 0xC2B2_AE3D_27D4_EB4F
    return Int(truncatingIfNeeded: mixed >> 40)
  }
}

/// A row of small values that is written over for each case, in room that it keeps.
///
/// An array asks at each write whether a copy shares its storage. For the lines of a case that costs more than the
/// writing itself. A row asks once, when it is cleared for the next case, and then writes straight to its storage. That
/// is the one reason for the unsafe pointer in here: it makes an assessment about a third shorter. Each place is still
/// checked to lie within the row.
///
/// To anybody outside it is a collection like any other: it is copied by value.
public struct KeptRow<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  @usableFromInline typealias Storage = ManagedBuffer<Void, Element>

  @usableFromInline var storage: Storage
  @usableFromInline var room: Int
  @usableFromInline var length: Int

  /// A row of no values.
  public init() { self.init(room: 0) }

  @usableFromInline
  init(room: Int) {
    storage = Storage.create(minimumCapacity: room) { _ in }
    self.room = room
    length = 0
  }

  /// How many values it has.
  @inlinable public var count: Int { length }

  // MARK: Writing over

  /// Whether no copy shares its storage.
  @inlinable
  var isOwn: Bool {
    @inline(__always) mutating get { isKnownUniquelyReferenced(&storage) }
  }

  /// Takes all values out for the next case. From here on the storage is its own.
  @inlinable @inline(__always)
  mutating func clear() {
    if !isOwn { self = KeptRow(room: room) }
    length = 0
  }

  /// Takes all values out of a row whose storage is its own.
  @inlinable @inline(__always)
  mutating func drop() {
    assert(isOwn, "a row that shares its storage is not written over")
    length = 0
  }

  /// Takes the last values out of a row whose storage is its own.
  @inlinable @inline(__always)
  mutating func drop(from place: Int) {
    precondition(place >= 0 && place <= count, "a place of the row")
    length = place
  }

  /// Adds a value, to a row that has been cleared and not been copied since.
  @inlinable @inline(__always)
  mutating func add(_ value: Element) {
    assert(isOwn, "a row that shares its storage is not written over")
    if count == room { grow(to: count + 1) }
    storage.withUnsafeMutablePointerToElements { ($0 + count).initialize(to: value) }
    length += 1
  }

  /// Adds some values of another row.
  @inlinable @inline(__always)
  mutating func add(_ others: KeptRow, _ places: Range<Int>) {
    assert(isOwn, "a row that shares its storage is not written over")
    precondition(places.lowerBound >= 0 && places.upperBound <= others.count, "places of the other row")
    if count + places.count > room { grow(to: count + places.count) }
    storage.withUnsafeMutablePointerToElements { mine in
      others.storage.withUnsafeMutablePointerToElements { theirs in
        (mine + count).initialize(from: theirs + places.lowerBound, count: places.count)
      }
    }
    length += places.count
  }

  /// A value that is changed in its place, in a row that has been cleared and not been copied since.
  @inlinable
  subscript(own place: Int) -> Element {
    @inline(__always) get { self[place] }
    @inline(__always) _modify {
      assert(isOwn, "a row that shares its storage is not written over")
      precondition(place >= 0 && place < count, "a place of the row")
      yield &storage.withUnsafeMutablePointerToElements { $0 + place }.pointee
    }
  }

  /// The same where the place has been checked already.
  @inlinable
  subscript(inside place: Int) -> Element {
    @inline(__always) get { storage.withUnsafeMutablePointerToElements { $0[place] } }
    @inline(__always) set {
      assert(isOwn && place >= 0 && place < count, "a place of a row that is its own")
      storage.withUnsafeMutablePointerToElements { $0[place] = newValue }
    }
  }

  /// The values as they lie, for a loop that has checked its places.
  @inlinable @inline(__always)
  func withValues(_ read: (UnsafePointer<Element>) -> Void) {
    storage.withUnsafeMutablePointerToElements { read(UnsafePointer($0)) }
  }

  /// The same for writing over them, in a row whose storage is its own.
  @inlinable @inline(__always)
  mutating func withRoom(_ write: (UnsafeMutablePointer<Element>) -> Void) {
    assert(isOwn, "a row that shares its storage is not written over")
    storage.withUnsafeMutablePointerToElements { write($0) }
  }

  // MARK: Room

  @usableFromInline @inline(never)
  mutating func grow(to needed: Int) { move(to: KeptRow(room: Swift.max(needed, 2 * room, 16))) }

  /// Makes the storage its own where a copy shares it.
  @usableFromInline
  mutating func makeOwn() {
    if !isOwn { move(to: KeptRow(room: room)) }
  }

  private mutating func move(to other: KeptRow) {
    var other = other
    other.storage.withUnsafeMutablePointerToElements { theirs in
      storage.withUnsafeMutablePointerToElements { theirs.initialize(from: $0, count: count) }
    }
    other.length = count
    self = other
  }
}

extension KeptRow {
  /// A row of these values.
  public init(_ values: some Collection<Element>) {
    self.init(room: values.count)
    for value in values { add(value) }
  }
}

extension KeptRow: RandomAccessCollection, MutableCollection, RangeReplaceableCollection {
  /// The first place, which is 0.
  @inlinable public var startIndex: Int { 0 }
  /// The place behind the last.
  @inlinable public var endIndex: Int { count }

  /// The value at a place.
  @inlinable
  public subscript(place: Int) -> Element {
    get {
      precondition(place >= 0 && place < count, "a place of the row")
      return storage.withUnsafeMutablePointerToElements { $0[place] }
    }
    set {
      precondition(place >= 0 && place < count, "a place of the row")
      makeOwn()
      storage.withUnsafeMutablePointerToElements { $0[place] = newValue }
    }
  }

  /// Adds a value.
  public mutating func append(_ value: Element) {
    makeOwn()
    add(value)
  }

  /// Puts other values in the place of some.
  public mutating func replaceSubrange(_ places: Range<Int>, with others: some Collection<Element>) {
    var all = ContiguousArray(self)
    all.replaceSubrange(places, with: others)
    var row = KeptRow(room: all.count)
    for value in all { row.add(value) }
    self = row
  }
}

extension KeptRow: Equatable where Element: Equatable {
  /// Whether both have the same values in the same order.
  public static func == (one: KeptRow, other: KeptRow) -> Bool { one.elementsEqual(other) }
}

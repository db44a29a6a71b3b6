import Redress

/// Days in words, each kept in the place of its number until another day wants that place: the cases of a file mostly
/// speak of the same few years.
struct DayWords: ~Copyable {
  /// The words of a day, how many bytes they are, and its number.
  private struct Kept {
    var words: (UInt64, UInt64, UInt64) = (0, 0, 0)
    var count: Int32 = 0
    var day = Int32.min
  }

  private static let places: Int32 = 4096
  private let kept: UnsafeMutablePointer<Kept>

  init() {
    kept = .allocate(capacity: Int(Self.places))
    kept.initialize(repeating: Kept(), count: Int(Self.places))
  }

  deinit { kept.deallocate() }

  /// Writes a day where there is room for 24 bytes. Gives how many it takes.
  @inline(__always)
  func write(_ day: CivilDate, at start: UnsafeMutableRawPointer) -> Int {
    let place = kept + Int(day.dayNumber & (Self.places - 1))
    if place.pointee.day != day.dayNumber { keep(day, place) }
    start.storeBytes(of: place.pointee.words.0, as: UInt64.self)
    start.storeBytes(of: place.pointee.words.1, toByteOffset: 8, as: UInt64.self)
    start.storeBytes(of: place.pointee.words.2, toByteOffset: 16, as: UInt64.self)
    return Int(place.pointee.count)
  }

  @inline(never)
  private func keep(_ day: CivilDate, _ place: UnsafeMutablePointer<Kept>) {
    let words = Array(day.description.utf8)
    precondition(words.count <= 24, "a day takes at most 24 bytes")
    place.pointee = Kept(count: Int32(words.count), day: day.dayNumber)
    withUnsafeMutableBytes(of: &place.pointee.words) { $0.copyBytes(from: words) }
  }
}

import Foundation
import Redress

/// Days in words, each kept in the place of its number until another day wants that place: the cases of a file mostly
/// speak of the same few years.
struct DayWords: ~Copyable {
  /// The words of a day, how many bytes they are, and its number. Where there are no words yet, all of it is zero.
  private struct Kept {
    var words: (UInt64, UInt64, UInt64) = (0, 0, 0)
    var count: Int32 = 0
    var day: Int32 = 0
  }

  private static let places: Int32 = 4096
  private let kept: UnsafeMutablePointer<Kept>

  init() {
    // Zero bytes take no room before they are written to, and many a batch writes no day in words.
    guard let start = calloc(Int(Self.places), MemoryLayout<Kept>.stride) else { fatalError("there is no memory left") }
    kept = start.bindMemory(to: Kept.self, capacity: Int(Self.places))
  }

  deinit { free(kept) }

  /// Writes a day where there is room for 24 bytes. Gives how many it takes.
  @inline(__always)
  func write(_ day: CivilDate, at start: UnsafeMutableRawPointer) -> Int {
    let place = kept + Int(day.dayNumber & (Self.places - 1))
    if place.pointee.day != day.dayNumber || place.pointee.count == 0 { keep(day, place) }
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

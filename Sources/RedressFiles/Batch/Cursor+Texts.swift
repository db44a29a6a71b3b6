import Foundation
import Redress

/// Reading on over keys and texts.
extension UnsafePointer where Pointee == UInt8 {
  /// A key and its colon, up to the value. One with an escape or a character past ASCII is no known name.
  @inline(__always)
  mutating func key() -> ByteRun? {
    blanks()
    guard take(UInt8(ascii: "\"")) else { return nil }
    let stop = textStop
    guard stop.pointee == UInt8(ascii: "\"") else { return nil }
    let key = ByteRun(self, upTo: stop)
    self = stop + 1
    blanks()
    guard take(UInt8(ascii: ":")) else { return nil }
    return key
  }

  /// A text in quotes without escapes that is not blank.
  @inline(__always)
  mutating func plainWords() -> ByteRun? {
    guard pointee == UInt8(ascii: "\"") else { return nil }
    let start = self + 1
    guard passString(escapes: false) else { return nil }
    let run = ByteRun(start, upTo: self - 1)
    return run.count > 0 && run.count <= CaseShapes.longestText && run.hasInk ? run : nil
  }

  /// A text in quotes, perhaps with escapes, that is not blank.
  @inline(__always)
  mutating func words() -> ScannedText? {
    guard pointee == UInt8(ascii: "\"") else { return nil }
    let (start, stop) = (self + 1, (self + 1).textStop)
    guard stop.pointee == UInt8(ascii: "\"") else {
      guard let text = Self.unusualWords(from: start, stop) else { return nil }
      self = text.run.start + text.run.count + 1
      return text
    }
    self = stop + 1
    let run = ByteRun(start, upTo: stop)
    return run.count > 0 && run.count <= CaseShapes.longestText && run.hasInk ? ScannedText(run) : nil
  }

  /// A text that holds an escape or a character past ASCII.
  @inline(never)
  private static func unusualWords(from start: Bytes, _ stop: Bytes) -> ScannedText? {
    guard let end = rest(of: start, from: stop, escapes: true) else { return nil }
    let run = ByteRun(start, upTo: end - 1)
    let text = ScannedText(run, hasEscapes: memchr(start, Int32(UInt8(ascii: "\\")), run.count) != nil)
    // An escape is longer than what it stands for, so that this is no shorter than the text.
    return run.count <= CaseShapes.longestText && text.hasInk ? text : nil
  }

  /// Passes over a text in quotes.
  @inline(__always)
  mutating func passString(escapes: Bool) -> Bool {
    let stop = (self + 1).textStop
    guard stop.pointee == UInt8(ascii: "\"") else {
      guard let end = Self.rest(of: self + 1, from: stop, escapes: escapes) else { return false }
      self = end
      return true
    }
    self = stop + 1
    return true
  }

  /// The end of a text that holds an escape or a character past ASCII. The place itself is not handed over, so that it
  /// need not lie in memory.
  @inline(never)
  private static func rest(of start: Bytes, from first: Bytes, escapes: Bool) -> Bytes? {
    var place = first
    while place.pointee != UInt8(ascii: "\"") {
      if place.pointee < 0x20 { return nil }
      if place.pointee == UInt8(ascii: "\\") {
        guard escapes, let (_, next) = place.escaped else { return nil }
        place = next
      } else {
        place += 1
      }
    }
    return ByteRun(start, upTo: place).isText ? place + 1 : nil
  }
}

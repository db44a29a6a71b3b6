import Foundation

/// Where the records of a text end: with a line feed, and in a table not within quotes.
///
/// It finds them as ``CSVReader`` does: a quote opens a cell only at its beginning, and after a fault the record ends
/// with its line. A quoted cell longer than ``BatchSettings/longestLine`` is taken for one that was never closed: its
/// record ends with the line that it reaches then, so that one quote too many does not take the rest of the file.
enum RecordEnds {
  /// The end of the last record that is whole, just behind its line feed; `nil` where none is. `start` begins a record.
  static func last(_ start: Bytes, _ end: Bytes, isTable: Bool) -> Bytes? {
    guard isTable else { return lastLineFeed(start, end).map { $0 + 1 } }
    var from = start
    while true {
      guard let quote = first(UInt8(ascii: "\""), from, end) else { return lastLineFeed(start, end).map { $0 + 1 } }
      guard let next = afterQuote(quote, from: start, end) else {
        return lastLineFeed(start, quote).map { $0 + 1 }
      }
      from = next
    }
  }

  /// The end of the record that begins at `start`; the end of the text where no line feed ends it.
  static func first(_ start: Bytes, _ end: Bytes, isTable: Bool) -> Bytes {
    var from = start
    while true {
      guard let lineFeed = first(.lineFeed, from, end) else { return end }
      guard isTable, let quote = first(UInt8(ascii: "\""), from, lineFeed) else { return lineFeed + 1 }
      guard let next = afterQuote(quote, from: start, end) else { return end }
      if next > lineFeed, next[-1] == .lineFeed { return next }
      from = next
    }
  }

  /// Where reading goes on after a quote: behind the cell that it opens, or behind the line where it is a fault. `nil`
  /// where the text ends before.
  private static func afterQuote(_ quote: Bytes, from start: Bytes, _ end: Bytes) -> Bytes? {
    let opens = quote == start || quote[-1] == UInt8(ascii: ",") || quote[-1] == .lineFeed
    guard opens else { return first(.lineFeed, quote, end).map { $0 + 1 } }
    var from = quote + 1
    let furthest = end - quote > BatchSettings.longestLine ? quote + BatchSettings.longestLine : end
    while let close = first(UInt8(ascii: "\""), from, furthest) {
      if close + 1 == end { return nil }
      if close[1] == UInt8(ascii: "\"") {
        from = close + 2
        continue
      }
      let isEnd =
        close[1] == UInt8(ascii: ",") || close[1] == .lineFeed || (close[1] == .carriageReturn && close[2] == .lineFeed)
      return isEnd ? close + 1 : first(.lineFeed, close, end).map { $0 + 1 }
    }
    return furthest < end ? first(.lineFeed, furthest, end).map { $0 + 1 } : nil
  }

  private static func first(_ byte: UInt8, _ start: Bytes, _ end: Bytes) -> Bytes? {
    guard start < end, let found = memchr(start, Int32(byte), end - start) else { return nil }
    return UnsafePointer(found.assumingMemoryBound(to: UInt8.self))
  }

  private static func lastLineFeed(_ start: Bytes, _ end: Bytes) -> Bytes? {
    var place = end
    while place > start {
      place -= 1
      if place.pointee == .lineFeed { return place }
    }
    return nil
  }
}

import Foundation
import RedressFiles

/// Reads a file line by line, of whatever size it is.
final class LineReader {
  /// The most bytes of a line.
  static let longest = 2 * SourceText.largest
  private let descriptor: Int32
  private let path: String
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false
  /// Whether the line that was read last ended with a line feed.
  private(set) var isEnded = true

  init(_ path: String) throws(UnreadFile) {
    self.path = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor >= 0 { return }
    if errno == ENOENT || errno == ENOTDIR { throw .absent(path: path) }
    throw .unreadable(path: path, reason: String(cString: strerror(errno)))
  }

  deinit { close(descriptor) }

  /// The next line without its line feed; `nil` at the end.
  func next() throws -> [UInt8]? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: 10) {
        defer { start = end + 1 }
        isEnded = true
        return Array(buffer[start..<end])
      }
      if isAtEnd {
        defer { start = buffer.count }
        isEnded = false
        return start < buffer.count ? Array(buffer[start...]) : nil
      }
      buffer.removeFirst(start)
      start = 0
      searched = buffer.count
      try fill()
    }
  }

  private func fill() throws(UnreadFile) {
    guard buffer.count <= Self.longest else { throw .unreadable(path: path, reason: "a line of it is too long") }
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    let count = read(descriptor, &chunk, chunk.count)
    if count < 0 {
      if errno == EINTR { return }
      throw .unreadable(path: path, reason: String(cString: strerror(errno)))
    }
    if count == 0 { isAtEnd = true } else { buffer += chunk[..<count] }
  }
}

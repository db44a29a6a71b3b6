import Foundation

/// The bytes of a small file that is no text of ours: a key, a signature, a picture.
package enum FileBytes {
  /// Why there are none.
  package enum Unread: Error, Hashable {
    /// There is no such file, or it may not be read.
    case absent
    /// It is larger than the limit.
    case tooLarge
  }

  /// All bytes of a file. Of one that is larger, no more is read than shows it.
  package static func read(_ path: String, atMost limit: Int) throws(Unread) -> [UInt8] {
    guard let handle = FileHandle(forReadingAtPath: path) else { throw .absent }
    defer { try? handle.close() }
    var bytes: [UInt8] = []
    do {
      while bytes.count <= limit, let more = try handle.read(upToCount: min(1 << 20, limit + 1 - bytes.count)),
        !more.isEmpty
      {
        bytes += more
      }
    } catch { throw .absent }
    if bytes.count > limit { throw .tooLarge }
    return bytes
  }
}

import Foundation

/// Why a file did not become a text.
public enum UnreadFile: Error, Hashable, Sendable {
  /// There is no file of that path.
  case absent(path: String)
  /// The file is there and cannot be read: not allowed, a folder, or a disk that fails. The reason is mostly
  /// the system's own.
  case unreadable(path: String, reason: String)
  /// The file was read, and it is no text.
  case faulty(FaultList)
}

extension FaultList {
  /// The faults of a file that did not become a text.
  public init(_ unread: UnreadFile) {
    switch unread {
    case .absent(let path):
      self.init(Fault(.fileAbsent, in: path, says: "There is no such file.", mend: "Check the path."))
    case .unreadable(let path, let reason):
      self.init(
        Fault(
          .fileUnreadable, in: path, says: "The file cannot be read: \(reason).",
          mend: "Check what it is and who may read it."))
    case .faulty(let faults): self = faults
    }
  }
}

extension SourceText {
  /// Reads a file. At most one byte over the limit is read of it.
  public static func read(path: String, limit: Int = SourceText.largest) throws(UnreadFile) -> SourceText {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      let error = errno
      if error == ENOENT || error == ENOTDIR { throw .absent(path: path) }
      throw .unreadable(path: path, reason: reason(error))
    }
    defer { close(descriptor) }
    return try read(descriptor: descriptor, name: path, limit: limit)
  }

  /// Reads a file where one that is absent or cannot be read is a fault like any other.
  /// - Throws: `file.absent`, `file.unreadable`, and the faults of bytes that are no text.
  public init(path: String) throws(FaultList) {
    do throws(UnreadFile) { self = try Self.read(path: path) } catch { throw FaultList(error) }
  }

  /// Reads all of standard input, which faults then call `standard input`.
  public static func readStandardInput(limit: Int = SourceText.largest) throws(UnreadFile) -> SourceText {
    try read(descriptor: STDIN_FILENO, name: "standard input", limit: limit)
  }

  private static func read(descriptor: Int32, name: String, limit: Int) throws(UnreadFile) -> SourceText {
    let bytes = try bytes(of: descriptor, name: name, most: limit + 1)
    do { return try SourceText(name: name, bytes: bytes, limit: limit) } catch { throw .faulty(error) }
  }

  private static func bytes(of descriptor: Int32, name: String, most: Int) throws(UnreadFile) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count < most {
      let count = Foundation.read(descriptor, &chunk, min(chunk.count, most - bytes.count))
      if count == 0 { break }
      if count < 0 {
        if errno == EINTR { continue }
        throw .unreadable(path: name, reason: reason(errno))
      }
      bytes += chunk[..<count]
    }
    return bytes
  }

  private static func reason(_ error: Int32) -> String {
    error == EISDIR ? "it is a folder" : String(cString: strerror(error))
  }
}

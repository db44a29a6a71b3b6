import Foundation

/// Makes a file beside its place and puts it there whole, never over another.
enum NewFile {
  /// - Parameter body: fills the file of the path that it is given.
  static func make<Value>(_ path: String, _ body: (String) throws -> Value) throws -> Value {
    let isThere = RegisterFault.refusedFile(
      path: path, says: "\(path) is there already, and is never written over. Choose another name.")
    if FileManager.default.fileExists(atPath: path) { throw isThere }
    // Nobody but its owner may read what is personal in it.
    let old = umask(0o077)
    defer { umask(old) }
    let part = path + ".\(ProcessInfo.processInfo.processIdentifier).part"
    defer { for ending in ["", "-wal", "-shm", "-journal"] { unlink(part + ending) } }
    for ending in ["", "-wal", "-shm", "-journal"] { unlink(part + ending) }
    let value: Value
    do { value = try body(part) } catch let fault as RegisterFault where fault.path == part {
      throw fault.meant(for: path)
    }
    if link(part, path) == 0 { return value }
    if errno == EEXIST { throw isThere }
    throw RegisterFault.cannotWrite(path: path, says: String(cString: strerror(errno)))
  }
}

import Foundation

/// Begins the file that is written beside the place of a result.
enum NewPart {
  /// The rights of what several people of an office work on, such as an offer: the group may read it as far as the
  /// umask allows, and nobody else may.
  static let ofGroup: mode_t = 0o660
  /// The rights of what one person asked for, such as a list of payments.
  static let ofOwner: mode_t = 0o600

  /// Opens a file that is new. A link that somebody put in its place is taken away and not followed: what it leads to
  /// would be written over otherwise.
  static func open(_ path: String, rights: mode_t) throws -> FileHandle {
    unlink(path)
    let descriptor = Foundation.open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, rights)
    guard descriptor >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }
}

import GRDB

/// Why a register could not be used. Nothing in it was changed.
public enum RegisterFault: Error, Hashable, Sendable {
  /// There is no such file.
  case absent(path: String)
  /// The file is no register.
  case notARegister(path: String)
  /// A later version of this program made it.
  case newer(path: String)
  /// The file is damaged.
  case damaged(path: String, says: String)
  /// Somebody else is writing, and did not end in time.
  case locked(path: String)
  /// It cannot be written: the disk is full, or the file may only be read.
  case cannotWrite(path: String, says: String)
  /// Something that must be there before this can be done, or must not be.
  case refusedFile(path: String, says: String)

  /// What is wrong and what to do, in whole sentences.
  public var says: String {
    switch self {
    case .absent(let path): "There is no register \(path)."
    case .notARegister(let path): "\(path) is not a register of redress. Give the file that --register named first."
    case .newer(let path):
      "\(path) was written by a later version of redress, and is not touched by this one. Use that version."
    case .damaged(let path, let says):
      "\(path) is damaged: \(says). Nothing was changed. Keep the file as it is, and restore the last backup."
    case .locked(let path):
      "\(path) is being written by somebody else. Nothing was changed. Try again in a moment."
    case .cannotWrite(let path, let says): "\(path) cannot be written: \(says). Nothing was changed."
    case .refusedFile(_, let says): says
    }
  }

  /// What an error of the database means for a person.
  init(_ error: DatabaseError, path: String) {
    let detail = error.message.flatMap { $0 == "not an error" ? nil : $0 } ?? "\(error.resultCode)"
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(path: path)
    case .SQLITE_NOTADB: self = .notARegister(path: path)
    case .SQLITE_CORRUPT: self = .damaged(path: path, says: detail)
    case .SQLITE_FULL: self = .cannotWrite(path: path, says: "there is no room left")
    case .SQLITE_IOERR: self = .cannotWrite(path: path, says: "the disk does not take it, \(detail)")
    case .SQLITE_READONLY, .SQLITE_PERM: self = .cannotWrite(path: path, says: "it may only be read")
    case .SQLITE_CONSTRAINT: self = .damaged(path: path, says: "a rule of its own was broken, \(detail)")
    default: self = .cannotWrite(path: path, says: detail)
    }
  }

  /// The same of a file that was to come into another place.
  func meant(for path: String) -> RegisterFault {
    switch self {
    case .absent: .absent(path: path)
    case .notARegister: .notARegister(path: path)
    case .newer: .newer(path: path)
    case .damaged(_, let says): .damaged(path: path, says: says)
    case .locked: .locked(path: path)
    case .cannotWrite(_, let says): .cannotWrite(path: path, says: says)
    case .refusedFile(_, let says): .refusedFile(path: path, says: says)
    }
  }

  /// The file that it is about.
  var path: String {
    switch self {
    case .absent(let path), .notARegister(let path), .newer(let path), .damaged(let path, _), .locked(let path),
      .cannotWrite(let path, _), .refusedFile(let path, _):
      path
    }
  }
}

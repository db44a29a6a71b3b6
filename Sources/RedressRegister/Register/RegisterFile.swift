import Foundation
import GRDB

/// Looks at a file before it is opened as a register, so that nothing is written to what is none.
public enum RegisterFile {
  /// How every database of SQLite begins.
  private static let start = Array("SQLite format 3\0".utf8)

  /// Whether a file is a database, which a register is one of.
  public static func isDatabase(_ path: String) -> Bool {
    guard let handle = FileHandle(forReadingAtPath: path) else { return false }
    defer { try? handle.close() }
    return (try? handle.read(upToCount: start.count)).map { Array($0) } == start
  }

  /// - Throws: ``RegisterFault`` for what is no register: another file, a folder, another program's database.
  static func check(_ path: String) throws {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw RegisterFault.absent(path: path)
    }
    if !isFolder.boolValue, access(path, R_OK) != 0 {
      throw RegisterFault.cannotWrite(path: path, says: "this user may not read it")
    }
    guard !isFolder.boolValue, isDatabase(path) else { throw RegisterFault.notARegister(path: path) }
    if try isMarked(path) { return }
    do {
      // The mark of a new register may still be in its journal, where only the database looks.
      var configuration = Configuration()
      configuration.readonly = true
      let queue = try DatabaseQueue(path: isSealed(path) ? sealed(path) : path, configuration: configuration)
      defer { try? queue.close() }
      let isRegister = try queue.read { try $0.tableExists("event") && $0.tableExists("grdb_migrations") }
      if !isRegister { throw RegisterFault.notARegister(path: path) }
    } catch let error as DatabaseError { throw RegisterFault(error, path: path) }
  }

  /// Whether the header of the file holds the mark of a register.
  private static func isMarked(_ path: String) throws -> Bool {
    guard let handle = FileHandle(forReadingAtPath: path) else { return false }
    defer { try? handle.close() }
    let header = (try? handle.read(upToCount: 72)).map { Array($0) } ?? []
    let mark = UInt32(bitPattern: RegisterSchema.applicationID)
    return header.count == 72 && header[68...].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } == mark
  }

  /// Whether nothing can be written there at all, as on a medium that is only read: not even the small files beside a
  /// register by which those who use it at once know of one another.
  static func isSealed(_ path: String) -> Bool {
    guard isReadOnly(path) else { return false }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    return access(folder, W_OK) != 0 && isAtRest(path)
  }

  /// Whether nobody has it open who writes, and everything that was written is in the file itself.
  static func isAtRest(_ path: String) -> Bool { access(path + "-wal", F_OK) != 0 }

  /// The path of such a file as the database takes it that is told that nobody changes it.
  static func sealed(_ path: String) -> String {
    "file:\(path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path)?immutable=1"
  }

  /// Whether the file may only be read.
  static func isReadOnly(_ path: String) -> Bool { access(path, F_OK) == 0 && access(path, W_OK) != 0 }
}

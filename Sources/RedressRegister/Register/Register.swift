import Foundation
import GRDB
import Redress
import RedressFiles

/// The register of offers: one file, in which everything that happens to an offer is kept for ever.
///
/// Several people can use it at once on one machine. What is written is on the disk before a call returns, whole or not
/// at all. The events are the truth; the rest is worked out of them and can be compared with them.
public final class Register: Sendable {
  /// The name of the format.
  public static let format = "redress-register/1"

  /// The file that it is kept in.
  public let path: String
  let pool: any DatabaseWriter

  private init(path: String, pool: any DatabaseWriter) {
    self.path = path
    self.pool = pool
  }

  // MARK: Opening

  /// Opens a register that is there.
  ///
  /// - Parameter patience: how many seconds to wait while somebody else writes.
  /// - Throws: ``RegisterFault``.
  public static func open(_ path: String, patience: Double = 10) throws -> Register {
    try RegisterFile.check(path)
    try lookAtRest(path)
    let register = try connect(path, patience: patience)
    try register.check()
    if !RegisterFile.isReadOnly(path) { try register.bringUpToDate() }
    return register
  }

  /// Looks at a register that nobody has open before it is opened for writing, which by itself writes: the journal is
  /// turned on, and files lie beside it. One that is refused is left as it was, to the byte.
  private static func lookAtRest(_ path: String) throws {
    func look() throws { try connectAtRest(path)?.check() }
    for _ in 0..<3 {
      do { return try look() } catch {
        // Somebody may have written at that moment, and then what was read is neither old nor new.
        usleep(50_000)
      }
    }
    try look()
  }

  /// Opens a register that is there to be read only: nothing in its file changes, and nobody who writes is waited for.
  ///
  /// - Throws: ``RegisterFault``.
  public static func openToRead(_ path: String) throws -> Register {
    try RegisterFile.check(path)
    try lookAtRest(path)
    let register = try connect(path, patience: 10, isToRead: true)
    try register.check()
    return register
  }

  /// Opens a register, or begins one where there is none. Of two that begin it at once, one begins it and the other
  /// opens it.
  ///
  /// A new register is made beside its place, whole and closed, and then put there: whoever is stopped while they begin
  /// it leaves nothing in its place.
  ///
  /// - Parameter isNew: called where it was begun.
  /// - Throws: ``RegisterFault``.
  public static func openOrBegin(
    _ path: String, stamp: Stamp, patience: Double = 10, isNew: () -> Void = {}
  ) throws -> Register {
    let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
    if FileManager.default.fileExists(atPath: path), size != 0 { return try open(path, patience: patience) }
    let part = "\(path).\(ProcessInfo.processInfo.processIdentifier).\(randomOrigin().prefix(8)).part"
    defer { for ending in ["", "-wal", "-shm"] { unlink(part + ending) } }
    try begin(part, stamp: stamp)
    // An empty file is nobody's register, and is replaced; any other that came meanwhile is opened.
    if size == 0 ? rename(part, path) == 0 : link(part, path) == 0 {
      isNew()
    } else if errno != EEXIST {
      throw RegisterFault.cannotWrite(path: path, says: String(cString: strerror(errno)))
    }
    return try open(path, patience: patience)
  }

  /// Makes a whole register in a file, and closes it.
  private static func begin(_ path: String, stamp: Stamp) throws {
    // Nobody but its owner may read what is personal in it.
    let old = umask(0o077)
    defer { umask(old) }
    let register = try connect(path, patience: 1)
    try register.begin(stamp, origin: randomOrigin())
    try register.guarded { try register.pool.close() }
  }

  static func connect(_ path: String, patience: Double, isToRead: Bool = false) throws -> Register {
    var configuration = Configuration()
    configuration.busyMode = .timeout(patience)
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF")
    }
    do {
      if isToRead || RegisterFile.isReadOnly(path) {
        configuration.readonly = true
        let place = RegisterFile.isSealed(path) ? RegisterFile.sealed(path) : path
        return Register(path: path, pool: try DatabaseQueue(path: place, configuration: configuration))
      }
      let pool = try DatabasePool(path: path, configuration: configuration)
      // A pool sets NORMAL for itself when it turns the journal on, and an act would not be on the disk yet when its
      // command says so.
      try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
      return Register(path: path, pool: pool)
    } catch let error as DatabaseError { throw RegisterFault(error, path: path) }
  }

  /// The file alone, as if nobody could change it; `nil` where somebody has it open.
  private static func connectAtRest(_ path: String) throws -> Register? {
    guard RegisterFile.isAtRest(path) else { return nil }
    var configuration = Configuration()
    configuration.readonly = true
    do {
      return Register(
        path: path, pool: try DatabaseQueue(path: RegisterFile.sealed(path), configuration: configuration))
    } catch let error as DatabaseError { throw RegisterFault(error, path: path) }
  }

  static func randomOrigin() -> String {
    var random = SystemRandomNumberGenerator()
    return (0..<16).map { _ in
      let byte = UInt8.random(in: .min ... .max, using: &random)
      return String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }.joined()
  }

  /// Makes the tables and the first event.
  func begin(_ stamp: Stamp, origin: String) throws {
    try guarded {
      try RegisterSchema.migrator.migrate(pool)
      try pool.write { db in
        try db.execute(sql: "PRAGMA application_id = \(RegisterSchema.applicationID)")
        try RegisterWriting(db, stamp).append(.begun(origin: origin), offer: nil)
      }
    }
  }

  /// That the file is a register, and not of a later version.
  private func check() throws {
    try guarded {
      try pool.read { db in
        guard try db.tableExists("grdb_migrations"), try db.tableExists("event") else {
          throw RegisterFault.notARegister(path: path)
        }
        if try RegisterSchema.migrator.hasBeenSuperseded(db) { throw RegisterFault.newer(path: path) }
      }
    }
  }

  /// Adds the tables that a register of an earlier version has not yet. Of two that do so at once, one does it.
  private func bringUpToDate() throws {
    func isUpToDate() throws -> Bool { try pool.read { try RegisterSchema.migrator.hasCompletedMigrations($0) } }
    try guarded {
      if try isUpToDate() { return }
      do { try RegisterSchema.migrator.migrate(pool) } catch let error as DatabaseError {
        if try !isUpToDate() { throw error }
      }
    }
  }

  // MARK: Reading and writing

  /// Reads as things stand at one moment, while others may write.
  public func read<Value>(_ body: (RegisterReading) throws -> Value) throws -> Value {
    try guarded { try pool.read { try body(RegisterReading($0)) } }
  }

  /// Writes in one transaction: all of it is kept, or nothing where `body` throws.
  public func write<Value>(_ stamp: Stamp, _ body: (RegisterWriting) throws -> Value) throws -> Value {
    try guarded { try pool.write { try body(RegisterWriting($0, stamp)) } }
  }

  func guarded<Value>(_ body: () throws -> Value) throws -> Value {
    do { return try body() } catch let error as DatabaseError { throw RegisterFault(error, path: path) }
  }
}

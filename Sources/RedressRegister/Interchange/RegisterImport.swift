import Foundation
import GRDB
import Redress
import RedressFiles

/// Makes a register of the lines that an export wrote. It is built beside its place and put there whole, so that there
/// is never half of one.
public enum RegisterImport {
  /// Reads the lines of a file into a register that must not be there yet.
  ///
  /// - Returns: how far the register has come.
  /// - Throws: ``UnreadFile``; the faults of the lines, each with its line; or ``RegisterFault``.
  public static func run(_ path: String, to register: String) throws -> Checkpoint {
    let lines = try LineReader(path)
    return try NewFile.make(register) { part in
      let made = try Register.connect(part, patience: 0)
      do {
        let stand = try fill(made, path, lines)
        try made.pool.close()
        return stand
      } catch {
        try? made.pool.close()
        throw error
      }
    }
  }

  private static func fill(_ made: Register, _ path: String, _ lines: LineReader) throws -> Checkpoint {
    try made.guarded {
      try RegisterSchema.migrator.migrate(made.pool)
      try made.pool.write { db in
        try db.execute(sql: "PRAGMA application_id = \(RegisterSchema.applicationID)")
        let reading = RegisterLineReading(db, path)
        try reading.read(lines)
        try rebuild(db, reading)
        try check(db, reading)
      }
      _ = try made.pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
      return try made.pool.read { try RegisterReading($0).checkpoint() }
    }
  }

  /// An order of acts that cannot be is a fault of its line.
  private static func rebuild(_ db: Database, _ lines: RegisterLineReading) throws {
    let stamp = Stamp(by: "import", on: .earliest, recordedAt: "", statedToday: nil, isVerified: false)
    do { try RegisterWriting(db, stamp).rebuild() } catch let order as OutOfOrderEvent {
      throw FaultList(
        lines.fault(
          line: 1 + lines.files + order.event, "Event \(order.event) cannot come where it stands. \(order.says)"))
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
      throw FaultList(
        lines.fault(line: 1, "What its events tell breaks a rule of the register: \(error.message ?? "")."))
    }
  }

  /// The register that was made is held against itself as any other.
  private static func check(_ db: Database, _ lines: RegisterLineReading) throws {
    let bad = try RegisterReading(db).check().findings.filter { !$0.isGood }
    try FaultList(bad.map { lines.fault(line: $0.event.map { 1 + lines.files + $0 } ?? 1, $0.says) }).throwIfAny()
  }
}

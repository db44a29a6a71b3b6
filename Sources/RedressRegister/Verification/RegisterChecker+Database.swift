import GRDB

extension RegisterChecker {
  /// What the database finds of itself. Gives whether it can be read at all.
  func checkDatabase() throws -> Bool {
    let lines = try String.fetchAll(db, sql: "PRAGMA integrity_check(\(RegisterCheck.kept))")
    if lines != ["ok"] {
      for line in lines { bad(.database, "The database is damaged: \(line).") }
      return false
    }
    for row in try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").prefix(RegisterCheck.kept) {
      let (table, parent): (String, String) = (row[0], row[2])
      bad(.database, "A row of the table \(table) belongs to a row of \(parent) that is not there.")
    }
    end(.database, "The file is whole, and every row belongs to another that is there.")
    return true
  }

  /// Tables, rules and triggers are those that this program makes; somebody may have dropped one to change what it
  /// guards.
  func checkTables() throws {
    let fresh = try DatabaseQueue()
    // A register that an earlier version made, and that is only read, has not yet the tables that were added since.
    let done = try RegisterSchema.migrator.completedMigrations(db)
    if let last = done.last { try RegisterSchema.migrator.migrate(fresh, upTo: last) }
    let wanted = try fresh.read { try Self.schema($0) }
    let found = try Self.schema(db)
    for (name, sql) in wanted.sorted(by: { $0.key < $1.key }) where found[name] != sql {
      bad(.tables, found[name] == nil ? "The \(name) is missing." : "The \(name) is not as this program makes it.")
    }
    for name in found.keys.sorted() where wanted[name] == nil {
      bad(.tables, "There is a \(name) that this program does not make.")
    }
    if try Int32.fetchOne(db, sql: "PRAGMA application_id") != RegisterSchema.applicationID {
      bad(.tables, "The mark of a register in the header of the file is missing.")
    }
    end(.tables, "Its tables, their rules and the triggers that guard them are those that this program makes.")
  }

  /// What the tables, indexes and triggers were made with, each under its kind and name.
  private static func schema(_ db: Database) throws -> [String: String] {
    let rows = try Row.fetchAll(
      db, sql: "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE substr(name, 1, 7) <> 'sqlite_'")
    return rows.reduce(into: [:]) { known, row in
      let (type, name, table, sql): (String, String, String, String?) = (row[0], row[1], row[2], row[3])
      known["\(type) \(name)"] = "\(table): \(sql ?? "")"
    }
  }
}

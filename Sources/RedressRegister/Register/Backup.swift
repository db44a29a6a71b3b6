import GRDB
import RedressFiles

extension Register {
  /// Copies the register as it stands at one moment, while others may write it. The copy is checked before it is put in
  /// its place, and is never put over another file.
  ///
  /// - Returns: how far the copy has come.
  /// - Throws: ``RegisterFault``.
  public func backup(to path: String) throws -> Checkpoint {
    let stand = try NewFile.make(path) { part in
      do {
        let copy = try DatabaseQueue(path: part)
        defer { try? copy.close() }
        try pool.backup(to: copy)
        let lines = try copy.read { try String.fetchAll($0, sql: "PRAGMA quick_check(1)") }
        guard lines == ["ok"] else {
          throw RegisterFault.damaged(path: self.path, says: "its copy is not whole, \(lines.first ?? "")")
        }
        let stand = try copy.read { try RegisterReading($0).checkpoint() }
        guard try read({ try $0.digest(ofEvent: stand.size) }) == stand.head else {
          throw RegisterFault.damaged(path: self.path, says: "its copy does not end as it does")
        }
        return stand
      } catch let error as DatabaseError { throw RegisterFault(error, path: path) }
    }
    return stand
  }
}

extension RegisterReading {
  /// The digest of an event; `nil` where there is none of the number.
  func digest(ofEvent number: Int) throws -> Digest? {
    try String.fetchOne(db, sql: "SELECT digest FROM event WHERE number = ?", arguments: [number]).flatMap {
      Digest($0)
    }
  }
}

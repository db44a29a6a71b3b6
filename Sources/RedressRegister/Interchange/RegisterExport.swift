import Foundation
import GRDB
import Redress
import RedressFiles

/// The lines by which a whole register is carried elsewhere: a header, the kept files in the order of their digests,
/// and the events exactly as they are kept.
enum RegisterLines {
  static func header(_ stand: Checkpoint, files: Int) -> [UInt8] {
    var json = JSONWriter()
    json.object {
      $0.pair("format", Register.format)
      $0.pair("origin", stand.origin)
      $0.pair("events", stand.size)
      $0.pair("files", files)
      $0.pair("head", stand.head)
    }
    return json.bytes
  }

  static func file(_ digest: String, _ kind: String, event: Int, _ bytes: Data?) -> [UInt8] {
    var json = JSONWriter()
    json.object {
      $0.pair("file", digest)
      $0.pair("kind", kind)
      $0.pair("event", event)
      $0.pair("bytes", bytes?.base64EncodedString())
    }
    return json.bytes
  }
}

extension RegisterReading {
  /// Writes the whole register, line by line. The same register gives the same bytes.
  ///
  /// - Parameter write: takes one line after another, each ended by a line feed.
  public func export(_ write: ([UInt8]) throws -> Void) throws {
    let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM file") ?? 0
    try write(RegisterLines.header(try checkpoint(), files: count) + [10])
    let files = try Row.fetchCursor(db, sql: "SELECT digest, kind, event, bytes FROM file ORDER BY digest")
    while let row = try files.next() {
      try write(RegisterLines.file(row[0], row[1], event: row[2], row[3]) + [10])
    }
    let events = try Data.fetchCursor(db, sql: "SELECT CAST(body AS BLOB) FROM event ORDER BY number")
    while let body = try events.next() { try write(Array(body) + [10]) }
  }
}

import Foundation
import GRDB
import Redress
import RedressFiles

/// What the table of open cases holds of an offer: its case, and what its file states that the case comes to. It is
/// worked out of the offer's files, so that a recalculation of all open offers need not read these files, most of which
/// is lines that it never looks at.
struct OpenCaseRow: Equatable {
  let offer: Int
  /// The case with its edition, on one line; `nil` where the file is not there or is no offer.
  let recorded: String?
  /// What the file states that the case comes to, as ``CaseResult`` is written.
  let stated: String?
  /// The case that an acceptance was settled by, on one line.
  let settled: String?
  /// The items that were accepted, with commas between.
  let acceptedItems: String?
}

extension OpenCaseRow {
  /// The row of an offer whose life was told, from its files; `nil` where it is not open.
  init?(of life: OfferLife, _ record: RecordedOffer?, settlement: [UInt8]?) {
    guard life.state.isOpen else { return nil }
    offer = life.number
    recorded = record.map { String(decoding: $0.caseBytes, as: UTF8.self) }
    stated = record.map { String(decoding: $0.stated.json, as: UTF8.self) }
    let acceptance = life.state == .accepted ? life.acceptance : nil
    settled =
      acceptance == nil
      ? nil : settlement.flatMap { JSONSlices.compact($0) }.map { String(decoding: $0, as: UTF8.self) }
    acceptedItems = acceptance.map { $0.items.map(String.init).joined(separator: ",") }
  }

  /// The same from the files that a register keeps.
  init?(of life: OfferLife, in db: Database) throws {
    guard life.state.isOpen else { return nil }
    let record = try Self.bytes(of: life.drafted.offerDigest.text, in: db).flatMap { RecordedOffer($0) }
    let settlement = try life.acceptance.flatMap { try Self.bytes(of: $0.settlement.text, in: db) }
    self.init(of: life, record, settlement: settlement)
  }

  private static func bytes(of digest: String, in db: Database) throws -> [UInt8]? {
    try Data.fetchOne(db.cachedStatement(sql: "SELECT bytes FROM file WHERE digest = ?"), arguments: [digest])
      .map { Array($0) }
  }

  var values: [DatabaseValue] {
    [
      offer.databaseValue, recorded.databaseValue, stated.databaseValue, settled.databaseValue,
      acceptedItems.databaseValue,
    ]
  }

  // MARK: Writing

  /// Writes what the table holds of an offer. While an offer is open its row changes only where it is accepted.
  static func write(_ life: OfferLife, to db: Database) throws {
    guard life.state.isOpen else {
      return try db.cachedStatement(sql: "DELETE FROM open_case WHERE offer = ?").execute(arguments: [life.number])
    }
    let isThere = try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT (accepted_items IS NOT NULL) = ? FROM open_case WHERE offer = ?"),
      arguments: [life.state == .accepted, life.number])
    if isThere != true { try OpenCaseRow(of: life, in: db)?.insert(in: db) }
  }

  func insert(in db: Database) throws {
    try db.cachedStatement(sql: "INSERT OR REPLACE INTO open_case VALUES (?, ?, ?, ?, ?)")
      .execute(arguments: StatementArguments(values))
  }

  /// Fills the table of a register that was begun before there was one.
  static func fill(_ db: Database) throws {
    let numbers = try Int.fetchAll(
      db, sql: "SELECT number FROM offer WHERE state IN ('signed', 'issued', 'accepted') ORDER BY number")
    for number in numbers {
      if let life = try RegisterReading(db).life(of: number) { try OpenCaseRow(of: life, in: db)?.insert(in: db) }
    }
  }
}

import Foundation
import GRDB
import Redress
import RedressFiles

/// Everything that a register holds of one offer, as it was loaded: nothing is worked out yet, so that offers can be
/// looked at side by side.
struct StatePapers: Sendable {
  let offer: Int
  /// The bodies of its events, in their order.
  var events: [String] = []
  /// What each table holds of it, in the order in which a life has the same.
  var rows: [Table: [[DatabaseValue]]] = [:]
  /// The bytes of its record, by the digest in the table of offers.
  var record: [UInt8]?
  /// The case that an open acceptance was settled by.
  var settlement: [UInt8]?
  /// Whether the register has the table of open cases, which one of an earlier version has not.
  let hasOpenCases: Bool

  /// The tables that are worked out of lives.
  enum Table: String, CaseIterable {
    case offer, item, signature, payment
    case openCase = "open_case"

    /// What gives a page of its rows; the number of the offer is the first column, or the second of payments.
    var sql: String {
      switch self {
      case .offer:
        "SELECT \(OfferLife.columns.joined(separator: ", ")) FROM offer WHERE number BETWEEN ? AND ? ORDER BY number"
      case .item: "SELECT * FROM item WHERE offer BETWEEN ? AND ? ORDER BY offer, item"
      case .signature: "SELECT * FROM signature WHERE offer BETWEEN ? AND ? ORDER BY offer, event"
      case .payment: "SELECT * FROM payment WHERE offer BETWEEN ? AND ? ORDER BY offer, event"
      case .openCase: "SELECT * FROM open_case WHERE offer BETWEEN ? AND ? ORDER BY offer"
      }
    }

    var offerColumn: Int { self == .payment ? 1 : 0 }
  }
}

extension RegisterChecker {
  private static let pageOfOffers = 256

  /// The papers of the next offers that events tell of, in the order of their numbers.
  func statePapers(after last: Int) throws -> [StatePapers] {
    let numbers = try Int.fetchAll(
      db.cachedStatement(
        sql: "SELECT DISTINCT offer FROM event WHERE offer > ? AND offer IS NOT NULL ORDER BY offer LIMIT ?"),
      arguments: [last, Self.pageOfOffers])
    guard let first = numbers.first, let end = numbers.last else { return [] }
    var papers = numbers.map { StatePapers(offer: $0, hasOpenCases: hasOpenCases) }
    let places = Dictionary(uniqueKeysWithValues: zip(numbers, numbers.indices))
    func each(_ sql: String, _ column: Int = 0, _ body: (Int, Row) -> Void) throws {
      let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: [first, end])
      while let row = try rows.next() {
        if let place = places[row[column] as Int] { body(place, row) }
      }
    }
    try each("SELECT offer, body FROM event WHERE offer BETWEEN ? AND ? ORDER BY offer, number") {
      papers[$0].events.append($1[1])
    }
    for table in StatePapers.Table.allCases where table != .openCase || hasOpenCases {
      try each(table.sql, table.offerColumn) {
        papers[$0].rows[table, default: []].append(Array($1.databaseValues))
      }
    }
    try each(
      "SELECT o.number, f.bytes FROM offer o JOIN file f ON f.digest = o.offer_digest WHERE o.number BETWEEN ? AND ?"
    ) {
      papers[$0].record = ($1[1] as Data?).map { Array($0) }
    }
    if !hasOpenCases { return papers }
    try each(
      """
      SELECT e.offer, f.bytes FROM open_case c JOIN event e ON e.offer = c.offer AND e.kind = 'accepted'
        JOIN file f ON f.digest = json_extract(e.body, '$.settlement')
      WHERE c.offer BETWEEN ? AND ? AND c.accepted_items IS NOT NULL ORDER BY e.number
      """
    ) {
      papers[$0].settlement = ($1[1] as Data?).map { Array($0) }
    }
    return papers
  }
}

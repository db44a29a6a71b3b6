import Foundation
import GRDB
import Redress
import RedressFiles

/// An open offer as a register holds it, loaded and not yet looked at.
struct OpenOffer: Sendable {
  let number: Int
  let reference: String
  let scheme: String
  let state: OfferState
  let edition: String
  /// The last day to accept it as things stand.
  let lastDay: CivilDate?
  /// Its sums as the table has them: as offered or, where it was accepted, as settled.
  let sums: [Money]
  /// The decision that is to take its place, or took it; `nil` where there is none.
  let revision: Int?
  /// The exact bytes of its file.
  let bytes: [UInt8]
  /// The case that its acceptance was settled by.
  let settlement: [UInt8]?
  /// The items that were accepted, counted from 1; `nil` where all stand.
  let accepted: [Int]?

  /// Where an item of the offer stands in the case that is recalculated; `nil` where it was not accepted.
  func place(ofItem item: Int) -> Int? {
    guard item > 0, let accepted else { return item }
    return accepted.firstIndex(of: item).map { $0 + 1 }
  }

  /// Which item of the offer stands at a place of the case that is recalculated.
  func item(at place: Int) -> Int {
    guard place > 0, let accepted, place <= accepted.count else { return place }
    return accepted[place - 1]
  }

  /// What the sums of an offer are called.
  static let names = ["the total", "what was already paid", "the set-off", "what is to be paid", "what is in kind"]
}

extension RegisterReading {
  /// A page of open offers, in the order of their numbers.
  func openOffers(after last: Int, count: Int) throws -> [OpenOffer] {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT o.number, o.reference, o.scheme, o.state, o.edition, o.last_day, o.gross, o.already_paid, o.set_off,
            o.payable, o.in_kind, f.bytes,
            (SELECT max(r.number) FROM offer r WHERE r.supersedes = o.number AND r.state <> 'withdrawn') AS revision
          FROM offer o LEFT JOIN file f ON f.digest = o.offer_digest
          WHERE o.number > ? AND +o.state IN ('signed', 'issued', 'accepted') ORDER BY o.number LIMIT ?
          """), arguments: [last, count])
    var offers: [OpenOffer] = []
    while let row = try rows.next() { offers.append(try offer(row)) }
    return offers
  }

  private func offer(_ row: Row) throws -> OpenOffer {
    guard let state = OfferState(rawValue: row["state"]) else {
      throw RegisterFault.damaged(path: "the register", says: "an offer is in a state that is not known")
    }
    let number: Int = row["number"]
    let settlement = state == .accepted ? try settlement(of: number) : nil
    let sums = ["gross", "already_paid", "set_off", "payable", "in_kind"].map { Money(pence: row[$0]) }
    return OpenOffer(
      number: number, reference: row["reference"], scheme: row["scheme"], state: state, edition: row["edition"],
      lastDay: (row["last_day"] as String?).flatMap { try? Literal.day($0) }, sums: sums, revision: row["revision"],
      bytes: row.bytes("bytes") ?? [], settlement: settlement?.bytes, accepted: settlement?.items)
  }

  /// The case that an accepted offer was settled by, and the items that were accepted.
  private func settlement(of number: Int) throws -> (bytes: [UInt8]?, items: [Int])? {
    try row(
      """
      SELECT f.bytes, (SELECT group_concat(value) FROM json_each(e.body, '$.accepted-items')) AS items
      FROM event e JOIN file f ON f.digest = json_extract(e.body, '$.settlement')
      WHERE e.offer = ? AND e.kind = 'accepted' ORDER BY e.number DESC LIMIT 1
      """, [number]
    ).map { row in
      let items = (row["items"] as String? ?? "").split(separator: ",").compactMap { Int($0) }
      return (row.bytes("bytes"), items)
    }
  }
}

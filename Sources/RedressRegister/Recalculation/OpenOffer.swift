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
  var revision: Int?
  /// The digest of the edition that it was made under.
  let editionDigest: String
  /// The officer who drafted it.
  let author: String
  /// The case with its edition, on one line; `nil` where its file is no offer.
  let recorded: [UInt8]?
  /// What its file states that the case comes to, as ``CaseResult`` is written.
  let stated: [UInt8]?
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
          SELECT o.number, o.state, o.reference, o.scheme, o.edition, o.edition_digest, o.author, o.last_day, o.gross,
            o.already_paid, o.set_off, o.payable, o.in_kind, c.recorded, c.stated, c.settled, c.accepted_items
          FROM open_case c CROSS JOIN offer o ON o.number = c.offer WHERE c.offer > ? ORDER BY c.offer LIMIT ?
          """), arguments: [last, count])
    var offers: [OpenOffer] = []
    offers.reserveCapacity(count)
    var days = RepeatedDay()
    while let row = try rows.next() { offers.append(try offer(row, &days)) }
    return try withRevisions(offers)
  }

  private func offer(_ row: Row, _ days: inout RepeatedDay) throws -> OpenOffer {
    guard let state = OfferState(rawValue: row[1]) else {
      throw RegisterFault.damaged(path: "the register", says: "an offer is in a state that is not known")
    }
    let items = row.hasNull(atIndex: 16) ? nil : (row[16] as String).split(separator: ",").compactMap { Int($0) }
    return OpenOffer(
      number: row[0], reference: row[2], scheme: row[3], state: state, edition: row[4],
      lastDay: row.hasNull(atIndex: 7) ? nil : days.day(row[7]), sums: (8...12).map { Money(pence: row[$0]) },
      revision: nil, editionDigest: row[5], author: row[6], recorded: row.bytes(at: 13),
      stated: row.bytes(at: 14), settlement: row.bytes(at: 15), accepted: items)
  }

  /// The same offers with the decisions that are to take their places. Few have one.
  private func withRevisions(_ offers: [OpenOffer]) throws -> [OpenOffer] {
    guard let first = offers.first, let last = offers.last else { return offers }
    let rows = try rows(
      """
      SELECT supersedes, max(number) FROM offer WHERE supersedes BETWEEN ? AND ? AND state <> 'withdrawn'
      GROUP BY supersedes
      """, [first.number, last.number])
    if rows.isEmpty { return offers }
    let revisions: [Int: Int] = Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })
    return offers.map { offer in
      guard let revision = revisions[offer.number] else { return offer }
      var revised = offer
      revised.revision = revision
      return revised
    }
  }
}

/// The day that was read last. Most offers of a page have the same.
private struct RepeatedDay {
  private var text = ""
  private var day: CivilDate?

  mutating func day(_ other: String) -> CivilDate? {
    if other != text { (text, day) = (other, try? Literal.day(other)) }
    return day
  }
}

extension Row {
  fileprivate func bytes(at column: Int) -> [UInt8]? {
    (try? withUnsafeData(atIndex: column) { data in data.map { [UInt8]($0) } }) ?? nil
  }
}

import Foundation
import GRDB
import Redress
import RedressFiles

/// Everything that a register holds of one offer and of what lies beside it, as it was loaded: nothing is worked out
/// yet, so that offers can be looked at side by side.
struct AuditPapers: Sendable {
  let number: Int
  /// The bodies of its events, in their order.
  let events: [String]
  let offer: [UInt8]?
  let letter: [UInt8]?
  let signatures: [(officer: String, bytes: [UInt8])]
  /// The case that its acceptance was settled by.
  let settlement: [UInt8]?
  /// What the table of offers says of it.
  let row: TableRow
  let payments: [PaymentRow]
  /// What the household was offered beside it in the rolling period.
  let household: Household
  /// Other standing decisions of its case that were entered before it.
  let sameCase: [Int]
  /// Earlier cases of the household.
  let earlierCases: [EarlierCase]
  /// What the officers who signed it signed beside it, where somebody has a limit on all of it.
  let signedBeside: [SignedBeside]

  struct TableRow: Sendable {
    let reference: String
    let offerDate: CivilDate
    let state: String
    let gross: Money
    let setOff: Money
    let payable: Money
    let inKind: Money
    let paid: Money
    let credited: Money
  }

  struct PaymentRow: Sendable {
    let event: Int
    let method: String
    let amount: Money
    /// Another payment with the same proof: its event and its offer.
    let twin: (event: Int, offer: Int)?
  }

  struct Household: Sendable {
    var name: String?
    var before = Money.zero
    var count = 0
    /// The last few of the others, for people to look at.
    var others: [(number: Int, reference: String, total: Money, on: CivilDate)] = []
  }

  struct EarlierCase: Sendable {
    let number: Int
    let reference: String
    let bytes: [UInt8]
  }
}

/// Loads the papers of offers.
struct AuditLoading {
  private let reading: RegisterReading
  private let audit: Audit
  /// The officers who have a limit on all that they sign in a period.
  private let limited: Set<String>

  init(_ reading: RegisterReading, _ audit: Audit) {
    self.reading = reading
    self.audit = audit
    limited = Set(
      audit.officers.officers.all.filter { officer in
        officer.posts.contains { $0.limit.together != nil } || officer.deputyships.contains { $0.limit.together != nil }
      }.map(\.id))
  }

  /// The papers of the next offers of the scope, in the order of their numbers.
  func papers(after last: Int) throws -> [AuditPapers] {
    let numbers = try reading.numbers(in: audit.scope, after: last, count: Audit.page)
    return try numbers.compactMap { try papers(of: $0) }
  }

  /// The papers of an offer; `nil` where there is none of the number.
  func papers(of number: Int) throws -> AuditPapers? {
    guard
      let row = try reading.row(
        """
        SELECT o.reference, o.offer_date, o.state, o.gross, o.set_off, o.payable, o.in_kind, o.paid, o.credited,
          o.household, f.bytes AS offer_bytes, l.bytes AS letter_bytes
        FROM offer o LEFT JOIN file f ON f.digest = o.offer_digest LEFT JOIN file l ON l.digest = o.letter_digest
        WHERE o.number = ?
        """, [number])
    else { return nil }
    let beside = AuditBeside(reading: reading, number: number, row: row, within: audit.householdWithin)
    let signatures = try signatures(of: number)
    return AuditPapers(
      number: number,
      events: try reading.texts("SELECT body FROM event WHERE offer = ? ORDER BY number", [number]),
      offer: row.bytes("offer_bytes"), letter: row.bytes("letter_bytes"), signatures: signatures,
      settlement: try settlement(of: number), row: row.tableRow, payments: try payments(of: number),
      household: try beside.household, sameCase: try beside.sameCase, earlierCases: try beside.earlierCases,
      signedBeside: try signatures.map(\.officer).filter(limited.contains).flatMap { try beside.signed(by: $0) })
  }

  private func signatures(of number: Int) throws -> [(officer: String, bytes: [UInt8])] {
    try reading.rows(
      """
      SELECT s.officer, f.bytes FROM signature s LEFT JOIN file f ON f.digest = s.digest
      WHERE s.offer = ? ORDER BY s.event
      """, [number]
    ).map { ($0["officer"], $0.bytes("bytes") ?? []) }
  }

  private func settlement(of number: Int) throws -> [UInt8]? {
    try reading.row(
      """
      SELECT f.bytes FROM event e JOIN file f ON f.digest = json_extract(e.body, '$.settlement')
      WHERE e.offer = ? AND e.kind = 'accepted' ORDER BY e.number DESC LIMIT 1
      """, [number]
    )?.bytes("bytes")
  }

  private func payments(of number: Int) throws -> [AuditPapers.PaymentRow] {
    try reading.rows("SELECT * FROM payment WHERE offer = ? ORDER BY event", [number]).map { row in
      AuditPapers.PaymentRow(
        event: row["event"], method: row["method"], amount: Money(pence: row["amount"]), twin: try twin(of: row))
    }
  }

  /// An earlier payment with the same proof and method. All payments of one run may have the proof of the run.
  private func twin(of row: Row) throws -> (event: Int, offer: Int)? {
    if row["returned_in"] as Int? != nil { return nil }
    let (run, event): (Int?, Int) = (row["run"], row["event"])
    let others = ["run IS NULL", "run < ?4", "run > ?4"]
    for other in run == nil ? ["run IS NULL", "run > 0"] : others {
      let found = try reading.row(
        """
        SELECT event, offer FROM payment WHERE proof = ?1 AND method = ?2 AND event < ?3 AND returned_in IS NULL
          AND \(other) AND ?4 IS ?4 ORDER BY event DESC LIMIT 1
        """, [row["proof"] as String, row["method"] as String, event, run])
      if let found { return (found["event"], found["offer"]) }
    }
    return nil
  }
}

extension Row {
  func bytes(_ column: String) -> [UInt8]? { (self[column] as Data?).map { Array($0) } }

  /// The day in a column. A register holds only days there.
  func day(_ column: String) -> CivilDate { (try? Literal.day(self[column] as String)) ?? .earliest }

  fileprivate var tableRow: AuditPapers.TableRow {
    func money(_ column: String) -> Money { Money(pence: self[column]) }
    return AuditPapers.TableRow(
      reference: self["reference"], offerDate: day("offer_date"), state: self["state"], gross: money("gross"),
      setOff: money("set_off"), payable: money("payable"), inKind: money("in_kind"), paid: money("paid"),
      credited: money("credited"))
  }
}

extension RegisterReading {
  func row(_ sql: String, _ arguments: StatementArguments) throws -> Row? {
    try Row.fetchOne(db.cachedStatement(sql: sql), arguments: arguments)
  }

  func rows(_ sql: String, _ arguments: StatementArguments) throws -> [Row] {
    try Row.fetchAll(db.cachedStatement(sql: sql), arguments: arguments)
  }

  func texts(_ sql: String, _ arguments: StatementArguments) throws -> [String] {
    try String.fetchAll(db.cachedStatement(sql: sql), arguments: arguments)
  }
}

import GRDB
import Redress
import RedressFiles

/// What a register holds beside an offer: of its case, of its household, of its signers. Each is looked up by an index.
struct AuditBeside {
  let reading: RegisterReading
  let number: Int
  let row: Row
  let within: Period

  /// A decision that somebody signed, and that no later one took the place of.
  private static let stands = """
    o.state NOT IN ('drafted', 'withdrawn', 'superseded') AND NOT EXISTS (
      SELECT 1 FROM offer later WHERE later.supersedes = o.number AND later.state NOT IN ('drafted', 'withdrawn'))
    """
  /// How many earlier cases of a household are held against an offer.
  static let mostCases = 30
  private static let mostShown = 5

  private var date: String { row["offer_date"] }
  private var name: String? { row["household"] }

  /// The first day of the period that ends with the offer date.
  private func first(_ period: Period) -> String {
    max(period.firstDay(endingOn: row.day("offer_date")) ?? .earliest, .earliest).isoText
  }

  /// What the household was offered before this one, in the period that ends with its date.
  var household: AuditPapers.Household {
    get throws {
      guard let name else { return AuditPapers.Household() }
      var household = AuditPapers.Household(name: name)
      let arguments: StatementArguments = [name, first(within), date, date, number]
      let total = try reading.row(
        """
        SELECT count(DISTINCT o.number) AS count, coalesce(sum(i.amount), 0) AS total
        \(Self.offersOfHousehold)
        """, arguments)
      household.count = total?["count"] ?? 0
      household.before = Money(pence: total?["total"] ?? 0)
      if household.count == 0 { return household }
      household.others = try reading.rows(
        """
        SELECT o.number, o.reference, o.offer_date, sum(i.amount) AS total
        \(Self.offersOfHousehold) GROUP BY o.number ORDER BY o.offer_date DESC, o.number DESC LIMIT \(Self.mostShown)
        """, arguments
      ).map { ($0["number"], $0["reference"], Money(pence: $0["total"]), $0.day("offer_date")) }
      return household
    }
  }

  private static let offersOfHousehold = """
    FROM offer o JOIN item i ON i.offer = o.number
    WHERE o.household = ? AND o.offer_date >= ? AND (o.offer_date < ? OR (o.offer_date = ? AND o.number < ?))
      AND \(stands)
    """

  /// Other decisions of the case that stand and were entered before it.
  var sameCase: [Int] {
    get throws {
      try reading.rows(
        """
        SELECT o.number FROM offer o WHERE o.reference = ? AND o.number < ? AND o.state NOT IN
          ('withdrawn', 'superseded')
          AND NOT EXISTS (SELECT 1 FROM offer later WHERE later.supersedes = o.number AND later.state <> 'withdrawn')
        ORDER BY o.number
        """, [row["reference"] as String, number]
      ).map { $0["number"] }
    }
  }

  /// The last earlier cases of the household, with their records.
  var earlierCases: [AuditPapers.EarlierCase] {
    get throws {
      guard let name else { return [] }
      return try reading.rows(
        """
        SELECT o.number, o.reference, f.bytes FROM offer o JOIN file f ON f.digest = o.offer_digest
        WHERE o.household = ? AND o.number < ? AND o.reference <> ? AND \(Self.stands)
        ORDER BY o.offer_date DESC LIMIT \(Self.mostCases)
        """, [name, number, row["reference"] as String]
      ).map {
        AuditPapers.EarlierCase(number: $0["number"], reference: $0["reference"], bytes: $0.bytes("bytes") ?? [])
      }
    }
  }

  /// What an officer had signed when they signed this offer, as ``RegisterReading/signedBeside(_:before:_:)`` has it.
  func signed(by officer: String) throws -> [SignedBeside] {
    try reading.rows(
      """
      SELECT o.offer_date, (SELECT coalesce(sum(amount), 0) FROM item WHERE offer = o.number) AS total
      FROM signature s JOIN offer o ON o.number = s.offer
      WHERE s.officer = ?1 AND o.number <> ?2 AND o.state NOT IN ('withdrawn', 'superseded')
        AND s.event < (SELECT event FROM signature WHERE offer = ?2 AND officer = ?1)
      """, [officer, number]
    ).map { SignedBeside(officer: officer, offerDate: $0.day("offer_date"), total: Money(pence: $0["total"])) }
  }
}

extension RegisterReading {
  /// The numbers of a page of offers, in their order.
  func numbers(in scope: Audit.Scope, after last: Int, count: Int) throws -> [Int] {
    let (condition, arguments) = scope.condition
    return try Int.fetchAll(
      db.cachedStatement(sql: "SELECT number FROM offer WHERE number > ? AND \(condition) ORDER BY number LIMIT ?"),
      arguments: [last] + arguments + [count])
  }
}

extension Audit.Scope {
  /// Which rows of the table of offers it takes in.
  var condition: (sql: String, arguments: StatementArguments) {
    switch self {
    case .period(nil, nil): ("1", [])
    case .period(let from, let to):
      (
        """
        (+offer_date BETWEEN ? AND ?
          OR EXISTS (SELECT 1 FROM event e WHERE e.offer = offer.number AND e.day BETWEEN ? AND ?))
        """,
        [(from ?? .earliest).isoText, (to ?? .latest).isoText, (from ?? .earliest).isoText, (to ?? .latest).isoText]
      )
    case .accepted: ("+state = ?", ["accepted"])
    }
  }
}

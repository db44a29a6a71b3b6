import GRDB
import Redress
import RedressFiles

extension RegisterReading {
  /// What officers with a limit on all offers of a period signed, beside one offer. What was withdrawn, and what
  /// another took the place of, does not count.
  ///
  /// - Parameters:
  ///   - offer: the offer that is looked at; `nil` for one that is not in the register yet.
  ///   - event: only what was signed before this event counts; `nil` for everything up to now.
  public func signedBeside(_ offer: Int?, before event: Int? = nil, _ officers: Officers) throws -> [SignedBeside] {
    let limited = officers.all.filter { officer in
      (officer.posts.map(\.limit) + officer.deputyships.map(\.limit)).contains { $0.together != nil }
    }
    return try limited.flatMap { officer in
      try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT offer.offer_date AS day,
              (SELECT coalesce(sum(amount), 0) FROM item WHERE item.offer = offer.number) AS total
            FROM signature JOIN offer ON offer.number = signature.offer
            WHERE signature.officer = ? AND offer.number <> ? AND signature.event < ?
              AND offer.state NOT IN ('withdrawn', 'superseded')
            """),
        arguments: [officer.id, offer ?? 0, event ?? Int.max]
      ).compactMap { row in
        guard let day = try? Literal.day(row["day"]) else { return nil }
        return SignedBeside(officer: officer.id, offerDate: day, total: Money(pence: row["total"]))
      }
    }
  }
}

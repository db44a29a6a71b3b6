import GRDB
import Redress

extension RegisterReading {
  /// What a run lists of an offer.
  public struct RunEntry: Hashable, Sendable {
    /// The number of the run: the event that records it.
    public let run: Int
    /// How it is paid or credited.
    public let method: String
    /// How much.
    public let amount: Money
  }

  /// What runs list of an offer and is not paid in them yet. A payment that came back is off its run.
  public func openRunEntries(of life: OfferLife) throws -> [RunEntry] {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT run, method, amount FROM run_entry WHERE offer = ? AND cancelled_in IS NULL ORDER BY run"),
      arguments: [life.number])
    let entries = rows.map { RunEntry(run: $0["run"], method: $0["method"], amount: Money(pence: $0["amount"])) }
    let paid = Set(
      life.payments.compactMap { payment in payment.recorded.value.run.map { "\($0) \(payment.recorded.value.method)" }
      })
    return entries.filter { !paid.contains("\($0.run) \($0.method)") }
  }
}

extension RegisterReading {
  /// A run of which not everything is recorded as paid.
  public struct OpenRun: Hashable, Sendable {
    /// The number of the run.
    public let number: Int
    /// The day on which it was made.
    public let on: CivilDate
    /// How many of its entries are open.
    public let entries: Int
    /// What those come to.
    public let total: Money
  }

  /// The runs of a kind of which not everything is recorded as paid, in their order.
  public func openRuns(_ kind: Run.Kind) throws -> [OpenRun] {
    try rows(
      """
      SELECT r.run, e.day, count(*) AS entries, sum(r.amount) AS total
      FROM run_entry r JOIN event e ON e.number = r.run
      WHERE r.kind = ? AND r.cancelled_in IS NULL AND NOT EXISTS (
        SELECT 1 FROM payment p WHERE p.offer = r.offer AND p.run = r.run AND p.method = r.method)
      GROUP BY r.run ORDER BY r.run
      """, [kind.rawValue]
    ).map { OpenRun(number: $0["run"], on: $0.day("day"), entries: $0["entries"], total: Money(pence: $0["total"])) }
  }
}

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
      db.cachedStatement(sql: "SELECT run, method, amount FROM run_entry WHERE offer = ? ORDER BY run"),
      arguments: [life.number])
    let entries = rows.map { RunEntry(run: $0["run"], method: $0["method"], amount: Money(pence: $0["amount"])) }
    let paid = Set(
      life.payments.compactMap { payment in payment.recorded.value.run.map { "\($0) \(payment.recorded.value.method)" }
      })
    return entries.filter { !paid.contains("\($0.run) \($0.method)") }
  }
}

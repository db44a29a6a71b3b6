import GRDB
import Redress

extension RegisterWriting {
  /// Works everything out again that the tables hold of offers and runs, from the events alone.
  ///
  /// - Throws: ``OutOfOrderEvent`` at the first event that cannot come where it stands, and nothing is changed.
  public func rebuild() throws {
    for table in ["open_case", "run_entry", "payment", "signature", "item", "offer"] {
      try db.execute(sql: "DELETE FROM \(table)")
    }
    try reading.eachLife {
      try $0.write(to: db)
    } outOfOrder: { event, order in
      throw OutOfOrderEvent(event: event.number, says: order.says)
    }
    let bodies = try String.fetchCursor(
      db, sql: "SELECT body FROM event WHERE offer IS NULL AND kind IN ('run', 'run-cancelled') ORDER BY number")
    while let body = try bodies.next() {
      guard let event = try? EventReader.event(body) else { continue }
      switch event.act {
      case .run(let run): try write(run, event)
      case .runCancelled(let cancellation): try write(cancellation, event)
      default: continue
      }
    }
  }

  /// Writes what the table of runs holds of a run.
  func write(_ run: Run, _ event: Event) throws {
    for entry in run.entries {
      try db.cachedStatement(sql: "INSERT INTO run_entry VALUES (?, ?, ?, ?, ?, NULL)").execute(arguments: [
        event.number, entry.offer, run.kind.rawValue, entry.method, entry.amount.pence,
      ])
    }
  }

  /// Writes that entries were taken off a run: those that are not paid in it.
  func write(_ cancellation: RunCancellation, _ event: Event) throws {
    for offer in cancellation.offers {
      try db.cachedStatement(
        sql: """
          UPDATE run_entry SET cancelled_in = ?1 WHERE run = ?2 AND offer = ?3 AND cancelled_in IS NULL
            AND NOT EXISTS (SELECT 1 FROM payment p WHERE p.offer = run_entry.offer
              AND p.run = run_entry.run AND p.method = run_entry.method AND p.event < ?1)
          """
      ).execute(arguments: [event.number, cancellation.run, offer])
    }
  }
}

/// An event that cannot come where it stands.
public struct OutOfOrderEvent: Error, Hashable, Sendable {
  /// The number of the event.
  public let event: Int
  /// What is wrong, in whole sentences.
  public let says: String
}

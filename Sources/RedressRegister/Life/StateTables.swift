import GRDB
import Redress

extension RegisterWriting {
  /// Works everything out again that the tables hold of offers and runs, from the events alone.
  ///
  /// - Throws: ``OutOfOrderEvent`` at the first event that cannot come where it stands, and nothing is changed.
  public func rebuild() throws {
    for table in ["run_entry", "payment", "signature", "item", "offer"] {
      try db.execute(sql: "DELETE FROM \(table)")
    }
    try reading.eachLife {
      try $0.write(to: db)
    } outOfOrder: { event, order in
      throw OutOfOrderEvent(event: event.number, says: order.says)
    }
    let bodies = try String.fetchCursor(
      db, sql: "SELECT body FROM event WHERE offer IS NULL AND kind = 'run' ORDER BY number")
    while let body = try bodies.next() {
      guard let event = try? EventReader.event(body), case .run(let run) = event.act else { continue }
      for entry in run.entries {
        try db.cachedStatement(sql: "INSERT INTO run_entry VALUES (?, ?, ?, ?, ?)").execute(arguments: [
          event.number, entry.offer, run.kind.rawValue, entry.method, entry.amount.pence,
        ])
      }
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

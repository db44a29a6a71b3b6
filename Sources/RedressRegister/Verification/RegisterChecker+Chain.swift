import Foundation
import GRDB
import Redress
import RedressFiles

extension RegisterChecker {
  /// Walks the chain from the first event, and names the first that does not follow.
  func checkChain(against checkpoint: Checkpoint?) throws {
    var headThen: Digest?
    do {
      let rows = try Row.fetchCursor(
        db,
        sql:
          "SELECT number, offer, kind, officer, day, recorded_at, CAST(body AS BLOB), digest FROM event ORDER BY number"
      )
      while let row = try rows.next() {
        let event = try take(row)
        if event.number == checkpoint?.size { headThen = event.digest }
        try checkFiles(of: event)
        if case .run(let run) = event.act { try check(run, event) }
      }
      isWhole = walk.size > 0
      if !isWhole { bad(.chain, "It has no events.") }
    } catch let broken as ChainBreak {
      bad(.chain, "The chain is broken at event \(broken.event). \(broken.says)", event: broken.event)
    }
    end(.chain, "All \(walk.size) events follow one another; the last has \(walk.head.text).")
    if let checkpoint { check(against: checkpoint, headThen) }
  }

  private func take(_ row: Row) throws -> Event {
    let (number, next): (Int, Int) = (row[0], walk.size + 1)
    guard number == next else {
      throw ChainBreak(event: next, says: "It is missing, and event \(number) comes in its place.")
    }
    let body: Data = row[6]
    let event = try walk.take(Array(body))
    let columns: [(String, DatabaseValue)] = [
      ("offer", event.offer.databaseValue), ("kind", event.act.kind.rawValue.databaseValue),
      ("officer", event.stamp.by.databaseValue), ("day", event.stamp.on.isoText.databaseValue),
      ("recorded_at", event.stamp.recordedAt.databaseValue),
    ]
    for (place, column) in columns.enumerated() where (row[place + 1] as DatabaseValue) != column.1 {
      throw ChainBreak(event: number, says: "Its column \(column.0) says something else than its body.")
    }
    guard (row[7] as String) == event.digest.text else {
      throw ChainBreak(event: number, says: "Its body has another digest than the one that is kept of it.")
    }
    return event
  }

  /// What finance kept elsewhere must still be so.
  private func check(against checkpoint: Checkpoint, _ headThen: Digest?) {
    let size = checkpoint.size
    if let origin = walk.origin, origin != checkpoint.origin {
      bad(.checkpoint, "This is not the register of the checkpoint: its origin is \(origin).")
    } else if let headThen {
      if headThen != checkpoint.head {
        bad(
          .checkpoint, "Event \(size) or one before it was rewritten after the checkpoint: it has \(headThen.text).",
          event: size)
      }
    } else if isWhole {
      bad(
        .checkpoint, "It was cut: the checkpoint knows of \(size) events, and \(walk.size) are left.",
        event: walk.size + 1)
    } else {
      bad(.checkpoint, "The chain is broken before event \(size), to which the checkpoint reaches.")
    }
    end(.checkpoint, "The first \(size) events are those of the checkpoint.")
  }
}

import Foundation
import GRDB
import Redress
import RedressFiles

extension RegisterChecker {
  /// Walks the chain from the first event, and names the first that does not follow.
  func checkChain(against checkpoint: Checkpoint?) throws {
    var headThen: Digest?
    do {
      var page = try links(after: 0)
      while let last = page.last {
        // The next page is loaded while the strands read this one.
        let look = SideBySide(page, strands: strands) { link, _ in ChainWalk.Reading(link.body) }
        let next = Result { try links(after: last.number) }
        for (link, reading) in zip(page, look.results) {
          let event = try take(link, reading)
          if event.number == checkpoint?.size { headThen = event.digest }
          try checkFiles(of: event)
          if case .run(let run) = event.act { try check(run, event) }
          if case .runCancelled(let cancellation) = event.act { try check(cancellation, event) }
        }
        page = try next.get()
      }
      isWhole = walk.size > 0
      if !isWhole { bad(.chain, "It has no events.") }
    } catch let broken as ChainBreak {
      bad(.chain, "The chain is broken at event \(broken.event). \(broken.says)", event: broken.event)
    }
    end(.chain, "All \(walk.size) events follow one another; the last has \(walk.head.text).")
    if let checkpoint { check(against: checkpoint, headThen) }
  }

  /// An event as it stands in its row.
  private struct Link: Sendable {
    let number: Int
    let columns: [DatabaseValue]
    let body: [UInt8]
    let digest: String
  }

  /// The rows of the next events, in their order.
  private func links(after last: Int) throws -> [Link] {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT number, offer, kind, officer, day, recorded_at, CAST(body AS BLOB), digest FROM event
          WHERE number > ? ORDER BY number LIMIT 1024
          """), arguments: [last])
    var links: [Link] = []
    while let row = try rows.next() {
      let body: Data = row[6]
      links.append(
        Link(
          number: row[0], columns: (1...5).map { row[$0] }, body: Array(body), digest: row[7]))
    }
    return links
  }

  private func take(_ link: Link, _ reading: ChainWalk.Reading) throws -> Event {
    let (number, next) = (link.number, walk.size + 1)
    guard number == next else {
      throw ChainBreak(event: next, says: "It is missing, and event \(number) comes in its place.")
    }
    let event = try walk.take(reading)
    let columns: [(String, DatabaseValue)] = [
      ("offer", event.offer.databaseValue), ("kind", event.act.kind.rawValue.databaseValue),
      ("officer", event.stamp.by.databaseValue), ("day", event.stamp.on.isoText.databaseValue),
      ("recorded_at", event.stamp.recordedAt.databaseValue),
    ]
    for (place, column) in columns.enumerated() where link.columns[place] != column.1 {
      throw ChainBreak(event: number, says: "Its column \(column.0) says something else than its body.")
    }
    guard link.digest == event.digest.text else {
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

import Foundation
import GRDB
import Redress
import RedressFiles
import Testing

@testable import RedressRegister

/// Every way to change the events of a small register, and the share that is found.
@Suite struct TamperingTests {
  private let sample: SampleRegister
  private let stand: Checkpoint
  private let half: Checkpoint

  init() throws {
    sample = try RegisterCheckTests.filled()
    let register = try sample.open()
    stand = try register.read { try $0.checkpoint() }
    let size = stand.size / 2
    half = Checkpoint(
      origin: stand.origin, size: size, head: try #require(try register.read { try $0.digest(ofEvent: size) }))
    try register.pool.close()
  }

  /// A copy of the register with other events, checked with and without a checkpoint.
  private func found(_ name: String, _ changes: [[[DatabaseValue]]], rebuilt: Bool = false) throws -> (Int, Int) {
    var (without, with) = (0, 0)
    for rows in changes {
      let copy = sample.folder + "/copy.register"
      for ending in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: copy + ending) }
      try FileManager.default.copyItem(atPath: sample.path, toPath: copy)
      let queue = try DatabaseQueue(path: copy)
      try queue.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; PRAGMA synchronous = OFF")
        let triggers = try Row.fetchAll(db, sql: "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        for trigger in triggers { try db.execute(sql: "DROP TRIGGER \(trigger[0] as String)") }
        try db.execute(sql: "DELETE FROM event")
        for row in rows {
          try db.execute(
            sql: "INSERT OR IGNORE INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?)", arguments: StatementArguments(row))
        }
        if rebuilt { try makeFit(db) }
        for trigger in triggers { try db.execute(sql: trigger[1] as String) }
      }
      try queue.close()
      if try !RegisterCheckTests.check(copy).isGood { without += 1 }
      if try !RegisterCheckTests.check(copy, stand).isGood { with += 1 }
    }
    print("tampering: \(name): \(without) of \(changes.count) found, \(with) with a checkpoint")
    return (without, with)
  }

  /// Works the tables out again, and leaves no file behind that no event names, as a thorough forger would.
  private func makeFit(_ db: Database) throws {
    try? RegisterWriting(db, SampleRegister.stamp("x", "2026-11-03")).rebuild()
    try db.execute(
      sql: """
        UPDATE file SET event =
          coalesce((SELECT min(number) FROM event WHERE instr(body, file.digest) > 0), 0);
        DELETE FROM file WHERE event = 0
        """)
  }

  private func rows() throws -> [[DatabaseValue]] {
    let queue = try DatabaseQueue(path: sample.path)
    defer { try? queue.close() }
    return try queue.read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM event ORDER BY number").map { Array($0.databaseValues) }
    }
  }

  private func body(_ row: [DatabaseValue]) -> [UInt8] { Array(String.fromDatabaseValue(row[6])!.utf8) }

  /// The events with their numbers, digests and columns made to fit, as somebody would who knows how it is done.
  private func rechained(_ bodies: [[UInt8]]) -> [[DatabaseValue]] {
    var previous = Event.beforeFirst
    return bodies.enumerated().compactMap { place, body in
      guard let old = try? EventReader.event(String(decoding: body, as: UTF8.self)) else { return nil }
      let event = Event(number: place + 1, offer: old.offer, act: old.act, stamp: old.stamp, previous: previous)
      previous = event.digest
      return [
        event.number.databaseValue, event.offer.databaseValue, event.act.kind.rawValue.databaseValue,
        event.stamp.by.databaseValue, event.stamp.on.isoText.databaseValue, event.stamp.recordedAt.databaseValue,
        event.body.databaseValue, event.digest.text.databaseValue,
      ]
    }
  }

  /// A change of any byte is found without a checkpoint; the walk is asked, which the check of the file goes by.
  @Test func everyByteOfEveryEventIsGuarded() throws {
    let bodies = try rows().map(body)
    var (tried, found) = (0, 0)
    for (place, own) in bodies.enumerated() {
      var before = ChainWalk()
      for body in bodies[..<place] { _ = try before.take(body) }
      let digest = Digest(of: own)
      for byte in own.indices {
        var changed = own
        changed[byte] ^= 1
        tried += 1
        var walk = before
        guard let event = try? walk.take(changed) else {
          found += 1
          continue
        }
        // What can still be read has another digest than the row keeps, and than the next event holds.
        if event.digest != digest { found += 1 }
      }
    }
    print("tampering: a bit of each byte of each event's body: \(found) of \(tried) found")
    #expect(found == tried)
  }

  @Test func rowsThatAreDeletedSwappedOrRepeatedAreFound() throws {
    let rows = try rows()
    let deleted = rows.indices.map { place in rows.enumerated().filter { $0.offset != place }.map(\.element) }
    let swapped = (1..<rows.count).map { place in
      var changed = rows
      (changed[place][0], changed[place - 1][0]) = (rows[place - 1][0], rows[place][0])
      return changed
    }
    let repeated = rows.indices.map { place in
      var again = rows[place]
      again[0] = (rows.count + 1).databaseValue
      again[7] = ("sha256:" + String(repeating: "0", count: 64)).databaseValue
      return rows + [again]
    }
    let edited = rows.indices.map { place in
      var changed = rows
      let text = String.fromDatabaseValue(rows[place][6])!.replacing("2026", with: "2025")
      changed[place][6] = text.databaseValue
      changed[place][7] = Digest(of: Array(text.utf8)).text.databaseValue
      return changed
    }
    #expect(try found("a row deleted", deleted) == (rows.count, rows.count))
    #expect(try found("two rows swapped", swapped) == (rows.count - 1, rows.count - 1))
    #expect(try found("a row repeated", repeated) == (rows.count, rows.count))
    #expect(try found("a body changed, with its own digest", edited) == (rows.count, rows.count))
  }

  /// What was cut off at the end, and everything written anew, is found by a checkpoint. Where the tables and files are
  /// made to fit as well, nothing else finds it, and nothing else could.
  @Test func whatOnlyACheckpointFinds() throws {
    let rows = try rows()
    let cut = (1..<rows.count).map { Array(rows[..<$0]) }
    let tables = try found("the end cut off, the tables as they were", cut)
    #expect(tables == (cut.count, cut.count))
    let rebuilt = try found("the end cut off, tables and files made to fit", cut, rebuilt: true)
    #expect(rebuilt.1 == cut.count)
    let bodies = rows.map(body)
    let dropped = (1..<rows.count).map { place in
      rechained(bodies.enumerated().filter { $0.offset != place }.map(\.element))
    }
    #expect(try found("an event taken out, the chain made anew", dropped).1 == dropped.count)
    let other = try found("an event taken out, chain, tables and files made anew", dropped, rebuilt: true)
    #expect(other.1 == dropped.count)
    let renamed = bodies.map { Array(String(decoding: $0, as: UTF8.self).replacing("s.ward", with: "d.price").utf8) }
    #expect(try found("another payer, everything made anew", [rechained(renamed)], rebuilt: true) == (0, 1))
  }

  @Test func aCheckpointOfTheMiddleGuardsWhatIsBeforeIt() throws {
    #expect(try RegisterCheckTests.check(sample.path, half).isGood)
  }
}

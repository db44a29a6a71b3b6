import Foundation
import GRDB
import Redress
import RedressFiles
import Testing

@testable import RedressRegister

/// A sound register is found sound, and what was changed in it is named.
@Suite struct RegisterCheckTests {
  static func filled() throws -> SampleRegister {
    let sample = try SampleRegister()
    let (register, pricer) = (try sample.open(), try SampleRegister.pricer())
    try SampleRegister.offer("PHG-1", in: register, pricer: pricer)
    try SampleRegister.offer("PHG-2", in: register, pricer: pricer, until: .accepted, salt: 8)
    try SampleRegister.offer("PHG-3", in: register, pricer: pricer, until: .drafted, salt: 9)
    return sample
  }

  /// Opens the file without any of its guards, as whoever owns it can.
  static func tamper(_ path: String, _ sql: String) throws {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
      let triggers = try Row.fetchAll(db, sql: "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
      for trigger in triggers { try db.execute(sql: "DROP TRIGGER \(trigger[0] as String)") }
      try db.execute(sql: sql)
      for trigger in triggers { try db.execute(sql: trigger[1] as String) }
    }
  }

  static func check(_ path: String, _ checkpoint: Checkpoint? = nil) throws -> RegisterCheck {
    try Register.open(path).read { try $0.check(against: checkpoint) }
  }

  @Test func aSoundRegisterIsFoundSound() throws {
    let sample = try Self.filled()
    let check = try Self.check(sample.path)
    #expect(check.isGood, "\(check.findings.filter { !$0.isGood })")
    #expect(try Self.check(sample.path, check.checkpoint).isGood)
    #expect(check.findings.map(\.about) == [.database, .tables, .chain, .files, .offers, .runs])
    let (pricer, officers) = (try SampleRegister.pricer(), try SampleRegister.officers())
    let signatures = try Register.open(sample.path).read {
      try $0.checkSignatures(with: pricer, officers: officers, house: []) { _ in true }
    }
    #expect(signatures.map(\.says) == ["Every offer that was signed is in order, signature by signature. Offers: 2."])
  }

  @Test(arguments: [
    ("UPDATE offer SET payable = payable + 1, gross = gross + 1 WHERE number = 2", "offers"),
    ("UPDATE offer SET household = 'H-1' WHERE number = 1", "offers"),
    ("UPDATE item SET form = 'cheque' WHERE offer = 1 AND item = 1", "offers"),
    ("DELETE FROM signature WHERE offer = 1", "offers"), ("DELETE FROM payment", "offers"),
    ("UPDATE payment SET proof = 'x'", "offers"), ("DELETE FROM offer WHERE number = 3", "offers"),
    ("INSERT INTO item VALUES (1, 9, 'x', 0, 0, 0, 0, NULL, 0, 0)", "offers"),
    ("INSERT INTO run_entry VALUES (1, 1, 'payments', 'bacs', 1, NULL)", "runs"),
    ("UPDATE file SET bytes = x'00' WHERE kind = 'document'", "files"),
    ("UPDATE file SET bytes = NULL WHERE kind = 'letter'", "files"),
    ("DELETE FROM file WHERE kind = 'settlement'", "files"),
    ("UPDATE file SET kind = 'case' WHERE kind = 'offer'", "files"),
    ("UPDATE file SET event = 1 WHERE kind = 'signature'", "files"),
    ("UPDATE event SET officer = 'x' WHERE number = 3", "chain"),
    ("UPDATE event SET offer = 2 WHERE number = 3", "chain"),
    ("DELETE FROM event WHERE number = 4", "chain"), ("CREATE TABLE more (x)", "tables"),
    ("DROP INDEX offer_by_date", "tables"), ("PRAGMA application_id = 0", "tables"),
    ("CREATE TRIGGER quiet AFTER INSERT ON offer BEGIN DELETE FROM item; END", "tables"),
  ])
  func whatWasChangedIsFound(sql: String, about: String) throws {
    let sample = try Self.filled()
    try Self.tamper(sample.path, sql)
    let bad = try Self.check(sample.path).findings.filter { !$0.isGood }
    #expect(bad.contains { $0.about.rawValue == about }, "\(sql): \(bad.map(\.says))")
  }

  @Test func aDroppedTriggerIsFound() throws {
    let sample = try Self.filled()
    let queue = try DatabaseQueue(path: sample.path)
    try queue.write { try $0.execute(sql: "DROP TRIGGER event_is_kept") }
    try queue.close()
    let bad = try Self.check(sample.path).findings.filter { !$0.isGood }
    #expect(bad.map(\.says) == ["The trigger event_is_kept is missing."])
  }

  @Test func aCheckpointOfAnotherRegisterIsNotTaken() throws {
    let (sample, other) = (try Self.filled(), try SampleRegister())
    let stand = try other.open().read { try $0.checkpoint() }
    let bad = try Self.check(sample.path, stand).findings.filter { !$0.isGood }
    #expect(bad.first?.says.hasPrefix("This is not the register of the checkpoint") == true)
  }

  @Test func theTablesAreWorkedOutAgain() throws {
    let sample = try Self.filled()
    try Self.tamper(
      sample.path, "DELETE FROM payment; UPDATE offer SET state = 'signed'; DELETE FROM item WHERE offer = 2")
    #expect(try !Self.check(sample.path).isGood)
    try sample.open().write(SampleRegister.stamp("j.okafor", "2026-11-03")) { try $0.rebuild() }
    #expect(try Self.check(sample.path).isGood)
  }
}

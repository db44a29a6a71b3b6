import Foundation
import GRDB
import Redress
import RedressFiles

/// One transaction of a register: everything that is appended in it is kept together, or not at all.
public final class RegisterWriting {
  /// Who does it, and when.
  public let stamp: Stamp
  /// The register as it stands in the transaction, with what it has appended.
  public let reading: RegisterReading
  let db: Database
  private var last: (number: Int, digest: Digest)?

  init(_ db: Database, _ stamp: Stamp) throws {
    self.db = db
    self.stamp = stamp
    reading = RegisterReading(db)
    last = try reading.lastEvent()
  }

  /// The number that the next event will have.
  var nextNumber: Int { (last?.number ?? 0) + 1 }

  /// Appends an event of somebody.
  @discardableResult
  func append(_ act: Act, offer: Int?, stamp: Stamp? = nil) throws -> Event {
    let event = Event(
      number: nextNumber, offer: offer, act: act, stamp: stamp ?? self.stamp,
      previous: last?.digest ?? Event.beforeFirst)
    try insert(event)
    return event
  }

  /// Appends an event to the life of an offer, and writes what the tables hold of it.
  @discardableResult
  func append(_ act: Act, to life: inout OfferLife, stamp: Stamp? = nil) throws -> Event {
    let event = try append(act, offer: life.number, stamp: stamp)
    do { try life.apply(event) } catch {
      throw ActRefusal(.order, error.says)
    }
    try life.write(to: db)
    return event
  }

  private func insert(_ event: Event) throws {
    try db.cachedStatement(sql: "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?)").execute(arguments: [
      event.number, event.offer, event.act.kind.rawValue, event.stamp.by, event.stamp.on.isoText,
      event.stamp.recordedAt, event.body, event.digest.text,
    ])
    last = (event.number, event.digest)
  }

  /// Keeps the exact bytes of a file, once. They belong to the next event.
  @discardableResult
  func keep(_ bytes: [UInt8], _ kind: KeptFile) throws -> Digest {
    let digest = Digest(of: bytes)
    try db.cachedStatement(sql: "INSERT OR IGNORE INTO file VALUES (?, ?, ?, ?)").execute(arguments: [
      digest.text, kind.rawValue, nextNumber, Data(bytes),
    ])
    return digest
  }
}

/// What a kept file is.
public enum KeptFile: String, CaseIterable, Hashable, Sendable {
  /// The record of an offer.
  case offer
  /// A signature on one.
  case signature
  /// The personal part of one.
  case letter
  /// A document as it was sent.
  case document
  /// The case that an acceptance was settled from.
  case settlement
  /// A case of another system.
  case `case`

  /// Whether it may be erased when its time is over.
  public var isPersonal: Bool { self == .letter || self == .document || self == .case }
}

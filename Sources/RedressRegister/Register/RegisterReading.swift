import Foundation
import GRDB
import Redress
import RedressFiles
import RedressSigning

/// A register as it stands at one moment.
public struct RegisterReading {
  let db: Database

  init(_ db: Database) { self.db = db }

  // MARK: Events

  /// How far it has come.
  public func checkpoint() throws -> Checkpoint {
    let first = try events(sql: "SELECT body FROM event WHERE number = 1").first
    guard case .begun(let origin)? = first?.act, let last = try lastEvent() else {
      throw RegisterFault.damaged(path: "the register", says: "its first event is missing")
    }
    return Checkpoint(origin: origin, size: last.number, head: last.digest)
  }

  /// The number and the digest of the last event; `nil` in a register that was not begun.
  func lastEvent() throws -> (number: Int, digest: Digest)? {
    guard let row = try Row.fetchOne(db, sql: "SELECT number, digest FROM event ORDER BY number DESC LIMIT 1"),
      let digest = Digest(row["digest"])
    else { return nil }
    return (row["number"], digest)
  }

  /// The events of an offer, in their order.
  public func events(of offer: Int) throws -> [Event] {
    let rows = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT number, body, digest FROM event WHERE offer = ? ORDER BY number"),
      arguments: [offer])
    return try rows.map { row in
      let (number, body): (Int, String) = (row["number"], row["body"])
      guard Digest(of: Array(body.utf8)).text == row["digest"] as String, let event = try? EventReader.event(body),
        event.number == number, event.offer == offer
      else {
        throw RegisterFault.damaged(
          path: "the register",
          says: "event \(number) was changed after it was recorded; redress verify names the break")
      }
      return event
    }
  }

  func events(sql: String, _ arguments: StatementArguments = []) throws -> [Event] {
    try String.fetchAll(db.cachedStatement(sql: sql), arguments: arguments).map { body in
      do { return try EventReader.event(body) } catch let unread as UnreadEvent {
        throw RegisterFault.damaged(path: "the register", says: "an event cannot be read, as \(unread.says)")
      }
    }
  }

  // MARK: Offers

  /// The life of an offer; `nil` where there is none of the number.
  public func life(of offer: Int) throws -> OfferLife? {
    do { return try OfferLife.of(events(of: offer)) } catch let order as OutOfOrder {
      throw RegisterFault.damaged(path: "the register", says: order.says)
    }
  }

  /// The number of the offer whose file has a digest; `nil` where there is none.
  public func offer(withDigest digest: Digest) throws -> Int? {
    try Int.fetchOne(
      db.cachedStatement(sql: "SELECT number FROM offer WHERE offer_digest = ?"), arguments: [digest.text])
  }

  /// The numbers of the offers of a case, in their order.
  public func offers(ofCase reference: String) throws -> [Int] {
    try Int.fetchAll(
      db.cachedStatement(sql: "SELECT number FROM offer WHERE reference = ? ORDER BY number"), arguments: [reference])
  }

  // MARK: Files

  /// The bytes of a kept file; `nil` where there is none or it was erased.
  public func bytes(of digest: Digest) throws -> [UInt8]? {
    let kept = try Data.fetchOne(
      db.cachedStatement(sql: "SELECT bytes FROM file WHERE digest = ?"), arguments: [digest.text])
    guard let bytes = kept.map({ Array($0) }) else { return nil }
    guard Digest(of: bytes) == digest else {
      throw RegisterFault.damaged(
        path: "the register", says: "a kept file is not the one with the digest \(digest.text)")
    }
    return bytes
  }

  /// The record, the signatures and the letter part of an offer, as files would give them.
  /// - Throws: the faults of the record, which a sound register does not have.
  public func files(of life: OfferLife) throws -> OfferFiles {
    let name = OfferFiles.name(ofOffer: life.number, life.drafted.reference)
    guard let bytes = try bytes(of: life.drafted.offerDigest) else {
      throw RegisterFault.damaged(path: "the register", says: "the file of offer \(life.number) is missing")
    }
    let letter = try life.drafted.letterDigest.flatMap { try self.bytes(of: $0) }
    let signatures = try life.signatures.map { signature in
      OfferFiles.SignatureFile(
        officer: signature.officer, path: OfferFiles.path(ofSignatureBy: signature.officer, on: name),
        bytes: try self.bytes(of: signature.signed.digest) ?? [])
    }
    return OfferFiles(
      path: name, record: try OfferRecord.readUpToAssessment(SourceText(name: name, bytes: bytes)),
      signatures: signatures,
      letter: try letter.map { try LetterPart.read(SourceText(name: LetterPart.path(of: name), bytes: $0)) })
  }

  /// A file that is kept of an offer.
  public struct Kept: Sendable {
    /// What it is called where it is written.
    public let name: String
    /// The digest of its exact bytes.
    public let digest: Digest
    /// Its bytes; `nil` where it was erased.
    public let bytes: [UInt8]?
  }

  /// Everything that is kept of an offer, under names that programs which check signatures expect.
  public func keptFiles(of life: OfferLife) throws -> [Kept] {
    let name = OfferFiles.name(ofOffer: life.number, life.drafted.reference)
    var files = [(name, life.drafted.offerDigest)]
    files += life.signatures.map { (OfferFiles.path(ofSignatureBy: $0.officer.asFileName, on: name), $0.signed.digest) }
    if let letter = life.drafted.letterDigest { files.append((LetterPart.path(of: name), letter)) }
    for (place, document) in (life.issued?.documents ?? []).enumerated() {
      files.append(("sent-\(place + 1)-\(document.name.asFileName)", document.digest))
    }
    if let settlement = life.acceptance?.settlement { files.append((name + ".settlement.json", settlement)) }
    return try files.map { Kept(name: $0.0, digest: $0.1, bytes: try bytes(of: $0.1)) }
  }
}

extension OfferFiles {
  /// What the file of an offer of a register is called where it is shown or written: `PHG-2026-0417.3.offer.json`.
  public static func name(ofOffer number: Int, _ reference: String) -> String {
    "\(reference.asFileName).\(number).offer.json"
  }
}

extension String {
  /// The text as a part of a file's name, whatever a register from elsewhere holds: no folder can be named by it.
  fileprivate var asFileName: String {
    let name = String(map { $0.isLetter || $0.isNumber || "-_.".contains($0) ? $0 : "-" })
    return name.hasPrefix(".") ? "-" + name : name
  }
}

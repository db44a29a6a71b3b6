import Foundation
import GRDB
import Redress
import RedressFiles
import RedressSigning

/// The life of one offer, written again and again under other references: how a register of a million offers is made
/// for measurements. Each copy has files, digests and signatures of its own, and is checked like any other offer.
package struct LifeCopies {
  /// What stands in the texts of the offer, and in what place of them.
  package typealias Renaming = (old: [UInt8], new: [UInt8])

  private let events: [Event]
  private let record: [UInt8]
  private let settlement: [UInt8]?
  private let openCase: OpenCaseRow?

  /// - Returns: `nil` where there is no offer of the number.
  package init?(of number: Int, in reading: RegisterReading) throws {
    guard let life = try reading.life(of: number), let record = try reading.bytes(of: life.drafted.offerDigest) else {
      return nil
    }
    events = try reading.events(of: number)
    self.record = record
    openCase = try OpenCaseRow(of: life, in: reading.db)
    settlement = try life.acceptance.flatMap { try reading.bytes(of: $0.settlement) }
  }

  /// Has the register wait for no disk from here on. What is written while the machine stops may be lost.
  package static func hurry(_ register: Register) throws {
    try register.pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = OFF") }
  }

  /// Writes the life once more, as the offer of a number that none has.
  ///
  /// - Parameters:
  ///   - names: texts that stand in its files, and others of the same length that take their places.
  ///   - sign: makes the signature of the record.
  package func write(
    _ number: Int, _ names: [Renaming], _ writing: RegisterWriting, sign: ([UInt8]) throws -> [UInt8]
  ) throws {
    let record = Self.renamed(record, names)
    var life: OfferLife?
    for event in events {
      let act: Act
      switch event.act {
      case .drafted(let drafted):
        act = .drafted(Self.renamed(drafted, try writing.keep(record, .offer), names))
      case .signed(let signed):
        act = .signed(
          Signed(
            role: signed.role, standsInFor: signed.standsInFor,
            digest: try writing.keep(try sign(record), .signature), isLast: signed.isLast))
      case .accepted(let acceptance):
        let settled = Self.renamed(settlement ?? [], names)
        act = .accepted(Self.renamed(acceptance, try writing.keep(settled, .settlement)))
      case .paid(let payment):
        act = .paid(
          Payment(
            method: payment.method, amount: payment.amount, proof: "\(payment.method) \(number)", seen: payment.seen,
            run: nil))
      default: act = event.act
      }
      let copy = try writing.append(act, offer: number, stamp: event.stamp)
      try OfferLife.take(copy, to: &life)
    }
    try life?.writeRows(to: writing.db)
    guard let openCase else { return }
    func text(_ text: String?) -> String? {
      text.map { String(decoding: Self.renamed(Array($0.utf8), names), as: UTF8.self) }
    }
    try OpenCaseRow(
      offer: number, recorded: text(openCase.recorded), stated: openCase.stated, settled: text(openCase.settled),
      acceptedItems: openCase.acceptedItems
    ).insert(in: writing.db)
  }

  private static func renamed(_ drafted: Drafted, _ digest: Digest, _ names: [Renaming]) -> Drafted {
    func text(_ text: String?) -> String? {
      text.map { text in
        let quoted = renamed(Array("\"\(text)\"".utf8), names)
        return String(decoding: quoted.dropFirst().dropLast(), as: UTF8.self)
      }
    }
    return Drafted(
      reference: text(drafted.reference) ?? "", revision: drafted.revision, supersedes: drafted.supersedes,
      scheme: drafted.scheme, edition: drafted.edition, editionDigest: drafted.editionDigest, offerDigest: digest,
      letterDigest: drafted.letterDigest, remedies: drafted.remedies, outcome: drafted.outcome,
      offerDate: drafted.offerDate, lastDay: drafted.lastDay, household: text(drafted.household),
      rentAccount: text(drafted.rentAccount), costCode: drafted.costCode, sums: drafted.sums)
  }

  private static func renamed(_ acceptance: Acceptance, _ settlement: Digest) -> Acceptance {
    Acceptance(
      items: acceptance.items, sums: acceptance.sums, settlement: settlement, credits: acceptance.credits,
      payTo: acceptance.payTo, waitsFor: acceptance.waitsFor, payBy: acceptance.payBy, late: acceptance.late)
  }

  /// The bytes with each old text wherever it stands replaced by the new one, which is as long.
  private static func renamed(_ bytes: [UInt8], _ names: [Renaming]) -> [UInt8] {
    var bytes = bytes
    for (old, new) in names {
      var from = 0
      while let place = bytes.firstPlace(of: old, from: from) {
        bytes.replaceSubrange(place..<place + old.count, with: new)
        from = place + old.count
      }
    }
    return bytes
  }
}

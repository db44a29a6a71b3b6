import ArgumentParser
import Foundation
import Redress
import RedressFiles
import RedressRegister
import RedressSigning

/// The offer that is to be signed: a file, or an offer of a register.
struct SigningDesk {
  let files: OfferFiles
  /// Its number in the register; `nil` where it came as a file.
  let number: Int?
  private let register: Register?
  private let stamp: Stamp?
  private let officers: OfficersFile
  private let library: MatrixLibrary
  private let house: [HouseAuthority]
  private let pricer: CasePricer

  init(
    _ offer: String, _ option: RegisterOption, officers: OfficersFile, library: MatrixLibrary, house: [HouseAuthority],
    officer: String, today: TodayOption
  ) throws {
    self.officers = officers
    self.library = library
    self.house = house
    pricer = CasePricer(library: library, today: today.day, officers: officers.officers)
    guard option.register != nil else {
      (files, number, register, stamp) = (try OfferFiles.openOrEnd(offer), nil, nil, nil)
      return
    }
    let stamp = Stamp(
      by: officer, on: today.day, recordedAt: Clock.now, statedToday: today.today == nil ? nil : today.day,
      isVerified: true)
    self.stamp = stamp
    number = Int(offer)
    if let number {
      let register = try option.open()
      files = try Console.ending {
        try register.read { reading in
          guard let life = try reading.life(of: number) else {
            throw ActRefusal(.offerUnknown, "There is no offer \(number) in this register.")
          }
          guard life.state == .drafted || life.state == .signed else {
            throw ActRefusal(.order, "Offer \(number) is \(life.state.rawValue), and cannot be signed now.")
          }
          return try reading.files(of: life)
        }
      }
      self.register = register
    } else {
      files = try OfferFiles.openOrEnd(offer)
      register = try option.openOrBegin(stamp)
    }
  }

  /// What officers signed beside it; `nil` without a register.
  func signedBeside() throws -> [SignedBeside]? {
    guard let register else { return nil }
    return try Console.ending {
      try register.read { reading in
        try reading.signedBeside(try reading.offer(withDigest: files.record.digest), officers.officers)
      }
    }
  }

  /// The offer with its signatures, held against everything.
  func check(_ files: OfferFiles, signedBeside: [SignedBeside]?) throws -> OfferCheck {
    try Console.ending {
      try OfferCheck.run(files, with: pricer, officers: officers, house: house, signedBeside: signedBeside) {
        library.isLocked($0.edition)
      }
    }
  }

  /// Records the offer and its signatures in the register, if one is named, as far as they are not there. What others
  /// signed meanwhile is looked at again, in the same transaction.
  func record(_ files: OfferFiles) throws {
    guard let register, let stamp else { return }
    try Console.ending {
      try register.write(stamp) { writing in
        let known = try writing.reading.offer(withDigest: files.record.digest)
        let beside = try writing.reading.signedBeside(known, officers.officers)
        let stored = try known.flatMap { try writing.reading.life(of: $0) }.map { try writing.reading.files(of: $0) }
        let all = stored.map { $0.adding(files.signatures) } ?? files
        let check = try check(all, signedBeside: beside)
        let life = try writing.enter(all, check)
        guard life.signers.contains(stamp.by) else {
          throw ActRefusal(.notSigned, check.findings.first { !$0.isGood }?.says ?? "The signature does not count.")
        }
      }
    }
  }
}

extension OfferFiles {
  /// The files with one more signature.
  func adding(_ signature: [UInt8], of officer: String) -> OfferFiles {
    adding([SignatureFile(officer: officer, path: Self.path(ofSignatureBy: officer, on: path), bytes: signature)])
  }

  /// The files with signatures of officers of whom there is none yet.
  func adding(_ more: [SignatureFile]) -> OfferFiles {
    let new = more.filter { one in !signatures.contains { $0.officer == one.officer } }
    return OfferFiles(path: path, record: record, signatures: signatures + new, letter: letter)
  }
}

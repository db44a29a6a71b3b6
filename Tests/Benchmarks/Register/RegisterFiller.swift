import Foundation
import Redress
import RedressFiles
import RedressRegister
import RedressSigning

/// Lives offers into a register, many to a transaction.
struct RegisterFiller {
  private let register: Register
  private let pricer: CasePricer
  private let officers: OfficersFile
  private let key: SSHPrivateKey
  /// How many offers are written together.
  private static let together = 500

  init(path: String) throws {
    pricer = CasePricer(library: try MatrixLibrary(folder: "Matrices"), today: Self.offerDate)
    officers = try OfficersFile.read(SourceText(path: "Fixtures/officers.yaml"))
    key = try SSHPrivateKey(Array(try Data(contentsOf: URL(fileURLWithPath: "Fixtures/keys/a.khan"))))
    register = try Register.openOrBegin(path, stamp: Self.stamp("j.okafor", Self.offerDate))
  }

  private static let offerDate = CivilDate(year: 2026, month: 10, day: 12)!

  private static func stamp(_ by: String, _ on: CivilDate) -> Stamp {
    Stamp(by: by, on: on, recordedAt: "2026-11-26T09:30:00Z", statedToday: on, isVerified: true)
  }

  /// Fills it with offers of which four of five are accepted and paid, each by acts.
  func fill(_ count: Int) throws {
    for start in stride(from: 0, to: count, by: Self.together) {
      let places = start..<min(start + Self.together, count)
      let accepted = zip(places, try enter(places)).filter { $0.0 % 5 != 0 }.map(\.1)
      try accept(accepted)
      try pay(accepted)
    }
  }

  /// Drafts, signs and sends some offers, and gives their numbers.
  @discardableResult
  private func enter(_ places: Range<Int>) throws -> [Int] {
    let offers = try places.map { try offer($0) }
    return try register.write(Self.stamp("j.okafor", Self.offerDate)) { writing in
      try offers.map { (files: OfferFiles, check: OfferCheck) in
        let number = try writing.enter(files, check).number
        let letter = Array("Dear household \(number)".utf8)
        _ = try writing.issue(
          number, check.signed!, check.assessed, documents: [.init(name: "letter.txt", bytes: letter)])
        return number
      }
    }
  }

  // MARK: Copies

  /// How many offers are made by acts, and copied.
  private static let originals = 500

  /// Fills it with offers that stay open: some that were made by acts, and copies of these.
  func copy(_ count: Int) throws {
    let originals = min(count, Self.originals)
    try enter(0..<originals)
    try accept((0..<originals).filter { $0 % 5 == 0 }.map { $0 + 1 })
    let lives = try register.read { reading in
      try (0..<originals).compactMap { try LifeCopies(of: $0 + 1, in: reading) }
    }
    try LifeCopies.hurry(register)
    for start in stride(from: originals, to: count, by: Self.together) {
      let places = start..<min(start + Self.together, count)
      try register.write(Self.stamp("j.okafor", Self.offerDate)) { writing in
        for place in places {
          let original = place % originals
          let names = zip(Self.names(original), Self.names(place)).map { (Array($0.utf8), Array($1.utf8)) }
          try lives[original].write(place + 1, names, writing) { try key.sign($0, namespace: OfferNamespace.name) }
        }
      }
    }
  }

  /// The reference of a case, as long for each.
  private static func name(_ place: Int) -> String { "B-" + String(10_000_000 + place).dropFirst() }

  /// The reference, the household and the account of a case.
  private static func names(_ place: Int) -> [String] {
    [name(place), "H-" + name(place / 3).dropFirst(2), "RA-" + name(place).dropFirst(2)].map { "\"\($0)\"" }
  }

  // MARK: Acts

  private func accept(_ numbers: [Int]) throws {
    let day = Self.offerDate.adding(days: 8)
    try register.write(Self.stamp("j.okafor", day)) { writing in
      for number in numbers {
        let order = AcceptanceOrder(facts: [("rent-arrears", "60.00"), ("service-charge-arrears", "0")])
        _ = try writing.accept(number, order, pricer: pricer, conditions: nil)
      }
    }
  }

  private func pay(_ numbers: [Int]) throws {
    let day = Self.offerDate.adding(days: 8)
    try register.write(Self.stamp("s.ward", day.adding(days: 2))) { writing in
      for number in numbers {
        _ = try writing.pay(number, PaymentOrder(method: "bacs", proof: "BACS \(number)", seen: ["acceptance-form"]))
        _ = try writing.pay(number, PaymentOrder(method: "set-off", proof: "posting \(number)"))
      }
    }
  }

  private func offer(_ place: Int) throws -> (OfferFiles, OfferCheck) {
    let pounds = 101 + place % 399
    let text = """
      {"case":"\(Self.name(place))","scheme":"progress","facts":{"incident-date":"2026-09-\(14 + place % 10)",\
      "claim-date":"2026-09-30","offer-date":"2026-10-12","customer-type":"tenant","rent-arrears":"£95.00"},\
      "items":[{"head":"inconvenience","impact":"medium","amount":"£\(pounds).00","as":"bacs","by":"j.okafor"}],\
      "references":{"household":\(Self.names(place)[1]),"rent-account":\(Self.names(place)[2]),"cost-code":"4410"},\
      "letter":{"to":["Resident \(place)","\(place) Mill Brow"],"points":["Three visits were missed."]}}
      """
    guard case .outline(let outline)? = CaseFile.read(try SourceText(name: "case.json", bytes: Array(text.utf8))).first
    else { throw NotMade() }
    let assessed = try pricer.assess(outline)
    guard let draft = Draft(assessed.explanation, author: "j.okafor", offerDate: Self.offerDate) else {
      throw NotMade()
    }
    let letter = assessed.reading.letter.map { LetterPart.bytes(of: $0, salt: salt(place)) }
    let bytes = OfferWriter(
      draft, of: assessed, letterDigest: letter.map { Digest(of: $0) }, draftedOn: Self.offerDate
    ).bytes
    let signature = OfferFiles.SignatureFile(
      officer: "a.khan", path: "a.khan.sig", bytes: try key.sign(bytes, namespace: OfferNamespace.name))
    let files = OfferFiles(
      path: "offer.json", record: try OfferRecord.read(SourceText(name: "offer.json", bytes: bytes)),
      signatures: [signature], letter: try letter.map { try LetterPart.read(SourceText(name: "letter", bytes: $0)) })
    return (files, try OfferCheck.run(files, with: pricer, officers: officers) { _ in true })
  }

  /// A salt for each letter part; here one that two runs share.
  private func salt(_ place: Int) -> [UInt8] { (0..<32).map { UInt8(truncatingIfNeeded: place >> (8 * ($0 % 4))) } }

  struct NotMade: Error {}
}

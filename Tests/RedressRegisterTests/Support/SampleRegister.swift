import Foundation
import Redress
import RedressFiles
import RedressSigning

@testable import RedressRegister

/// A register in a folder of its own, filled by real acts on made-up cases of the scheme `progress`.
final class SampleRegister: Sendable {
  static let root = URL(fileURLWithPath: #filePath).appending(path: "../../../..").standardized
  static let person = "Ms D. Hartley"

  let folder: String
  let path: String

  /// A register that is not begun yet. Its folder is removed with it.
  init() throws {
    var template = Array(
      FileManager.default.temporaryDirectory.appendingPathComponent("redress-XXXXXX").path.utf8CString)
    guard mkdtemp(&template) != nil else { throw NotMade(what: "a folder") }
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    path = folder + "/offers.register"
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  struct NotMade: Error { let what: String }

  // MARK: What the acts need

  static func file(_ name: String) -> String { root.appending(path: name).path }
  static func day(_ text: String) -> CivilDate { (try? Literal.day(text)) ?? .latest }
  static func library() throws -> MatrixLibrary { try MatrixLibrary(folder: file("Matrices")) }
  static func officers() throws -> OfficersFile {
    try OfficersFile.read(SourceText(path: file("Fixtures/officers.yaml")))
  }
  static func pricer() throws -> CasePricer {
    CasePricer(library: try library(), today: day("2026-10-12"), officers: try officers().officers)
  }
  static func key(of officer: String) throws -> SSHPrivateKey {
    try SSHPrivateKey(Array(try Data(contentsOf: root.appending(path: "Fixtures/keys/\(officer)"))))
  }

  static func stamp(_ by: String, _ on: String) -> Stamp {
    Stamp(by: by, on: day(on), recordedAt: "\(on)T09:30:00Z", statedToday: day(on), isVerified: true)
  }

  /// Opens the register, or begins it.
  func open(patience: Double = 10) throws -> Register {
    try Register.openOrBegin(path, stamp: Self.stamp("j.okafor", "2026-10-12"), patience: patience)
  }

  // MARK: Offers

  /// How far an offer is taken.
  enum Stage: Int { case drafted, signed, issued, accepted, paid, closed }

  /// A case whose claim came in time, with arrears that are set off and a letter part with two remedies.
  static func caseText(_ reference: String, person: String = person, amount: String = "£180.00") -> String {
    """
    { "case": "\(reference)", "scheme": "progress",
      "facts": { "incident-date": "2026-09-14", "claim-date": "2026-09-30", "offer-date": "2026-10-12",
        "customer-type": "tenant", "rent-arrears": "£95.00" },
      "items": [
        { "head": "inconvenience", "impact": "medium", "amount": "\(amount)", "as": "bacs" },
        { "head": "reimbursement", "receipts": [ { "amount": "£42.00", "for": "heater", "on": "2026-09-20" } ] } ],
      "references": { "household": "H-2201", "rent-account": "RA-77120", "cost-code": "4410" },
      "letter": { "to": [ "\(person)", "14 Mill Brow" ], "points": [ "Our contractor missed three visits." ],
        "apology": "We are sorry.", "actions": [ "The contractor rings first.", "A surveyor checks the boiler." ] } }
    """
  }

  static func outline(_ text: String) throws -> CaseOutline {
    let source = try SourceText(name: "case.json", bytes: Array(text.utf8))
    guard case .outline(let outline)? = CaseFile.read(source).first else { throw NotMade(what: "a case") }
    return outline
  }

  /// The files of an offer as `redress offer` and `redress sign` would write them.
  static func files(
    _ text: String, pricer: CasePricer, salt: UInt8 = 7, signer: String? = "a.khan",
    supersedes: OfferRecord.Superseded? = nil
  ) throws -> OfferFiles {
    let assessed = try pricer.assess(outline(text))
    guard let day = assessed.reading.offerDate,
      let draft = Draft(assessed.explanation, author: "j.okafor", offerDate: day)
    else { throw NotMade(what: "a draft") }
    let letter = assessed.reading.letter.map { LetterPart.bytes(of: $0, salt: [UInt8](repeating: salt, count: 32)) }
    let bytes =
      OfferWriter(
        draft, of: assessed, letterDigest: letter.map { Digest(of: $0) }, supersedes: supersedes, draftedOn: day
      ).bytes
    let signatures = try signer.map { officer in
      OfferFiles.SignatureFile(
        officer: officer, path: "offer.json.\(officer).sig",
        bytes: try key(of: officer).sign(bytes, namespace: OfferNamespace.name))
    }
    return OfferFiles(
      path: "offer.json", record: try OfferRecord.read(SourceText(name: "offer.json", bytes: bytes)),
      signatures: [signatures].compactMap { $0 },
      letter: try letter.map { try LetterPart.read(SourceText(name: "offer.json.letter", bytes: $0)) })
  }

  static func check(_ files: OfferFiles, _ pricer: CasePricer) throws -> OfferCheck {
    try OfferCheck.run(files, with: pricer, officers: try officers()) { _ in true }
  }

  /// Takes a new offer through its life, each act in a transaction of its own, and gives its number.
  @discardableResult
  static func offer(
    _ reference: String, in register: Register, pricer: CasePricer, until stage: Stage = .closed, salt: UInt8 = 7,
    person: String = person, document: String? = nil
  ) throws -> Int {
    let files = try files(
      caseText(reference, person: person), pricer: pricer, salt: salt, signer: stage == .drafted ? nil : "a.khan")
    let check = try check(files, pricer)
    let number = try register.write(stamp("j.okafor", "2026-10-12")) { try $0.enter(files, check).number }
    if stage.rawValue < Stage.issued.rawValue { return number }
    guard let signed = check.signed else { throw NotMade(what: "a signed offer: \(check.findings.map(\.says))") }
    let letter = document ?? "Dear \(person), about \(reference): we offer you £222.00."
    _ = try register.write(stamp("j.okafor", "2026-10-13")) {
      try $0.issue(
        number, signed, check.assessed, documents: [.init(name: "letter.html", bytes: Array(letter.utf8))])
    }
    if stage == .issued { return number }
    _ = try register.write(stamp("j.okafor", "2026-10-20")) {
      try $0.accept(
        number, AcceptanceOrder(facts: [("rent-arrears", "£95.00"), ("service-charge-arrears", "0")]), pricer: pricer,
        conditions: nil)
    }
    if stage == .accepted { return number }
    try pay(number, in: register)
    if stage == .paid { return number }
    try register.write(stamp("j.okafor", "2026-11-02")) {
      _ = try $0.deliver(number, remedy: 1, proof: "contractor's note")
      _ = try $0.deliver(number, remedy: 2, proof: "survey 88")
      _ = try $0.close(number, remediesBy: [])
    }
    return number
  }

  private static func pay(_ number: Int, in register: Register) throws {
    _ = try register.write(stamp("s.ward", "2026-10-22")) { writing in
      let waits = try writing.life(number).stillUnseen().map(\.name)
      _ = try writing.pay(number, PaymentOrder(method: "bacs", proof: "BACS-\(number)", seen: waits))
      _ = try writing.pay(number, PaymentOrder(method: Payment.setOff, proof: "posting \(number)"))
    }
  }
}

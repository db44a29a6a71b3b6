import Foundation
import Redress
import RedressFiles
import Testing

@testable import RedressSigning

/// The samples of the repository, and offers that are made of them without a file being written.
enum Samples {
  static let root = URL(fileURLWithPath: #filePath).appending(path: "../../../..").standardized
  static let today = CivilDate(year: 2026, month: 10, day: 12)!

  static func path(_ name: String) -> String { root.appending(path: name).path }
  static func library() throws -> MatrixLibrary { try MatrixLibrary(folder: path("Matrices")) }
  static func pricer() throws -> CasePricer { CasePricer(library: try library(), today: today) }
  static func officers() throws -> OfficersFile {
    try OfficersFile.read(SourceText(path: path("Fixtures/officers.yaml")))
  }
  static func key(of officer: String) throws -> SSHPrivateKey {
    try SSHPrivateKey(Array(try Data(contentsOf: root.appending(path: "Fixtures/keys/\(officer)"))))
  }

  /// The text of a sample file.
  static func text(_ name: String) throws -> String {
    try String(contentsOf: root.appending(path: name), encoding: .utf8)
  }

  /// The one case of a file.
  static func outline(_ source: SourceText) throws -> CaseOutline {
    guard case .outline(let outline)? = CaseFile.read(source).first else { throw NoCase(in: source.name) }
    return outline
  }

  /// The case of a text, whose name says of which kind it is.
  static func outline(_ text: String, named name: String = "case.json") throws -> CaseOutline {
    try outline(SourceText(name: name, bytes: Array(text.utf8)))
  }

  /// A case of `Fixtures/cases`.
  static func outline(of sample: String) throws -> CaseOutline {
    try outline(SourceText(path: path("Fixtures/cases/\(sample)")))
  }

  struct NoCase: Error { let `in`: String }
}

/// A case as the offer that `redress offer` would write.
struct Offered {
  let assessed: AssessedCase
  let draft: Draft
  let bytes: [UInt8]

  /// `nil` where the case is undecided.
  init?(
    _ outline: CaseOutline, _ pricer: CasePricer, author: String = "j.okafor", house: HouseAuthority? = nil,
    letterDigest: Digest? = nil, supersedes: OfferRecord.Superseded? = nil
  ) throws {
    assessed = try pricer.assess(outline)
    let day = assessed.reading.offerDate ?? Samples.today
    guard let draft = Draft(assessed.explanation, author: author, offerDate: day, house: house) else { return nil }
    self.draft = draft
    bytes =
      OfferWriter(
        draft, of: assessed, letterDigest: letterDigest, supersedes: supersedes, draftedOn: Samples.today
      ).bytes
  }

  func record() throws -> OfferRecord { try OfferRecord.read(SourceText(name: "offer.json", bytes: bytes)) }
}

/// The files of an offer in a folder of their own, which can be tampered with before they are checked.
struct Desk {
  static let offer = "offer.json"
  let bench: Workbench
  let offered: Offered

  init(
    _ sample: String = "damp-bedroom.json", letter: [UInt8]? = nil, house: HouseAuthority? = nil,
    pricer: CasePricer? = nil
  ) throws {
    bench = try Workbench()
    offered = try #require(
      try Offered(
        Samples.outline(of: sample), pricer ?? Samples.pricer(), house: house,
        letterDigest: letter.map { Digest(of: $0) }))
    try put(offered.bytes, Self.offer)
    if let letter { try put(letter, Self.offer + ".letter") }
  }

  var path: String { bench.path + "/" + Self.offer }

  func put(_ bytes: [UInt8], _ name: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: bench.path + "/" + name))
  }

  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: bench.path + "/" + name) }

  /// Signs as an officer, with the key of the same or of another, for the namespace of offers or for another.
  func sign(as officer: String, keyOf other: String? = nil, namespace: String = OfferNamespace.name) throws {
    try put(signature(by: other ?? officer, namespace: namespace), "\(Self.offer).\(officer).sig")
  }

  func signature(by officer: String, namespace: String = OfferNamespace.name) throws -> [UInt8] {
    try Samples.key(of: officer).sign(offered.bytes, namespace: namespace)
  }

  func check(
    officers: OfficersFile? = nil, house: [HouseAuthority] = [], pricer: CasePricer? = nil, isLocked: Bool = true
  ) throws -> OfferCheck {
    try OfferCheck.run(
      OfferFiles.open(path), with: pricer ?? Samples.pricer(), officers: officers ?? Samples.officers(), house: house
    ) { _ in isLocked }
  }
}

extension AssessedCase {
  /// The whole answer as programs read it, word for word.
  var json: [UInt8] {
    var json = AssessmentJSON()
    return json.bytes(of: explanation, digest: edition.digest.text, notices: notices(today: Samples.today))
  }
}

extension OfferCheck {
  /// What is not well.
  var bad: [Finding] { findings.bad }

  /// What is not well of one thing, in words.
  func bad(_ about: Finding.About) -> [String] { bad.filter { $0.about == about }.map(\.says) }
}

extension [OfferCheck.Finding] {
  /// What is not well.
  var bad: [OfferCheck.Finding] { filter { !$0.isGood } }
}

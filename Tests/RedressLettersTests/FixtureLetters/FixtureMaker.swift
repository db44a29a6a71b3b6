import Foundation
import Redress
import RedressFiles
import RedressSigning
import Testing

@testable import RedressLetters

/// Makes offers, signatures and letters of fixtures, the same to the byte each time.
struct FixtureMaker {
  let letter: FixtureLetter
  private let library: MatrixLibrary
  private let organisation: Organisation
  private let officers: OfficersFile

  init(_ letter: FixtureLetter) throws {
    self.letter = letter
    library = try MatrixLibrary(folder: Program.root.appendingPathComponent("Matrices").path)
    let root = FixtureLetter.root
    organisation = try Organisation.read(
      SourceText(path: root.appendingPathComponent("organisation/\(letter.organisation).yaml").path))
    officers = try OfficersFile.read(SourceText(path: root.appendingPathComponent("officers.yaml").path))
  }

  // MARK: The offer

  /// The files of the offer by their names: the record, the letter part and the signatures.
  func offer() throws -> [(name: String, bytes: [UInt8])] {
    let pricer = CasePricer(library: library, today: letter.today)
    guard case .outline(let outline)? = CaseFile.read(try SourceText(path: letter.casePath)).first else {
      throw FixtureFault("\(letter.name): the case cannot be read")
    }
    let assessed = try pricer.assess(outline)
    guard let day = assessed.reading.offerDate,
      let draft = Draft(assessed.explanation, author: letter.author, offerDate: day, house: nil)
    else { throw FixtureFault("\(letter.name): the case is not decided, or has no offer date") }
    let part = LetterPart.bytes(of: try #require(assessed.reading.letter), salt: salt)
    let record = OfferWriter(
      draft, of: assessed, letterDigest: Digest(of: part), supersedes: try superseded(pricer), draftedOn: day
    ).bytes
    let signatures = try letter.signers.map { signer in
      let key = try SSHPrivateKey(
        Array(try Data(contentsOf: FixtureLetter.root.appendingPathComponent("keys/\(signer)"))))
      return ("offer.json.\(signer).sig", try key.sign(record, namespace: OfferNamespace.name))
    }
    return [("offer.json", record), ("offer.json.letter", part)] + signatures
  }

  /// Always the same, as these letters are nobody's.
  private var salt: [UInt8] { Array(Digest(of: Array(letter.name.utf8)).text.utf8.suffix(32)) }

  private func superseded(_ pricer: CasePricer) throws -> OfferRecord.Superseded? {
    guard let name = letter.supersedes else { return nil }
    let record = try OfferFiles.open(FixtureLetter.folder.appendingPathComponent("\(name)/offer.json").path).record
    let (_, draft, _) = try OfferCheck.assess(record, with: pricer, house: [])
    return OfferRecord.Superseded(
      name: record.name, digest: record.digest, offerDate: record.offerDate, total: draft.total)
  }

  // MARK: The letter

  func written() throws -> LetterRun.Written {
    let order = LetterRun.Order(kind: letter.kind, language: nil, today: letter.today)
    return try LetterRun(library, officers: officers, organisation: organisation, order: order).letter(of: letter.path)
  }

  /// What is decided, with what it comes to; `nil` for a letter that decides nothing.
  func draft() throws -> Draft? {
    guard letter.kind != .extensionNotAgreed else { return nil }
    let record = try OfferFiles.open(letter.offerPath).record
    return try OfferCheck.assess(record, with: CasePricer(library: library, today: letter.today), house: []).draft
  }

  func printer() throws -> LetterPrinter { try LetterPrinter(organisation) }

  /// Plain text, which is also what the tests of contents and of readability read.
  func text() throws -> String { String(decoding: try bytes(.text), as: UTF8.self) }

  func bytes(_ format: LetterFormat, by printer: LetterPrinter? = nil) throws -> [UInt8] {
    let written = try written()
    let form = LetterForm(asked: format, isLarge: nil, path: nil, needed: written.neededFormat)
    return try (printer ?? self.printer()).bytes(of: written, in: form)
  }

  /// The pages of its PDF as small grey pictures, and the PDF.
  func pages() throws -> (pdf: [UInt8], pictures: [(name: String, bytes: [UInt8])]) {
    let pdf = try bytes(.pdf)
    let folder = try Folder()
    defer { folder.remove() }
    let path = try folder.put(Data(pdf), "letter.pdf")
    let stem = folder.url.appendingPathComponent("page").path
    let ending = try Program.run(["pdftoppm", "-r", "30", "-gray", "-png", path, stem])
    #expect(ending.status == 0, "pdftoppm of poppler-utils is needed: run .ci/set-up. \(ending.output)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).filter { $0.hasSuffix(".png") }
    return (pdf, try names.sorted().map { ($0, Array(try Data(contentsOf: folder.url.appendingPathComponent($0)))) })
  }
}

/// A fixture is not as it should be.
struct FixtureFault: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

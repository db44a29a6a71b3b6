import Foundation
import Redress
import RedressDocuments
import RedressFiles
import RedressSigning

@testable import RedressLetters

/// The sample cases of the repository as letters, without a file being written.
enum Sample {
  static let root = URL(fileURLWithPath: #filePath).appending(path: "../../..").standardized
  private static let today = CivilDate(year: 2026, month: 10, day: 12)!

  /// The sample organisation, with more lines at the end of its file. Words among them take the place of its own.
  static func organisation(adding lines: String = "") throws -> Organisation {
    let path = root.appending(path: "Fixtures/organisation/progress.yaml").path
    var text = String(decoding: try SourceText(path: path).bytes, as: UTF8.self)
    if lines.contains("\nwords:"), let own = text.range(of: "\nwords:") { text = String(text[..<own.lowerBound]) }
    return try Organisation.read(SourceText(name: path, bytes: Array((text + lines).utf8)))
  }

  /// The letter of a case in `Fixtures/cases`, as a draft.
  static func letter(
    _ name: String, _ language: LetterLanguage, _ organisation: Organisation
  ) throws -> Letter {
    let source = try SourceText(path: root.appending(path: "Fixtures/cases/\(name).json").path)
    guard case .outline(let outline)? = CaseFile.read(source).first else { throw Absent() }
    let library = try MatrixLibrary(folder: root.appending(path: "Matrices").path)
    let assessed = try CasePricer(library: library, today: today).assess(outline)
    guard let draft = Draft(assessed.explanation, author: "j.okafor", offerDate: today, house: nil) else {
      throw Absent()
    }
    let bytes = OfferWriter(draft, of: assessed, letterDigest: nil, draftedOn: today).bytes
    let record = try OfferRecord.read(SourceText(name: "sample.offer.json", bytes: bytes))
    let context = try LetterContext(
      organisation: organisation, letter: assessed.reading.letter, in: source, language: language, today: today,
      path: "sample.offer.json", calendar: assessed.edition.calendar?.calendar)
    return try Letter(.offer, of: .draft(draft, record), context)
  }

  /// The sample is not there, or is no decision.
  struct Absent: Error {}
}

import Foundation
import Redress
import RedressDocuments
import RedressFiles
import RedressSigning

/// Writes letters of offers, one after another: opens each with what stands beside it, checks it, and makes the letter
/// of it, marked as a draft unless enough of the right people have signed.
public final class LetterRun {
  /// What is asked of every letter of a run.
  public struct Order: Sendable {
    /// `nil` for an offer or a refusal, whichever it is.
    public var kind: LetterKind?
    /// In place of the language that each person needs.
    public var language: LetterLanguage?
    /// The day of letters that carry no decision.
    public var today: CivilDate

    /// What is asked of each letter.
    public init(kind: LetterKind?, language: LetterLanguage?, today: CivilDate) {
      self.kind = kind
      self.language = language
      self.today = today
    }
  }

  /// A letter with what it was made of.
  public struct Written {
    /// What the file of the offer, or of the case, is called.
    public let name: String
    /// The letter.
    public let letter: Letter
    /// What it is for.
    public let kind: LetterKind
    /// Whether it is a draft.
    public let isDraft: Bool
    /// The format that the person needs; `nil` where nothing was recorded.
    public let neededFormat: String?
    /// The day that stands on it.
    public let day: CivilDate
    /// The offer and the signatures that a PDF carries in itself.
    public let attachments: [PDFAttachment]
  }

  /// Something stands beside the offer that is not in order, so no letter is written of it.
  public struct NotInOrder: Error {
    /// What was found.
    public let findings: [OfferCheck.Finding]
  }

  private let library: MatrixLibrary
  private let pricer: CasePricer
  private let officers: OfficersFile?
  private let organisation: Organisation
  private let order: Order

  /// - Parameter officers: without them no signature can be checked, and every letter is a draft.
  public init(_ library: MatrixLibrary, officers: OfficersFile?, organisation: Organisation, order: Order) {
    self.library = library
    pricer = CasePricer(library: library, today: order.today, officers: officers?.officers)
    self.officers = officers
    self.organisation = organisation
    self.order = order
  }

  /// The letter of an offer's file or, for a letter that decides nothing, of a case's.
  /// - Throws: ``NotInOrder``, or the faults of the offer, of the letter part or of the organisation.
  public func letter(of path: String) throws -> Written {
    let source = try SourceText(path: path)
    if try isOffer(source) { return try letter(ofOffer: path) }
    return try letter(ofCase: source)
  }

  private func isOffer(_ source: SourceText) throws(FaultList) -> Bool {
    source.name.hasSuffix(".yaml") || source.name.hasSuffix(".yml")
      ? false
      : (try JSONReader(longestValue: OfferRecord.longest).read(source)).first?["format"]?.text == OfferRecord.format
  }

  private func letter(ofOffer path: String) throws -> Written {
    try letter(of: OfferFiles.open(path))
  }

  /// The letter of an offer with what belongs to it, wherever that is kept.
  /// - Throws: ``NotInOrder``, or the faults of the offer, of the letter part or of the organisation.
  public func letter(of files: OfferFiles) throws -> Written {
    let (assessed, draft, subject) = try subject(files)
    let kind = order.kind ?? Letter.kind(of: draft)
    let isDecision = kind == .offer || kind == .refusal || kind == .financeSheet
    let day = isDecision ? files.record.offerDate : order.today
    let context = try LetterContext(
      organisation: organisation, letter: files.letter?.node, in: files.letter?.source ?? files.record.source,
      language: order.language, today: day, path: files.path, calendar: assessed.edition.calendar?.calendar)
    return Written(
      name: files.path, letter: try Letter(kind, of: subject, context), kind: kind, isDraft: !subject.isSigned,
      neededFormat: context.format, day: day, attachments: files.attachments)
  }

  /// The offer as one that is signed or, while signatures are missing, as a draft.
  private func subject(_ files: OfferFiles) throws -> (AssessedCase, Draft, LetterSubject) {
    guard let officers else {
      let (assessed, draft, findings) = try OfferCheck.assess(
        files.record, with: pricer, house: organisation.houseAuthorities)
      try throwIfBad(findings + [OfferCheck.letter(files)])
      return (assessed, draft, .draft(draft, files.record))
    }
    let check = try OfferCheck.run(files, with: pricer, officers: officers, house: organisation.houseAuthorities) {
      library.isLocked($0.edition)
    }
    if check.signed == nil { try throwIfBad(check.findings.filter { $0.about != .authority }) }
    return (check.assessed, check.draft, check.signed.map { .signed($0) } ?? .draft(check.draft, files.record))
  }

  private func throwIfBad(_ findings: [OfferCheck.Finding]) throws(NotInOrder) {
    let bad = findings.filter { !$0.isGood }
    if !bad.isEmpty { throw NotInOrder(findings: bad) }
  }

  private func letter(ofCase source: SourceText) throws -> Written {
    let entries = CaseFile.read(source)
    guard entries.count == 1, case .outline(let outline) = entries[0] else {
      if case .unread(let unread) = entries[0] { throw FaultList(unread.faults) }
      throw FaultList(
        source.fault(
          .offerShape, says: "The file holds \(entries.count) cases.", mend: "Give a file with one case, or an offer."))
    }
    let assessed = try pricer.assessUndecided(outline)
    let kind = order.kind ?? .offer
    let context = try LetterContext(
      organisation: organisation, letter: assessed.reading.letter, in: source, language: order.language,
      today: order.today, path: source.name, calendar: assessed.edition.calendar?.calendar)
    return Written(
      name: source.name, letter: try Letter(kind, of: .undecided(assessed.explanation), context), kind: kind,
      isDraft: false,
      neededFormat: context.format, day: order.today, attachments: [])
  }
}

extension MatrixLibrary {
  /// Whether the exact bytes of an edition stand in the lock file.
  public func isLocked(_ edition: Edition) -> Bool {
    lockedDigest(of: "\(edition.matrix.scheme)/\(edition.name).yaml") == edition.digest
  }
}

extension OfferFiles {
  /// The record and its signatures as files that a PDF carries.
  fileprivate var attachments: [PDFAttachment] {
    func name(_ path: String) -> Words {
      Words(path.split(separator: "/").last.map(String.init) ?? path, ifBlank: "offer")
    }
    let record = PDFAttachment(
      name(path), type: "application/json", description: "The decision as it was recorded", relationship: .source,
      content: Data(record.bytes))
    return [record]
      + signatures.map {
        PDFAttachment(
          name($0.path), type: "application/octet-stream",
          description: Words("A signature of \($0.officer)", ifBlank: "A signature"),
          relationship: .data, content: Data($0.bytes))
      }
  }
}

import Foundation
import Redress
import RedressDocuments
import RedressFiles
import RedressLetters
import RedressRegister
import RedressSigning

/// From a case to the draft of its decision, as `offer` and `revise` make it.
struct CaseDrafting {
  let library: MatrixLibrary
  let officers: OfficersFile?
  let organisation: Organisation?
  let today: CivilDate
  let author: String

  /// A draft with everything that is written of it.
  struct Drafted {
    let draft: Draft
    let assessed: AssessedCase
    let record: OfferRecord
    /// The bytes of the letter part's file; `nil` where the case has no letter part.
    let letter: [UInt8]?
  }

  private var pricer: CasePricer { CasePricer(library: library, today: today, officers: officers?.officers) }

  /// The draft of the one case in a file. Ends the command where there is none, or it comes to no decision.
  ///
  /// - Parameter path: what the record is called in faults.
  func draft(
    _ source: Result<SourceText, FaultList>, named name: String, path: (Draft) -> String,
    superseding: (AssessedCase) throws -> OfferRecord.Superseded?
  ) throws -> Drafted {
    let assessed = try assess(source, named: name)
    let draft = try draft(assessed)
    let letter = assessed.reading.letter.map { LetterPart.bytes(of: $0, salt: Self.salt) }
    let bytes = OfferWriter(
      draft, of: assessed, letterDigest: letter.map { Digest(of: $0) }, supersedes: try superseding(assessed),
      draftedOn: today
    ).bytes
    let record = try Console.ending { try OfferRecord.read(SourceText(name: path(draft), bytes: bytes)) }
    try checkLetter(draft, record, assessed)
    return Drafted(draft: draft, assessed: assessed, record: record, letter: letter)
  }

  // MARK: Steps

  /// The author is an officer, where a file says who is.
  func checkAuthor() throws {
    guard let officers else {
      return Console.say("redress: without --officers, the name \(author) is not verified.")
    }
    if officers.officers[author] != nil { return }
    let near = NearestName.of(author, among: officers.officers.all.map(\.id)).map { " Did you mean \($0)?" } ?? ""
    Console.say("redress: \(author) is not in the officers file.\(near)")
    throw Exit.notYes.code
  }

  private func assess(_ source: Result<SourceText, FaultList>, named name: String) throws -> AssessedCase {
    let entries = CaseFile.read(source)
    guard entries.count == 1 else {
      Console.say(
        "redress: \(name) holds \(entries.count) cases. A decision is drafted of one; give it a file of its own.")
      throw Exit.faulty.code
    }
    let assessed: AssessedCase
    switch entries[0] {
    case .unread(let unread):
      Console.say(FaultList(unread.faults).text)
      throw Exit.faulty.code
    case .outline(let outline):
      do { assessed = try pricer.assess(outline) } catch {
        Console.say(FaultList(error.sorted).text)
        throw Exit.faulty.code
      }
    }
    if let first = assessed.discrepancies.first {
      Console.say(
        "redress: our own fault. The case does not come out the same a second time: \(first.rule), \(first.says).")
      Console.say("No decision is drafted. Please report this with the case file.")
      throw Exit.ourFault.code
    }
    return assessed
  }

  private func draft(_ assessed: AssessedCase) throws -> Draft {
    let explanation = assessed.explanation
    if explanation.assessment.outcome == .undecided {
      Console.say("redress: \(explanation.given.name) is not decided yet, so there is nothing to draft. Answer first:")
      for question in explanation.assessment.questions { Console.say("  \(explanation.ask(question))") }
      throw Exit.notYes.code
    }
    guard let offerDate = assessed.reading.offerDate else {
      Console.say("redress: the case has no `offer-date`, the date that stands on the decision. Add it under `facts`.")
      throw Exit.faulty.code
    }
    let house = organisation?.scheme(assessed.edition.matrix.scheme)?.authority
    guard let draft = Draft(explanation, author: author, offerDate: offerDate, house: house) else {
      throw Exit.notYes.code
    }
    return draft
  }

  private static var salt: [UInt8] {
    var random = SystemRandomNumberGenerator()
    return (0..<32).map { _ in UInt8.random(in: 0...255, using: &random) }
  }

  /// The letter part is read now, as it cannot be changed later without a new draft. With the organisation's file the
  /// letter is tried as well.
  private func checkLetter(_ draft: Draft, _ record: OfferRecord, _ assessed: AssessedCase) throws {
    let source = assessed.reading.outline.source
    do { _ = try PersonalPart.read(assessed.reading.letter, in: source) } catch {
      Console.say(error.text)
      throw Exit.faulty.code
    }
    guard let organisation else { return }
    do {
      let context = try LetterContext(
        organisation: organisation, letter: assessed.reading.letter, in: source, language: nil,
        today: draft.offerDate, path: record.source.name, calendar: assessed.edition.calendar?.calendar)
      _ = try Letter(Letter.kind(of: draft), of: .draft(draft, record), context)
    } catch {
      Console.say(
        "Note: the letter cannot be written yet. Mend the case and draft it again, as an offer never changes:")
      Console.say(error.text)
    }
  }

  /// Who could sign a draft, as far as the officers file tells.
  func possibleSigners(_ drafted: Drafted) -> [String]? {
    officers.map { officers in
      drafted.draft.possibleSigners(
        in: SigningConditions(
          officers: officers.officers, isLocked: library.isLocked(drafted.assessed.edition),
          calendar: drafted.assessed.edition.calendar?.calendar, today: nil)
      ).map(\.id)
    }
  }
}

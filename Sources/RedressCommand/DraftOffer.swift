import ArgumentParser
import Foundation
import Redress
import RedressDocuments
import RedressFiles
import RedressLetters
import RedressSigning

struct DraftOffer: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "offer",
    abstract: "Draft the decision of a case: an offer, or a refusal.",
    discussion: """
      Prices the case and writes the decision as a file that is never changed afterwards: the facts, the edition, \
      every line of the working, and who must sign it. What is personal, the case's letter part, is written beside it, \
      as a file of its own that can be erased; the offer holds its digest.

      A case that is undecided or faulty is not drafted. Nothing is written over: a changed case is a new file.

      Sign it with: redress sign OFFER --as OFFICER --key KEY --officers FILE
      """)

  @Argument(help: ArgumentHelp("A file with one case; - reads standard input.", valueName: "file"), completion: .file())
  var file: String

  @Option(help: ArgumentHelp("The officer who drafts it.", valueName: "officer"))
  var by: String

  @Option(
    help: ArgumentHelp(
      "The file to write. Without it: the case's reference and .offer.json, in this folder.", valueName: "file"),
    completion: .file())
  var to: String?

  @Option(
    help: ArgumentHelp("The earlier offer that this one takes the place of.", valueName: "offer"), completion: .file())
  var supersedes: String?

  @OptionGroup var officersOption: OfficersOption
  @OptionGroup var organisationOption: OrganisationOption
  @OptionGroup var matricesOption: MatricesOption
  @OptionGroup var todayOption: TodayOption

  func run() throws {
    let library = try matricesOption.library()
    let officers = try officersOption.file()
    let organisation = try organisationOption.file()
    try checkAuthor(officers)
    let assessed = try assess(library, officers)
    let draft = try draft(assessed, organisation)
    let path = to ?? Self.path(for: draft.explanation.given.name)
    let letterPath = LetterPart.path(of: path)
    for path in [path, letterPath] where FileManager.default.fileExists(atPath: path) {
      Console.say(
        "redress: \(path) is there already, and an offer is never written over. Choose another name with --to.")
      throw Exit.cannotWrite.code
    }
    let letter = assessed.reading.letter.map { LetterPart.bytes(of: $0, salt: Self.salt) }
    let bytes = OfferWriter(
      draft, of: assessed, letterDigest: letter.map { Digest(of: $0) },
      supersedes: try superseded(by: assessed, library, organisation),
      draftedOn: todayOption.day
    ).bytes
    try checkLetter(draft, bytes, letter, path, organisation, assessed)
    if let letter { try FileWriting.writeNew(letter, to: letterPath) }
    do { try FileWriting.writeNew(bytes, to: path) } catch {
      // A letter part without its offer would be in the way of the next try.
      if letter != nil { unlink(letterPath) }
      throw error
    }
    try report(draft, Digest(of: bytes), path, officers, library.isLocked(assessed.edition), assessed)
  }

  // MARK: Steps

  private func checkAuthor(_ officers: OfficersFile?) throws {
    guard let officers else {
      return Console.say("redress: without --officers, the name \(by) is not verified.")
    }
    if officers.officers[by] != nil { return }
    let near = NearestName.of(by, among: officers.officers.all.map(\.id)).map { " Did you mean \($0)?" } ?? ""
    Console.say("redress: \(by) is not in the officers file.\(near)")
    throw Exit.notYes.code
  }

  private func assess(_ library: MatrixLibrary, _ officers: OfficersFile?) throws -> AssessedCase {
    let entries = CaseFile.read(try SourceText.open([file])[0])
    guard entries.count == 1 else {
      Console.say(
        "redress: \(file) holds \(entries.count) cases. A decision is drafted of one; give it a file of its own.")
      throw Exit.faulty.code
    }
    let assessed: AssessedCase
    switch entries[0] {
    case .unread(let unread):
      Console.say(FaultList(unread.faults).text)
      throw Exit.faulty.code
    case .outline(let outline):
      do { assessed = try pricer(library, officers).assess(outline) } catch {
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

  private func draft(_ assessed: AssessedCase, _ organisation: Organisation?) throws -> Draft {
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
    guard let draft = Draft(explanation, author: by, offerDate: offerDate, house: house) else {
      throw Exit.notYes.code
    }
    return draft
  }

  private func superseded(
    by assessed: AssessedCase, _ library: MatrixLibrary, _ organisation: Organisation?
  ) throws -> OfferRecord.Superseded? {
    guard let supersedes else { return nil }
    let record = try OfferFiles.openOrEnd(supersedes).record
    let household = record.references.first { $0.name == "household" }?.text
    let isSame =
      record.name == assessed.explanation.given.name
      || (household != nil && household == assessed.reading.references.first { $0.name == "household" }?.text)
    if !isSame {
      Console.say(
        "redress: \(supersedes) is an offer of \(record.name), another case of another household. "
          + "It cannot be superseded by this one.")
      throw Exit.notYes.code
    }
    do {
      let (_, draft, findings) = try OfferCheck.assess(
        record, with: pricer(library, nil), house: organisation?.houseAuthorities ?? [])
      if let bad = findings.first(where: { !$0.isGood }) {
        Console.say("redress: \(supersedes) is not in order, and cannot be superseded as it is. \(bad.says)")
        throw Exit.notYes.code
      }
      if let day = assessed.reading.offerDate, record.offerDate > day {
        Console.say("redress: \(supersedes) is dated \(record.offerDate), after the offer that would supersede it.")
        throw Exit.notYes.code
      }
      return OfferRecord.Superseded(
        name: record.name, digest: record.digest, offerDate: record.offerDate, total: draft.total)
    } catch let faults as FaultList {
      Console.say(faults.text)
      throw Exit.faulty.code
    }
  }

  private func pricer(_ library: MatrixLibrary, _ officers: OfficersFile?) -> CasePricer {
    CasePricer(library: library, today: todayOption.day, officers: officers?.officers)
  }

  /// The reference of the case as the name of a file.
  private static func path(for name: String) -> String {
    String(name.map { $0.isLetter || $0.isNumber || "-_.".contains($0) ? $0 : "-" }) + ".offer.json"
  }

  private static var salt: [UInt8] {
    var random = SystemRandomNumberGenerator()
    return (0..<32).map { _ in UInt8.random(in: 0...255, using: &random) }
  }

  /// The letter part is read now, as it cannot be changed later without a new draft. With the organisation's file the
  /// letter is tried as well.
  private func checkLetter(
    _ draft: Draft, _ bytes: [UInt8], _ letter: [UInt8]?, _ path: String, _ organisation: Organisation?,
    _ assessed: AssessedCase
  ) throws {
    let source = assessed.reading.outline.source
    do { _ = try PersonalPart.read(assessed.reading.letter, in: source) } catch {
      Console.say(error.text)
      throw Exit.faulty.code
    }
    guard let organisation else { return }
    do {
      let record = try OfferRecord.read(SourceText(name: path, bytes: bytes))
      let context = try LetterContext(
        organisation: organisation, letter: assessed.reading.letter, in: source, language: nil,
        today: draft.offerDate, path: path, calendar: assessed.edition.calendar?.calendar)
      _ = try Letter(Letter.kind(of: draft), of: .draft(draft, record), context)
    } catch {
      Console.say(
        "Note: the letter cannot be written yet. Mend the case and draft it again, as an offer never changes:")
      Console.say(error.text)
    }
  }

  // MARK: What is said

  private func report(
    _ draft: Draft, _ digest: Digest, _ path: String, _ officers: OfficersFile?, _ isLocked: Bool,
    _ assessed: AssessedCase
  ) throws {
    let possible = officers.map { officers in
      draft.possibleSigners(
        in: SigningConditions(
          officers: officers.officers, isLocked: isLocked, calendar: assessed.edition.calendar?.calendar, today: nil)
      ).map(\.id)
    }
    try Console.show(DraftSummary(draft, digest: digest, path: path, possibleSigners: possible).document)
    for notice in assessed.notices(today: todayOption.day) { Console.say("Note: \(notice.says)") }
  }
}

import ArgumentParser
import Foundation
import Redress
import RedressDocuments
import RedressFiles
import RedressLetters
import RedressRegister
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

      With --register the draft is recorded there under a number, and a file is written only where --to names one. \
      FILE may then be the reference of a case that was imported into the register.

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

  @OptionGroup var registerOption: RegisterOption
  @OptionGroup var officersOption: OfficersOption
  @OptionGroup var organisationOption: OrganisationOption
  @OptionGroup var matricesOption: MatricesOption
  @OptionGroup var todayOption: TodayOption

  func run() throws {
    let drafting = CaseDrafting(
      library: try matricesOption.library(), officers: try officersOption.file(),
      organisation: try organisationOption.file(), today: todayOption.day, author: by)
    try drafting.checkAuthor()
    let drafted = try drafting.draft(
      try source(), named: file, path: { to ?? Self.path(for: $0.explanation.given.name) },
      superseding: { try superseded(by: $0, drafting.library, drafting.organisation) })
    guard registerOption.register != nil else {
      let path = to ?? Self.path(for: drafted.record.name)
      try write(drafted.record.bytes, drafted.letter, to: path)
      return try report(drafted, drafting, nil, path)
    }
    let (number, files) = try record(drafted, drafting)
    // What stands in the register is written: it was drafted before where the same command was stopped.
    if let to { try write(files.record.bytes, files.letter?.source.exactBytes, to: to, isRecorded: true) }
    try report(drafted, drafting, number, to)
  }

  /// The file, standard input, or an imported case of the register.
  private func source() throws -> Result<SourceText, FaultList> {
    if registerOption.register != nil, file != "-", !FileManager.default.fileExists(atPath: file) {
      let bytes = try Console.ending { [register = try registerOption.open()] in
        try register.read { try $0.importedCase(file) }
      }
      if let bytes {
        do { return .success(try SourceText(name: "\(file).json", bytes: bytes)) } catch { return .failure(error) }
      }
    }
    return try SourceText.open([file])[0]
  }

  /// - Parameter isRecorded: whether the register holds both. Then what is there already may stay where it is the same:
  ///   the command was stopped after it had written it.
  private func write(_ record: [UInt8], _ letter: [UInt8]?, to path: String, isRecorded: Bool = false) throws {
    let letterPath = LetterPart.path(of: path)
    func isThere(_ bytes: [UInt8]?, _ path: String) throws -> Bool {
      guard FileManager.default.fileExists(atPath: path) else { return false }
      if isRecorded, let bytes, FileManager.default.contents(atPath: path)?.elementsEqual(bytes) ?? false {
        return true
      }
      Console.say(
        "redress: \(path) is there already, and an offer is never written over. Choose another name with --to.")
      throw Exit.cannotWrite.code
    }
    let (hasRecord, hasLetter) = (try isThere(record, path), try isThere(letter, letterPath))
    if let letter, !hasLetter { try FileWriting.writeNew(letter, to: letterPath) }
    do { if !hasRecord { try FileWriting.writeNew(record, to: path) } } catch {
      // A letter part without its offer would be in the way of the next try.
      if letter != nil, !hasLetter { unlink(letterPath) }
      throw error
    }
  }

  /// Records the draft in the register, or finds that it was drafted before; gives its number and its files.
  private func record(_ drafted: CaseDrafting.Drafted, _ drafting: CaseDrafting) throws -> (Int, OfferFiles) {
    let stamp = try Stamp.of(by, on: todayOption.day, todayOption, drafting.officers)
    let register = try registerOption.openOrBegin(stamp)
    return try Console.ending {
      try register.write(stamp) { writing in
        if let same = try writing.draftLike(drafted.record) {
          Console.say("redress: this was drafted before, as offer \(same.number). Nothing was recorded twice.")
          return (same.number, try writing.reading.files(of: same))
        }
        let life = try writing.draft(
          drafted.record, drafted.assessed, drafted.draft, letter: drafted.letter)
        return (life.number, try writing.reading.files(of: life))
      }
    }
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
        record, with: CasePricer(library: library, today: todayOption.day), house: organisation?.houseAuthorities ?? [])
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

  /// The reference of the case as the name of a file.
  private static func path(for name: String) -> String {
    String(name.map { $0.isLetter || $0.isNumber || "-_.".contains($0) ? $0 : "-" }) + ".offer.json"
  }

  // MARK: What is said

  private func report(
    _ drafted: CaseDrafting.Drafted, _ drafting: CaseDrafting, _ number: Int?, _ path: String?
  ) throws {
    let name = path ?? number.map { "\($0)" } ?? ""
    let summary = DraftSummary(
      drafted.draft, digest: drafted.record.digest, path: name, number: number,
      possibleSigners: drafting.possibleSigners(drafted))
    try Console.show(summary.document)
    for notice in drafted.assessed.notices(today: todayOption.day) { Console.say("Note: \(notice.says)") }
  }
}

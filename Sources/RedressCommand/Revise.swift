import ArgumentParser
import Foundation
import Redress
import RedressDocuments
import RedressFiles
import RedressLetters
import RedressRegister
import RedressSigning

struct Revise: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "revise",
    abstract: "Draft a decision that takes the place of another, as facts or the edition changed.",
    discussion: """
      The new decision is a draft of its own, under a new number, for signing. A decision that was not sent is void \
      from here, with its signatures. One that was sent stands until the revision is sent too; while the revision is \
      prepared it cannot be accepted, and withdrawing the revision lets it stand again.

      Give the case anew with --case, or say with --fact what changed in the recorded one, such as the new date: \
      --fact offer-date=2026-11-30. The edition is the one that the scheme's own date selects today. What was paid \
      before must stand in the case as already paid.
      """)

  @OptionGroup var argument: OfferArgument
  @OptionGroup var options: OfferActOptions

  @Option(
    name: .customLong("case"), help: ArgumentHelp("The case as it is now.", valueName: "file"), completion: .file())
  var caseFile: String?

  @Option(
    name: .customLong("fact"),
    help: ArgumentHelp(
      "A fact of the recorded case that changed: offer-date=2026-11-30. Repeat it for several.", valueName: "name=value"
    ))
  var facts: [NamedValue] = []

  func validate() throws {
    if caseFile == nil, facts.isEmpty { throw ValidationError("Give the case anew with --case, or facts with --fact.") }
    if caseFile != nil, !facts.isEmpty { throw ValidationError("Give either --case or --fact.") }
  }

  func run() throws {
    let act = try options.open(argument)
    let drafting = CaseDrafting(
      library: act.library, officers: act.officers, organisation: act.organisation, today: act.today,
      author: act.stamp.by)
    try drafting.checkAuthor()
    var done: CaseDrafting.Drafted?
    let life = try act.write { writing, number in
      let replaced = try act.record(writing, number)
      let drafted = try drafting.draft(
        try source(act, writing, number, replaced), named: caseFile ?? "offer \(number)",
        path: { "the revision of \($0.explanation.given.name)" },
        superseding: { assessed in try superseded(replaced, by: assessed, act) })
      if let same = try writing.revision(of: number, like: drafted.record) { return same }
      done = drafted
      return try writing.revise(number, drafted.record, drafted.assessed, drafted.draft, letter: drafted.letter)
    }
    guard let done else {
      Console.say("redress: the same revision was drafted before, as offer \(life.number). Nothing was recorded twice.")
      return try Console.show(OfferSummary(life, today: act.today).document)
    }
    try Console.show(
      DraftSummary(
        done.draft, digest: done.record.digest, path: "\(life.number)", number: life.number,
        possibleSigners: drafting.possibleSigners(done)
      ).document)
  }

  private func source(
    _ act: OfferAct, _ writing: RegisterWriting, _ number: Int, _ replaced: OfferRecord
  ) throws -> Result<SourceText, FaultList> {
    if let caseFile { return try SourceText.open([caseFile])[0] }
    var recorded = RecordedCase(of: replaced)
    recorded.facts = facts.map { ($0.name, $0.value) }
    recorded.letter = try act.letter(writing, number)
    do { return .success(try SourceText(name: "offer \(number), revised.json", bytes: recorded.bytes)) } catch {
      return .failure(error)
    }
  }

  private func superseded(
    _ replaced: OfferRecord, by assessed: AssessedCase, _ act: OfferAct
  ) throws -> OfferRecord.Superseded {
    guard assessed.explanation.given.name == replaced.name else {
      throw ActRefusal(
        .caseTwice,
        "\(assessed.explanation.given.name) is another case than \(replaced.name). A revision decides the same case.")
    }
    let total = try act.pricer.assess(replaced.outline).explanation.assessment.award.map { $0.gross + $0.inKind }
    return OfferRecord.Superseded(
      name: replaced.name, digest: replaced.digest, offerDate: replaced.offerDate, total: total ?? .zero)
  }
}

import ArgumentParser
import Foundation
import Redress
import RedressFiles
import RedressRegister
import RedressSigning

struct Recalculate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recalculate",
    abstract: "Recalculate all open offers, and propose what should change.",
    discussion: """
      Open are offers that are signed, issued, or accepted and unpaid. Each must come out the same under the edition \
      that it was made under, to the penny. Then it is assessed under what holds now: the edition that the scheme's \
      own date selects, the balances in --arrears, the facts in --facts, and the day: what still goes on is counted to \
      it, and an offer past its last day has lapsed.

      No offer is changed. What differs is a proposal, with the reason, the lines before and now, and who has to act. \
      The register keeps a record that the run was made. With --take, chosen proposals are drafted as revisions, for \
      signing: numbers of offers, kinds such as raise or top-up, or all. A lowering is taken only if its number or \
      kind is named, and an accepted offer only by its number.

      A run with --to that was stopped goes on where it was if the same command is given again.

      Ends with 0 if nothing changed, 1 if there are proposals, 65 if an offer cannot be assessed, 70 if one does not \
      come out the same.
      """)

  @OptionGroup var registerOption: RegisterOption

  @Option(
    name: .customLong("as-of"), help: ArgumentHelp("The day to recalculate to; today without it.", valueName: "day"))
  var asOf: String?

  @Option(
    help: ArgumentHelp(
      "Try this edition on the offers of its scheme, whatever their own date selects. It is taken only if it says that "
        + "it applies to open offers.",
      valueName: "edition"))
  var edition: String?

  @Option(
    help: ArgumentHelp("Balances of today, as CSV: account,amount or a column for each debt.", valueName: "file"),
    completion: .file())
  var arrears: String?

  @Option(
    help: ArgumentHelp("Facts that arrived since, by case, as CSV or NDJSON.", valueName: "file"), completion: .file())
  var facts: String?

  @Option(
    help: ArgumentHelp(
      "Draft these as revisions: numbers of offers, kinds, or all, with commas between.", valueName: "offers"))
  var take: String?

  @Option(
    help: ArgumentHelp("Write the report to this file: .txt, .json, .csv or .html.", valueName: "file"),
    completion: .file())
  var to: String?

  @Flag(help: "Print the report as one JSON object, with a line for each proposal.")
  var json = false

  @Option(help: ArgumentHelp("The officer who runs it; needed with --take.", valueName: "officer"))
  var by: String?

  @Option(help: ArgumentHelp("The day on which it is done; today where it is left out.", valueName: "day"))
  var on: String?

  @OptionGroup var officersOption: OfficersOption
  @OptionGroup var organisationOption: OrganisationOption
  @OptionGroup var matricesOption: MatricesOption
  @OptionGroup var todayOption: TodayOption

  func validate() throws {
    _ = try registerOption.path
    _ = try day(asOf, "--as-of")
    _ = try day(on, "--on")
    _ = try editionName
    if let to, ReportForm(path: to) == nil {
      throw ValidationError("--to: Name a file that ends with .txt, .json, .csv or .html.")
    }
    guard let take else { return }
    if by == nil { throw ValidationError("--take drafts revisions, so --by OFFICER is needed.") }
    _ = try TakeSelection(take)
  }

  private func day(_ text: String?, _ name: String) throws -> CivilDate? {
    guard let text else { return nil }
    do throws(UnreadLiteral) { return try Literal.day(text) } catch {
      throw ValidationError("\(name): \(error.says) \(error.mend)")
    }
  }

  private var editionName: EditionName? {
    get throws {
      guard let edition else { return nil }
      do throws(UnreadLiteral) { return try Literal.edition(edition) } catch {
        throw ValidationError("--edition: \(error.says) \(error.mend)")
      }
    }
  }

  func run() throws {
    let library = try matricesOption.library()
    let officers = try officersOption.file()
    let organisation = try organisationOption.file()
    let stamp = try stamp(officers)
    let register = try registerOption.open()
    let asOf = try day(asOf, "--as-of") ?? todayOption.day
    if take != nil, asOf > stamp.on {
      throw Console.refuse(ActRefusal(.day, "Nothing is taken up from a day to come: \(asOf) is after \(stamp.on)."))
    }
    let recalculation = try recalculation(register, library, asOf)
    let selection = try take.map { try TakeSelection($0) }
    let run = RecalculationRun(
      recalculation: recalculation, register: register, stamp: stamp, path: to, isJSON: json, selection: selection)
    let (exit, chosen) = try run.run()
    guard let selection, let by else { return try exit.end() }
    let taking = RecalculationTaking(
      recalculation: recalculation, register: register, stamp: stamp, selection: selection,
      pricer: CasePricer(library: library, today: stamp.on, officers: officers?.officers),
      drafting: CaseDrafting(
        library: library, officers: officers, organisation: organisation, today: stamp.on, author: by),
      isJSON: json)
    try Exit.gravest(exit, taking.take(chosen)).end()
  }

  /// Who runs it. A run that takes nothing up needs nobody's name: the machine may run it every night.
  private func stamp(_ officers: OfficersFile?) throws -> Stamp {
    if let by { return try ActOptions.stamp(by: by, on: on, todayOption, officers) }
    return Stamp(
      by: "unattended", on: try day(on, "--on") ?? todayOption.day, recordedAt: Clock.now,
      statedToday: todayOption.today == nil ? nil : todayOption.day, isVerified: false)
  }

  private func recalculation(
    _ register: Register, _ library: MatrixLibrary, _ asOf: CivilDate
  ) throws -> Recalculation {
    let edition = try editionName
    let (vocabulary, schemes) = try Console.ending {
      try register.read { (try RecalculationVocabulary($0, library), try $0.openSchemes()) }
    }
    if let edition, !schemes.isEmpty, !schemes.contains(where: { library.editions(of: $0).contains(edition) }) {
      Console.say("redress: no scheme of an open offer has an edition \(edition).")
      throw Exit.absent.code
    }
    let balances = try arrears.map { path in
      try SourceText.orEnd(path) { source throws(FaultList) in
        try Balances.read(source, known: vocabulary.debts)
      }
    }
    let arrived = try facts.map { path in
      try SourceText.orEnd(path) { source throws(FaultList) in
        try ArrivedFacts.read(source, known: vocabulary.facts)
      }
    }
    return Recalculation(
      library: library, asOf: asOf, edition: edition, balances: balances, arrived: arrived)
  }
}

/// The forms that a report is written in.
enum ReportForm: String {
  case text = "txt"
  case json, csv, html

  /// The form that the name of a file asks for; `nil` where it asks for none that is known.
  init?(path: String) {
    let ending = path.lowercased().split(separator: ".").last.map(String.init) ?? ""
    self.init(rawValue: ending == "htm" ? "html" : ending)
  }
}

import ArgumentParser
import Foundation
import Redress
import RedressDocuments
import RedressFiles
import RedressLetters
import RedressRegister
import RedressSigning

struct LetterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "letter",
    abstract: "Write the letter of an offer or a refusal, in the format and language that the person needs.",
    discussion: """
      Makes the letter of the decision, of the letter part beside it and of the organisation file. With --officers, \
      signatures are checked; a decision that is not signed by enough people is marked as a draft on every page. An \
      offer or a letter part that was changed gives no letter.

      Kinds: offer and refusal (by themselves, from the decision), reminder (before the last day), lapse (after it), \
      extension-not-agreed (of a case file: it decides nothing), finance-sheet (one page for finance).

      With --register an offer may be its number. A reminder is then written only of an offer that can still be \
      accepted, and a lapse only of one whose last day is over.

      Several offers, or a list of them, become one file each in the folder --to. A format that a person needs is then \
      kept: --format is for those who need none. Letters that cannot be made are \
      listed at the end; the others are written all the same.
      """)

  @Argument(
    help: ArgumentHelp("Offers that `redress offer` wrote, or their numbers in the register.", valueName: "offer"),
    completion: .file())
  var offers: [String] = []

  @Option(
    help: ArgumentHelp("A file that names offers, one a line; - reads standard input.", valueName: "file"),
    completion: .file())
  var list: String?

  @Option(help: "What the letter is for: \(LetterKind.allCases.map(\.rawValue).joined(separator: ", ")).")
  var kind: LetterKind?

  @Option(
    help: """
      html, pdf, text or braille. Without it: by the name of the file, else the format that the person needs, else html.
      """)
  var format: LetterFormat?

  @Flag(
    inversion: .prefixedNo,
    help: "Print everything in 18 point, as HTML or PDF, or not. Without either, as the person needs.")
  var largePrint: Bool?

  @Option(help: "The language: en or cy. Without it, the one that the person needs.")
  var language: LetterLanguage?

  @Option(
    help: ArgumentHelp(
      "The file to write; for several offers, the folder. Without it, everything but PDF goes to standard output.",
      valueName: "file"),
    completion: .file())
  var to: String?

  @OptionGroup var registerOption: RegisterOption
  @OptionGroup var organisationOption: OrganisationOption
  @OptionGroup var officersOption: OfficersOption
  @OptionGroup var matricesOption: MatricesOption
  @OptionGroup var todayOption: TodayOption

  func validate() throws {
    if offers.isEmpty && list == nil { throw ValidationError("Give an offer, or a list of them.") }
    let format = LetterForm(asked: format, isLarge: nil, path: list == nil && offers.count == 1 ? to : nil, needed: nil)
      .format
    if list == nil, offers.count == 1, let to, !LetterForm.isKnownEnding(to, for: self.format) {
      throw ValidationError(
        "--to \(to): the name of a letter's file ends in .html, .pdf, .txt or .brf, as its format does.")
    }
    if largePrint == true, format != .html && format != .pdf {
      throw ValidationError("--large-print is for HTML and PDF.")
    }
  }

  func run() throws {
    let paths = try offers + listed()
    let isBulk = list != nil || paths.count > 1
    guard let organisation = try organisationOption.file() else {
      throw ValidationError("--organisation FILE is needed: a letter says who sends it.")
    }
    if let to, !isBulk {
      let inputs = [organisationOption.organisation, officersOption.officers, list].compactMap { $0 }
      try FileWriting.guardKept(to, reading: paths + inputs)
    }
    if isBulk, to == nil { throw ValidationError("--to FOLDER is needed for several letters.") }
    let officers = try officersOption.file()
    if officers == nil {
      Console.say("redress: without --officers no signature can be checked, so every letter is a draft.")
    }
    let order = LetterRun.Order(kind: kind, language: language, today: todayOption.day)
    let run = LetterRun(try matricesOption.library(), officers: officers, organisation: organisation, order: order)
    let printer: LetterPrinter
    do { printer = try LetterPrinter(organisation) } catch { throw LetterFailure(error).say() }
    if isBulk {
      let offers = try registerOption.register.map { _ in try LetterOffers(registerOption, kind, todayOption.day) }
      try LetterBulk(run, printer, offers: offers, format: format, isLarge: largePrint, folder: to ?? ".").write(paths)
    } else {
      try writeOne(paths[0], run, printer)
    }
  }

  private func listed() throws -> [String] {
    guard let list else { return [] }
    let source = try SourceText.orEnd(list) { source throws(FaultList) in source }
    return String(decoding: source.bytes, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
      .map(\.trimmed).filter { !$0.isEmpty && !$0.hasPrefix("#") }
  }

  private func writeOne(_ path: String, _ run: LetterRun, _ printer: LetterPrinter) throws {
    let offers = try registerOption.register.map { _ in try LetterOffers(registerOption, kind, todayOption.day) }
    guard offers?.holds(path) ?? false || FileManager.default.fileExists(atPath: path) else {
      Console.say("redress: there is no file \(path).")
      throw Exit.absent.code
    }
    let written: LetterRun.Written
    do { written = try offers?.letter(of: path, run) ?? run.letter(of: path) } catch {
      throw LetterFailure(error).say()
    }
    let needed = written.kind == .financeSheet ? nil : written.neededFormat
    let form = LetterForm(asked: format, isLarge: largePrint, path: to, needed: needed)
    for entry in written.letter.untranslated {
      Console.say("Note: \(entry) is said in English, as it is not translated. The letter tells the reader so.")
    }
    if written.isDraft { Console.say("Note: this letter is a draft, and says so on every page.") }
    guard to != nil || form.format != .pdf else { throw ValidationError("--to FILE is needed for a PDF.") }
    let bytes: [UInt8]
    do { bytes = try printer.bytes(of: written, in: form) } catch { throw LetterFailure(error).say() }
    if let to { try FileWriting.write(bytes, to: to) } else { try Console.result(bytes) }
  }
}

extension String {
  /// Without blanks at either end.
  fileprivate var trimmed: String { trimmingCharacters(in: .whitespaces) }
}

extension LetterKind: ExpressibleByArgument {}
extension LetterLanguage: ExpressibleByArgument {}
extension LetterFormat: ExpressibleByArgument {}

/// Why a letter was not made, and how the command ends for it.
struct LetterFailure {
  private let error: any Error

  init(_ error: any Error) { self.error = error }

  /// What is wrong, for a person.
  var text: String {
    switch error {
    case let faults as FaultList: faults.text
    case let refusal as ActRefusal: "No letter is written. \(refusal.rule.rawValue): \(refusal.says)"
    case let notInOrder as LetterRun.NotInOrder:
      "No letter is written of what is not in order:\n"
        + notInOrder.findings.map { "  \($0.says)" }.joined(separator: "\n")
    case let fault as RegisterFault: fault.says
    default: "\(error)"
    }
  }

  var exit: Exit {
    switch error {
    case is FaultList: .faulty
    case let fault as RegisterFault: fault.exit
    case let refusal as ActRefusal: refusal.rule == .offerUnknown ? .absent : .notYes
    case is LetterRun.NotInOrder: .notYes
    default: .cannotWrite
    }
  }

  /// Says it, and gives what ends the command.
  func say() -> ExitCode {
    Console.say(text)
    return exit.code
  }
}

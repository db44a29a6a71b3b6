import ArgumentParser
import Foundation
import Redress
import RedressDocuments
import RedressFiles
import RedressLetters
import RedressSigning

struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check signed offers: signatures, authority, digests and every sum.",
    discussion: """
      Reads each offer with the signatures and the letter part beside it and checks: that its edition is the one whose \
      digest it states, that its facts come to its sums, line by line and twice over, that its letter part is \
      unchanged, that each signature is one of these exact bytes by a key that was the officer's on the offer date, \
      and that those who signed were enough and were allowed to.

      Ends with 1 if anything is not well, or an offer is not signed by enough people.
      """)

  @Argument(help: ArgumentHelp("Offers that `redress offer` wrote.", valueName: "file"), completion: .file())
  var files: [String]

  @Flag(help: "Print one compact JSON object a line.")
  var json = false

  @OptionGroup var officersOption: OfficersOption
  @OptionGroup var organisationOption: OrganisationOption
  @OptionGroup var matricesOption: MatricesOption
  @OptionGroup var todayOption: TodayOption

  func validate() throws {
    if officersOption.officers == nil { throw ValidationError("--officers FILE is needed to verify signatures.") }
  }

  func run() throws {
    let library = try matricesOption.library()
    guard let officers = try officersOption.file() else { return }
    let house = try organisationOption.file()?.houseAuthorities ?? []
    let pricer = CasePricer(library: library, today: todayOption.day, officers: officers.officers)
    var exit = Exit.yes
    for (place, path) in files.enumerated() {
      do {
        let files = try OfferFiles.openOrEnd(path)
        let check = try OfferCheck.run(files, with: pricer, officers: officers, house: house) {
          library.isLocked($0.edition)
        }
        exit = .gravest(exit, check.isGood ? .yes : .notYes)
        try show(check, files, isFirst: place == 0)
      } catch let faults as FaultList {
        Console.say(faults.text)
        exit = .gravest(exit, .faulty)
      } catch let code as ExitCode {
        exit = .gravest(exit, Exit(rawValue: code.rawValue) ?? .faulty)
      }
    }
    try exit.end()
  }

  private func show(_ check: OfferCheck, _ files: OfferFiles, isFirst: Bool) throws {
    if json { return try Console.result(OfferCheckJSON.bytes(of: check, files) + [10]) }
    if !isFirst { try Console.result("\n\n") }
    try Console.show(OfferCheckSummary(check, files).document)
  }
}

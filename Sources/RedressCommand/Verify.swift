import ArgumentParser
import Foundation
import Redress
import RedressDocuments
import RedressFiles
import RedressLetters
import RedressRegister
import RedressSigning

struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check signed offers or a whole register: signatures, authority, digests and every sum.",
    discussion: """
      Reads each offer with the signatures and the letter part beside it and checks: that its edition is the one whose \
      digest it states, that its facts come to its sums, line by line and twice over, that its letter part is \
      unchanged, that each signature is one of these exact bytes by a key that was the officer's on the offer date, \
      and that those who signed were enough and were allowed to.

      Of a register it walks the chain of events and names the first break; then it holds every kept file against its \
      digest, and every offer, item, signature and payment against what the events tell. With --officers it checks \
      every signed offer in it as well. With --checkpoint it proves that nothing before the checkpoint was cut or \
      rewritten; without one, a register that was cut at its end or written anew from end to end looks sound.

      Ends with 1 if anything is not well, or an offer is not signed by enough people.
      """)

  @Argument(
    help: ArgumentHelp("Offers that `redress offer` wrote, or registers.", valueName: "file"), completion: .file())
  var files: [String]

  @Option(
    help: ArgumentHelp("How far a register had come once: what redress checkpoint wrote.", valueName: "file"),
    completion: .file())
  var checkpoint: String?

  @Flag(help: "Print one compact JSON object a line.")
  var json = false

  @OptionGroup var officersOption: OfficersOption
  @OptionGroup var organisationOption: OrganisationOption
  @OptionGroup var matricesOption: MatricesOption
  @OptionGroup var todayOption: TodayOption

  func run() throws {
    let then = try checkpoint.map { path in
      try SourceText.orEnd(path) { source throws(FaultList) in try Checkpoint.read(source) }
    }
    let areRegisters = files.map(RegisterFile.isDatabase)
    if officersOption.officers == nil, areRegisters.contains(false) {
      let absent = files.filter { !FileManager.default.fileExists(atPath: $0) }
      for path in absent { Console.say("redress: there is no file \(path).") }
      if !absent.isEmpty { throw Exit.absent.code }
      throw ValidationError("--officers FILE is needed to verify the signatures of an offer.")
    }
    if checkpoint != nil, !areRegisters.contains(true) {
      throw ValidationError("--checkpoint goes with a register.")
    }
    let desk = try officersOption.file().map { officers in
      VerifyDesk(
        library: try matricesOption.library(), officers: officers,
        house: try organisationOption.file()?.houseAuthorities ?? [], today: todayOption.day)
    }
    if desk == nil { Console.say("redress: without --officers, the signatures of offers are not looked at.") }
    var exit = Exit.yes
    for (place, path) in files.enumerated() {
      do {
        let isGood =
          areRegisters[place]
          ? try checkRegister(path, then, desk, isFirst: place == 0) : try checkOffer(path, desk, isFirst: place == 0)
        exit = .gravest(exit, isGood ? .yes : .notYes)
      } catch let faults as FaultList {
        Console.say(faults.text)
        exit = .gravest(exit, .faulty)
      } catch let code as ExitCode {
        exit = .gravest(exit, Exit(rawValue: code.rawValue) ?? .faulty)
      }
    }
    try exit.end()
  }

  private func checkOffer(_ path: String, _ desk: VerifyDesk?, isFirst: Bool) throws -> Bool {
    guard let desk else { return false }
    let files = try OfferFiles.openOrEnd(path)
    let check = try OfferCheck.run(files, with: desk.pricer, officers: desk.officers, house: desk.house) {
      desk.library.isLocked($0.edition)
    }
    try show(check, files, isFirst: isFirst)
    return check.isGood
  }

  private func checkRegister(_ path: String, _ then: Checkpoint?, _ desk: VerifyDesk?, isFirst: Bool) throws -> Bool {
    let check = try Console.ending {
      let register = try Register.openToRead(path)
      let check = try register.read { try $0.check(against: then) }
      guard let desk, check.checkpoint != nil else { return check }
      return check.adding(
        try register.read { reading in
          try reading.checkSignatures(with: desk.pricer, officers: desk.officers, house: desk.house) {
            desk.library.isLocked($0.edition)
          }
        })
    }
    if json {
      try Console.result(RegisterCheckJSON.bytes(of: check, path: path) + [10])
    } else {
      if !isFirst { try Console.result("\n\n") }
      try Console.show(RegisterCheckSummary(check, path: path).document)
    }
    return check.isGood
  }

  private func show(_ check: OfferCheck, _ files: OfferFiles, isFirst: Bool) throws {
    if json { return try Console.result(OfferCheckJSON.bytes(of: check, files) + [10]) }
    if !isFirst { try Console.result("\n\n") }
    try Console.show(OfferCheckSummary(check, files).document)
  }
}

/// What signatures are held against.
private struct VerifyDesk {
  let library: MatrixLibrary
  let officers: OfficersFile
  let house: [HouseAuthority]
  let pricer: CasePricer

  init(library: MatrixLibrary, officers: OfficersFile, house: [HouseAuthority], today: CivilDate) {
    self.library = library
    self.officers = officers
    self.house = house
    pricer = CasePricer(library: library, today: today, officers: officers.officers)
  }
}

import ArgumentParser
import Foundation
import Redress
import RedressDocuments
import RedressFiles
import RedressLetters
import RedressRegister
import RedressSigning

/// The offer that an act is about.
struct OfferArgument: ParsableArguments {
  @Argument(help: ArgumentHelp("The offer: its number in the register, or its file.", valueName: "offer"))
  var offer: String
}

/// What every act on the life of an offer is given.
struct OfferActOptions: ParsableArguments {
  @OptionGroup var act: ActOptions
  @OptionGroup var register: RegisterOption
  @OptionGroup var officers: OfficersOption
  @OptionGroup var organisation: OrganisationOption
  @OptionGroup var matrices: MatricesOption
  @OptionGroup var today: TodayOption

  func validate() throws { _ = try register.path }

  /// Everything that an act needs, opened.
  func open(_ argument: OfferArgument) throws -> OfferAct { try OfferAct(self, offer: argument.offer) }
}

/// An act on the life of an offer: everything that it needs, and how its outcome is shown.
struct OfferAct {
  let stamp: Stamp
  let library: MatrixLibrary
  let officers: OfficersFile?
  let organisation: Organisation?
  let pricer: CasePricer
  let today: CivilDate
  private let register: Register
  private let offer: String

  init(_ options: OfferActOptions, offer: String) throws {
    self.offer = offer
    library = try options.matrices.library()
    officers = try options.officers.file()
    organisation = try options.organisation.file()
    stamp = try options.act.stamp(options.today, officers)
    today = options.today.day
    pricer = CasePricer(library: library, today: today, officers: officers?.officers)
    // An offer that comes as a file may be the first of its register; a number cannot.
    register = Int(offer) == nil ? try options.register.openOrBegin(stamp) : try options.register.open()
  }

  /// Does something with the offer in one transaction, and shows it.
  func run(done: String, _ body: (RegisterWriting, Int) throws -> ActOutcome) throws {
    let outcome = try write(body)
    if outcome.isRepeated {
      Console.say(
        "redress: this was recorded before, as event \(outcome.event.number). Nothing was recorded twice.")
    }
    let says = outcome.life.state == .turnedDown ? "Recorded as accepted too late, and not paid." : done
    try Console.show(OfferSummary(outcome.life, today: today, done: says).document)
  }

  /// Does something with the offer in one transaction.
  func write<Value>(_ body: (RegisterWriting, Int) throws -> Value) throws -> Value {
    try Console.ending { try register.write(stamp) { writing in try body(writing, try number(writing)) } }
  }

  /// The number of the offer. One that comes as a file is taken in, with the signatures beside it.
  private func number(_ writing: RegisterWriting) throws -> Int {
    if let number = Int(offer) { return number }
    let files = try OfferFiles.openOrEnd(offer)
    let known = try writing.reading.offer(withDigest: files.record.digest)
    guard let officers else {
      if let known { return known }
      throw ActRefusal(.officer, "\(offer) is not in the register yet, and --officers FILE is needed to take it in.")
    }
    let check = try check(files, writing, known, officers)
    return try writing.enter(files, check).number
  }

  // MARK: What acts look at

  /// The case of an offer, assessed again.
  func assessed(_ writing: RegisterWriting, _ number: Int) throws -> AssessedCase {
    try pricer.assess(try files(writing, number).record.outline)
  }

  /// The record of an offer.
  func record(_ writing: RegisterWriting, _ number: Int) throws -> OfferRecord { try files(writing, number).record }

  /// What is personal of an offer, as far as it is kept.
  func letter(_ writing: RegisterWriting, _ number: Int) throws -> Node? { try files(writing, number).letter?.node }

  /// An offer with its signatures, held against everything.
  func check(_ writing: RegisterWriting, _ number: Int) throws -> OfferCheck {
    guard let officers else {
      throw ActRefusal(.officer, "--officers FILE is needed to check who signed offer \(number).")
    }
    return try check(try files(writing, number), writing, number, officers)
  }

  /// What signers and decision-makers are held against.
  func conditions(_ writing: RegisterWriting, _ assessed: AssessedCase) throws -> SigningConditions? {
    try officers.map { officers in
      SigningConditions(
        officers: officers.officers, isLocked: library.isLocked(assessed.edition),
        calendar: assessed.edition.calendar?.calendar, today: nil,
        signedBeside: try writing.reading.signedBeside(nil, officers.officers))
    }
  }

  private func files(_ writing: RegisterWriting, _ number: Int) throws -> OfferFiles {
    guard let life = try writing.reading.life(of: number) else {
      throw ActRefusal(.offerUnknown, "There is no offer \(number) in this register.")
    }
    return try writing.reading.files(of: life)
  }

  private func check(
    _ files: OfferFiles, _ writing: RegisterWriting, _ number: Int?, _ officers: OfficersFile
  ) throws -> OfferCheck {
    try OfferCheck.run(
      files, with: pricer, officers: officers, house: organisation?.houseAuthorities ?? [],
      signedBeside: try writing.reading.signedBeside(number, officers.officers)
    ) { library.isLocked($0.edition) }
  }
}

import ArgumentParser
import Redress
import RedressFiles
import RedressRegister
import RedressSigning

struct Decline: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decline",
    abstract: "Record that the person does not want an offer.",
    discussion: "They keep their right to go on with the complaint, and a revision can be offered: redress revise.")

  @OptionGroup var argument: OfferArgument
  @OptionGroup var options: OfferActOptions

  @Option(help: ArgumentHelp("Why, as far as they said.", valueName: "reason"))
  var because: String?

  func run() throws {
    let act = try options.open(argument)
    try act.run(done: "Recorded as declined on \(act.stamp.on).") { writing, number in
      try writing.decline(number, because: because)
    }
  }
}

struct Withdraw: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw",
    abstract: "Take a decision back that nobody has accepted.",
    discussion: """
      A decision that was sent is taken back only by somebody who could have signed it. Withdrawing a revision that \
      was not sent lets the offer before it stand again.
      """)

  @OptionGroup var argument: OfferArgument
  @OptionGroup var options: OfferActOptions

  @Option(help: ArgumentHelp("Why.", valueName: "reason"))
  var because: String

  func run() throws {
    let act = try options.open(argument)
    try act.run(done: "Recorded as withdrawn on \(act.stamp.on).") { writing, number in
      let couldSign = try couldSign(act, writing, number)
      return try writing.withdraw(number, because: because, couldSign: couldSign)
    }
  }

  private func couldSign(_ act: OfferAct, _ writing: RegisterWriting, _ number: Int) throws -> [String]? {
    guard act.officers != nil else { return nil }
    let check = try act.check(writing, number)
    return try act.conditions(writing, check.assessed).map { check.draft.possibleSigners(in: $0).map(\.id) }
  }
}

struct Renew: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "renew",
    abstract: "Open an offer again whose last day is over.",
    discussion: """
      It is for whoever the policy lets accept after the last day. The offer then stands as it was signed, for as long \
      again as the policy gives at first, or until the day --until.
      """)

  @OptionGroup var argument: OfferArgument
  @OptionGroup var options: OfferActOptions

  @Option(help: ArgumentHelp("The new last day to accept.", valueName: "day"))
  var until: String?

  @Option(help: ArgumentHelp("Why.", valueName: "reason"))
  var because: String

  func run() throws {
    let lastDay = try until.map { text in
      do throws(UnreadLiteral) { return try Literal.day(text) } catch {
        throw ValidationError("--until: \(error.says) \(error.mend)")
      }
    }
    let act = try options.open(argument)
    try act.run(done: "Recorded as renewed on \(act.stamp.on).") { writing, number in
      let assessed = try act.assessed(writing, number)
      guard let conditions = try act.conditions(writing, assessed) else {
        throw ActRefusal(.officer, "--officers FILE is needed to know who may renew it.")
      }
      return try writing.renew(number, until: lastDay, because: because, assessed, conditions: conditions)
    }
  }
}

struct Deliver: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deliver",
    abstract: "Record that a promised remedy that is not money was delivered.",
    discussion: "Remedies are what the letter part promises under `actions`, counted from 1.")

  @OptionGroup var argument: OfferArgument
  @OptionGroup var options: OfferActOptions

  @Option(help: ArgumentHelp("The remedy, by its place in the letter.", valueName: "number"))
  var remedy: Int

  @Option(help: ArgumentHelp("What shows it: a works order, a report.", valueName: "text"))
  var proof: String

  func run() throws {
    let act = try options.open(argument)
    try act.run(done: "Recorded as delivered on \(act.stamp.on).") { writing, number in
      try writing.deliver(number, remedy: remedy, proof: proof)
    }
  }
}

struct Close: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close",
    abstract: "Close an offer for which nothing is left to do.",
    discussion: """
      Everything that was accepted must be paid, credited and given and, where the policy says so, every promised \
      remedy delivered. An offer that nobody accepted is closed after its last day. The time for which records are \
      kept counts from here.
      """)

  @OptionGroup var argument: OfferArgument
  @OptionGroup var options: OfferActOptions

  func run() throws {
    let act = try options.open(argument)
    try act.run(done: "Closed on \(act.stamp.on).") { writing, number in
      let matrix = try act.assessed(writing, number).edition.matrix
      let sources = matrix.closing?.citations.map { matrix.name(of: $0) } ?? []
      return try writing.close(number, remediesBy: sources)
    }
  }
}

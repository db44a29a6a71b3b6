import ArgumentParser
import Foundation
import Redress
import RedressFiles
import RedressRegister
import RedressSigning

struct Erase: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erase",
    abstract: "Erase what is personal of offers that ended long ago.",
    discussion: """
      Erases the letter part, the documents as they were sent, and the case that came from another system, of offers \
      that were closed, declined, withdrawn or superseded at least six years before; with --due also cases that came \
      in so long ago and were never decided. Facts, sums, signatures and every event stay, and so do the \
      digests of what was erased: redress verify finds everything in order afterwards.

      --retention keeps records longer. A shorter time needs --earlier-because, and the event records why. A file that \
      an offer still needs which is kept stays too.

      Backups and exports that were made before still hold what is erased here.
      """)

  @Argument(help: ArgumentHelp("The numbers of the offers.", valueName: "offer"))
  var offers: [Int] = []

  @Flag(help: "Erase what is personal of every offer that is due.")
  var due = false

  @Option(help: ArgumentHelp("Why it is erased.", valueName: "why"))
  var because: String

  @Option(
    help: ArgumentHelp("How long records are kept after the end: 6 years, unless it is longer here.", valueName: "time")
  )
  var retention: String?

  @Option(help: ArgumentHelp("Why it is erased earlier than six years after the end.", valueName: "why"))
  var earlierBecause: String?

  @OptionGroup var registerOption: RegisterOption
  @OptionGroup var actOptions: ActOptions
  @OptionGroup var officersOption: OfficersOption
  @OptionGroup var todayOption: TodayOption

  func validate() throws {
    _ = try registerOption.path
    _ = try period
    if offers.isEmpty != due { throw ValidationError("Name the offers, or say --due for all that are due.") }
    if earlierBecause != nil, retention == nil {
      throw ValidationError("--earlier-because goes with --retention, the shorter time.")
    }
    for why in [because, earlierBecause].compactMap({ $0 }) where why.allSatisfy(\.isWhitespace) {
      throw ValidationError("Say why, in a few words.")
    }
  }

  private var period: Period {
    get throws {
      guard let retention else { return ErasureOrder.usual }
      do throws(UnreadLiteral) { return try Literal.period(retention) } catch {
        throw ValidationError("--retention: \(error.says) \(error.mend)")
      }
    }
  }

  func run() throws {
    let stamp = try actOptions.stamp(todayOption, try officersOption.file())
    let register = try registerOption.open()
    let order = ErasureOrder(
      offers: offers, because: because, retention: try period, earlierBecause: earlierBecause)
    let outcome = try Console.ending { try register.write(stamp) { try $0.erase(order) } }
    let isOut = try Console.ending { try register.clearTraces() }
    try Console.result(words(outcome))
    if !isOut {
      Console.say(
        "Note: somebody else reads the register, so its journal still holds what was erased until they end. "
          + "Run the same command again then.")
    }
  }

  private func words(_ outcome: ErasureOutcome) -> String {
    let shared = outcome.shared == 0 ? "" : "\(outcome.shared) stay, as offers that are kept use them too.\n"
    if outcome.files == 0 { return "Nothing is left to erase.\n" + shared }
    let offers = outcome.offers.isEmpty ? "none" : outcome.offers.map(String.init).joined(separator: ", ")
    return "Files erased: \(outcome.files). Of offers: \(offers).\n" + shared
  }
}

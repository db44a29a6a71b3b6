import ArgumentParser
import Redress
import RedressFiles
import RedressRegister

struct ListOffers: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the offers of a register.",
    discussion: "Without options every offer is listed, by its number.")

  @Option(
    help: ArgumentHelp(
      "Only offers in this state, repeated for several: "
        + OfferState.allCases.map(\.rawValue).joined(separator: ", ") + ".",
      valueName: "state"))
  var state: [OfferState] = []

  @Flag(help: "Only offers that are signed, issued, or accepted and unpaid.")
  var open = false

  @Flag(help: "Only offers past their last day that nobody accepted.")
  var lapsed = false

  @Option(help: ArgumentHelp("Only offers under this scheme.", valueName: "scheme"))
  var scheme: String?

  @Option(name: .customLong("case"), help: ArgumentHelp("Only offers of this case.", valueName: "reference"))
  var reference: String?

  @Option(help: ArgumentHelp("Only offers to this household.", valueName: "reference"))
  var household: String?

  @Flag(help: "Print one compact JSON object a line.")
  var json = false

  @OptionGroup var registerOption: RegisterOption
  @OptionGroup var todayOption: TodayOption

  func validate() throws { _ = try registerOption.path }

  func run() throws {
    let register = try registerOption.openToRead()
    var query = OfferQuery()
    query.states = state + (open ? OfferState.allCases.filter(\.isOpen) : [])
    (query.scheme, query.reference, query.household) = (scheme, reference, household)
    query.lapsedOn = lapsed ? todayOption.day : nil
    try Console.ending {
      if json {
        return try register.read { try $0.offers(query) { try Console.result($0.json + [10]) } }
      }
      var offers: [ListedOffer] = []
      try register.read { try $0.offers(query) { offers.append($0) } }
      try Console.show(OfferTable(offers, today: todayOption.day).document)
    }
  }
}

extension OfferState: ExpressibleByArgument {}

import ArgumentParser
import Redress
import RedressFiles
import RedressRegister

struct Accept: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept",
    abstract: "Record that the person accepted an offer, or some of it.",
    discussion: """
      --on is the day on which they confirmed it. What is set against arrears is settled afresh on the balances of \
      that day, so each balance is said again with --fact, also where nothing is owed. Authority was measured before \
      arrears and stands.

      After the last day an offer is accepted only by the decision of whoever the policy names: --decision NAME=accept \
      with --decided-by and --because. NAME=decline records that it is not paid.

      Accepting never ends the right to go on with the complaint.
      """)

  @OptionGroup var argument: OfferArgument
  @OptionGroup var options: OfferActOptions

  @Option(
    name: .customLong("fact"),
    help: ArgumentHelp(
      "A balance of the day, or an answer that the set-off waits for: rent-arrears=95.00. Repeat it for several.",
      valueName: "name=value"))
  var facts: [NamedValue] = []

  @Option(
    name: .customLong("part"),
    help: ArgumentHelp(
      "A part that is accepted, by its head or its number. Repeat it for several; without it, all of the offer.",
      valueName: "head"))
  var parts: [String] = []

  @Option(help: ArgumentHelp("How the person wants to be paid: bacs, cheque or rent-account.", valueName: "method"))
  var payTo: String?

  @OptionGroup var decision: DecisionOptions

  func validate() throws {
    if let payTo, !PaymentOrder.methodsOfMoney.contains(payTo) {
      throw ValidationError("--pay-to: write one of \(PaymentOrder.methodsOfMoney.joined(separator: ", ")).")
    }
  }

  func run() throws {
    let act = try options.open(argument)
    let decisions = try decision.decisions(act.stamp)
    try act.run(done: "Recorded as accepted on \(act.stamp.on).") { writing, number in
      let assessed = try act.assessed(writing, number)
      let order = AcceptanceOrder(
        facts: facts.map { ($0.name, $0.value) }, parts: parts, payTo: payTo, decisions: decisions,
        payWithin: act.organisation?.scheme(assessed.edition.matrix.scheme)?.payWithin)
      return try writing.accept(
        number, order, pricer: act.pricer, conditions: try act.conditions(writing, assessed))
    }
  }
}

/// A name with a value: `rent-arrears=95.00`.
struct NamedValue: ExpressibleByArgument {
  let name: String
  let value: String

  init?(argument: String) {
    guard let sign = argument.firstIndex(of: "="), sign > argument.startIndex else { return nil }
    name = String(argument[..<sign])
    value = String(argument[argument.index(after: sign)...])
    if value.isEmpty { return nil }
  }
}

/// A decision that is taken with an act.
struct DecisionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A decision taken for this: late-acceptance=accept, or =decline. Repeat it for several.", valueName: "name=answer"
    ))
  var decision: [NamedValue] = []

  @Option(help: ArgumentHelp("The officer who decided; --by where it is left out.", valueName: "officer"))
  var decidedBy: String?

  @Option(help: ArgumentHelp("The day on which it was decided; --on where it is left out.", valueName: "day"))
  var decidedOn: String?

  @Option(help: ArgumentHelp("Why it was decided so.", valueName: "reason"))
  var because: String?

  func validate() throws {
    for decision in decision where decision.value != "accept" && decision.value != "decline" {
      throw ValidationError("--decision \(decision.name): the answer is `accept` or `decline`.")
    }
    if !decision.isEmpty, because == nil { throw ValidationError("--decision needs --because WHY.") }
  }

  func decisions(_ stamp: Stamp) throws -> [RecordedDecision] {
    let day = try decidedOn.map { text in
      do throws(UnreadLiteral) { return try Literal.day(text) } catch {
        throw ValidationError("--decided-on: \(error.says) \(error.mend)")
      }
    }
    return decision.map {
      RecordedDecision(
        about: $0.name, isAccepted: $0.value == "accept", by: decidedBy ?? stamp.by, on: day ?? stamp.on,
        because: because ?? "")
    }
  }
}

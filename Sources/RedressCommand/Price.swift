import ArgumentParser
import Redress
import RedressDocuments
import RedressFiles
import RedressSigning

struct Price: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "price",
    abstract: "Assess cases and show the worked sum.",
    discussion: """
      Reads cases as JSON, NDJSON, YAML or CSV and prints, for each, what may be offered and how it comes about: each \
      line with its paragraph, what was not used and why, the questions that are still open and who may answer them.

      Every answer is worked out a second time by other means; one that does not come out the same is never printed.
      """)

  @Argument(help: ArgumentHelp("Files of cases; - reads standard input.", valueName: "file"), completion: .file())
  var files: [String]

  @Flag(help: "Print one compact JSON object a line, in the form redress-assessment/1.")
  var json = false

  @OptionGroup var officersOption: OfficersOption
  @OptionGroup var matricesOption: MatricesOption
  @OptionGroup var todayOption: TodayOption

  func run() throws {
    let library = try matricesOption.library()
    let sources = try SourceText.open(files)
    let pricer = CasePricer(library: library, today: todayOption.day, officers: try officersOption.file()?.officers)
    var pricing = Pricing(pricer, isJSON: json, width: Console.width)
    for source in sources { try pricing.price(source) }
    pricing.summarise()
    try pricing.exit.end()
  }
}

/// Prices the cases of one run, one after another, and keeps the gravest of their outcomes.
private struct Pricing {
  let pricer: CasePricer
  let isJSON: Bool
  let width: Int
  var json = AssessmentJSON()
  var exit = Exit.yes
  var counts: [Assessment.Outcome: Int] = [:]

  init(_ pricer: CasePricer, isJSON: Bool, width: Int) {
    self.pricer = pricer
    self.isJSON = isJSON
    self.width = width
  }

  mutating func price(_ source: Result<SourceText, FaultList>) throws {
    for entry in CaseFile.read(source) { try show(pricer.price(entry)) }
  }

  private mutating func show(_ priced: PricedCase) throws {
    let outcome = priced.outcome
    switch priced {
    case .unchecked(let explanation, let discrepancies):
      exit = .gravest(exit, .ourFault)
      Console.say("redress: our own fault. \(explanation.given.name) does not come out the same a second time:")
      for it in discrepancies { Console.say("  \(it.rule)\(it.item > 0 ? ", item \(it.item)" : ""): \(it.says)") }
      return Console.say("No answer is given. Please report this with the case file.")
    case .faulty(let unread):
      exit = .gravest(exit, .faulty)
      if isJSON {
        try Console.result(json.bytes(ofFaulty: unread.name, scheme: unread.scheme, faults: unread.faults) + [10])
      } else {
        Console.say((counts.isEmpty ? "" : "\n") + FaultList(unread.faults).text)
      }
    case .assessed(let explanation, let digest, let notices):
      exit = .gravest(exit, outcome == .awarded ? .yes : .notYes)
      if isJSON {
        try Console.result(json.bytes(of: explanation, digest: digest.text, notices: notices) + [10])
      } else {
        let text = TextEmitter(width: width).text(of: WorkedSum(explanation, notices: notices).document)
        try Console.result((counts.isEmpty ? "" : "\n\n") + text)
      }
    }
    counts[outcome, default: 0] += 1
  }

  /// How many cases came to what, where there were several.
  func summarise() {
    let total = counts.values.reduce(0, +)
    guard total > 1, !isJSON else { return }
    let parts = Assessment.Outcome.allCases.reversed().compactMap { outcome in
      counts[outcome].map { "\($0) \(outcome.rawValue)" }
    }
    Console.say("\n\(total) cases: \(parts.joined(separator: ", ")).")
  }
}

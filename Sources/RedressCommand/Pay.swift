import ArgumentParser
import Redress
import RedressFiles
import RedressRegister

struct Pay: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pay",
    abstract: "Record a payment, a credit to arrears, something given, or a payment that came back.",
    discussion: """
      Methods: bacs, cheque, cash, card and rent-account for what is to be paid; set-off for what is credited to \
      arrears; a form in kind, such as flowers, for what is given. Without --amount all that is open is taken.

      Whoever records it neither drafted nor signed the offer. What payment waits for, such as the acceptance form, is \
      said to be seen with --seen. Nothing is paid twice: the same payment again is told and not recorded.

      --run N without an offer records all that run N of `redress audit` lists, in one go. --seen NAME then holds for \
      all of them, and --seen OFFER:NAME for one.

      A transfer that was returned or a cheque that nobody cashed: --returned PAYMENT --because WHY. The sum is then \
      open again.
      """)

  @Argument(
    help: ArgumentHelp(
      "The offer: its number in the register, or its file. Left out with --run alone: all that the run lists.",
      valueName: "offer"))
  var offer: String?

  @OptionGroup var options: OfferActOptions

  @Option(help: ArgumentHelp("How it was paid.", valueName: "method"))
  var method: String?

  @Option(help: ArgumentHelp("How much; all that is open where it is left out.", valueName: "sum"))
  var amount: String?

  @Option(help: ArgumentHelp("What shows it: a bank reference, the number of a cheque, a posting.", valueName: "text"))
  var proof: String?

  @Option(
    help: ArgumentHelp("What payment waited for and you have seen: acceptance-form. Repeat it.", valueName: "name"))
  var seen: [String] = []

  @Option(help: ArgumentHelp("The payment that came back: the number of its event.", valueName: "payment"))
  var returned: Int?

  @Option(help: ArgumentHelp("Why it came back.", valueName: "reason"))
  var because: String?

  @Option(
    name: .customLong("run"), help: ArgumentHelp("The run of `redress audit` that lists it.", valueName: "run"))
  var listedIn: Int?

  func validate() throws {
    if offer == nil, listedIn == nil { throw ValidationError("Give an offer, or a run with --run.") }
    if offer == nil {
      if proof == nil { throw ValidationError("--proof is needed.") }
    } else if returned != nil {
      if because == nil { throw ValidationError("--returned needs --because WHY.") }
    } else if method == nil || proof == nil {
      throw ValidationError("--method and --proof are needed.")
    }
    _ = try sum
  }

  private var sum: Money? {
    get throws {
      try amount.map { text in
        do throws(UnreadLiteral) { return try Literal.money(text) } catch {
          throw ValidationError("--amount: \(error.says) \(error.mend)")
        }
      }
    }
  }

  func run() throws {
    guard let offer else { return try payRun() }
    let act = try OfferAct(options, offer: offer)
    if let returned {
      return try act.run(done: "Recorded as returned on \(act.stamp.on).") { writing, number in
        try writing.takeBack(returned, of: number, because: because ?? "")
      }
    }
    let order = PaymentOrder(method: method ?? "", amount: try sum, proof: proof ?? "", seen: seen, run: listedIn)
    try act.run(done: "Recorded on \(act.stamp.on).") { writing, number in try writing.pay(number, order) }
  }

  /// Records everything that a run lists as paid, all of it or nothing.
  private func payRun() throws {
    let officers = try options.officers.file()
    let stamp = try options.act.stamp(options.today, officers)
    let register = try options.register.open()
    let paid = try Console.ending {
      try register.write(stamp) { writing in
        try writing.payRun(listedIn ?? 0, proof: proof ?? "", seen: seen.map(RunOrder.Seen.init(text:)))
      }
    }
    for entry in paid.before {
      Console.say("redress: offer \(entry.offer), \(entry.amount) by \(entry.method), was recorded before.")
    }
    try Console.show(PaidRunSummary(paid, number: listedIn ?? 0).document)
  }
}

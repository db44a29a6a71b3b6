import ArgumentParser
import Foundation
import Redress
import RedressFiles
import RedressSigning

extension RowExplanation: ExpressibleByArgument {}
extension RowForm: ExpressibleByArgument {}

struct BatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch",
    abstract: "Assess any number of cases, as a stream.",
    discussion: """
      Reads cases as NDJSON, one a line, or as CSV, one a row, and writes a row for each, in the order of the input. \
      It takes the same little memory for any number of cases, and the rows are the same for any number of jobs. A \
      case comes to what `redress price` makes of it alone.

      A case with faults becomes a row with the outcome `faulty`, its line number and every fault; the run goes on. A \
      case that stands twice is priced twice.

      With --to the rows are written beside the file and put there whole at the end. Ctrl-C ends the run after the \
      rows that are under way; --resume goes on from there.
      """)

  @Argument(help: ArgumentHelp("The cases; - reads standard input.", valueName: "file"), completion: .file())
  var input: String

  @Option(help: ArgumentHelp("Write the rows to a file.", valueName: "file"), completion: .file())
  var to: String?

  @Option(help: ArgumentHelp("The form of the cases: ndjson or csv. Without it, the name tells.", valueName: "form"))
  var from: RowForm?

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("The form of the rows: ndjson or csv. Without it, that of the cases.", valueName: "form"))
  var form: RowForm?

  @Option(
    help: ArgumentHelp(
      "How much each row explains: none, codes (the rules that decided) or full (every line).", valueName: "extent"))
  var explain: RowExplanation = .codes

  @Option(help: ArgumentHelp("How many cores to use. Without it, all.", valueName: "number"))
  var jobs: Int?

  @Flag(help: "Go on with a run of the same input, output and settings that was stopped.")
  var resume = false

  @Option(help: ArgumentHelp("The number of the first line, where the input is a part of a file.", valueName: "number"))
  var firstLine = 1

  @Flag(help: "Count no lines: each case is said to stand on line 1, as in a part of an unknown place.")
  var noLine = false

  @Option(help: ArgumentHelp("What faults call the input, where it is a part of a file.", valueName: "name"))
  var name: String?

  @OptionGroup var officersOption: OfficersOption
  @OptionGroup var matricesOption: MatricesOption
  @OptionGroup var todayOption: TodayOption

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs: Give a number from 1 to 256.") }
    if firstLine < 1 { throw ValidationError("--first-line: Lines are counted from 1.") }
    if resume, to == nil { throw ValidationError("--resume goes on with a file: say which with --to.") }
    if resume, input == "-" { throw ValidationError("--resume needs a file to read; standard input is gone.") }
  }

  func run() throws {
    try BatchRun(self).run()
  }
}

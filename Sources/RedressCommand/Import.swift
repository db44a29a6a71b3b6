import ArgumentParser
import Foundation
import RedressDocuments
import RedressFiles
import RedressRegister
import RedressSigning

struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Make a register of an export, or take in cases of another system.",
    discussion: """
      Without --map, FILE is what redress export wrote, and --register names a new register, which must not be there \
      yet. Every line is checked: digests, chain, and the order of the acts. The new register gives the same bytes \
      when it is exported again.

      With --map, FILE is a table in CSV that a housing system wrote, with one case a row. The map says which of its \
      columns is which of ours. Each case is priced, and is kept in the register to be drafted from. If one row is at \
      fault, all faults are shown and nothing is imported. The same case again is not doubled.

      A map:
        format: redress-column-map/1
        scheme: progress
        columns: { Case ref: case, Date of failure: incident-date, Sum: item1.amount }
        fixed: { item1.head: inconvenience, item1.as: bacs }
        values: { customer-type: { T: tenant, L: leaseholder } }
        days: DD/MM/YYYY
        ignore: [ Printed by ]
      """)

  @Argument(help: ArgumentHelp("What is imported.", valueName: "file"), completion: .file())
  var file: String

  @Option(
    help: ArgumentHelp("The column map, for a table of another system.", valueName: "file"), completion: .file())
  var map: String?

  @Option(help: ArgumentHelp("The officer who imports cases.", valueName: "officer"))
  var by: String?

  @Option(help: ArgumentHelp("The day of it; today where it is left out.", valueName: "day"))
  var on: String?

  @OptionGroup var registerOption: RegisterOption
  @OptionGroup var officersOption: OfficersOption
  @OptionGroup var matricesOption: MatricesOption
  @OptionGroup var todayOption: TodayOption

  func validate() throws {
    _ = try registerOption.path
    if map == nil, file.lowercased().hasSuffix(".csv") {
      throw ValidationError("A table needs --map FILE, which says what its columns are.")
    }
    if map != nil, by == nil { throw ValidationError("--by OFFICER is needed to import cases.") }
    if map == nil, by != nil || on != nil {
      throw ValidationError("--by and --on go with --map: an exported register holds its own names and days.")
    }
  }

  func run() throws {
    if let map, let by { return try importCases(map, by) }
    let stand: Checkpoint
    do { stand = try Console.ending { try RegisterImport.run(file, to: registerOption.path) } } catch let unread
      as UnreadFile
    {
      if case .absent(let path) = unread {
        Console.say("redress: there is no file \(path).")
        throw Exit.absent.code
      }
      Console.say(FaultList(unread).text)
      throw Exit.faulty.code
    }
    try Console.result("Imported: \(stand.size) events, the last with \(stand.head.text).\n")
  }

  private func importCases(_ map: String, _ by: String) throws {
    let columns = try SourceText.orEnd(map) { source throws(FaultList) in try ColumnMap.read(source) }
    let officers = try officersOption.file()
    let stamp = try ActOptions.stamp(by: by, on: on, todayOption, officers)
    let pricer = CasePricer(library: try matricesOption.library(), today: todayOption.day, officers: officers?.officers)
    var source = Digest(of: [])
    let cases = try SourceText.orEnd(file) { text throws(FaultList) in
      source = Digest(of: text.exactBytes)
      return try ReadCase.all(in: text, map: columns, pricer: pricer)
    }
    let register = try registerOption.openOrBegin(stamp)
    let outcomes = try Console.ending { try register.write(stamp) { try $0.importCases(cases, from: source) } }
    try Console.show(ImportSummary(cases, outcomes, path: file).document)
  }
}

import ArgumentParser
import Foundation
import Redress
import RedressDocuments
import RedressFiles
import RedressLetters
import RedressRegister
import RedressSigning

struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Finance's check of a register, the payment run and the rent credits.",
    discussion: """
      Holds every offer of a period against the authority on its day, its signatures, its edition and its sums, and \
      against what the register says of payments, credits, households and other cases. Findings are what somebody has \
      to look at; notes say who decided what. The totals by scheme, head, authority, month and cause come to the same.

      With --payments or --credits it writes a list of what is accepted and open, and records it as a run, once: what \
      one run lists no other lists again, until a payment comes back. Offers with a grave finding, and those whose \
      payment waits for something, are left out and named. `redress pay --run N` records a run as paid. With --run N \
      the list of that run is written again, byte for byte.

      Ends with 1 if something was found, or if something was left out of a run that somebody has to put right.
      """)

  @OptionGroup var registerOption: RegisterOption
  @OptionGroup var officersOption: OfficersOption
  @OptionGroup var organisationOption: OrganisationOption

  @Option(help: ArgumentHelp("Offers dated from this day on, or to which something happened then.", valueName: "day"))
  var from: String?

  @Option(help: ArgumentHelp("Up to this day.", valueName: "day"))
  var to: String?

  @Option(
    help: ArgumentHelp("Offers to one household are added up over this time.", valueName: "period"))
  var householdWithin = "12 months"

  @Flag(help: "Print one compact JSON object for each finding, then one with the summary.")
  var json = false

  @Option(help: ArgumentHelp("Write the findings as CSV to this file.", valueName: "file"), completion: .file())
  var csv: String?

  @Option(
    help: ArgumentHelp("Write the report as an HTML page to this file.", valueName: "file"), completion: .file())
  var html: String?

  @OptionGroup var runs: RunOptions
  @OptionGroup var matricesOption: MatricesOption
  @OptionGroup var todayOption: TodayOption

  func validate() throws {
    if registerOption.register == nil { throw ValidationError("--register FILE is needed.") }
    if officersOption.officers == nil, runs.run == nil {
      throw ValidationError("--officers FILE is needed to know who may sign.")
    }
    _ = try period
    let (first, last) = try days
    if let first, let last, last < first { throw ValidationError("--to is before --from.") }
    if runs.isAsked, from != nil || to != nil || csv != nil || html != nil {
      throw ValidationError("A run lists all that is open: leave out --from, --to, --csv and --html.")
    }
  }

  private var period: Period {
    get throws {
      do throws(UnreadLiteral) {
        let period = try Literal.period(householdWithin)
        if period.unit != .workingDays, period.count > 0 { return period }
      } catch { throw ValidationError("--household-within: \(error.says) \(error.mend)") }
      throw ValidationError("--household-within: Write a time such as 12 months or 365 days.")
    }
  }

  private var days: (from: CivilDate?, to: CivilDate?) {
    get throws { (try day(from, "--from"), try day(to, "--to")) }
  }

  private func day(_ text: String?, _ name: String) throws -> CivilDate? {
    guard let text else { return nil }
    do throws(UnreadLiteral) { return try Literal.day(text) } catch {
      throw ValidationError("\(name): \(error.says) \(error.mend)")
    }
  }

  func run() throws {
    if runs.run != nil { return try runs.copy(registerOption.openToRead(), isJSON: json) }
    guard let officers = try officersOption.file() else { return }
    let (first, last) = try days
    let organisation = try organisationOption.file()
    let audit = Audit(
      library: try matricesOption.library(), officers: officers,
      house: organisation?.houseAuthorities ?? [], today: todayOption.day,
      scope: runs.isAsked ? .accepted : .period(from: first, to: last), householdWithin: try period,
      payWithin: Dictionary(
        uniqueKeysWithValues: (organisation?.schemes ?? []).compactMap { scheme in
          scheme.payWithin.map { (scheme.id, $0) }
        }))
    let register = try runs.isAsked ? registerOption.open() : registerOption.openToRead()
    if runs.isAsked { return try runs.make(register, audit, officers, todayOption, isJSON: json) }
    if let csv { try RunOptions.guardNew(csv) }
    if let html { try RunOptions.guardNew(html) }
    try show(audit, register)
  }

  private func show(_ audit: Audit, _ register: Register) throws {
    let table = try csv.map { try PartFile(beside: $0) }
    defer { table?.discard() }
    try table?.write(Array(AuditCSV.header.utf8))
    var lines = ResultLines()
    var kept: [AuditFinding] = []
    var counts: [AuditFinding.Grade: Int] = [:]
    let summary = try Console.ending {
      try audit.run(register) { finding in
        if json { try lines.add(AuditJSON.line(of: finding)) }
        try table?.write(Array(AuditCSV.row(of: finding).utf8))
        counts[finding.grade, default: 0] += 1
        if counts[finding.grade, default: 0] <= AuditReport.shown { kept.append(finding) }
      }
    }
    if let table, !table.replace() { throw table.cannotPlace }
    let report = AuditReport(summary, findings: kept)
    if let html { try FileWriting.write(Array(HTMLEmitter().page(of: report.document).utf8), to: html) }
    if json {
      try lines.add(AuditJSON.line(of: summary))
      try lines.flush()
    } else {
      try Console.show(report.document)
    }
    if !summary.isClean { throw Exit.notYes.code }
  }
}

/// Results that are written a good part at a time.
private struct ResultLines {
  private var bytes: [UInt8] = []

  mutating func add(_ line: [UInt8]) throws {
    bytes += line
    if bytes.count > 1 << 16 { try flush() }
  }

  mutating func flush() throws {
    try Console.result(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}

import Foundation
import GRDB
import Redress
import RedressFiles
import RedressSigning

@testable import RedressRegister

/// A register of offers under a scheme that tests write editions of: `progress` with one more head, a delay that still
/// goes on, at £2.00 for each day up to the offer date.
final class RecalculationBench {
  let sample: SampleRegister
  let register: Register
  let folder: String

  init() throws {
    sample = try SampleRegister()
    register = try sample.open()
    folder = sample.folder + "/Matrices"
    try FileManager.default.createDirectory(atPath: folder + "/progress", withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: SampleRegister.file("Matrices/calendars"), toPath: folder + "/calendars")
    try write("2022-10-01")
  }

  // MARK: Editions

  /// Writes an edition with something else in it, each text in place of another.
  func write(_ edition: String, _ changes: (old: String, new: String)...) throws {
    try write(edition, changes.map { ($0.old, $0.new) })
  }

  func write(_ edition: String, _ changes: [(String, String)]) throws {
    var text = try String(contentsOfFile: SampleRegister.file("Matrices/progress/2022-10-01.yaml"), encoding: .utf8)
    let all = Self.standing + [("edition: 2022-10-01\n", "edition: \(edition)\n")] + changes
    for (old, new) in all {
      guard text.contains(old) else { throw SampleRegister.NotMade(what: "an edition with \(old)") }
      text = text.replacing(old, with: new, maxReplacements: 1)
    }
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/progress/\(edition).yaml"))
    try lock()
  }

  func remove(_ edition: String) throws {
    try FileManager.default.removeItem(atPath: "\(folder)/progress/\(edition).yaml")
    try lock()
  }

  /// Approves every edition as it stands.
  private func lock() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder + "/progress").sorted()
    let lines = try names.map { name in
      let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/progress/\(name)")))
      return "\(Digest(of: bytes).text)  progress/\(name)\n"
    }
    try Data(lines.joined().utf8).write(to: URL(fileURLWithPath: folder + "/editions.lock"))
  }

  private static let standing = [
    (
      "  accepted-on:\n    type: date\n",
      """
        repair-due-on: { type: date, of: item, ask: By what day was it to be repaired? }
        repaired-on: { type: date, of: item, ask: On what day was it repaired?, optional: true }
        accepted-on:
          type: date

      """
    ),
    (
      "derived:\n",
      """
      derived:
        days-late:
          title: Days late
          elapsed:
            from: repair-due-on
            to: repaired-on
            running-to: offer-date
            in: 1 day
            first-day: not counted
            last-day: counted
            parts: full
          source: policy#2.2

      """
    ),
    (
      "  reimbursement:\n    title: Reimbursement of costs\n",
      """
        delay:
          title: Delay
          price: { accrual: { count: days-late, rate: £2 } }
          set-off: allowed
          letter: For the delay
          source: policy#2.2
        reimbursement:
          title: Reimbursement of costs

      """
    ),
  ]

  var library: MatrixLibrary { get throws { try MatrixLibrary(folder: folder) } }
  var pricer: CasePricer {
    get throws {
      CasePricer(
        library: try library, today: SampleRegister.day("2026-10-12"),
        officers: try SampleRegister.officers().officers)
    }
  }

  // MARK: Offers

  /// Takes in an offer, and sends it unless it is only to be signed.
  @discardableResult
  func enter(_ text: String, isIssued: Bool = true, signer: String = "a.khan", on day: String = "2026-10-12") throws
    -> Int
  {
    let pricer = try pricer
    let files = try SampleRegister.files(text, pricer: pricer, signer: signer)
    let check = try SampleRegister.check(files, pricer)
    let number = try register.write(SampleRegister.stamp("j.okafor", day)) { try $0.enter(files, check).number }
    guard isIssued else { return number }
    guard let signed = check.signed else { throw SampleRegister.NotMade(what: "a signed offer: \(check.findings)") }
    _ = try register.write(SampleRegister.stamp("j.okafor", day)) {
      try $0.issue(
        number, signed, check.assessed, documents: [.init(name: "letter.html", bytes: Array("\(number)".utf8))])
    }
    return number
  }

  func accept(_ number: Int, on day: String = "2026-10-20", arrears: String = "0") throws {
    let pricer = try pricer
    _ = try register.write(SampleRegister.stamp("j.okafor", day)) {
      try $0.accept(
        number, AcceptanceOrder(facts: [("rent-arrears", arrears), ("service-charge-arrears", "0")]), pricer: pricer,
        conditions: nil)
    }
  }

  /// A case of an amount for inconvenience, with more items where some are given.
  static func text(
    _ reference: String, amount: String = "£180.00", impact: String = "medium", arrears: String = "£95.00",
    items: [String] = [], facts: String = ""
  ) -> String {
    let all =
      ["{ \"head\": \"inconvenience\", \"impact\": \"\(impact)\", \"amount\": \"\(amount)\", \"as\": \"bacs\" }"]
      + items
    return """
      { "case": "\(reference)", "scheme": "progress",
        "facts": { "incident-date": "2026-09-14", "claim-date": "2026-09-30", "offer-date": "2026-10-12",
          "customer-type": "tenant", "rent-arrears": "\(arrears)"\(facts) },
        "items": [ \(all.joined(separator: ", ")) ],
        "references": { "household": "H-\(reference)", "rent-account": "RA-\(reference)", "cost-code": "4410" } }
      """
  }

  /// A delay since 2 October, which comes to £20.00 on 12 October.
  static let delay = "{ \"head\": \"delay\", \"repair-due-on\": \"2026-10-02\" }"

  // MARK: Runs

  func recalculation(
    _ asOf: String = "2026-10-15", edition: String? = nil, balances: String? = nil, facts: String? = nil
  ) throws -> Recalculation {
    let library = try library
    let words = try register.read { try RecalculationVocabulary($0, library) }
    return Recalculation(
      library: library, asOf: SampleRegister.day(asOf), edition: try edition.map { try Literal.edition($0) },
      balances: try balances.map { try Balances.read(Self.source("balances.csv", $0), known: words.debts) },
      arrived: try facts.map { try ArrivedFacts.read(Self.source("facts", $0), known: words.facts) })
  }

  static func source(_ name: String, _ text: String) throws -> SourceText {
    try SourceText(name: name, bytes: Array(text.utf8))
  }

  /// Everything that a run finds, with its summary.
  func run(_ recalculation: Recalculation, strands: Int = 1) throws -> (
    found: [RecalculatedOffer], summary: RecalculationSummary
  ) {
    var summary = RecalculationSummary()
    var found: [RecalculatedOffer] = []
    summary.tally = try register.read { reading in
      try recalculation.run(reading, strands: strands) { offer, _ in
        summary.add(offer)
        found.append(offer)
      }
    }
    return (found, summary)
  }

  /// The kinds of what a run finds, offer by offer: `1 raise, tier-moved`.
  func kinds(
    _ asOf: String = "2026-10-15", edition: String? = nil, balances: String? = nil, facts: String? = nil
  ) throws -> [String] {
    let (found, summary) = try run(recalculation(asOf, edition: edition, balances: balances, facts: facts))
    guard summary.isBalanced else { throw SampleRegister.NotMade(what: "a run whose parts make the whole") }
    return found.map { "\($0.number) \($0.kinds.map(\.rawValue).joined(separator: ", "))" }
  }

  /// Changes something in the file by which an offer is kept, behind the register's back.
  func tamper(_ number: Int, _ old: String, _ new: String) throws {
    try register.pool.write { db in
      try db.execute(sql: "DROP TRIGGER file_is_frozen")
      try db.execute(
        sql: """
          UPDATE file SET bytes = CAST(replace(CAST(bytes AS TEXT), ?, ?) AS BLOB)
          WHERE digest = (SELECT offer_digest FROM offer WHERE number = ?)
          """, arguments: [old, new, number])
      try db.execute(sql: "DELETE FROM open_case WHERE offer = ?", arguments: [number])
      if let life = try RegisterReading(db).life(of: number) { try OpenCaseRow.write(life, to: db) }
    }
  }
}

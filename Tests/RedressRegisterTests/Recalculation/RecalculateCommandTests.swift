import Foundation
import Redress
import RedressFiles
import Testing

@testable import RedressRegister

/// What `redress recalculate` does as a command: how it ends, how it is stopped, and what it takes up.
@Suite struct RecalculateCommandTests {
  private let bench: RecalculationBench

  init() throws { bench = try RecalculationBench() }

  private func words(_ more: String...) -> [String] {
    [
      "recalculate", "--register", bench.sample.path, "--matrices", bench.folder, "--today", "2026-10-15", "--officers",
      SampleRegister.file("Fixtures/officers.yaml"),
    ] + more
  }

  private func recorded() throws -> Int {
    try bench.register.read { try $0.events(sql: "SELECT body FROM event WHERE kind = 'recalculated'") }.count
  }

  @Test func anOfferThatDoesNotComeOutTheSameEndsItWith70() throws {
    try bench.enter(RecalculationBench.text("A"))
    try bench.enter(RecalculationBench.text("B", items: [RecalculationBench.delay]))
    try bench.tamper(1, "\"gross\": \"180.00\"", "\"gross\": \"180.01\"")
    let ended = try CommandRun.run(words())
    #expect(ended.status == 70, "\(ended.said)")
    #expect(ended.output.contains("It does not come out the same under its own edition"), "\(ended.output)")
    #expect(try recorded() == 1)
  }

  /// It is stopped while nobody reads what it prints, so that it is in the middle of its work: it prints more than a
  /// pipe holds.
  @Test func whenItIsStoppedItSaysSoAndGoesOnLater() throws {
    let items = Array(repeating: RecalculationBench.delay, count: 40)
    for place in 0..<20 {
      try bench.enter(RecalculationBench.text("S-\(place)", items: items), isIssued: false, signer: "d.price")
    }
    let report = bench.sample.folder + "/report.json"
    let run = try CommandRun(words("--json", "--to", report))
    try run.waitForOutput()
    run.interrupt()
    let ended = try run.end()
    #expect(ended.status == 130, "\(ended.said)")
    #expect(ended.said.contains("stopped after offer 20. Give the same command again to go on."), "\(ended.said)")
    #expect(!FileManager.default.fileExists(atPath: report))
    #expect(try recorded() == 0)
    let again = try CommandRun.run(words("--json", "--to", report))
    #expect(again.status == 1, "\(again.said)")
    #expect(again.said.contains("going on after offer 20"), "\(again.said)")
    #expect(try recorded() == 1)
    let whole = try CommandRun.run(words("--json"))
    #expect(whole.output == again.output)
    #expect(try String(contentsOfFile: report, encoding: .utf8) == whole.output)
  }

  // MARK: An edition that is tried, and taken

  private func taken(_ changes: [(String, String)]) throws -> (run: CommandRun.Ended, revisions: Int) {
    try bench.enter(RecalculationBench.text("A", items: [RecalculationBench.delay]))
    try bench.write("2027-01-01", changes)
    let ended = try CommandRun.run(words("--edition", "2027-01-01", "--take", "all", "--by", "j.okafor"))
    let count = try bench.register.read { try $0.rows("SELECT 1 FROM offer WHERE supersedes = 1", []) }.count
    return (ended, count)
  }

  @Test func anEditionForOpenOffersIsTaken() throws {
    let (run, revisions) = try taken([
      ("rate: £2", "rate: £5"), ("calendar: england", "applies-to: open offers\ncalendar: england"),
    ])
    #expect(run.status == 1, "\(run.said)")
    #expect(run.output.contains("Taken up: 1"), "\(run.output)\(run.said)")
    #expect(revisions == 1)
    let life = try bench.register.read { try $0.life(of: 2) }
    #expect(life?.drafted.edition == "2027-01-01")
    #expect(life?.drafted.sums.total == Money(pence: 24500))
    // The same run again takes nothing twice.
    let again = try CommandRun.run(words("--edition", "2027-01-01", "--take", "1", "--by", "j.okafor"))
    #expect(again.said.contains("Nothing was done twice"), "\(again.output)\(again.said)")
    #expect(try bench.register.read { try $0.rows("SELECT 1 FROM offer WHERE supersedes = 1", []) }.count == 1)
  }

  @Test func anyOtherEditionIsOnlyTried() throws {
    let (run, revisions) = try taken([("rate: £2", "rate: £5")])
    #expect(run.status == 1, "\(run.said)")
    #expect(run.said.contains("Not taken: offer 1 (A). The edition 2027-01-01 was only tried"), "\(run.said)")
    #expect(revisions == 0)
  }
}

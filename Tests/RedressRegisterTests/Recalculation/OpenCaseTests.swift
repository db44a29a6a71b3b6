import Foundation
import GRDB
import Redress
import RedressFiles
import Testing

@testable import RedressRegister

/// The table of the cases of open offers, and what is scanned of them.
@Suite struct OpenCaseTests {
  private func rows(_ register: Register) throws -> [String] {
    try register.read { reading in
      try reading.texts(
        "SELECT offer || ' ' || (settled IS NOT NULL) || ' ' || coalesce(accepted_items, '-') FROM open_case", [])
    }
  }

  // MARK: The table

  @Test func itHoldsAnOfferWhileItIsOpen() throws {
    let desk = try Desk(until: .drafted)
    #expect(try rows(desk.register).isEmpty)
    let sent = try Desk()
    #expect(try rows(sent.register) == ["1 0 -"])
    try sent.accept("2026-10-20")
    #expect(try rows(sent.register) == ["1 1 1,2"])
    try sent.pay()
    #expect(try rows(sent.register).isEmpty)
    #expect(try sent.register.read { try $0.check() }.isGood)
    let payment = try sent.life.payments[0].recorded.event
    _ = try sent.write("s.ward", "2026-10-29") { try $0.takeBack(payment, of: 1, because: "account closed") }
    #expect(try rows(sent.register) == ["1 1 1,2"])
    #expect(try sent.register.read { try $0.check() }.isGood)
  }

  @Test(arguments: [
    "UPDATE open_case SET recorded = replace(recorded, '180', '181')", "UPDATE open_case SET stated = '{}'",
    "DELETE FROM open_case", "UPDATE open_case SET settled = '{}', accepted_items = '1'",
  ])
  func verifyFindsARowThatIsNotWhatItsFilesSay(_ sql: String) throws {
    let desk = try Desk()
    try desk.register.pool.write { try $0.execute(sql: sql) }
    let check = try desk.register.read { try $0.check() }
    #expect(check.findings.filter { !$0.isGood }.map(\.offer) == [1])
    try desk.write("j.okafor", "2026-10-20") { try $0.rebuild() }
    #expect(try desk.register.read { try $0.check() }.isGood)
  }

  @Test func aRegisterOfAnEarlierVersionGetsIt() throws {
    let sample = try SampleRegister()
    let register = try sample.open()
    let pricer = try SampleRegister.pricer()
    try SampleRegister.offer("A", in: register, pricer: pricer, until: .issued)
    try SampleRegister.offer("B", in: register, pricer: pricer, until: .paid)
    let before = try register.read { try Row.fetchAll($0.db, sql: "SELECT * FROM open_case") }
    try register.pool.write { db in
      try db.execute(sql: "DROP TABLE open_case; DELETE FROM grdb_migrations WHERE identifier = '2'")
    }
    try register.pool.close()
    // Whoever only reads it finds it sound as it is.
    let reader = try Register.openToRead(sample.path)
    #expect(try reader.read { try $0.check() }.isGood)
    let again = try Register.open(sample.path)
    #expect(try again.read { try Row.fetchAll($0.db, sql: "SELECT * FROM open_case") } == before)
    #expect(before.count == 1)
    #expect(try again.read { try $0.check() }.isGood)
  }

  // MARK: The scan

  /// What is scanned comes to the same as what is read, in the same bytes.
  @Test func scannedResultsAreThoseOfTheReader() throws {
    let library = try SampleRegister.library()
    let (scanner, pricer) = (CaseScanner(library), try SampleRegister.pricer())
    let folder = SampleRegister.file("Fixtures/cases")
    var outcomes: [Assessment.Outcome: Int] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() where name.hasSuffix(".json") {
      let source = try SourceText(path: "\(folder)/\(name)")
      guard case .outline(let outline)? = CaseFile.read(source).first, let line = JSONSlices.compact(source.bytes),
        let assessed = try? pricer.assess(outline),
        let lane = scanner.lane(of: assessed.edition.matrix.scheme, assessed.edition.name)
      else { continue }
      scanner.take(line)
      guard scanner.assess(under: lane) else { continue }
      scanner.writeResult(under: lane)
      let result = CaseResult(assessed.explanation)
      #expect(scanner.resultIs(result.json), "\(name)")
      #expect(scanner.resultBeforeCodesIs(result.json), "\(name)")
      #expect(!scanner.resultIs(Array(result.json.dropLast())), "\(name)")
      #expect(CaseResult(json: result.json) == result, "\(name)")
      #expect(CaseResult(scanner.explanation(under: lane)) == result, "\(name)")
      outcomes[result.outcome, default: 0] += 1
    }
    #expect(outcomes[.awarded, default: 0] > 5 && outcomes[.refused, default: 0] > 0, "\(outcomes)")
  }
}

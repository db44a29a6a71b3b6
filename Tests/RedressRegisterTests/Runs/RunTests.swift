import Foundation
import Redress
import RedressFiles
import RedressSigning
import Testing

@testable import RedressRegister

/// The payment run and the rent credits: each sum is listed once, until it comes back.
@Suite struct RunTests {
  private static let seen = [RunOrder.Seen(name: "acceptance-form")]

  /// A run with the bytes of its list.
  private func run(
    _ bench: AuditBench, _ kind: Run.Kind = .payments, by: String = "l.novak", on: String = "2026-10-22",
    seen: [RunOrder.Seen] = seen, held: [Int: String] = [:], again: Set<Int> = []
  ) throws -> (outcome: RunOutcome, bytes: [UInt8]) {
    var kept: [UInt8] = []
    let outcome = try bench.register.write(AuditBench.stamp(by, on)) {
      try $0.makeRun(RunOrder(kind, seen: seen, held: held, again: again)) { kept = $0 }
    }
    return (outcome, kept)
  }

  private func cells(_ bytes: [UInt8]) throws -> [[String]] {
    let (rows, faults) = CSVReader.rows(try SourceText(name: "run.csv", bytes: bytes))
    #expect(faults.isEmpty)
    return rows.map { ($0.cells ?? []).map(\.text) }
  }

  private func one(_ number: Int, arrears: String = "£20.00", form: String? = "bacs", person: String = "Ms D. Hartley")
    -> AuditCase
  {
    AuditCase(
      reference: "PHG-\(number)", household: "H-\(number)", arrears: arrears, form: form, person: person)
  }

  @Test func aRunListsWhatIsOpenOnce() throws {
    let bench = try AuditBench()
    _ = try bench.accepted(one(1))
    _ = try bench.accepted(one(2, arrears: "£0.00", form: "cheque"))
    let (first, bytes) = try run(bench)
    let number = try #require(first.event?.number)
    #expect(
      try cells(bytes) == [
        ["run", "offer", "case", "payee", "amount", "method", "cost-code", "reference"],
        ["\(number)", "1", "PHG-1", "Ms D. Hartley", "40.00", "bacs", "4410", "PHG-1/1"],
        ["\(number)", "2", "PHG-2", "Ms D. Hartley", "60.00", "cheque", "4410", "PHG-2/2"],
        ["TOTAL", "2", "", "", "100.00", "", "", ""],
      ])
    #expect(first.run?.total == Money(pence: 10000) && first.run?.digest == Digest(of: bytes))
    #expect(first.leftOut == [])
    // A second one lists only what is new.
    let (second, none) = try run(bench)
    #expect(second.event == nil && none == [] && second.leftOut == [])
    _ = try bench.accepted(one(3))
    #expect(try cells(run(bench).bytes).map { $0[1] } == ["offer", "3", "1"])
    #expect(try bench.register.read { try $0.openRuns(.payments) }.map(\.entries) == [2, 1])
  }

  @Test func creditsArePostedToTheRentAccount() throws {
    let bench = try AuditBench()
    _ = try bench.accepted(one(1))
    _ = try bench.accepted(one(2, arrears: "£0.00"), payTo: "rent-account")
    let (outcome, bytes) = try run(bench, .credits)
    let number = try #require(outcome.event?.number)
    #expect(
      try cells(bytes) == [
        ["run", "offer", "case", "account", "debt", "amount", "narrative", "effective-date", "cost-code"],
        [
          "\(number)", "1", "PHG-1", "RA-PHG-1", "rent-arrears", "20.00", "compensation, PHG-1, inconvenience",
          "2026-10-20", "4410",
        ],
        [
          "\(number)", "2", "PHG-2", "RA-PHG-2", "", "60.00", "compensation, PHG-2, inconvenience", "2026-10-20",
          "4410",
        ],
        ["TOTAL", "2", "", "", "", "80.00", "", "", ""],
      ])
    #expect(outcome.run?.entries.map(\.method) == ["set-off", "rent-account"])
    #expect(try run(bench, .credits).outcome.event == nil)
    // The payments are a run of their own.
    #expect(try cells(run(bench).bytes).count == 3)
  }

  @Test func whoPreparedOrSignedMakesNoRunOfIt() throws {
    let bench = try AuditBench()
    _ = try bench.accepted(one(1))
    for officer in ["j.okafor", "a.khan"] {
      let outcome = try run(bench, by: officer).outcome
      #expect(outcome.event == nil && outcome.leftOut.map(\.why) == [.ownWork])
    }
    #expect(try run(bench, by: "s.ward").outcome.run?.entries.count == 1)
  }

  @Test func aCreditWithoutARentAccountIsLeftOut() throws {
    let bench = try AuditBench()
    var without = one(1)
    without.account = nil
    _ = try bench.accepted(without)
    _ = try bench.accepted(one(2))
    let (outcome, bytes) = try run(bench, .credits)
    #expect(outcome.leftOut.map(\.why) == [.noRentAccount] && outcome.leftOut[0].isFinding)
    #expect(try cells(bytes).map { $0[1] } == ["offer", "2", "1"])
  }

  @Test func whatWaitsIsLeftOutAndTheRestListed() throws {
    let bench = try AuditBench()
    var waiting = one(1)
    waiting.receipts = []
    _ = try bench.accepted(waiting)
    let nothing = try run(bench, seen: []).outcome
    #expect(nothing.event == nil && nothing.leftOut.map(\.why) == [.waits] && !nothing.leftOut[0].isFinding)
    #expect(nothing.leftOut[0].says.contains("acceptance-form"))
    let part = try run(bench)
    #expect(part.outcome.leftOut.map(\.why) == [.waits] && part.outcome.leftOut[0].says.contains("receipts"))
    #expect(part.outcome.run?.entries.map(\.amount) == [Money(pence: 4000)])
    let rest = try run(bench, seen: Self.seen + [RunOrder.Seen(name: "receipts", offer: 1)])
    #expect(rest.outcome.run?.entries.map(\.amount) == [Money(pence: 2500)])
    #expect(rest.outcome.leftOut == [])
  }

  @Test func anOfferWithAFindingIsLeftOut() throws {
    let bench = try AuditBench()
    _ = try bench.accepted(one(1))
    let outcome = try run(bench, held: [1: "authority: signed by nobody"]).outcome
    #expect(outcome.event == nil && outcome.leftOut.map(\.why) == [.finding] && outcome.leftOut[0].isFinding)
  }

  @Test func eachMethodIsAnEntryOfItsOwn() throws {
    let bench = try AuditBench()
    var two = one(1, arrears: "£0.00", form: "cheque")
    two.receipts = [("£42.00", "2026-09-20")]
    let number = try bench.accepted(two)
    #expect(
      try run(bench).outcome.run?.entries.map { "\($0.method) \($0.amount)" } == ["cheque £60.00", "bacs £42.00"])
    var other = one(2, arrears: "£0.00", form: "cheque")
    other.receipts = [("£43.00", "2026-09-20")]
    let second = try bench.accepted(other, payTo: "bacs")
    #expect(try run(bench).outcome.run?.entries.map { "\($0.method) \($0.amount)" } == ["bacs £103.00"])
    #expect(number == 1 && second == 2)
  }

  @Test func whatWasPaidByHandIsNotListed() throws {
    let bench = try AuditBench()
    let number = try bench.accepted(one(1, arrears: "£0.00"))
    try bench.pay(number, method: "cash", amount: Money(pence: 999))
    #expect(try run(bench).outcome.run?.entries.map(\.amount) == [Money(pence: 5001)])
  }

  @Test func cellsThatASpreadsheetWouldRunAreHarmless() throws {
    let bench = try AuditBench()
    for (place, person) in ["=1+1", "+44", "-2", "@SUM(A1)", "Smith, \\\"Jo\\\""].enumerated() {
      _ = try bench.accepted(one(place + 1, person: person))
    }
    let payees = try cells(run(bench).bytes).dropFirst().dropLast().map { $0[3] }
    #expect(payees == ["'=1+1", "'+44", "'-2", "'@SUM(A1)", "Smith, \"Jo\""])
    #expect(CSVText.cell("\tx") == "\"'\tx\"" && CSVText.cell("\rx") == "␍x" && CSVText.cell("a-b") == "a-b")
    #expect(CSVText.cell("=a,b") == "\"'=a,b\"" && CSVText.cell("") == "")
  }

  // MARK: Recording

  @Test func aRunIsNotRecordedWhereItsListCannotBeKept() throws {
    struct Full: Error {}
    let bench = try AuditBench()
    _ = try bench.accepted(one(1))
    let before = try bench.register.read { try $0.checkpoint() }
    #expect(throws: Full.self) {
      try bench.register.write(AuditBench.stamp("l.novak", "2026-10-22")) {
        try $0.makeRun(RunOrder(.payments, seen: Self.seen)) { _ in throw Full() }
      }
    }
    #expect(try bench.register.read { try $0.checkpoint() } == before)
    #expect(try run(bench).outcome.run?.entries.count == 1)
  }

  @Test func theListIsWrittenAgainByteForByte() throws {
    let bench = try AuditBench()
    for number in 1...3 { _ = try bench.accepted(one(number)) }
    let (outcome, bytes) = try run(bench)
    let number = try #require(outcome.event?.number)
    #expect(try bench.register.read { try $0.bytes(ofRun: number) } == bytes)
    let credits = try run(bench, .credits)
    let second = try #require(credits.outcome.event?.number)
    #expect(try bench.register.read { try $0.bytes(ofRun: second) } == credits.bytes)
    try bench.register.pool.write { try $0.execute(sql: "UPDATE file SET bytes = NULL WHERE kind = 'letter'") }
    #expect(throws: ActRefusal.self) { try bench.register.read { try $0.bytes(ofRun: number) } }
    #expect(try bench.register.read { try $0.bytes(ofRun: second) } == credits.bytes)
    #expect(throws: ActRefusal.self) { try bench.register.read { try $0.bytes(ofRun: 1) } }
  }

  @Test func anErasedPersonIsPaidByTheHousehold() throws {
    let bench = try AuditBench()
    _ = try bench.accepted(one(1))
    try bench.register.pool.write { try $0.execute(sql: "UPDATE file SET bytes = NULL WHERE kind = 'letter'") }
    #expect(try cells(run(bench).bytes)[1][3] == "H-1")
  }

  // MARK: Paying

  private func pay(_ run: Int, _ bench: AuditBench, by: String = "l.novak", on: String = "2026-10-23") throws -> PaidRun
  {
    try bench.register.write(AuditBench.stamp(by, on)) {
      try $0.payRun(run, proof: "BACS FILE 7", seen: [RunOrder.Seen(name: "acceptance-form")])
    }
  }

  @Test func aRunIsPaidOnce() throws {
    let bench = try AuditBench()
    for number in 1...3 { _ = try bench.accepted(one(number, arrears: "£0.00")) }
    let number = try #require(try run(bench).outcome.event?.number)
    let paid = try pay(number, bench)
    #expect(paid.paid.map(\.entry.offer) == [1, 2, 3] && paid.before == [])
    let again = try pay(number, bench)
    #expect(again.paid.isEmpty && again.before.count == 3)
    #expect(try bench.register.read { try $0.life(of: 1)?.state } == .paid)
    #expect(try bench.register.read { try $0.openRuns(.payments) } == [])
    // One proof for the run is not one proof for two payments.
    #expect(try bench.codes() == [])
  }

  @Test func aRunIsPaidWholeOrNotAtAll() throws {
    let bench = try AuditBench()
    _ = try bench.accepted(one(1))
    var signed = one(2)
    signed.signer = "s.ward"
    _ = try bench.accepted(signed)
    let number = try #require(try run(bench).outcome.event?.number)
    let refusal = #expect(throws: ActRefusal.self) { try pay(number, bench, by: "s.ward") }
    #expect(refusal?.rule == .ownWork && refusal?.says.contains("Offer 2") == true)
    #expect(try bench.register.read { try $0.life(of: 1)?.payments.count } == 0)
  }

  @Test func whatCameBackIsListedAgain() throws {
    let bench = try AuditBench()
    let offer = try bench.accepted(one(1, arrears: "£0.00"))
    let number = try #require(try run(bench).outcome.event?.number)
    let payment = try #require(try pay(number, bench).paid.first?.event.number)
    #expect(try run(bench).outcome.event == nil)
    _ = try bench.register.write(AuditBench.stamp("l.novak", "2026-10-24")) {
      try $0.takeBack(payment, of: offer, because: "account closed")
    }
    #expect(try pay(number, bench, on: "2026-10-24").before.count == 1)
    let held = try run(bench, on: "2026-10-25").outcome
    #expect(held.event == nil && held.leftOut.map(\.why) == [.returned])
    let again = try run(bench, on: "2026-10-25", again: [offer]).outcome
    #expect(again.run?.entries.map(\.amount) == [Money(pence: 6000)] && again.event?.number != number)
  }

  @Test func twoRunsAtOnceListEachSumOnce() async throws {
    let bench = try AuditBench()
    let count = 20
    for number in 1...count { _ = try bench.accepted(one(number)) }
    let path = bench.sample.path
    let lists = try await withThrowingTaskGroup(of: [Run.Entry].self) { group in
      for _ in 0..<4 {
        group.addTask {
          let register = try Register.open(path)
          return try register.write(AuditBench.stamp("l.novak", "2026-10-22")) {
            try $0.makeRun(RunOrder(.payments, seen: Self.seen)) { _ in }
          }.run?.entries ?? []
        }
      }
      return try await group.reduce(into: [[Run.Entry]]()) { $0.append($1) }
    }
    #expect(lists.flatMap { $0 }.map(\.offer).sorted() == Array(1...count))
    #expect(lists.count { !$0.isEmpty } == 1)
  }
}

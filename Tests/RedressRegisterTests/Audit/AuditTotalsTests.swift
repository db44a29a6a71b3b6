import Foundation
import GRDB
import Redress
import RedressDocuments
import RedressFiles
import Testing

@testable import RedressRegister

/// Totals against sums that plain SQL makes of the tables.
@Suite struct AuditTotalsTests {
  /// Offers in every state, in two months, with and without arrears.
  private func bench() throws -> AuditBench {
    let bench = try AuditBench()
    func one(_ number: Int, _ date: String = "2026-10-12", arrears: String = "£20.00", _ amount: String = "£60.00")
      -> AuditCase
    {
      AuditCase(
        reference: "PHG-\(number)", household: "H-\(number)", offerDate: date, arrears: arrears, amount: amount,
        receipts: number % 2 == 0 ? [("£4\(number).00", "2026-09-2\(number)")] : nil, person: "Person \(number)")
    }
    _ = try bench.enter(one(1))
    try bench.issue(try bench.enter(one(2)), on: "2026-10-13")
    _ = try bench.accepted(one(3))
    let paid = try bench.accepted(one(4))
    try bench.pay(paid)
    try bench.pay(paid, method: Payment.setOff)
    let part = try bench.accepted(one(5, "2026-10-01", "£33.33"))
    try bench.pay(part, amount: Money(pence: 1001))
    let kind = try bench.accepted(
      AuditCase(reference: "PHG-6", household: "H-6", offerDate: "2026-10-02", form: "flowers", person: "Mr F."))
    try bench.pay(kind, method: "flowers", proof: "florist")
    let gone = try bench.enter(one(7))
    _ = try bench.register.write(AuditBench.stamp("j.okafor", "2026-10-13")) {
      try $0.withdraw(gone, because: "wrong person", couldSign: nil)
    }
    _ = try bench.enter(
      AuditCase(
        reference: "PHG-8", household: "H-8", incident: "2026-01-10", claim: "2026-09-30", person: "Ms R.",
        signer: "a.khan"))
    return bench
  }

  private func sum(_ sql: String, _ bench: AuditBench) throws -> Int64 {
    try bench.register.pool.read { try Int64.fetchOne($0, sql: sql) ?? 0 }
  }

  @Test func everyTableComesToTheSameAndToPlainSQL() throws {
    let bench = try bench()
    let (findings, summary) = try bench.audit()
    #expect(findings.filter { $0.grade == .finding } == [])
    #expect(summary.isBalanced)
    for table in AuditSummary.Table.allCases {
      #expect(summary.total(of: table) == summary.total, "\(table)")
      #expect(!summary.rows(of: table).isEmpty)
    }
    let sent = "offer.issued_on IS NOT NULL AND offer.state NOT IN ('withdrawn', 'superseded')"
    let total = summary.total
    #expect(Int64(total.offers) == (try sum("SELECT count(*) FROM offer", bench)))
    #expect(
      total.offered.pence
        == (try sum("SELECT sum(amount) FROM item JOIN offer ON number = offer WHERE \(sent)", bench)))
    #expect(
      total.accepted.pence
        == (try sum("SELECT sum(amount) FROM item WHERE is_accepted = 1", bench)))
    let money = "SELECT sum(amount) FROM payment WHERE returned_in IS NULL AND method"
    #expect(total.paid.pence == (try sum("\(money) IN ('bacs', 'cheque')", bench)))
    #expect(total.credited.pence == (try sum("\(money) = 'set-off'", bench)))
    #expect(total.given.pence == (try sum("\(money) = 'flowers'", bench)))
    #expect(
      total.waiting.pence
        == (try sum(
          "SELECT sum(payable + set_off + in_kind - paid - credited) FROM offer WHERE state = 'accepted'", bench)))
    #expect(total.waiting > .zero && total.given > .zero && total.credited > .zero)
  }

  @Test func eachRowIsWhatPlainSQLSays() throws {
    let bench = try bench()
    let summary = try bench.audit().summary
    for row in summary.rows(of: .head) where row.name != "progress/refused" {
      let head = row.name.replacing("progress/", with: "")
      let offered = try sum(
        "SELECT sum(amount) FROM item JOIN offer ON number = offer WHERE head = '\(head)' AND issued_on IS NOT NULL",
        bench)
      #expect(row.figures.offered.pence == offered, "\(head)")
      #expect(
        Int64(row.figures.offers) == (try sum("SELECT count(DISTINCT offer) FROM item WHERE head = '\(head)'", bench)))
    }
    for row in summary.rows(of: .month) {
      let count = try sum("SELECT count(*) FROM offer WHERE offer_date LIKE '\(row.name)%'", bench)
      #expect(Int64(row.figures.offers) == count)
    }
    #expect(summary.rows(of: .scheme).map(\.name) == ["progress"])
    #expect(summary.rows(of: .tier).map(\.name).contains("Service Manager"))
    let causes = summary.rows(of: .cause).map(\.name)
    #expect(causes.contains("head.inconvenience") && causes.contains("claim-window"), "\(causes)")
  }

  @Test func aPeriodTakesInBothItsDays() throws {
    let bench = try bench()
    func count(_ from: String?, _ to: String?) throws -> Int {
      try bench.audit(from: from, to: to).summary.total.offers
    }
    #expect(try count("2026-10-01", "2026-10-02") == 2)
    // The one of the first of October was accepted later, so something happened to it in the period.
    #expect(try count("2026-10-02", nil) == 8)
    #expect(try count("2026-10-03", "2026-10-11") == 0)
    #expect(try count(nil, "2026-10-01") == 1)
  }

  @Test func oneStrandFindsWhatSeveralFind() throws {
    let bench = try bench()
    let (one, two) = (
      try bench.audit(today: "2026-12-01", strands: 1), try bench.audit(today: "2026-12-01", strands: 3)
    )
    #expect(one.findings == two.findings && !one.findings.isEmpty)
    #expect(AuditJSON.line(of: one.summary) == AuditJSON.line(of: two.summary))
  }

  // MARK: Reports

  @Test func reportsSayTheSame() throws {
    let bench = try bench()
    let (findings, summary) = try bench.audit(today: "2026-12-01")
    let text = TextEmitter(width: 120).text(of: AuditReport(summary, findings: findings).document)
    #expect(text.contains("Every table comes to the same total") && text.contains("payment.waiting"))
    let page = HTMLEmitter().page(of: AuditReport(summary, findings: findings).document)
    #expect(page.contains("<table") && page.contains("Service Manager"))
    let table = AuditCSV.header + findings.map { AuditCSV.row(of: $0) }.joined()
    let (rows, faults) = CSVReader.rows(try SourceText(name: "audit.csv", bytes: Array(table.utf8)))
    #expect(faults.isEmpty && rows.count == findings.count + 1 && rows.allSatisfy { $0.cells?.count == 8 })
    let lines = findings.map { AuditJSON.line(of: $0) } + [AuditJSON.line(of: summary)]
    for line in lines {
      let source = try SourceText(name: "line", bytes: line)
      #expect(try JSONReader().read(source).count == 1 && line.last == 10 && line.count { $0 == 10 } == 1)
    }
  }

  @Test func aReportOfManyFindingsSaysHowManyItLeavesOut() throws {
    let bench = try bench()
    let summary = try bench.audit(today: "2026-12-01").summary
    let text = TextEmitter(width: 120).text(of: AuditReport(summary, findings: []).document)
    #expect(text.contains("These are the first 0 of"))
  }
}

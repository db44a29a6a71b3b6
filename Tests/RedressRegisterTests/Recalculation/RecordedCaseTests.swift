import Foundation
import Redress
import RedressFiles
import Testing

@testable import RedressRegister

/// The case of an offer, written again with some of it said anew.
@Suite struct RecordedCaseTests {
  @Test func whatIsSaidAnewIsReadAgain() throws {
    let bench = try RecalculationBench()
    let number = try bench.enter(RecalculationBench.text("A", items: [RecalculationBench.delay]))
    let record = try bench.register.read { try $0.files(of: $0.life(of: number)!).record }
    var recorded = RecordedCase(of: record)
    recorded.facts = [("rent-arrears", "12.50"), ("match-funding", "false")]
    recorded.itemFacts = [(2, "repaired-on", "2026-10-08"), (2, "match-funding", "true")]
    let source = try SourceText(name: "case.json", bytes: recorded.bytes)
    guard case .outline(let outline)? = CaseFile.read(source).first else {
      Issue.record("the case cannot be read")
      return
    }
    let facts = try bench.pricer.assess(outline).reading.outline.node
    #expect(facts["facts"]?["rent-arrears"]?.text == "12.50")
    #expect(facts["facts"]?["match-funding"]?.scalar?.isFlag == true)
    #expect(facts["items"]?.list?.last?["repaired-on"]?.text == "2026-10-08")
    #expect(facts["items"]?.list?.last?["match-funding"]?.scalar?.isFlag == true)
    #expect(facts["items"]?.list?.first?["match-funding"] == nil)
  }
}

import Foundation
import Redress
import RedressDocuments
import RedressFiles
import Testing

@testable import RedressRegister

/// A run as a whole: what does not reproduce, what is recorded, how it goes on, and what its reports say.
@Suite struct RecalculationRunTests {
  private let bench: RecalculationBench

  init() throws { bench = try RecalculationBench() }

  // MARK: Our own fault

  @Test func aTamperedSumIsOurFaultAndStopsNobody() throws {
    try bench.enter(RecalculationBench.text("A"))
    try bench.enter(RecalculationBench.text("B", items: [RecalculationBench.delay]))
    try bench.tamper(1, "\"gross\": \"180.00\"", "\"gross\": \"180.01\"")
    let (found, summary) = try bench.run(bench.recalculation())
    #expect(found.map(\.kinds) == [[.notReproduced], [.topUp]])
    #expect(found.first?.says.first?.contains("the total is £180.01, and comes to £180.00") == true)
    #expect(found.first?.actors.map(\.task) == [.report])
    #expect(found.first?.isProposal == false)
    #expect(summary.faults == 1)
    #expect(summary.isBalanced)
  }

  @Test func aTamperedFactIsFoundByItsSums() throws {
    try bench.enter(RecalculationBench.text("A"))
    try bench.tamper(1, "\"amount\": \"£180.00\"", "\"amount\": \"£181.00\"")
    #expect(try bench.kinds() == ["1 not-reproduced"])
  }

  @Test func aFileThatIsNoOfferIsFaulty() throws {
    try bench.enter(RecalculationBench.text("A"))
    try bench.enter(RecalculationBench.text("B"))
    try bench.tamper(1, "\"assessment\": {", "\"assessmen\": {")
    #expect(try bench.kinds() == ["1 faulty"])
  }

  // MARK: The record

  @Test func theSameRunIsRecordedOnce() throws {
    try bench.enter(RecalculationBench.text("A", items: [RecalculationBench.delay]))
    let recalculation = try bench.recalculation()
    let first = try record(recalculation)
    let again = try record(recalculation)
    #expect(!first.isRepeated)
    #expect(again.isRepeated)
    #expect(again.event == first.event)
    #expect(try record(bench.recalculation("2026-10-16")).isRepeated == false)
    // Another run between them changes nothing of an offer, so the first is still the same one.
    #expect(try record(recalculation).isRepeated)
    try bench.enter(RecalculationBench.text("B"))
    #expect(try record(recalculation).isRepeated == false)
    #expect(try bench.register.read { try $0.check() }.isGood)
  }

  private func record(_ recalculation: Recalculation) throws -> (event: Event, isRepeated: Bool) {
    let inputs = try bench.register.read { try recalculation.inputs($0) }
    let summary = try bench.run(recalculation).summary
    let record = summary.record(of: recalculation, inputs: inputs, report: Digest(of: try json(recalculation, inputs)))
    return try bench.register.write(SampleRegister.stamp("j.okafor", "2026-10-15")) { try $0.record(record) }
  }

  @Test func unchangedOffersWriteNothing() throws {
    let number = try bench.enter(RecalculationBench.text("A", items: [RecalculationBench.delay]))
    let before = try bench.register.read { try $0.life(of: number)?.lastEvent }
    _ = try record(bench.recalculation())
    #expect(try bench.register.read { try $0.life(of: number)?.lastEvent } == before)
  }

  @Test func anotherFileOrEditionIsAnotherInput() throws {
    try bench.enter(RecalculationBench.text("A"))
    func inputs(_ recalculation: Recalculation) throws -> Digest {
      try bench.register.read { try recalculation.inputs($0) }
    }
    let first = try inputs(bench.recalculation())
    #expect(try inputs(bench.recalculation(balances: "account,amount\nRA-A,1\n")) != first)
    #expect(try inputs(bench.recalculation(facts: "case,match-funding\nA,true\n")) != first)
    #expect(try inputs(bench.recalculation()) == first)
    try bench.write("2022-10-01.1")
    #expect(try inputs(bench.recalculation()) != first)
  }

  // MARK: Strands and progress

  @Test(arguments: [1, 2, 3, 7]) func anyNumberOfStrandsFindsTheSame(strands: Int) throws {
    for number in 1...9 {
      let items = number % 3 == 0 ? [] : [RecalculationBench.delay]
      try bench.enter(RecalculationBench.text("C\(number)", items: items))
    }
    let one = try bench.run(bench.recalculation())
    let others = try bench.run(bench.recalculation(), strands: strands)
    #expect(one.found == others.found)
    #expect(one.summary.tally == others.summary.tally)
    #expect(others.found.count == 6)
  }

  @Test func whatIsKeptIsReadAgain() throws {
    try bench.enter(RecalculationBench.text("A", items: [RecalculationBench.delay]))
    try bench.write("2022-10-01.1", ("rate: £2", "rate: £1"))
    let found = try bench.run(
      bench.recalculation(
        "2026-12-24", balances: "account,amount\nRA-A,200\n", facts: "case,item2.match-funding\nA,false\n")
    ).found
    let source = try SourceText(name: "line", bytes: found[0].json)
    let node = try #require(try JSONReader().read(source).first)
    #expect(RecalculatedOffer(node) == found[0])
  }

  /// A run that stops anywhere, in the middle of a line too, goes on and comes to the same.
  @Test func aRunThatWasStoppedComesToTheSame() throws {
    for number in 1...4 { try bench.enter(RecalculationBench.text("A\(number)", items: [RecalculationBench.delay])) }
    let recalculation = try bench.recalculation(balances: "account,amount\nRA-A3,7\nRA-X,1\n")
    let inputs = try bench.register.read { try recalculation.inputs($0) }
    let report = bench.sample.folder + "/report.json"
    let whole = try bench.run(recalculation)

    let first = try RecalculationProgress(beside: report, inputs: inputs) { _ in }
    for found in whole.found { first.add(found.json) }
    var tally = whole.summary.tally
    tally.last = 4
    try first.keep(tally)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: first.path))
    first.end()
    for length in stride(from: 0, through: bytes.count, by: 601) {
      try bytes.prefix(length).write(to: URL(fileURLWithPath: report + ".part"))
      var found: [RecalculatedOffer] = []
      let progress = try RecalculationProgress(beside: report, inputs: inputs) { found.append($0) }
      let end = try bench.register.read { reading in
        try recalculation.run(reading, from: progress.tally, strands: 1) { offer, json in
          progress.add(json)
          found.append(offer)
        } counted: {
          try progress.keep($0)
        }
      }
      #expect(found == whole.found, "stopped after \(length) bytes")
      #expect(end.offers == 4)
      #expect(end.accountsNotUsed == ["RA-X"])
      var kept: [RecalculatedOffer] = []
      try progress.each { kept.append($0) }
      #expect(kept == whole.found)
      progress.end()
    }
  }

  @Test func progressOfAnotherRunIsNotUsed() throws {
    try bench.enter(RecalculationBench.text("A", items: [RecalculationBench.delay]))
    let report = bench.sample.folder + "/report.csv"
    let found = try bench.run(bench.recalculation()).found[0]
    let one = try RecalculationProgress(beside: report, inputs: Digest(of: [1])) { _ in }
    one.add(found.json)
    var tally = RecalculationTally()
    tally.last = 1
    try one.keep(tally)
    // Nobody else writes the same report meanwhile.
    #expect(throws: RecalculationProgress.Fault.inUse) {
      _ = try RecalculationProgress(beside: report, inputs: Digest(of: [1])) { _ in }
    }
  }

  // MARK: Reports

  @Test func theReportHoldsTextAndNoMarks() throws {
    try bench.enter(RecalculationBench.text("<b>&A</b>", items: [RecalculationBench.delay]))
    let (found, summary) = try bench.run(bench.recalculation())
    let document = RecalculationReport(try bench.recalculation(), summary, found: found).document
    let page = HTMLEmitter().page(of: document)
    #expect(page.contains("&lt;b&gt;&amp;A&lt;/b&gt;"))
    #expect(!page.contains("<b>&A"))
    #expect(!page.contains("<script"))
    #expect(page.contains("data:image/svg+xml;base64,"))
    let text = TextEmitter(width: 100).text(of: document)
    #expect(text.contains("top-up"))
    #expect(text.contains("It comes to £206.00, £6.00 more than the £200.00 that was offered."))
  }

  @Test func theChartEscapesWhatItIsTold() throws {
    var summary = RecalculationSummary()
    func result(_ role: String, _ pence: Int64) -> CaseResult {
      CaseResult(
        outcome: .awarded, heads: [], gross: Money(pence: pence), alreadyPaid: .zero, setOff: .zero,
        payable: Money(pence: pence), inKind: .zero, authority: [[role]], lastDay: nil, codes: [])
    }
    var found = RecalculatedOffer(
      number: 1, reference: "A", scheme: "s", state: .issued, kinds: [.lower], edition: "2022-10-01")
    found.before = result("<script>alert(1)</script>", 500)
    found.now = result("a\"b&c", 200)
    found.causes = [.init(kind: .edition, says: "", difference: Money(pence: -300), setOffDifference: .zero)]
    summary.add(found)
    let svg = RecalculationChart(summary).svg
    #expect(!svg.contains("<script"))
    #expect(svg.contains("&lt;script&gt;"))
    #expect(svg.contains("a&quot;b&amp;c"))
    #expect(svg.contains("£3.00"))
  }

  @Test func cellsAreHarmlessInASpreadsheet() throws {
    try bench.enter(RecalculationBench.text("=1+1", items: [RecalculationBench.delay]))
    let (found, summary) = try bench.run(bench.recalculation())
    let row = RecalculationCSV.row(of: found[0])
    #expect(row.hasPrefix("1,'=1+1,progress,issued,top-up,"))
    let count = { (row: String) in row.split(separator: ",", omittingEmptySubsequences: false).count }
    #expect(count(RecalculationCSV.header) == count(RecalculationCSV.total(summary)))
    #expect(RecalculationCSV.total(summary).hasPrefix("TOTAL,1,"))
  }

  private func json(_ recalculation: Recalculation, _ inputs: Digest) throws -> [UInt8] {
    let (found, summary) = try bench.run(recalculation)
    var bytes = RecalculationJSON.start(recalculation, inputs: inputs)
    for (place, offer) in found.enumerated() { bytes += RecalculationJSON.line(of: offer.json, isFirst: place == 0) }
    return bytes + RecalculationJSON.end(summary)
  }

  @Test func theJSONIsOneObject() throws {
    try bench.enter(RecalculationBench.text("A", items: [RecalculationBench.delay]))
    let recalculation = try bench.recalculation()
    let bytes = try json(recalculation, Digest(of: []))
    let node = try #require(try JSONReader().read(SourceText(name: "report", bytes: bytes)).first)
    #expect(node["proposals"]?.list?.count == 1)
    #expect(node["summary"]?["total"]?["difference"]?.text == "6.00")
    #expect(node["summary"]?["balanced"]?.text == "true")
  }
}

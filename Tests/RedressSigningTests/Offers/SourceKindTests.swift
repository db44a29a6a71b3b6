import Redress
import RedressFiles
import Testing

@testable import RedressSigning

/// The same case from files of different kinds, and texts that are easily spoilt on the way.
@Suite struct SourceKindTests {
  private let json = """
    { "case": "A-1", "scheme": "progress",
      "facts": { "incident-date": "2026-09-04", "claim-date": "2026-09-17", "offer-date": "2026-10-12",
        "customer-type": "tenant", "rent-arrears": "£84.62", "still-going-on": false },
      "items": [ { "head": "inconvenience", "impact": "medium", "amount": "£320.00", "by": "s.ward",
        "because": "damp: five months" }, { "head": "reimbursement", "receipts": "£42.00" } ],
      "references": { "household": "H-3318", "cost-code": "0441" } }
    """
  private let yaml = """
    case: A-1
    scheme: progress
    facts:
      incident-date: 2026-09-04
      claim-date: 2026-09-17
      offer-date: 2026-10-12
      customer-type: tenant
      rent-arrears: £84.62
      still-going-on: false
    items:
      - { head: inconvenience, impact: medium, amount: £320.00, by: s.ward, because: "damp: five months" }
      - { head: reimbursement, receipts: £42.00 }
    references: { household: H-3318, cost-code: 0441 }
    """
  private let csv = """
    case,scheme,incident-date,claim-date,offer-date,customer-type,rent-arrears,still-going-on,item1.head,item1.impact,\
    item1.amount,item1.by,item1.because,item2.head,item2.receipts,references.household,references.cost-code
    A-1,progress,2026-09-04,2026-09-17,2026-10-12,tenant,£84.62,false,inconvenience,medium,£320.00,s.ward,\
    "damp: five months",reimbursement,£42.00,H-3318,0441

    """

  @Test func giveTheSameBytes() throws {
    let pricer = try Samples.pricer()
    let ndjson = json.split(separator: "\n").joined(separator: " ") + "\n"
    let offers = try [("case.json", json), ("case.ndjson", ndjson), ("case.yaml", yaml), ("case.csv", csv)].map {
      try #require(try Offered(Samples.outline($0.1, named: $0.0), pricer), "\($0.0)")
    }
    for offered in offers { #expect(String(decoding: offered.bytes, as: UTF8.self) == text(offers[0])) }
    #expect(text(offers[0]).contains("\"still-going-on\": false"))
    #expect(text(offers[0]).contains("\"cost-code\": \"0441\""))
  }

  @Test func giveTheSameBytesEachTime() throws {
    for sample in ["damp-bedroom.json", "rewiring-overrun.json", "parking-permit-delay.yaml"] {
      let offers = try (0..<3).map { _ in try Offered(Samples.outline(of: sample), Samples.pricer())?.bytes }
      #expect(offers[0] != nil && offers[1] == offers[0] && offers[2] == offers[0], "\(sample)")
    }
  }

  private func text(_ offered: Offered) -> String { String(decoding: offered.bytes, as: UTF8.self) }

  /// The case with a reason, a reference and a name that hold an odd text.
  private func expectKept(_ odd: String, isName: Bool = true, _ location: SourceLocation = #_sourceLocation) throws {
    var writer = JSONWriter()
    writer.string(odd)
    let quoted = String(decoding: writer.bytes, as: UTF8.self)
    var text = json.replacing("\"damp: five months\"", with: quoted).replacing("\"H-3318\"", with: quoted)
    if isName { text = text.replacing("\"A-1\"", with: quoted) }
    let offered = try #require(try Offered(Samples.outline(text), Samples.pricer()))
    let record = try offered.record()
    #expect(record.references.first?.text == odd, sourceLocation: location)
    #expect(record.name == (isName ? odd : "A-1"), sourceLocation: location)
    let (assessed, _, findings) = try OfferCheck.assess(record, with: Samples.pricer(), house: [])
    #expect(findings.bad == [], "\(findings.map(\.says))", sourceLocation: location)
    #expect(assessed.reading.given.reasons.first?.because == odd, sourceLocation: location)
  }

  @Test(arguments: [
    "true", "no", "null", "~", "1e3", "0.1", "-", "{ }", "[a]", "a: b", "# a", "\"quoted\" and 'single' \\ back\\n",
    "two\nlines\r\nand\ttab", " spaces around ", "bell \u{7} escape \u{1B}[31m delete \u{7F}", "right \u{202E}to left",
    "zero\u{200B}width \u{FEFF}mark", "👩🏽‍🔧 mended it", "e\u{301} is not é",
    "\u{2028}line\u{2029}", "\u{FFFD}\u{10FFFF}",
    "</script><!--", "£1,000.00",
  ]) func keepOddTexts(odd: String) throws { try expectKept(odd) }

  @Test func keepLongTexts() throws { try expectKept(String(repeating: "é", count: 10_000)) }

  /// What JSON would take for a flag is a text, where a text is wanted.
  @Test func keepTextsOfYAMLThatLookLikeSomethingElse() throws {
    for odd in ["true", "yes", "2026-01-01", "12:30", "0x10", "~", "1_000"] {
      let text = yaml.replacing("\"damp: five months\"", with: odd).replacing("H-3318", with: odd)
      let offered = try #require(try Offered(Samples.outline(text, named: "case.yaml"), Samples.pricer()))
      let record = try offered.record()
      #expect(record.references.first?.text == odd)
      let (assessed, _, findings) = try OfferCheck.assess(record, with: Samples.pricer(), house: [])
      #expect(findings.bad == [] && assessed.reading.given.reasons.first?.because == odd)
    }
  }

  /// References may be called what a fact of the scheme is called.
  @Test func keepReferencesThatAreCalledLikeAFlag() throws {
    for odd in ["yes", "no", "true"] {
      let text = json.replacing("\"household\": \"H-3318\"", with: "\"still-going-on\": \"\(odd)\"")
      let record = try #require(try Offered(Samples.outline(text), Samples.pricer())).record()
      #expect(record.references.first == CaseReader.Reference(name: "still-going-on", text: odd))
      #expect(record.outline.node["references"]?["still-going-on"]?.scalar?.style == .quoted)
    }
  }

  @Test func keepReceipts() throws {
    let receipts = """
      [ "£1.10", { "amount": "£2.20", "for": "a tin of paint \\u0007", "on": "2026-09-05" }, { "amount": 3.3 } ]
      """
    let text = json.replacing("\"£42.00\"", with: receipts)
    let offered = try #require(try Offered(Samples.outline(text), Samples.pricer()))
    let (assessed, draft, findings) = try OfferCheck.assess(offered.record(), with: Samples.pricer(), house: [])
    #expect(findings.bad == [])
    #expect("\(assessed.reading.given)" == "\(offered.assessed.reading.given)")
    #expect(assessed.reading.given.facts.receipts.count == 3 && draft.total == Money(pence: 32_660))
  }

  @Test func keepAThousandItems() throws {
    let item = #"{ "head": "inconvenience", "impact": "low", "amount": "£1.01", "because": "a missed visit" }"#
    let items = Array(repeating: item, count: 1000).joined(separator: ",\n")
    let text = """
      { "case": "A-1", "scheme": "progress", "facts": { "incident-date": "2026-09-04", "claim-date": "2026-09-17",
        "offer-date": "2026-10-12", "customer-type": "tenant" }, "items": [ \(items) ] }
      """
    let offered = try #require(try Offered(Samples.outline(text), Samples.pricer()))
    let (_, draft, findings) = try OfferCheck.assess(offered.record(), with: Samples.pricer(), house: [])
    #expect(findings.bad == [] && draft.total == Money(pence: 101_000))
  }
}

import Redress
import Testing

@testable import RedressFiles

@Suite struct CaseTableTests {
  private func read(_ text: String) throws -> [CaseTable.Reading] {
    CaseTable.read(try SourceText(name: "cases.csv", bytes: Array(text.utf8)))
  }

  private func codes(_ readings: [CaseTable.Reading]) -> [String] {
    readings.flatMap(\.faults).map { "\($0.place.map { "\($0.line):\($0.column)" } ?? "") \($0.code.rawValue)" }
  }

  @Test func aRowIsACase() throws {
    let node = try #require(
      try read(
        """
        case,scheme,still-going-on,item2.head,item1.head,item1.amount,decision1.about,references.household,letter.format
        A-1,progress,true,second,first,£40.00,late-claim,H-1,large-print
        """)[0].node)
    #expect(node["case"]?.text == "A-1")
    #expect(node["facts"]?["still-going-on"]?.scalar?.style == .plain)
    #expect(node["items"]?.list?.map { $0["head"]?.text } == ["first", "second"])
    #expect(node["items"]?.list?[0]["amount"]?.span == Span(line: 2, column: 32, length: 6))
    #expect(node["decisions"]?.list?.map { $0["about"]?.text } == ["late-claim"])
    #expect(node["references"]?["household"]?.text == "H-1")
    #expect(node["letter"]?["format"]?.text == "large-print")
  }

  @Test func emptyCellsAreLeftOut() throws {
    let node = try #require(try read("case,scheme,finding,item1.head,item3.head\nA-1,progress,,,one\n")[0].node)
    #expect(node["facts"]?.entries?.isEmpty == true)
    #expect(node["items"]?.list?.map { $0["head"]?.text } == ["one"])
    #expect(node["references"] == nil)
  }

  @Test(arguments: ["\n", "\r\n"]) func quotesHoldCommasQuotesAndLineBreaks(ending: String) throws {
    let rows = ["case,scheme,ground", "\"A, \"\"1\"\"\",\"two\(ending)lines\",x", "", "B,progress,y"]
    let readings = try read(rows.joined(separator: ending))
    #expect(readings.map { $0.node?["case"]?.text } == ["A, \"1\"", "B"])
    #expect(readings[0].node?["scheme"]?.text == "two\(ending)lines")
    #expect(readings[1].node?.span.line == 5)
  }

  @Test func aFaultyRowCostsOnlyItself() throws {
    let readings = try read("case,scheme\nA-1,pro\"gress\nB-1\nC-1,progress,more\nD-1,progress\n")
    #expect(codes(readings) == ["2:8 csv.syntax", "3:1 csv.row", "4:1 csv.row"])
    #expect(readings.map { $0.node?["case"]?.text } == [nil, nil, nil, "D-1"])
  }

  @Test func aQuoteThatIsNotClosedIsFoundWhereItOpens() throws {
    #expect(codes(try read("case,scheme\nA-1,\"progress\nB-1,progress\n")) == ["2:5 csv.syntax"])
    #expect(codes(try read("case,scheme\n\"A-1\"x,progress\n")) == ["2:6 csv.syntax"])
  }

  @Test(
    arguments: [
      ("case;scheme", "1:1"), ("case,scheme,case", "1:13"), ("case,,scheme", "1:6"), ("case,item0.head", "1:6"),
      ("case,item1.", "1:6"), ("case,item.head", "1:6"), ("case,thing1.head", "1:6"), ("case,Rent Arrears", "1:6"),
    ])
  func aHeadingThatCannotBeUsedStopsTheFile(heading: String, place: String) throws {
    let readings = try read("\(heading)\nA-1,progress,x\n")
    #expect(codes(readings) == ["\(place) csv.column"])
    #expect(readings.allSatisfy { $0.node == nil })
  }

  @Test func aTableWithoutRowsHoldsNoCase() throws {
    let entries = CaseFile.read(try SourceText(name: "cases.csv", bytes: Array("case,scheme\n".utf8)))
    guard case .unread(let unread) = entries.first else {
      Issue.record("a case was read from no rows")
      return
    }
    #expect(entries.count == 1 && unread.faults.map(\.code) == [.fileEmpty])
  }
}

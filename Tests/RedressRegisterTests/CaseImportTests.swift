import Foundation
import Redress
import RedressFiles
import Testing

@testable import RedressRegister

/// Cases that a housing system exported, with a map of its columns.
@Suite struct CaseImportTests {
  private static let map = """
    format: redress-column-map/1
    scheme: progress
    columns:
      Case ref: case
      Date of failure: incident-date
      Complaint date: claim-date
      Offer: offer-date
      Tenure: customer-type
      Arrears: rent-arrears
      Impact: item1.impact
      Sum: item1.amount
      Household: references.household
    fixed:
      item1.head: inconvenience
      item1.as: bacs
    values:
      customer-type: { T: tenant, L: leaseholder }
      item1.impact: { M: medium, L: low }
    days: DD/MM/YYYY
    ignore: [ Printed by ]
    """
  private static let heading =
    "Case ref,Date of failure,Complaint date,Offer,Tenure,Arrears,Impact,Sum,Household,Printed by"
  private static let row = "PHG-9,14/09/2026,30/09/2026,12/10/2026,T,£95.00,M,£180.00,H-1,jo"

  private func read(_ rows: [String], map: String = map) throws -> [ReadCase] {
    let map = try ColumnMap.read(SourceText(name: "map.yaml", bytes: Array(map.utf8)))
    let text = ([Self.heading] + rows).joined(separator: "\n") + "\n"
    return try ReadCase.all(
      in: SourceText(name: "cases.csv", bytes: Array(text.utf8)), map: map, pricer: SampleRegister.pricer())
  }

  private func faults(_ rows: [String], map: String = map) throws -> [String] {
    do {
      _ = try read(rows, map: map)
      return []
    } catch let faults as FaultList {
      return faults.sorted.map { "\($0.place.map { "\($0)" } ?? ""): \($0.code.rawValue): \($0.says)" }
    }
  }

  @Test func aRowBecomesACase() throws {
    let cases = try read([Self.row, Self.row.replacing("PHG-9", with: "PHG-10").replacing("£180.00", with: "£180.5")])
    #expect(cases.map(\.reference) == ["PHG-9", "PHG-10"])
    #expect(cases.map(\.outcome) == [.awarded, .awarded])
    #expect(cases.map { "\($0.gross)" } == ["£180.00", "£180.50"])
    let again = try SampleRegister.outline(String(decoding: cases[0].bytes, as: UTF8.self))
    #expect(try SampleRegister.pricer().assess(again).explanation.assessment.award?.payable == Money(pence: 8500))
  }

  @Test func everyFaultyRowIsReportedWhereItStands() throws {
    let rows = [
      Self.row, Self.row.replacing("PHG-9", with: "PHG-10").replacing("14/09/2026", with: "31/09/2026"),
      Self.row.replacing("PHG-9", with: "PHG-11").replacing("£180.00", with: "£18 0"), Self.row, "PHG-12,1",
    ]
    let faults = try faults(rows)
    #expect(faults.count == 4, "\(faults)")
    #expect(faults[0].hasPrefix("cases.csv:3:8: literal.day"), "\(faults)")
    #expect(faults[1].hasPrefix("cases.csv:4:59: literal.money") || faults[1].contains("cases.csv:4:"), "\(faults)")
    #expect(faults[2].hasPrefix("cases.csv:5:1: case.repeated"), "\(faults)")
    #expect(faults[3].hasPrefix("cases.csv:6:1: csv.row"), "\(faults)")
  }

  @Test func columnsThatAreNotInTheMapAreFaults() throws {
    let less = Self.map.replacing("ignore: [ Printed by ]", with: "")
    #expect(try faults([Self.row], map: less).contains { $0.contains("‘Printed by’ is not in the map") })
    let more = Self.map.replacing("  Case ref: case", with: "  Case ref: case\n  Ward: references.ward")
    #expect(try faults([Self.row], map: more).contains { $0.contains("The file has no column ‘Ward’") })
    let odd = Self.map.replacing("redress-column-map/1", with: "x").replacing("days: DD", with: "days: MM")
    #expect(try faults([Self.row], map: odd).count == 2)
  }

  @Test func nothingIsDoubledAndVersionsFollow() throws {
    let sample = try SampleRegister()
    let register = try sample.open()
    let source = Digest(of: [1])
    func take(_ rows: [String]) throws -> [CaseImportOutcome] {
      let cases = try read(rows)
      return try register.write(SampleRegister.stamp("j.okafor", "2026-10-12")) {
        try $0.importCases(cases, from: source)
      }
    }
    let other = Self.row.replacing("£180.00", with: "£150.00")
    #expect(try take([Self.row]) == [.new])
    #expect(try take([Self.row]) == [.known])
    #expect(try take([other, Self.row.replacing("PHG-9", with: "PHG-10")]) == [.changed, .new])
    let latest = try #require(try register.read { try $0.importedCase("PHG-9") })
    #expect(String(decoding: latest, as: UTF8.self).contains("£150.00"))
    #expect(try register.read { try $0.importedCase("PHG-7") } == nil)
    #expect(try take([Self.row]) == [.changed])
    let check = try RegisterCheckTests.check(sample.path)
    #expect(check.isGood, "\(check.findings)")
  }
}

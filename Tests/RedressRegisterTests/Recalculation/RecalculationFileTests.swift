import Foundation
import Redress
import RedressFiles
import Testing

@testable import RedressRegister

/// The files that a recalculation is given: every fault of them is told, and nothing of a faulty one is used.
@Suite struct RecalculationFileTests {
  private static let debts = ["rent-arrears", "service-charge-arrears", "arrears-disputed"]

  private func balances(_ text: String) throws -> Balances {
    try Balances.read(RecalculationBench.source("balances.csv", text), known: Self.debts)
  }

  private func faults(_ body: () throws -> Void) -> [String] {
    do { try body() } catch let faults as FaultList {
      return faults.sorted.map { "\($0.place?.line ?? 0) \($0.code.rawValue)" }
    } catch { return ["\(error)"] }
    return []
  }

  @Test func balancesAreLongOrWide() throws {
    let long = try balances("account,fact,amount\nRA-1,,£10.50\nRA-1,service-charge-arrears,2\nRA-2,rent-arrears,0\n")
    #expect(long.accounts == ["RA-1", "RA-2"])
    #expect(long.balances(of: "RA-1").map(\.amount) == [Money(pence: 1050), Money(pence: 200)])
    let wide = try balances("account,rent-arrears,service-charge-arrears\r\nRA-1,10,\r\nRA-2,,7.25\r\n")
    #expect(wide.balances(of: "RA-1") == [.init(fact: "rent-arrears", amount: Money(pence: 1000))])
    #expect(wide.balances(of: "RA-2") == [.init(fact: "service-charge-arrears", amount: Money(pence: 725))])
  }

  @Test func everyFaultyRowIsTold() {
    let text = """
      account,fact,amount
      RA-1,rent-arrears,ten
      ,rent-arrears,10
      RA-2,rent-arears,10
      RA-3,rent-arrears
      RA-4,rent-arrears,
      RA-5,rent-arrears,1
      RA-5,,2
      RA-6,rent-arrears,-5

      """
    #expect(
      faults { _ = try balances(text) } == [
        "2 literal.money", "3 csv.row", "4 fact.unknown", "5 csv.row", "6 csv.row", "8 csv.row", "9 literal.money",
      ])
  }

  @Test(arguments: [
    ("amount\n5\n", ["1 csv.column", "2 csv.row"]), ("account\nRA-1\n", ["1 csv.column"]),
    ("account,balance\nRA-1,5\n", ["1 csv.column", "1 csv.column"]),
    ("account,amount,amount\nRA-1,5,5\n", ["1 csv.column"]), ("account,amount\nRA-1,\"5\n", ["2 csv.syntax"]),
  ])
  func aFaultyHeadingIsTold(text: String, expected: [String]) {
    #expect(faults { _ = try balances(text) } == expected)
  }

  // MARK: Facts

  private func facts(_ text: String) throws -> ArrivedFacts {
    try ArrivedFacts.read(RecalculationBench.source("facts", text), known: ["match-funding", "repaired-on"])
  }

  @Test func factsAreOfCasesAndItems() throws {
    let table = try facts("case,match-funding,item2.repaired-on\nA,true,\nB,,2026-10-01\n")
    #expect(table.cases == ["A", "B"])
    #expect(table.facts(of: "A") == [.init(item: 0, fact: "match-funding", value: "true")])
    #expect(table.facts(of: "B") == [.init(item: 2, fact: "repaired-on", value: "2026-10-01")])
    let lines = try facts(
      """
      {"case":"A","facts":{"match-funding":true}}
      {"case":"B","items":{"2":{"repaired-on":"2026-10-01"}}}

      """
    )
    #expect(lines.facts(of: "A") == table.facts(of: "A"))
    #expect(lines.facts(of: "B") == table.facts(of: "B"))
  }

  @Test(arguments: [
    ("case,match-fundin\nA,true\n", ["1 fact.unknown"]), ("match-funding\ntrue\n", ["1 csv.column"]),
    ("case,match-funding\nA,true\nA,false\n,true\nB\n", ["3 case.repeated", "4 csv.row", "5 csv.row"]),
    ("case,thing2.repaired-on\nA,2026-10-01\n", ["1 csv.column"]),
    ("{\"case\":\"A\",\"facts\":{\"match-funding\":null}}\n{\"facts\":{}}\n", ["1 case.shape", "2 case.key-missing"]),
    (
      "{\"case\":\"A\",\"items\":{\"first\":{}}}\n{\"case\":\"A\",\"fact\":{}}\n",
      ["1 case.shape", "2 case.repeated", "2 case.key-unknown"]
    ),
  ])
  func everyFaultyFactIsTold(text: String, expected: [String]) {
    #expect(faults { _ = try facts(text) } == expected)
  }
}

import Foundation
import Redress
import SeededRandomness
import Testing

@testable import RedressFiles

/// Rows of tables that are read in one go come to what they come to cell by cell, and in the reader.
@Suite struct BatchTableTests {
  @Test func theScanOfATableChangesNothing() throws {
    let seed: UInt64 = 20_261_127
    var random = SeededGenerator(seed: seed)
    var rows = 0
    for table in try CaseTableBench.all() {
      for isShuffled in [false, true] {
        let bytes = table.bytes(isShuffled ? table.columns.shuffled(using: &random) : nil)
        var all = bytes.heading
        let chosen = bytes.rows.shuffled(using: &random).prefix(70)
        for row in chosen {
          var damaged = row
          for _ in 0..<Int(random.next() % 3) { Damage.hit(&damaged, &random) }
          if damaged.last != 10 { damaged.append(10) }
          all += row + damaged
        }
        rows += chosen.count * 2
        for (explanation, form) in [(RowExplanation.codes, RowForm.csv), (.full, .ndjson)] {
          var settings = try BatchBench.settings(explanation, form: form)
          let scanned = try BatchBench.run(all, settings, from: .csv, jobs: 2, chunk: 20_000)
          settings.scans = false
          let read = try BatchBench.run(all, settings, from: .csv, jobs: 2, chunk: 20_000)
          #expect(scanned.lines == read.lines, "seed \(seed), \(table.scheme), \(explanation), \(form)")
          #expect(scanned.progress == read.progress)
        }
      }
    }
    print("\(rows) rows of tables, sound and damaged")
    #expect(rows > 2000)
  }

  @Test func itemsStandInTheOrderOfTheirNumbers() throws {
    let table = Array(
      """
      case,scheme,incident-date,claim-date,offer-date,customer-type,item2.head,item2.receipts,item1.head,item1.impact,\
      item1.amount
      A,progress,2026-10-05,2026-10-06,2026-11-02,tenant,reimbursement,5.00,inconvenience,low,25.00

      """.utf8)
    let rows = try BatchBench.run(table, BatchBench.settings(.none), from: .csv).lines
    let first = try #require(rows.first?.range(of: "\"head\":\"inconvenience\""))
    let second = try #require(rows.first?.range(of: "\"head\":\"reimbursement\""))
    #expect(first.lowerBound < second.lowerBound)
  }

  @Test func mostRowsAreReadInOneGo() throws {
    let layouts = ScanLayouts(try BatchBench.library())
    var (read, all) = (0, 0)
    for table in try CaseTableBench.all() {
      let bytes = table.bytes()
      let heading = try #require(BatchHeading(bytes.heading, named: "cases"))
      let newest = try #require(layouts.layout(table.scheme, on: nil))
      let memory = ScanMemory()
      let steps = try #require(ColumnSteps.steps(heading.columns, newest, in: memory), "\(table.scheme)")
      for row in bytes.rows {
        all += 1
        if isRead(row, steps, heading.columns.count, newest) { read += 1 }
      }
    }
    print("\(read) of \(all) rows read in one go")
    #expect(read * 100 > all * 60)
  }

  private func isRead(_ row: [UInt8], _ steps: UnsafePointer<ColumnStep>, _ count: Int, _ layout: ScanLayout) -> Bool {
    (row + [UInt8](repeating: 0, count: 64)).withUnsafeBufferPointer { bytes in
      var scan = CaseScan(layout)
      scan.begin(at: bytes.baseAddress!)
      return scan.columns(steps, count) != nil
    }
  }

  @Test(
    arguments: [
      ["case", "scheme", "stage-one-response-on", "item1.head"], ["case", "scheme", "item1.head", "item1.impact"],
      ["case", "scheme", "item1.head", "item3.head"],
    ])
  func columnsInTheUsualOrderAreReadInOneGo(_ columns: [String]) throws {
    #expect(try hasSteps(columns))
  }

  @Test(
    arguments: [
      ["case", "item1.head", "scheme"], ["case", "scheme", "item1.head", "stage-one-response-on"],
      ["case", "scheme", "item1.impact", "item1.head"],
      ["case", "scheme", "item1.head", "item2.head", "item1.impact"], ["case", "scheme", "item2.head", "item1.head"],
      ["case"],
    ])
  func columnsInAnotherOrderAreReadCellByCell(_ columns: [String]) throws {
    #expect(try !hasSteps(columns))
  }

  private func hasSteps(_ columns: [String]) throws -> Bool {
    let layouts = ScanLayouts(try BatchBench.library())
    let layout = try #require(layouts.layout("progress", on: nil))
    let heading = try #require(BatchHeading(Array((columns.joined(separator: ",") + "\n").utf8), named: "cases"))
    return ColumnSteps.steps(heading.columns, layout, in: ScanMemory()) != nil
  }
}

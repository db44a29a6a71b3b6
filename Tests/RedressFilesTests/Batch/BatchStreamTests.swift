import Foundation
import Redress
import SeededRandomness
import Testing

@testable import RedressFiles

/// A batch is a stream: its rows do not depend on how it is cut up, and nothing in it stops the rest.
@Suite struct BatchStreamTests {
  private static let sound =
    #"{"case":"A-1","scheme":"progress","facts":{"incident-date":"2026-08-14","claim-date":"2026-08-20","#
    + #""offer-date":"2026-10-12","customer-type":"tenant"},"#
    + #""items":[{"head":"inconvenience","impact":"low","amount":"£50.00"}]}"#

  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  private func outcomes(_ rows: [String]) -> [String] {
    rows.map { $0.components(separatedBy: "\"outcome\":\"")[1].components(separatedBy: "\"")[0] }
  }

  @Test(arguments: [RowForm.ndjson, .csv])
  func rowsAreTheSameForAnyNumberOfJobsAndAnyChunk(_ form: RowForm) throws {
    let lines = try BatchBench.lines().prefix(600)
    let input = form == .csv ? Self.table(rows: 300) : Array(lines.joined(separator: [10]))
    let settings = try BatchBench.settings(.codes, form: form)
    let whole = try BatchBench.run(input, settings, from: form)
    #expect(whole.progress.tally.rows >= 300)
    for (jobs, chunk) in [(1, 1), (2, 100), (3, 1000), (8, 4096), (2, 1 << 20)] {
      let other = try BatchBench.run(input, settings, from: form, jobs: jobs, chunk: chunk)
      #expect(other.rows == whole.rows && other.progress == whole.progress, "\(jobs) jobs, chunks of \(chunk)")
    }
  }

  /// Rows are sent to the disk while others are made, some megabytes at a time.
  @Test func aFileOfManyMegabytesHoldsEveryRow() throws {
    let settings = try BatchBench.settings()
    let one = try BatchBench.run(bytes(Self.sound), settings).rows
    let many = (5 << 20) / one.count
    let lines = Array(repeating: Self.sound, count: many).joined(separator: "\n")
    #expect(try BatchBench.run(bytes(lines), settings, jobs: 2).rows == Array(repeatElement(one, count: many).joined()))
  }

  /// Cells with commas, quotes and line breaks in them, and some that are not closed as they should be.
  static func table(rows: Int) -> [UInt8] {
    var random = SeededGenerator(seed: 26)
    let notes = [
      "", "plain", "\"with, comma\"", "\"two\nlines\"", "\"a \"\"quote\"\" in it\"", "in\"side", "\"behind\"text",
      "\"\r\n\"", "caf\u{E9}",
    ]
    var text = "case,scheme,incident-date,claim-date,offer-date,customer-type,item1.head,item1.impact,item1.amount,"
    text += "letter.apology\n"
    for row in 0..<rows {
      let note = notes[Int(random.next() % UInt64(notes.count))]
      text += "C-\(row),progress,2026-08-14,2026-08-\(10 + row % 20),2026-10-12,tenant,inconvenience,low,£50.00,\(note)"
      text += row % 7 == 0 ? "\r\n" : "\n"
      if row % 50 == 0 { text += "\n" }
    }
    return Array(text.utf8)
  }

  @Test func aTableComesToWhatPriceMakesOfIt() throws {
    let bytes = Self.table(rows: 200)
    let rows = try BatchBench.run(bytes, BatchBench.settings(), from: .csv, jobs: 2, chunk: 500).lines
    let pricer = CasePricer(library: try BatchBench.library(), today: BatchBench.today)
    var json = AssessmentJSON()
    let priced = CaseFile.table(try SourceText(name: "cases", bytes: bytes)).map { entry -> String in
      switch pricer.price(entry) {
      case .assessed(let explanation, let digest, let notices):
        String(decoding: json.bytes(of: explanation, digest: digest.text, notices: notices), as: UTF8.self)
      case .faulty(let unread):
        String(
          decoding: json.bytes(ofFaulty: unread.name, scheme: unread.scheme, faults: unread.faults), as: UTF8.self)
      case .unchecked: ""
      }
    }
    #expect(rows.count == priced.count)
    for (row, priced) in zip(rows, priced) { #expect(row == priced) }
  }

  @Test func aFaultyLineBecomesARowWithItsNumber() throws {
    let lines = [
      Self.sound, "", "{\"case\":", "  ", Self.sound.replacing("incident-date", with: "incidnt-date"), "[]", "nonsense",
      Self.sound.replacing("tenant", with: "te\u{0}nant"),
    ]
    let bad = bytes(lines.joined(separator: "\n")) + [10, 0x22, 0xFF, 0x22, 10] + bytes(Self.sound)
    let result = try BatchBench.run(bad, BatchBench.settings(.codes))
    #expect(outcomes(result.lines) == ["awarded", "faulty", "faulty", "faulty", "faulty", "faulty", "awarded"])
    for (row, place) in zip(result.lines.dropFirst(), ["cases:3:", "cases:5:", "cases:7:", "cases:8:", "cases:9:"]) {
      #expect(row.contains("\"place\":\"\(place)"), "\(row)")
    }
    #expect(result.failure == nil && result.progress.nextLine == 11)
  }

  @Test func theNumberOfTheFirstLineCanBeSaid() throws {
    var settings = try BatchBench.settings(.codes)
    settings.firstLine = 1001
    settings.name = "all.ndjson"
    let row = try BatchBench.run(bytes("\nnonsense\n"), settings).lines[0]
    #expect(row.contains("all.ndjson:1002:1"))
  }

  @Test func aByteOrderMarkAndTheOtherLineEndsAreNoMatter() throws {
    let plain = try BatchBench.run(bytes(Self.sound + "\n" + Self.sound), BatchBench.settings(.codes))
    let other = try BatchBench.run(
      [0xEF, 0xBB, 0xBF] + bytes(Self.sound + "\r\n" + Self.sound + "\r\n"), BatchBench.settings(.codes))
    #expect(plain.rows == other.rows)
  }

  @Test func nothingComesOfNothing() throws {
    let result = try BatchBench.run([], BatchBench.settings(.codes))
    #expect(result.rows.isEmpty && result.progress.tally.rows == 0 && result.failure == nil)
  }

  @Test func aLineThatIsTooLongIsAFaultAndTheRestGoesOn() throws {
    let long = Self.sound.replacing("tenant", with: String(repeating: "x", count: 1 << 20))
    let result = try BatchBench.run(
      bytes([Self.sound, long, Self.sound].joined(separator: "\n")), BatchBench.settings(.codes))
    #expect(outcomes(result.lines) == ["awarded", "faulty", "awarded"])
  }

  @Test func aHeadingThatCannotBeUsedEndsTheBatch() throws {
    #expect(throws: BatchStop.self) {
      try BatchBench.run(bytes("case;scheme\nA;progress\n"), BatchBench.settings(.codes, form: .csv), from: .csv)
    }
  }

  @Test func aHeadingLongerThanIsReadEndsTheBatch() throws {
    let columns = (1...1000).flatMap { item in
      ["head", "amount", "a-long-name", "another-long-name"].map { "item\(item).\($0)" }
    }
    for count in [3000, 4000] {
      let table = "case,scheme," + columns.prefix(count).joined(separator: ",") + "\nA,progress,\n"
      let isLong = (table.split(separator: "\n").first?.utf8.count ?? 0) >= BatchInput.firstLook
      #expect(isLong == (count == 4000))
      if isLong {
        #expect(throws: BatchStop.self) { try BatchBench.run(bytes(table), BatchBench.settings(.codes), from: .csv) }
      } else {
        let rows = try BatchBench.run(bytes(table), BatchBench.settings(.codes), from: .csv).lines
        #expect(rows.count == 1)
      }
    }
  }

  @Test func aTableOfRowsHasTheColumnsOfTheContract() throws {
    let rows = try BatchBench.run(bytes(Self.sound), BatchBench.settings(.codes, form: .csv)).lines
    #expect(
      rows == [
        "case,scheme,edition,outcome,gross,already-paid,set-off,payable,in-kind,authority,last-day-to-accept,codes,"
          + "line,faults,inconvenience,reimbursement,other-heads",
        "A-1,progress,2022-10-01,awarded,50.00,0.00,0.00,50.00,0.00,service-manager,2026-11-09,"
          + "complaint-window;claim-window;head.inconvenience;authority;acceptance-window,1,,50.00,,",
      ])
  }
}

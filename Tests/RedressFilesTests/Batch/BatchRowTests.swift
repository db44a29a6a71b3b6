import Foundation
import Redress
import SeededRandomness
import Testing

@testable import RedressFiles

/// A case of a batch comes to what it comes to alone, whichever way it was read.
@Suite struct BatchRowTests {
  @Test func everyExampleComesToWhatPriceMakesOfIt() throws {
    let lines = try BatchBench.lines()
    #expect(lines.count > 2000)
    let pricer = CasePricer(library: try BatchBench.library(), today: BatchBench.today)
    var expected: [UInt8] = []
    for (place, line) in lines.enumerated() { expected += try BatchBench.priced(line, pricer, number: place + 1) }
    let bytes = Array(lines.joined(separator: [10]))
    let result = try BatchBench.run(bytes, BatchBench.settings(), jobs: 2, chunk: 10_000)
    BatchBench.expectSame(result.rows, expected)
    #expect(result.failure == nil && result.progress.tally.rows == lines.count)
  }

  @Test(arguments: [RowExplanation.codes, .none])
  func aShorterRowIsTheFullOneWithoutItsLines(_ explanation: RowExplanation) throws {
    let bytes = Array(try BatchBench.lines().joined(separator: [10]))
    let full = try BatchBench.run(bytes, BatchBench.settings()).lines
    let short = try BatchBench.run(bytes, BatchBench.settings(explanation)).lines
    #expect(full.count == short.count)
    for (full, short) in zip(full, short) {
      let key = explanation == .codes ? ",\"lines\":[" : ",\"codes\":["
      let isWhole = full.contains("\"outcome\":\"faulty\"")
      #expect(short == (isWhole ? full : full.components(separatedBy: key)[0] + "}"))
    }
  }

  @Test(arguments: ["a \\\"quoted\\\" ", "back\\\\slash ", "caf\u{E9} ", "\u{202E}turned "])
  func aNameIsEscapedInEveryRow(_ start: String) throws {
    let lines = try BatchBench.lines().map { line in
      String(decoding: line, as: UTF8.self).replacing("\"case\":\"", with: "\"case\":\"\(start)", maxReplacements: 1)
    }
    let bytes = Array(lines.joined(separator: "\n").utf8)
    let full = try BatchBench.run(bytes, BatchBench.settings()).lines
    let short = try BatchBench.run(bytes, BatchBench.settings(.codes)).lines
    #expect(full.count == short.count)
    for (full, short) in zip(full, short) {
      #expect(short == (full.contains(",\"lines\":[") ? full.components(separatedBy: ",\"lines\":[")[0] + "}" : full))
    }
  }

  @Test func theScanChangesNothing() throws {
    let seed: UInt64 = 20_261_126
    var random = SeededGenerator(seed: seed)
    let lines = try BatchBench.lines()
    var bytes: [UInt8] = []
    for _ in 0..<4000 {
      var line = lines[Int(random.next() % UInt64(lines.count))]
      if random.next() % 2 == 0 { line = CaseLine.inASCII(line) }
      for _ in 0..<Int(random.next() % 3) { Damage.hit(&line, &random) }
      bytes += line + [10]
    }
    for explanation in RowExplanation.allCases {
      for form in RowForm.allCases {
        var settings = try BatchBench.settings(explanation, form: form)
        let scanned = try BatchBench.run(bytes, settings, jobs: 2)
        settings.scans = false
        let read = try BatchBench.run(bytes, settings, jobs: 2)
        BatchBench.expectSame(scanned.rows, read.rows, "seed \(seed), \(explanation), \(form)")
        #expect(scanned.progress == read.progress)
        #expect(scanned.progress.tally[.faulty] > 500 && scanned.progress.tally[.awarded] > 500)
      }
    }
  }

  @Test(arguments: [false, true])
  func mostExamplesAreScanned(inASCII: Bool) throws {
    let layouts = ScanLayouts(try BatchBench.library())
    let lines = try BatchBench.lines().map { inASCII ? CaseLine.inASCII($0) : $0 }
    var scanned = 0
    for line in lines where BatchBench.isScanned(line, layouts) { scanned += 1 }
    print("scanned \(scanned) of \(lines.count) examples")
    #expect(scanned * 100 > lines.count * 85)
  }
}

/// Harms a line as files are harmed: bytes lost, doubled, exchanged, or taken from elsewhere.
enum Damage {
  private static let bytes = Array(" {}[]:,\"\\/0123456789.-eE+tfnudD£é\u{202E}\t".utf8) + [0, 0xFF, 0xC3]

  static func hit(_ line: inout [UInt8], _ random: inout SeededGenerator) {
    guard line.count > 2 else { return }
    let place = Int(random.next() % UInt64(line.count))
    switch random.next() % 8 {
    case 0: line.remove(at: place)
    case 1: line.insert(line[place], at: place)
    case 2: line[place] = bytes[Int(random.next() % UInt64(bytes.count))]
    case 3: line.insert(bytes[Int(random.next() % UInt64(bytes.count))], at: place)
    case 4: line[place] ^= 1 << UInt8(random.next() % 8)
    case 5: line.insert(UInt8(ascii: " "), at: place)
    case 6: digit(&line, place)
    default: break
    }
    line.removeAll { $0 == 10 }
  }

  /// Puts another digit where one stands, so that days and sums stay days and sums.
  private static func digit(_ line: inout [UInt8], _ place: Int) {
    guard let found = line[place...].firstIndex(where: \.isDigit) else { return }
    line[found] = line[found] == UInt8(ascii: "9") ? UInt8(ascii: "0") : line[found] + 1
  }
}

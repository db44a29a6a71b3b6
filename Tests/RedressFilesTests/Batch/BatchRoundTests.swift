import SeededRandomness
import Testing

@testable import RedressFiles

/// Cases that go through the stages of a batch together come to what they come to one by one, and stay in order.
@Suite struct BatchRoundTests {
  private static let most = CaseRows.mostInRound

  private func expectSameAsRead(_ bytes: [UInt8], _ about: String) throws {
    for (explanation, form) in [(RowExplanation.full, RowForm.ndjson), (.codes, .ndjson), (.codes, .csv)] {
      var settings = try BatchBench.settings(explanation, form: form)
      let scanned = try BatchBench.run(bytes, settings)
      settings.scans = false
      let read = try BatchBench.run(bytes, settings)
      BatchBench.expectSame(scanned.rows, read.rows, "\(about), \(explanation), \(form)")
      #expect(scanned.progress == read.progress)
    }
  }

  @Test(arguments: [1, most - 1, most, most + 1, 2 * most, 2 * most + 1])
  func aRoundMayBeOfAnySize(_ count: Int) throws {
    let layouts = ScanLayouts(try BatchBench.library())
    let sound = try BatchBench.lines().lazy.filter { BatchBench.isScanned($0, layouts) }.prefix(count)
    #expect(sound.count == count)
    try expectSameAsRead(Array(sound.joined(separator: [10])), "\(count) cases")
  }

  /// A name with escapes is kept apart from its line, for each case of a round.
  @Test func namesWithEscapesAreNotMixedUp() throws {
    let lines = try BatchBench.lines().prefix(5 * Self.most).enumerated().map { place, line in
      let escaped = place % 3 == 0 ? "" : "\\u0043 \(place) "
      return String(decoding: line, as: UTF8.self)
        .replacing("\"case\":\"", with: "\"case\":\"\(escaped)", maxReplacements: 1)
    }
    try expectSameAsRead(Array(lines.joined(separator: "\n").utf8), "escaped names")
  }

  /// What the scan gives up on, a blank line or another scheme ends a round, and the rows of the round come first.
  @Test(arguments: 1...3)
  func whatEndsARoundComesBehindIt(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let lines = try BatchBench.lines()
    let layouts = ScanLayouts(try BatchBench.library())
    let sound = lines.filter { BatchBench.isScanned($0, layouts) }
    let others = lines.filter { !BatchBench.isScanned($0, layouts) }
    var bytes: [UInt8] = []
    while bytes.count < 60_000 {
      // Runs of one scheme, as lines stand beside those of their scheme.
      let start = Int.random(in: 0..<sound.count, using: &random)
      let end = min(sound.count, start + Int.random(in: 1...40, using: &random))
      for line in sound[start..<end] { bytes += line + [10] }
      switch Int.random(in: 0..<3, using: &random) {
      case 0: bytes += others.randomElement(using: &random)! + [10]
      case 1: bytes += [0x20, 10]
      default: break
      }
    }
    try expectSameAsRead(bytes, "seed \(seed)")
  }
}

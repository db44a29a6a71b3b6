import Foundation
import SeededRandomness
import Testing

@testable import RedressFiles

@Suite struct CSVTextTests {
  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+44 1632", "'+44 1632"), ("-1", "'-1"), ("@x", "'@x"), ("\u{FF1D}1", "'\u{FF1D}1"),
    ("\u{FF0B}1", "'\u{FF0B}1"), ("\u{FF0D}1", "'\u{FF0D}1"), ("\u{FF20}x", "'\u{FF20}x"),
    ("\t=1", "\"'\t'=1\""), ("\n=1", "\"'\n'=1\""), ("\r=1", "\u{240D}=1"), ("a;=1", "\"a;'=1\""),
    ("a;-1;@b", "\"a;'-1;'@b\""), ("a\n+1", "\"a\n'+1\""), ("a;b", "\"a;b\""), (";=1", "\";'=1\""),
  ])
  func formulasBeginWithAnApostrophe(_ text: String, _ cell: String) {
    #expect(CSVText.cell(text) == cell)
  }

  @Test(arguments: ["-12.00", "0.00", "180.00", "a-b", "1+1", "x=1", "", "Ní Bhriain", "李明", "می‌خواهم"])
  func otherTextsStayAsTheyAre(_ text: String) {
    #expect(CSVText.cell(text) == text)
  }

  @Test(arguments: [
    ("\u{1B}[31m", "␛[31m"), ("a\u{0}b", "a␀b"), ("\u{9B}2J", "\u{FFFD}2J"), ("\u{202E}a", "\u{FFFD}a"),
    ("a\"\u{301}b", "\"a\"\"\u{301}b\""), ("say \"no\"", "\"say \"\"no\"\"\""),
    ("-\u{301}12.00", "'-\u{301}12.00"), ("-\u{E0041}12.00", "'-\u{FFFD}12.00"),
    ("a\u{200B}b", "a\u{FFFD}b"), ("a\r\nb", "\"a\nb\""), ("\u{E0041}x", "\u{FFFD}x"),
  ])
  func whatCommandsOrHidesIsShown(_ text: String, _ cell: String) {
    #expect(CSVText.cell(text) == cell)
  }

  /// What a cell comes to, one step after the other: what commands is shown, what begins a formula is guarded, what
  /// parts cells is quoted.
  private func inSteps(_ text: String) -> String {
    let text = text.replacing("\r\n", with: "\n")
    let isSum = text.wholeMatch(of: /-[0-9]+\.[0-9]{2}/) != nil
    if text.isEmpty || isSum { return text }
    var guarded = ""
    var isStart = true
    for (place, scalar) in Visible.text(text).unicodeScalars.enumerated() {
      let isBlank = scalar == "\t" || scalar == "\n"
      let isSign = "=+-@\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains(scalar)
      if (isStart && isSign) || (place == 0 && isBlank) { guarded += "'" }
      guarded.unicodeScalars.append(scalar)
      isStart = scalar == ";" || isBlank
    }
    if !guarded.unicodeScalars.contains(where: { ",;\"\t\n".unicodeScalars.contains($0) }) { return guarded }
    let doubled = guarded.unicodeScalars.flatMap { $0 == "\"" ? [$0, $0] : [$0] }
    return "\"" + String(String.UnicodeScalarView(doubled)) + "\""
  }

  @Test(arguments: 1...20)
  func randomTextsComeToTheSameInSteps(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let parts = [
      "a", "1", ".", " ", ",", ";", "\"", "=", "+", "-", "@", "\t", "\n", "\r", "\r\n", "\u{0}", "\u{7F}", "\u{9B}",
      "£", "×", "’", "\u{202E}", "\u{301}", "\u{FF1D}", "\u{FF0D}", "\u{200B}", "李", "🏠", "\u{E0041}", "12.00",
    ]
    for _ in 0..<500 {
      let text = (0..<Int.random(in: 0...8, using: &random)).map { _ in parts.randomElement(using: &random)! }.joined()
      #expect(Array(CSVText.cell(text).utf8) == Array(inSteps(text).utf8), "seed \(seed): \(text.debugDescription)")
    }
  }
}

@Suite struct FileBytesTests {
  @Test func readsUpToItsLimit() throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("bytes-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data([1, 2, 3]).write(to: URL(fileURLWithPath: path))
    #expect(try FileBytes.read(path, atMost: 3) == [1, 2, 3])
    #expect(throws: FileBytes.Unread.tooLarge) { try FileBytes.read(path, atMost: 2) }
    #expect(throws: FileBytes.Unread.tooLarge) { try FileBytes.read("/dev/zero", atMost: 1 << 20) }
    #expect(throws: FileBytes.Unread.absent) { try FileBytes.read(path + ".none", atMost: 3) }
    #expect(throws: FileBytes.Unread.absent) { try FileBytes.read("/", atMost: 3) }
  }
}

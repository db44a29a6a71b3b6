import Redress
import Testing

@testable import RedressDocuments

@Suite struct TextSafetyTests {
  @Test(arguments: [
    ("\u{202E}00.001", #"\u{202E}00.001"#), ("a\u{200B}b", #"a\u{200B}b"#),
    ("\u{2066}x\u{2069}", #"\u{2066}x\u{2069}"#),
    ("\u{1B}[2Jgone", #"\u{1B}[2Jgone"#), ("\u{9B}31m", #"\u{9B}31m"#), ("\u{7}\u{8}\u{7F}!", #"\u{7}\u{8}\u{7F}!"#),
    ("\u{0}x", #"\u{0}x"#), ("\u{E0041}x", #"\u{E0041}x"#), ("\u{FEFF}x", #"\u{FEFF}x"#), ("x\u{FFFF}", #"x\u{FFFF}"#),
  ])
  func charactersThatHideOrCommandAreSpelledOut(_ given: String, _ shown: String) {
    #expect(text(width: 80) { "By \(given, ifBlank: "nobody")." } == "By \(shown).\n")
    #expect(text(width: 80) { "By \(code: Words(given, ifBlank: "nobody"))." } == "By \(shown).\n")
  }

  @Test func spacesOfEveryKindPartWordsOnce() {
    let given = "a\r\nb\t\u{2028}c\u{85}d \u{3000} e"
    #expect(text(width: 80) { "\(given, ifBlank: "nobody")" } == "a b c d e\n")
  }

  @Test func lettersOfEveryScriptStay() {
    let given = "Łukasz Ní Bhriain שרה محمد नमस्ते می‌خواهم 李明"
    #expect(text(width: 80) { "\(given, ifBlank: "nobody")" } == given + "\n")
  }

  @Test func longWordsAreCutAtTheEdge() {
    let digest = String(repeating: "0123456789", count: 9)
    let expected = "See\n\(digest.prefix(40))\n\(digest.prefix(40))\n\(digest.prefix(10)) now.\n"
    #expect(text(width: 40) { "See \(digest, ifBlank: "nothing") now." } == expected)
  }

  @Test func longNamesAreCutAfterHyphensAndFullStopsFirst() {
    let name: Words = "exclusion.improvements-reimbursement-2025.1"
    let long = Words(String(repeating: "b", count: 42), ifBlank: "b")
    let expected = "exclusion.improvements-reimbursement-\n2025.1\n\(long.text.prefix(40))\nbb\n"
    #expect(text(width: 40) { "\(name) \(long)" } == expected)
    let joined = "\(long.text.prefix(40))\nbb-(exclusion.improvements-\nreimbursement-2025.1)\n"
    #expect(text(width: 40) { "\(long)-(\(name))" } == joined)
  }

  @Test func aSumInALongWordIsKeptWhole() {
    let dots: Words = "......................................"
    #expect(
      text(width: 40) { "\(dots)\(pounds(127))\(dots)" } == "\(dots.text)\n£127.00\(dots.text.prefix(33))\n.....\n")
  }

  @Test func noBreakSpacesKeepWordsTogetherAndPrintAsSpaces() {
    let expected = "It must be done within a period of\n28 days.\n"
    #expect(text(width: 40) { "It must be done within a period of \(Period(28, .days))." } == expected)
  }

  @Test func blocksNestedDeeperThanTheWidthAreStillWritten() {
    var block = List(
      .bulleted,
      [
        .init("Deep") {
          award
          Definitions([.init("A", "b")])
          Block.pageBreak
        }
      ])
    for _ in 0..<30 { block = List(.bulleted, [.init("\(pounds(127))") { block }]) }
    let lines = text(width: 40) { block }
    #expect(lines.ranges(of: "£127.00").count == 30)
    #expect(lines.contains("£1,222.50"))
  }

  @Test func squareLettersTakeTwoColumns() {
    #expect("李明".columns == 4)
    #expect("e\u{301}£−".columns == 3)
    #expect("🏠".columns == 2)
    #expect("\u{301}".columns == 0)
    let name = String(repeating: "李", count: 21)
    let expected = String(repeating: "李", count: 20) + "\n李\n"
    #expect(text(width: 40) { "\(name, ifBlank: "nobody")" } == expected)
  }
}

import Redress
import Testing

@testable import RedressFiles

/// Texts with escapes, as programs write them that put everything but ASCII behind a backslash.
@Suite struct BatchEscapeTests {
  private static func line(
    name: String = "A-1", amount: String = "50.00", because: String = "a cold week", household: String = "H 7"
  ) -> [UInt8] {
    let text =
      #"{"format":"redress-case\/1","case":"\#(name)","scheme":"progress","facts":{"incident-date":"2026-08-14","#
      + #""claim-date":"2026-08-20","offer-date":"2026-10-12","customer-type":"tenant"},"#
      + #""items":[{"head":"inconvenience","impact":"low","amount":"\#(amount)","#
      + #""by":"r.o\u0027neill","because":"\#(because)"}],"#
      + #""references":{"household":"\#(household)"}}"#
    return Array(text.utf8)
  }

  @Test func aCaseInASCIIAloneComesToTheSame() throws {
    let all = try BatchBench.lines()
    let lines = stride(from: 0, to: all.count, by: 4).map { all[$0] }
    let escaped = lines.map(CaseLine.inASCII)
    #expect(zip(lines, escaped).count { $0 != $1 } > lines.count / 2)
    for (explanation, form) in [(RowExplanation.full, RowForm.ndjson), (.codes, .csv)] {
      let settings = try BatchBench.settings(explanation, form: form)
      let plain = try BatchBench.run(Array(lines.joined(separator: [10])), settings, jobs: 2).lines
      let same = try BatchBench.run(Array(escaped.joined(separator: [10])), settings, jobs: 2).lines
      try #require(plain.count == same.count)
      // What is said of a fault names its place, which the escapes move.
      for (plain, same) in zip(plain, same) {
        if plain.contains("faulty") { #expect(same.contains("faulty")) } else { #expect(plain == same) }
      }
    }
  }

  @Test(
    arguments: [
      #"caf\u00e9"#, #"it\u0027s"#, #"\u00a326 for tea"#, #"a \"cold\" week\r\n\tand C:\\ and \/ \b\f"#,
      #"\ud83d\ude00 they said"#, #"n\u0000ul"#, "caf\u{E9} and \\u00e9",
    ])
  func aTextWithEscapesIsScanned(_ text: String) throws { try expectScanned(Self.line(because: text), is: true) }

  @Test(
    arguments: [
      #"\u0020"#, #"\n"#, #"half a pair \ud83d"#, #"the other \ude00"#, #"\ud83d\u0041 no pair"#,
      #"\ud83d\ud83d twice"#, #"no escape \x"#, #"too few \u00e"#, #"no digits \u00eg"#, "\\",
    ])
  func aTextThatMayBeWrongIsForTheReader(_ text: String) throws {
    try expectScanned(Self.line(because: text), is: false)
  }

  @Test(arguments: [
    (#"\u00a350.00"#, true), (#"\u00A350"#, true), (#"\u00a250"#, false),
    (#"5\u0030.00"#, false), (#"£\u00a350.00"#, false), (#"\u00a3£50.00"#, false), (#"\u00a3\u00a350.00"#, false),
    ("££50.00", false), ("£50.00", true),
  ])
  func aPoundSignMayBeAnEscape(_ amount: String, _ isScanned: Bool) throws {
    try expectScanned(Self.line(amount: amount), is: isScanned)
  }

  @Test(
    arguments: [
      (#"CMP\/2026\/0417"#, true), (#"O\u0027Neill \"7\""#, true), (#"=1\/1"#, true),
      (String(repeating: "x", count: 254) + #"\/\/"#, true), (String(repeating: "x", count: 255) + #"\/\/"#, false),
    ])
  func aNameMayHaveEscapes(_ name: String, _ isScanned: Bool) throws {
    let longer = Self.line(name: #"\/"# + String(repeating: "y", count: 40))
    try expectScanned(Self.line(name: name) + [10] + longer + [10] + Self.line(name: #"b\/"#), is: isScanned)
  }

  @Test func aReferenceMayHaveEscapes() throws {
    try expectScanned(Self.line(household: #"7\/3 Ty\u0302"#), is: true)
    try expectScanned(Self.line(household: #"\u0020"#), is: false)
  }

  /// The reader takes two keys for the same that look the same.
  @Test(arguments: [
    (#"{"é":"1"}"#, false), ("{\"\u{E9}\":\"1\",\"e\u{301}\":\"2\"}", false), (#"{"a":"1 é"}"#, true),
  ])
  func keysPastASCIIAreForTheReader(_ references: String, _ isScanned: Bool) throws {
    let line = String(decoding: Self.line(), as: UTF8.self)
    let other = line.replacing(#""references":{"household":"H 7"}"#, with: #""references":"# + references)
    try expectScanned(Array(other.utf8), is: isScanned)
  }

  @Test func decisionsPastASCIIAreForTheReader() throws {
    func decision(_ about: String) -> String {
      #"{"about":"\#(about)","answer":"accept","by":"r.o","on":"2026-10-01","because":"so"}"#
    }
    let line = String(decoding: Self.line(), as: UTF8.self).dropLast()
    for (abouts, isScanned) in [(["x \u{E9}", "x e\u{301}"], false), (["x", "y"], true)] {
      let decisions = abouts.map(decision).joined(separator: ",")
      try expectScanned(Array((line + #","decisions":[\#(decisions)]}"#).utf8), is: isScanned)
    }
  }

  /// Scanned or not, the rows are those of the reader.
  private func expectScanned(_ line: [UInt8], is isScanned: Bool) throws {
    #expect(BatchBench.isScanned(line, ScanLayouts(try BatchBench.library())) == isScanned)
    for explanation in RowExplanation.allCases {
      for form in RowForm.allCases {
        var settings = try BatchBench.settings(explanation, form: form)
        let scanned = try BatchBench.run(line, settings)
        settings.scans = false
        #expect(scanned.rows == (try BatchBench.run(line, settings)).rows, "\(explanation), \(form)")
      }
    }
  }
}

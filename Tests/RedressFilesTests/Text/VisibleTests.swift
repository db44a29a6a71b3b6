import Testing

@testable import RedressFiles

@Suite struct VisibleTests {
  @Test(arguments: [
    ("plain", "plain"), ("one\n\ttwo\n", "one\n\ttwo\n"), ("a\r\nb", "a␍␊b"), ("a\rb\nc", "a␍b\nc"),
    ("\u{1B}[2J\n", "␛[2J\n"), ("\n\u{301}x", "\n\u{301}x"), ("caf\u{E9} \u{1F600}", "caf\u{E9} \u{1F600}"),
    ("\u{202E}abc\u{7F}", "\u{FFFD}abc␡"), ("\u{E0041}", "\u{FFFD}"), ("", ""),
  ])
  func textKeepsItsLinesAndShowsWhatCommands(_ text: String, _ shown: String) {
    #expect(Visible.text(text) == shown)
    #expect(Array(Visible.text(text).utf8) == Array(shown.utf8))
  }

  @Test(arguments: [
    ("tab\tstays", "tab\tstays"), ("one\ntwo", "one␊two"), ("\u{0}\u{9B}2J", "␀\u{FFFD}2J"), ("£1 é 李", "£1 é 李"),
  ])
  func aLineIsOneLine(_ text: String, _ shown: String) {
    #expect(Array(Visible.line(text.unicodeScalars).utf8) == Array(shown.utf8))
  }

  @Test func longNamesAreCutAfterFortyCharacters() {
    #expect(Visible.quoted("£1,000") == "‘£1,000’")
    #expect(Visible.short(String(repeating: "é", count: 40)) == String(repeating: "é", count: 40))
    #expect(Visible.short(String(repeating: "é", count: 41)) == String(repeating: "é", count: 40) + "…")
    #expect(Visible.short("a\tb\n") == "a␉b␊")
  }
}

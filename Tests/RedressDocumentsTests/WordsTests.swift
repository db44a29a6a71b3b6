import RedressDocuments
import Testing

@Suite struct WordsTests {
  @Test(arguments: [
    "", " ", "\n\t ", "\u{A0}", "\u{200B}\u{FEFF}", "\u{202E}", "\u{0}\u{1B}", "\u{AD}", "\u{3164}", "\u{2800}",
  ])
  func blankTextHasNoWords(_ blank: String) {
    #expect(Words(blank) == nil)
    #expect(Words(blank, ifBlank: "not given") == "not given")
  }

  @Test func textKeepsAllButItsOuterSpaces() {
    let name = " J.  Okafor\r\n"
    let turned = "\u{202E}x"
    #expect(Words(name)?.text == "J.  Okafor")
    #expect(Words(turned)?.text == turned)
    #expect(Words("0", ifBlank: "not given").text == "0")
  }

  @Test func aBlankLiteralStopsTheProgram() async {
    await #expect(processExitsWith: .failure) { _ = Words(stringLiteral: " ") }
    await #expect(processExitsWith: .failure) { _ = Phrase(stringLiteral: "") }
    await #expect(processExitsWith: .failure) { _ = "\(Phrase(stringLiteral: "\u{A0}"))" as Phrase }
  }
}

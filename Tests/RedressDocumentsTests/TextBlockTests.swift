import Redress
import RedressDocuments
import Testing

@Suite struct TextBlockTests {
  private let sentence: Phrase =
    "We offer \(pounds(127)) for the trouble from \(offered) on. Please tell us by \(lastDay) whether you accept."

  @Test func aPageStandsBetweenItsMarkings() {
    let document = Document("Your offer", marking: "Draft: not an offer") { "Hello." }
    let expected = """
      Draft: not an offer

      Your offer
      ==========

      Hello.

      Draft: not an offer

      """
    #expect(TextEmitter().text(of: document) == expected)
  }

  @Test func sectionsAreUnderlinedTwiceAndThenPlain() {
    let expected = """
      The sum we offer and how we worked it
      out
      -------------------------------------

      First
      ~~~~~

      Then

      Here.

      """
    #expect(
      text(width: 40) {
        Section("The sum we offer and how we worked it out") { Section("First") { Section("Then") { "Here." } } }
      } == expected)
  }

  @Test func paragraphsWrapByWord() {
    let wide = """
      We offer £127.00 for the trouble from 12 October 2026 on. Please tell us by
      9 November 2026 whether you accept.

      """
    let narrow = """
      We offer £127.00 for the trouble from
      12 October 2026 on. Please tell us by
      9 November 2026 whether you accept.

      """
    #expect(text(width: 80) { sentence } == wide)
    #expect(text(width: 40) { sentence } == narrow)
  }

  @Test func aNarrowerWidthThanFortyCountsAsForty() {
    #expect(TextEmitter(width: 10).width == 40)
    #expect(TextEmitter().width == 100)
    #expect(!TextEmitter().bold)
    #expect(text(width: 10) { sentence } == text(width: 40) { sentence })
  }

  @Test func listsHangUnderTheirMarks() {
    let expected = """
      - You were in hospital when the incident
        happened.
      - You told us:
        1. by post;
        2. by telephone.

      """
    let list = List(
      .bulleted,
      [
        "You were in hospital when the incident happened.",
        .init("You told us:") { List(.numbered, ["by post;", "by telephone."]) },
      ])
    #expect(text(width: 40) { list } == expected)
    #expect(text(width: 80) { list } == expected.replacing("incident\n  happened", with: "incident happened"))
  }

  @Test func longItemsStandApartAndNumbersEndUnderOneAnother() {
    let items: [List.Item] = (1...10).map { $0 == 9 ? .init("Point \($0)") { "More." } : "Point \($0)" }
    let lines = text(width: 80) { List(.numbered, items) }
    #expect(lines.hasPrefix(" 1. Point 1\n\n 2. Point 2\n\n"))
    #expect(lines.hasSuffix(" 9. Point 9\n\n    More.\n\n10. Point 10\n"))
  }

  @Test func definitionsStandBesideTheirTermsOrUnderThem() {
    let definitions: Definitions = [
      "Case": "PHG-2026-0417", "Last day to accept": "\(lastDay), 28 days after the offer",
    ]
    let wide = """
      Case                PHG-2026-0417
      Last day to accept  9 November 2026, 28 days after the offer

      """
    let narrow = """
      Case
        PHG-2026-0417
      Last day to accept
        9 November 2026, 28 days after the
        offer

      """
    #expect(text(width: 80) { definitions } == wide)
    #expect(text(width: 40) { definitions } == narrow)
  }

  @Test func notesSayTheirKind() {
    let expected = """
      Warning: Accepting does not stop you
        from going to the ombudsman.

        - Ask us.

      """
    let note = Note(.warning, "Accepting does not stop you from going to the ombudsman.") {
      List(.bulleted, ["Ask us."])
    }
    #expect(text(width: 40) { note } == expected)
    #expect(text(width: 80) { note } == expected.replacing("you\n  from", with: "you from"))
    #expect(text(width: 80) { Note(.draft, "Not signed.") } == "Draft: Not signed.\n")
    #expect(text(width: 80) { Note(.information, "Keep this.") } == "Note: Keep this.\n")
  }

  @Test func aPageBreakIsARule() {
    let rule = String(repeating: "-", count: 40)
    #expect(
      text(width: 40) {
        "One."
        Block.pageBreak
        "Two."
      } == "One.\n\n\(rule)\n\nTwo.\n")
  }

  @Test func nothingIsSaidInWords() {
    #expect(text(width: 80) { List(.bulleted, []) } == "None.\n")
    #expect(text(width: 80) { List(.numbered, [], ifNone: "No decisions.") } == "No decisions.\n")
    #expect(text(width: 80) { Definitions([]) } == "None.\n")
    #expect(text(width: 80) { Definitions([], ifNone: "No particulars.") } == "No particulars.\n")
  }

  @Test func codeAndCitationsAreWordsAmongOthers() {
    let phrase: Phrase = "See \(Citation("GRPOLHM28", "paragraph 4.10.3")) (\(code: "PHG-1"))."
    #expect(text(width: 80) { phrase } == "See GRPOLHM28, paragraph 4.10.3 (PHG-1).\n")
  }

  @Test func boldIsLeftOutUnlessAskedFor() {
    let phrase: Phrase = "Pay \(strong: "\(pounds(5)) now"), please."
    #expect(text(width: 80) { phrase } == "Pay £5.00 now, please.\n")
    #expect(text(width: 80, bold: true) { phrase } == "Pay \u{1B}[1m£5.00 now\u{1B}[22m, please.\n")
    #expect(text(width: 80, bold: true) { "\(strong: "all")" } == "\u{1B}[1mall\u{1B}[22m\n")
  }
}

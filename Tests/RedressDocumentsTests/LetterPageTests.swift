import Redress
import SampleLetters
import Testing

@testable import RedressDocuments

@Suite struct LetterPageTests {
  private let letter = HTMLEmitter(.letter).page(of: SampleLetter.document(marking: "Draft: not an offer"))
  private let large = HTMLEmitter(.largePrint).page(of: SampleLetter.document(marking: "Draft: not an offer"))

  @Test func theLetterheadStandsAboveTheTitle() throws {
    let parts = [
      "<p class=\"marking\">", "<header class=\"letterhead\">", "<div class=\"sender\">", "<img class=\"logo\"",
      "Penrose Homes<br>", "Ms Adwoa Osei<br>", "<dt>Date</dt>", "</header>", "<h1>Our offer to put things right</h1>",
      "<p>Dear Ms Adwoa Osei</p>",
    ]
    var rest = letter[...]
    for part in parts { rest = rest[try #require(rest.firstRange(of: part), "\(part)").upperBound...] }
  }

  @Test func aReportHasNoLetterhead() {
    let page = HTMLEmitter().page(of: SampleLetter.document())
    #expect(!page.contains("<header"))
    #expect(page.contains("<main>\n<h1>Our offer to put things right</h1>\n<img class=\"logo\""))
  }

  @Test func linesAloneAreThoseOfTheReader() {
    let page = HTMLEmitter(.letter).page(of: Document("T") { Block.lines(["Ms Osei", "40 Station Road"]) })
    #expect(
      page.contains("<header class=\"letterhead\">\n<p class=\"lines\">Ms Osei<br>\n40 Station Road</p>\n</header>"))
  }

  @Test func picturesAreAllowedOnlyWhereThereIsOne() {
    #expect(letter.contains("style-src 'unsafe-inline'; img-src data:; base-uri 'none'"))
    #expect(!HTMLEmitter(.letter).page(of: Document("T") { "Hello." }).contains("img-src"))
    let inside = Document("T") { Section("S") { Note(.warning, "N") { Block.picture(SampleLetter.logo) } } }
    #expect(HTMLEmitter().page(of: inside).contains("img-src data:;"))
  }

  @Test(arguments: [(HTMLEmitter.Look.letter, 12), (.largePrint, 18)])
  func noPrintIsSmallerThanTheBody(look: HTMLEmitter.Look, points: Int) {
    let page = look == .letter ? letter : large
    #expect(page.contains("body { font-size: \(points)pt;"))
    #expect(
      page.contains(#"@bottom-left { content: "Draft\3A  not an offer"; width: 70%; font: bold \#(points)pt/1.3"#))
    #expect(page.contains(#"@bottom-right { content: "Page " counter(page) " of " counter(pages); font: \#(points)pt"#))
    let sizes = page.matches(of: /font(?:-size)?: (?:bold )?([0-9.]+)(em|pt)/)
    #expect(sizes.count > 5)
    for size in sizes { #expect(Double(size.1)! >= (size.2 == "em" ? 1 : Double(points)), "\(size.0)") }
  }

  @Test func nothingIsFetchedSlantedUnderlinedOrShouted() {
    for word in ["http:", "https:", "url(", "@import", "<script", "<link", "italic", "underline", "uppercase"] {
      #expect(!letter.contains(word) && !large.contains(word), "\(word)")
    }
  }

  @Test func wideTablesAreToldRowByRowInLargePrint() {
    #expect(letter.contains("<table>"))
    #expect(!large.contains("<table>"))
    #expect(
      large.contains(
        """
        <div class="row">
        <p class="name"><strong>Missed visits</strong></p>
        <dl>
        <div><dt>Rule:</dt> <dd>4.10.3</dd></div>
        <div><dt>Working:</dt> <dd>3 visits at <data value="20.00">£20.00</data> each</dd></div>
        <div><dt>Amount:</dt> <dd><data value="60.00">£60.00</data></dd></div>
        </dl>
        </div>

        """))
    #expect(
      large.contains("<p class=\"name\"><strong>Total: <data value=\"1387.50\">£1,387.50</data></strong></p>\n"))
    let narrow = HTMLEmitter(.largePrint).page(of: Document("T") { award })
    #expect(narrow.contains("<table>"))
  }

  @Test func formsLeaveRoomToWrite() {
    let expected = """
      <p class="field choice"><span class="tick">\u{2610}</span> Yes</p>
      <div class="field box"><p class="label">Why</p><div class="room"></div></div>
      <p class="field line"><span class="label">Name</span><span class="room"></span></p>

      """
    #expect(html { Form([.choice("Yes"), .box("Why"), .line("Name")]) } == expected)
    #expect(letter.contains(".field.box .room { height: 13mm;"))
    #expect(!HTMLEmitter(.letter).page(of: Document("T") { "Hello." }).contains(".field"))
  }

  @Test func foreignWordsCarryTheirLanguage() {
    #expect(letter.contains("<span lang=\"cy\">Mae’r llythyr hwn ar gael yn Gymraeg.</span>"))
  }

  // MARK: Added styles

  @Test func addedStylesComeLast() throws {
    let page = HTMLEmitter(.letter, adding: try AddedStyles("h1 { color: #005a30; }")).page(of: Document("T") { "x" })
    #expect(page.contains("}\nh1 { color: #005a30; }\n</style>"))
  }

  @Test(arguments: [
    "</style><script>", "a { } <!-- ", "@import 'x';", "@IMPORT 'x';", "a { background: URL(data:,x); }",
    "a { background: image-set('x' 1x); }",
  ])
  func addedStylesAreRefused(text: String) {
    #expect(throws: AddedStyles.Fault.self) { try AddedStyles(text) }
  }
}

import Redress
import RedressDocuments
import Testing

@Suite struct HTMLPageTests {
  private let page = HTMLEmitter().page(
    of: Document("Offer of \(offered)", marking: "Draft: not an offer") { "Hello." })

  @Test func thePageBeginsWithItsLanguageAndWhatItMayDo() {
    let expected = """
      <!doctype html>
      <html lang="en-GB">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
      base-uri 'none'; form-action 'none'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Offer of 12 October 2026</title>
      <style>

      """
    #expect(page.hasPrefix(expected))
  }

  @Test func thePageHoldsItsMarkingTitleAndBlocks() {
    let expected = """
      </style>
      </head>
      <body>
      <main>
      <p class="marking">Draft: not an offer</p>
      <h1>Offer of <time datetime="2026-10-12">12&nbsp;October&nbsp;2026</time></h1>
      <p>Hello.</p>
      </main>
      </body>
      </html>

      """
    #expect(page.hasSuffix(expected))
  }

  @Test func everySheetOfPaperIsNumberedAndMarked() {
    #expect(page.contains(#"content: "Page " counter(page) " of " counter(pages);"#))
    #expect(page.contains(#"@bottom-left { content: "Draft\3A  not an offer";"#))
    #expect(!HTMLEmitter().page(of: Document("T") { "Hello." }).contains("@bottom-left"))
  }

  @Test func nothingIsFetchedSlantedUnderlinedOrShouted() {
    for word in ["http:", "https:", "url(", "@import", "<script", "<link", "italic", "underline", "uppercase"] {
      #expect(!page.contains(word), "\(word)")
    }
  }

  @Test func theSameDocumentGivesTheSameBytes() {
    let document = Document("T") { award }
    #expect(HTMLEmitter().page(of: document) == HTMLEmitter().page(of: document))
  }

  @Test func everythingOfALanguageIsInThePage() {
    let months = ["Ionawr", "Chwefror"] + (3...12).map { "month \($0)" }
    let language = Language(
      tag: "cy", months: months.map { Words($0, ifBlank: "?") }, page: "Tudalen", of: "o", none: "Dim.",
      information: "Nodyn", warning: "Rhybudd", draft: "Drafft")
    let page = HTMLEmitter().page(
      of: Document("T", language: language) {
        Note(.warning, "\(CivilDate(year: 2026, month: 2, day: 1)!)")
        List(.bulleted, [])
      })
    #expect(page.contains("<html lang=\"cy\">"))
    #expect(page.contains(#""Tudalen " counter(page) " o " counter(pages)"#))
    #expect(page.contains("<strong>Rhybudd:</strong> <time datetime=\"2026-02-01\">1&nbsp;Chwefror&nbsp;2026</time>"))
    #expect(page.contains("<p>Dim.</p>"))
  }
}

import Redress
import RedressDocuments
import Testing

@Suite struct HTMLBlockTests {
  @Test func sumsAndDaysKeepTheirTypes() {
    let expected = """
      <p>Pay <strong><data value="-1234.50">−£1,234.50</data></strong> by \
      <time datetime="2026-11-09">9&nbsp;November&nbsp;2026</time>, in 28&nbsp;days.</p>

      """
    #expect(
      html { "Pay \(strong: "\(Money(pence: -123_450))") by \(lastDay), in \(Period(28, .days))." } == expected)
  }

  @Test func codeAndCitationsAreMarked() {
    let digest = Words(String(repeating: "0", count: 25), ifBlank: "none")
    let expected = """
      <p>See <span class="citation">GRPOLHM28, paragraph 4.10.3</span> and <code>PHG-1</code>.</p>
      <p><code class="long">000000000000000000000000<wbr>0</code></p>
      <p><code class="long">exclusion.<wbr>improvements-reimbursement</code></p>

      """
    #expect(
      html {
        "See \(Citation("GRPOLHM28", "paragraph 4.10.3")) and \(code: "PHG-1")."
        "\(code: digest)"
        "\(code: "exclusion.improvements-reimbursement")"
      } == expected)
  }

  @Test func headingsFollowTheDepthOfTheirSections() {
    let expected = """
      <section>
      <h2>Two</h2>
      <section>
      <h3>Three</h3>
      <p>Here.</p>
      </section>
      </section>

      """
    #expect(html { Section("Two") { Section("Three") { "Here." } } } == expected)
    let deep = html {
      Section("2") { Section("3") { Section("4") { Section("5") { Section("6") { Section("7") { "Here." } } } } } }
    }
    #expect(deep.contains("<h6>6</h6>") && deep.contains("<h6>7</h6>"))
  }

  @Test func listsNest() {
    let expected = """
      <ol>
      <li>One</li>
      <li>Two:
      <ul>
      <li>three</li>
      </ul>
      </li>
      </ol>

      """
    #expect(html { List(.numbered, ["One", .init("Two:") { List(.bulleted, ["three"]) }]) } == expected)
  }

  @Test func definitionsStandInPairs() {
    let definitions: Definitions = ["Case": "PHG-1", "Sum": "\(pounds(5))"]
    let expected = """
      <dl>
      <div><dt>Case</dt><dd>PHG-1</dd></div>
      <div><dt>Sum</dt><dd><data value="5.00">£5.00</data></dd></div>
      </dl>

      """
    #expect(html { definitions } == expected)
  }

  @Test func tablesNameTheirColumnsAndRows() {
    let expected = """
      <table>
      <caption>What we offer</caption>
      <thead>
      <tr><th scope="col">Head</th><th scope="col">Working</th><th scope="col" class="figures">Amount</th></tr>
      </thead>
      <tbody>
      <tr><th scope="row">Inconvenience</th><td>Three visits missed, the last on \
      <time datetime="2026-10-12">12&nbsp;October&nbsp;2026</time></td>\
      <td class="figures"><data value="180.00">£180.00</data></td></tr>
      <tr><th scope="row">Reimbursement</th><td>Heater, with a receipt</td>\
      <td class="figures"><data value="1042.50">£1,042.50</data></td></tr>
      <tr class="total"><th scope="row" colspan="2">Total</th>\
      <td class="figures"><data value="1222.50">£1,222.50</data></td></tr>
      </tbody>
      </table>

      """
    #expect(html { award } == expected)
  }

  @Test func aTableOfSentencesSharesThePageByWhatItsColumnsHold() {
    func table(_ columns: [Table.Column], _ length: Int) -> String {
      let sentence = Words(String(repeating: "word ", count: length / 5) + "end.", ifBlank: "none")
      return html { Table("T", columns: columns, rows: [.init(["1234", "\(sentence)"])]) }
    }
    #expect(table(["A", "B"], 100).contains("<col style=\"width: 16%\"><col style=\"width: 83%\">"))
    #expect(!table(["A", "B"], 60).contains("<col"))
    #expect(!table([.figures("A"), "B"], 100).contains("<col"))
  }

  @Test func aRowWithoutAHeaderHasCellsOnly() {
    let table = Table("T", columns: [.figures("A"), "B"], rows: [.init(["1", "2"])])
    #expect(html { table }.contains("<tr><td class=\"figures\">1</td><td>2</td></tr>\n"))
  }

  @Test(arguments: [
    (Note.Kind.information, "information", "Note"), (.warning, "warning", "Warning"), (.draft, "draft", "Draft"),
  ])
  func notesSayTheirKind(_ kind: Note.Kind, _ name: String, _ label: String) {
    let expected = """
      <aside role="note" class="\(name)">
      <p><strong>\(label):</strong> Mind this.</p>
      <p>And that.</p>
      </aside>

      """
    #expect(html { Note(kind, "Mind this.") { "And that." } } == expected)
  }

  @Test func aPageBreakIsAThematicBreak() {
    #expect(html { Block.pageBreak } == "<hr class=\"page-break\">\n")
  }

  @Test func nothingIsSaidInWords() {
    #expect(html { List(.bulleted, []) } == "<p>None.</p>\n")
    #expect(html { List(.bulleted, [], ifNone: "No decisions.") } == "<p>No decisions.</p>\n")
    #expect(html { Definitions([]) } == "<p>None.</p>\n")
    let table = Table("Offers", columns: ["Offer", "Sum"], rows: [], ifNone: "Nothing open.")
    #expect(html { table }.contains("<tbody>\n<tr><td colspan=\"2\">Nothing open.</td></tr>\n</tbody>"))
  }
}

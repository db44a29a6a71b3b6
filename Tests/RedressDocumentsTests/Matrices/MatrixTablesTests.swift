import Redress
import Testing

@testable import RedressDocuments

/// What holds of the tables of every matrix.
@Suite struct MatrixTablesTests {
  private let matrix = SmallMatrix.matrix
  private let document = SmallMatrix.tables.document

  @Test func everyPartHasItsSection() {
    let titles = document.blocks.compactMap { block in
      if case .section(let section) = block { section.title.plainText(in: .english) } else { nil }
    }
    #expect(
      titles == [
        "At a glance", "Who and what is covered", "Exclusions", "Time limits", "What may be offered", "The total",
        "Earlier payments", "Arrears", "Who may authorise", "Who signs a refusal", "Reviews", "Time to accept",
        "What payment waits for", "What letters say", "Which ombudsman or tribunal", "Facts to state",
        "Decisions that people take", "Roles", "Readings",
        "Sources, clause by clause",
      ])
  }

  @Test func noticesComeFirst() {
    let text = TextEmitter(width: 80).text(of: document)
    let expected = """
      Small & Sons <Homes>: Redress Policy
      ====================================

      Note: This edition is a draft: it prices, and no offer under it can be signed.

      Note: 1 of its readings is open: nobody has decided it yet.

      These are the rules that a case is worked out by,
      """
    #expect(text.hasPrefix(expected))
  }

  /// At a width at which nothing wraps, so that what is looked for stands on one line.
  @Test func everythingOfAMatrixIsShown() {
    let shown = TextEmitter(width: 1_000).text(of: document)
    var parts = matrix.rules.flatMap { ["(\($0.id))", $0.title] } + matrix.facts.flatMap { [$0.name, $0.ask] }
    parts += matrix.facts.compactMap(\.help) + matrix.facts.flatMap(\.choices).flatMap { [$0.name, $0.title] }
    parts += matrix.sources.flatMap { [$0.title] + $0.paragraphs.map(\.shownAs) }
    parts += matrix.readings.flatMap { [$0.name, $0.question, $0.because] }
    parts += matrix.decisions.flatMap { [$0.name, $0.ask] } + matrix.roles.flatMap { [$0.name, $0.title] }
    parts += matrix.exclusions.flatMap { [$0.say] + [$0.referTo].compactMap(\.self) }
    parts += matrix.exclusions.compactMap(\.letter) + matrix.heads.compactMap(\.letter)
    parts += matrix.windows.flatMap(\.steps).compactMap(\.letter) + matrix.statements.compactMap(\.letter?.say)
    parts += matrix.windows.flatMap(\.steps).compactMap(\.say) + (matrix.payment + matrix.statements).map(\.say)
    #expect(parts.filter { !shown.contains($0) } == [])
  }

  @Test(arguments: 40...120)
  func noLinePassesTheEdge(width: Int) {
    let lines = TextEmitter(width: width).text(of: document).split(separator: "\n")
    #expect(lines.filter { String($0).columns > width } == [])
  }

  @Test func thePageEscapesWhatAFileSays() {
    let page = HTMLEmitter().page(of: document)
    #expect(page.contains("<h1>Small &amp; Sons &lt;Homes&gt;: Redress Policy</h1>"))
    #expect(page.contains("<title>Small &amp; Sons &lt;Homes&gt;: Redress Policy</title>"))
    #expect(!page.contains("<Homes>"))
    #expect(
      page.contains("<td>“This is a matter for insurance.” The letter says: “Please ask your insurer.” It belongs to"))
    #expect(page.contains("Insured losses (<code>exclusion.<wbr>insured</code>)"))
  }

  @Test func aMatrixWithoutItsOptionalPartsSaysSo() {
    let bare = Matrix(
      scheme: "bare", edition: "2025-04-01", status: .approved, title: "T", body: "B",
      inForceFrom: SmallMatrix.day(2025, 4, 1), reviewBy: SmallMatrix.day(2027, 4, 1), selectsOn: [], sources: [],
      readings: [], roles: [], facts: [], decisions: [],
      rules: [Rule(id: "total", kind: .total, title: "Total", citations: [])], exclusions: [], windows: [], heads: [],
      total: Ref(0), alreadyPaid: nil, setOff: nil, authority: [], acceptance: nil, payment: [], statements: [])
    let text = TextEmitter(width: 100).text(of: MatrixTables(bare, digest: "", notices: []).document)
    for words in [
      "Status            approved: it never changes, and offers under it can be signed",
      "Review by         1 April 2027",
      "Chosen by         no day is named", "Digest            not stated",
      "Open readings     none: every reading has been decided", "Nothing is left out.", "There are no exclusions.",
      "There are no time limits.", "Nothing may be offered.", "Earlier payments are not deducted.",
      "Nothing is set against arrears.", "The policy names nobody who may sign money.",
      "There is no time limit for accepting an offer.", "Payment waits for nothing but acceptance.",
      "Nothing is laid down.", "Nothing is stated.", "Nothing is left to a decision.", "No role is named.",
      "There are none.", "No source is named.",
    ] { #expect(text.contains(words), "\(words)") }
  }
}

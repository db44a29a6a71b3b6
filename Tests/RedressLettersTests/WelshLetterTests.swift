import Foundation
import Redress
import RedressDocuments
import RedressFiles
import Testing

@testable import RedressLetters

/// A letter in Welsh, with what is in English in it.
@Suite struct WelshLetterTests {
  private func page(_ letter: Letter) -> String { HTMLEmitter(.letter).page(of: letter.document) }

  private func words(of html: String) -> Set<String> {
    let text = html.replacing(#/<style.*?</style>/#.dotMatchesNewlines(), with: " ").replacing(#/<[^>]*>/#, with: " ")
    return Set(text.lowercased().split { !$0.isLetter }.map(String.init))
  }

  /// The page without what is marked as English, the spans inside it included.
  private func withoutEnglish(_ page: String) throws -> String {
    var (rest, left) = (page[...], "")
    while let start = rest.firstRange(of: #"<span lang="en-GB">"#) {
      left += rest[..<start.lowerBound]
      var (depth, inner) = (1, rest[start.upperBound...])
      while depth > 0 {
        let tag = try #require(inner.firstMatch(of: #/<(/?)span/#))
        depth += tag.1.isEmpty ? 1 : -1
        inner = inner[tag.range.upperBound...]
      }
      rest = inner
    }
    return left + rest
  }

  @Test func saysThatPartsAreInEnglish() throws {
    let letter = try Sample.letter("missed-visits", .welsh, Sample.organisation())
    #expect(page(letter).contains("Mae rhai rhannau o’r llythyr hwn yn Saesneg."))
    #expect(page(letter).contains(#"<html lang="cy">"#))
  }

  @Test func marksEveryEnglishPassage() throws {
    let letter = try Sample.letter("missed-visits", .welsh, Sample.organisation())
    let (all, welsh) = (words(of: page(letter)), words(of: try withoutEnglish(page(letter))))
    // Said in English somewhere in this letter, by the policy, the case manager or the organisation.
    let english = [
      "the", "and", "of", "you", "your", "our", "is", "not", "for", "on", "missed", "rent", "medium", "monday",
      "compensation", "complaints", "costs", "electricity", "website",
    ]
    #expect(english.filter { !all.contains($0) } == [])
    #expect(english.filter { welsh.contains($0) } == [])
    #expect(page(letter).contains(#"lang="en-GB" alt="The sign of Progress Housing Group""#))
  }

  @Test func listsWhatIsInEnglish() throws {
    let letter = try Sample.letter("missed-visits", .welsh, Sample.organisation())
    #expect(letter.untranslated.contains("rule.statement.goodwill"))
    #expect(letter.untranslated.allSatisfy { $0.hasPrefix("rule.") })
    #expect(try Sample.letter("missed-visits", .english, Sample.organisation()).untranslated == [])
  }

  @Test func saysDaysAndSumsInWelsh() throws {
    let letter = try Sample.letter("missed-visits", .welsh, Sample.organisation())
    let text = TextEmitter(width: 10_000).text(of: letter.document).replacing("\u{A0}", with: " ")
    #expect(text.contains("12 Hydref 2026") && text.contains("I dderbyn, rhowch wybod i ni erbyn "))
    #expect(text.contains("Rydym yn cynnig cyfanswm o £222.00 i chi."))
    #expect(text.contains("heater £30.00 a hefyd electricity £12.00"))
    #expect(!text.contains("October 2026") && !text.contains("November 2026"))
  }

  @Test(arguments: [
    (Period(1, .days), "1\u{A0}diwrnod"), (Period(28, .days), "28\u{A0}o\u{A0}ddiwrnodau"),
    (Period(10, .workingDays), "10\u{A0}o\u{A0}ddiwrnodau\u{A0}gwaith"), (Period(2, .weeks), "2\u{A0}o\u{A0}wythnosau"),
    (Period(1, .years), "1\u{A0}flwyddyn"), (Period(3, .months), "3\u{A0}o\u{A0}fisoedd"),
  ])
  func saysLengthsOfTimeInWelsh(period: Period, text: String) throws {
    let welsh = try Wording(.welsh, Sample.organisation()).period(period)
    #expect(PlainText.of(welsh) == text)
    let english = try Wording(.english, Sample.organisation()).period(period)
    #expect(PlainText.of(english) == PlainText.of("\(period)"))
  }

  @Test func saysWithinHowLongItPays() throws {
    let url = Sample.root.appending(path: "Fixtures/organisation/progress.yaml")
    let text = try String(contentsOf: url, encoding: .utf8)
    let promised = text.replacing("pay-within: 10 working days", with: "pay-within: 28 days")
    let source = try SourceText(name: url.path, bytes: Array(promised.utf8))
    let letter = try Sample.letter("missed-visits", .welsh, Organisation.read(source))
    let said = TextEmitter(width: 10_000).text(of: letter.document).replacing("\u{A0}", with: " ")
    #expect(said.contains("Byddwn yn talu o fewn 28 o ddiwrnodau i’r diwrnod y byddwch yn derbyn."))
  }
}

/// A phrase as plain characters.
enum PlainText {
  static func of(_ phrase: Phrase) -> String {
    phrase.inlines.map { if case .text(let text) = $0 { text } else { "?" } }.joined()
  }
}

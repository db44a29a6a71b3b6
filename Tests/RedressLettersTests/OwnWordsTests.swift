import Redress
import RedressDocuments
import RedressFiles
import Testing

@testable import RedressLetters

/// Entries that an organisation words in its own way.
@Suite struct OwnWordsTests {
  /// The only fault of the organisation's words.
  private func fault(_ lines: String, _ language: LetterLanguage) throws -> Fault? {
    let organisation = try Sample.organisation(adding: "\nwords:\n\(lines)\n")
    do {
      _ = try Wording(language, organisation)
      return nil
    } catch {
      #expect(error.faults.count == 1)
      return error.faults.first
    }
  }

  @Test func aStatementOfThePolicyIsSaidInWelshAndListedNoMore() throws {
    let own = "\nwords:\n  cy:\n    rule.statement.goodwill: Cynnig o ewyllys da yw hwn.\n"
    let letter = try Sample.letter("missed-visits", .welsh, Sample.organisation(adding: own))
    #expect(!letter.untranslated.contains("rule.statement.goodwill"))
    #expect(HTMLEmitter(.letter).page(of: letter.document).contains("<p>Cynnig o ewyllys da yw hwn."))
  }

  @Test func anEntryIsSaidAsTheOrganisationWordsIt() throws {
    let own = "\nwords:\n  en-GB:\n    close: Kind regards\n  cy:\n    close: Cofion cynnes\n"
    for (language, close) in [(LetterLanguage.english, "Kind regards"), (.welsh, "Cofion cynnes")] {
      let wording = try Wording(language, Sample.organisation(adding: own))
      #expect(wording(.close).inlines == [.text(close)])
    }
  }

  /// Whatever the language of the letter, all of the file is checked.
  @Test(arguments: LetterLanguage.allCases) func aWrongNameIsAFault(language: LetterLanguage) throws {
    let fault = try #require(try fault("  cy:\n    clos: Cofion", language))
    #expect(fault.code == .wordsUnknown && fault.mend == "Did you mean `close`?")
    #expect(fault.excerpt?.text.contains("clos: Cofion") == true && fault.place?.column == 5)
  }

  @Test(arguments: LetterLanguage.allCases) func aWrongValueIsAFault(language: LetterLanguage) throws {
    for text in ["Atebwch erbyn {date}.", "Atebwch erbyn {amount}.", "Atebwch.", "Atebwch erbyn {day"] {
      let fault = try #require(try fault("  cy:\n    accept.by: \"\(text)\"", language))
      #expect(fault.code == .wordsValue)
      #expect(fault.excerpt?.text.contains("accept.by") == true && fault.place?.column == 5)
    }
  }

  @Test(arguments: LetterLanguage.allCases) func anUnknownLanguageIsAFault(language: LetterLanguage) throws {
    let fault = try #require(try fault("  fr:\n    close: Cordialement", language))
    #expect(fault.code == .wordsUnknown && fault.mend == "Their languages: en-GB, cy.")
    #expect(fault.place?.column == 5)
  }
}

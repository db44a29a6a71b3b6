import Foundation
import RedressFiles
import Testing

@testable import RedressLetters

/// The two catalogues of words: English, which has every entry, and Welsh.
@Suite struct CatalogueTests {
  /// The names of the entries in a catalogue's file, in their order.
  private func names(_ file: String) throws -> [String] {
    let path = Sample.root.appending(path: "Sources/RedressLetters/Catalogues/\(file)").path
    let node = try YAMLReader().read(SourceText(path: path)).first
    return (node?["entries"]?.entries ?? []).map(\.key)
  }

  @Test func englishHasEachEntryOnceAndNoOther() throws {
    #expect(try names("en.yaml").sorted() == LetterEntry.allCases.map(\.rawValue).sorted())
    #expect(Set(Catalogue.english.entries.keys) == Set(LetterEntry.allCases))
  }

  @Test func welshStandsInTheOrderOfEnglish() throws {
    let welsh = try names("cy.yaml")
    #expect(try names("en.yaml").filter { welsh.contains($0) } == welsh)
  }

  @Test func eachWelshEntryHasTheValuesOfTheEnglish() {
    for (entry, template) in Catalogue.welsh.entries {
      #expect(template.values == Catalogue.english.entries[entry]?.values, "\(entry.rawValue)")
    }
  }

  @Test func everyEntryIsTranslated() {
    #expect(LetterEntry.allCases.filter { Catalogue.welsh.entries[$0] == nil }.map(\.rawValue) == [])
  }

  /// An entry that was copied and never translated would pass for Welsh. These have no words, or the same word.
  @Test func fewEntriesAreTheSameInBoth() {
    let same = LetterEntry.allCases.filter { Catalogue.welsh.entries[$0]?.text == Catalogue.english.entries[$0]?.text }
    #expect(same.map(\.rawValue) == ["left.item", "contact.post", "record.signer", "form.part"])
  }

  /// Before a value, these words would change its first letter, or be changed by it: “gan”, “am” and “â”.
  @Test func noWelshValueNeedsAMutation() throws {
    let words = ["am", "ar", "at", "dan", "dros", "gan", "heb", "hyd", "wrth", "â", "gyda", "tua", "yn", "neu", "a"]
    for (entry, template) in Catalogue.welsh.entries {
      for word in words {
        for value in ["name", "role", "organisation", "form", "policy", "list", "period", "reason", "refer"] {
          #expect(!" \(template.text)".lowercased().contains(" \(word) {\(value)}"), "\(entry.rawValue)")
        }
      }
    }
  }
}

import Foundation
import Redress
import RedressFiles
import Testing

/// What the letters of the bundled schemes say to residents.
@Suite struct BundledLetterTests {
  /// The words of an edition, each with the rule that it belongs to.
  private func words(_ scheme: String, _ edition: String) throws -> [(rule: String, say: String)] {
    let folder = URL(fileURLWithPath: #filePath).appending(path: "../../../../Matrices").standardized.path
    let matrix = try MatrixLibrary(folder: folder).edition(Literal.edition(edition), of: scheme).matrix
    let statements = (matrix.payment + matrix.statements).map { ($0.rule, $0.letter?.say) }
    let exclusions = matrix.exclusions.map { ($0.rule, $0.letter) }
    let windows = (matrix.windows + [matrix.acceptance].compactMap(\.self)).flatMap { window in
      window.steps.map { (window.rule, $0.letter) }
    }
    return (statements + exclusions + windows).compactMap { rule, say in
      say.map { (matrix.rules[rule.index].id, $0) }
    }
  }

  @Test(arguments: BundledSchemesTests.editions) func sentencesAreShort(scheme: String, edition: String) throws {
    let words = try words(scheme, edition)
    #expect(!words.isEmpty)
    var total = (sentences: 0, words: 0)
    for (rule, say) in words {
      let sentences = say.split { ".?!".contains($0) }.filter { $0.contains { !$0.isWhitespace } }
      let lengths = sentences.map { $0.split(separator: " ").count }
      #expect(say.last.map { ".?".contains($0) } == true, "\(rule): a whole sentence ends")
      #expect(lengths.allSatisfy { $0 <= 22 }, "\(rule): \(say)")
      total = (total.sentences + lengths.count, total.words + lengths.reduce(0, +))
    }
    // A sentence of a letter has fewer than 15 words, on average.
    #expect(total.words < 15 * total.sentences, "\(total.words) words in \(total.sentences) sentences")
  }

  /// Letters speak to the person, and never of them.
  @Test(arguments: BundledSchemesTests.editions) func theySpeakToThePerson(scheme: String, edition: String) throws {
    for (rule, say) in try words(scheme, edition) {
      for word in ["the customer", "the complainant", "the resident", "the Group", "the Trust", "policy#", "section "] {
        #expect(!say.contains(word), "\(rule): \(say)")
      }
    }
  }
}

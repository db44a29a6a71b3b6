@testable import RedressDocuments

/// What a resident reads of a letter in whole sentences: no addresses, tables, terms, lines to fill in, or the sheet
/// with the numbers of the record.
struct LetterSentences {
  /// Paragraphs and points, in reading order, each with its words alone.
  let passages: [String]

  init(_ document: Document, without record: Phrase) {
    passages = Self.passages(document.blocks, document.language, record)
  }

  private static func passages(_ blocks: [Block], _ language: Language, _ record: Phrase) -> [String] {
    blocks.flatMap { block -> [String] in
      switch block {
      case .section(let section):
        section.title == record ? [] : passages(section.blocks, language, record)
      case .paragraph(let phrase): [phrase.plainText(in: language)]
      case .list(let list):
        list.items.flatMap { [$0.phrase.plainText(in: language)] + passages($0.blocks, language, record) }
      case .note(let note): passages(note.blocks, language, record)
      case .definitions, .table, .lines, .form, .picture, .pageBreak: []
      }
    }
  }

  /// Each sentence as its words. One ends with a full stop, a question mark or an exclamation mark before a space or at
  /// the end of a passage; what ends without one, such as a greeting, is a sentence all the same.
  var sentences: [[Substring]] {
    passages.flatMap { passage -> [[Substring]] in
      var (sentences, sentence) = ([[Substring]](), [Substring]())
      for word in passage.split(whereSeparator: \.isWhitespace)
      where word.contains(where: { $0.isLetter || $0.isNumber }) {
        sentence.append(word)
        // An initial before a name, as in "J. Okafor", ends nothing.
        if let last = word.last, ".?!".contains(last), word.count > 2 {
          sentences.append(sentence)
          sentence = []
        }
      }
      return sentence.isEmpty ? sentences : sentences + [sentence]
    }
  }
}

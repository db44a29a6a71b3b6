import RedressDocuments

/// A phrase as words to be put into Braille, each run of one table on its own.
struct BraillePhrase {
  /// A word of print. No line ends after one that stays with the next.
  struct Word: Hashable {
    var print: String
    var staysWithNext = false
  }

  /// Words that are put into Braille together, as contractions depend on neighbours.
  struct Run: Hashable {
    let table: BrailleTable
    /// Whether no space parts it from the run before.
    let joinsPrevious: Bool
    var words: [Word]

    var print: String { words.map(\.print).joined(separator: " ") }
  }

  private(set) var runs: [Run] = []
  private var isInsideWord = false
  /// Longer codes, such as digests, are written letter by letter: contractions would only hide them.
  private static let longestContracted = 24

  init(_ phrase: Phrase, in language: Language) { append(phrase, in: language) }

  private mutating func append(_ phrase: Phrase, in language: Language) {
    let table = BrailleTable(for: language)
    for inline in phrase.inlines {
      switch inline {
      case .text(let text): append(text, table)
      case .strong(let phrase): append(phrase, in: language)
      case .code(let words):
        append(words.text, words.text.count > Self.longestContracted ? .uncontracted : table.forFigures)
      case .money(let sum): append(sum.description, table.forFigures)
      case .day(let day): append(language.text(of: day), table, isKeptWhole: true)
      case .citation(let citation): append(citation.text, table)
      case .foreign(let other, let phrase): append(phrase, in: other)
      }
    }
  }

  private mutating func append(_ text: String, _ table: BrailleTable, isKeptWhole: Bool = false) {
    for scalar in text.unicodeScalars {
      switch CharacterRole(of: scalar) {
      case .letter: append(String(scalar), to: table)
      case .control, .hidden: append(scalar.spelledOut, to: table)
      case .space: endWord(staysWithNext: isKeptWhole)
      case .noBreakSpace: endWord(staysWithNext: true)
      }
    }
  }

  private mutating func append(_ print: String, to table: BrailleTable) {
    if !isInsideWord, print.first?.isNumber == true, runs.last?.words.last?.print.last?.isNumber == true {
      // Together, liblouis takes the numbers of "AN1 2BC" for one of three digits.
      runs[runs.count - 1].words[runs[runs.count - 1].words.count - 1].staysWithNext = true
      runs.append(Run(table: table, joinsPrevious: false, words: [Word(print: print)]))
    } else if runs.last?.table != table {
      runs.append(Run(table: table, joinsPrevious: isInsideWord, words: [Word(print: print)]))
    } else if isInsideWord {
      runs[runs.count - 1].words[runs[runs.count - 1].words.count - 1].print += print
    } else {
      runs[runs.count - 1].words.append(Word(print: print))
    }
    isInsideWord = true
  }

  private mutating func endWord(staysWithNext: Bool) {
    if isInsideWord, staysWithNext {
      runs[runs.count - 1].words[runs[runs.count - 1].words.count - 1].staysWithNext = true
    }
    isInsideWord = false
  }
}

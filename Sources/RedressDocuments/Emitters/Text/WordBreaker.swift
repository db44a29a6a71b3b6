/// Parts a phrase into words, with every character from outside made harmless.
struct WordBreaker {
  let language: Language
  private(set) var words: [Word] = []
  /// Whether the next fragment belongs to the word before it.
  private var isInsideWord = false

  init(_ language: Language) { self.language = language }

  static func words(of phrase: Phrase, in language: Language, isStrong: Bool = false) -> [Word] {
    var breaker = WordBreaker(language)
    breaker.append(phrase, isStrong: isStrong)
    return breaker.words
  }

  private mutating func append(_ phrase: Phrase, isStrong: Bool) {
    for inline in phrase.inlines {
      switch inline {
      case .text(let text): append(text, isStrong: isStrong)
      case .strong(let phrase): append(phrase, isStrong: true)
      case .code(let words): append(words.text, isStrong: isStrong)
      case .money(let sum): append(Fragment(text: sum.description, isStrong: isStrong, isKeptWhole: true))
      case .day(let day): append(Fragment(text: language.text(of: day), isStrong: isStrong, isKeptWhole: true))
      case .citation(let citation): append(citation.text, isStrong: isStrong)
      case .foreign(let language, let phrase): append(phrase, of: language, isStrong: isStrong)
      }
    }
  }

  private mutating func append(_ phrase: Phrase, of language: Language, isStrong: Bool) {
    var breaker = WordBreaker(language)
    (breaker.words, breaker.isInsideWord) = (words, isInsideWord)
    breaker.append(phrase, isStrong: isStrong)
    (words, isInsideWord) = (breaker.words, breaker.isInsideWord)
  }

  private mutating func append(_ text: String, isStrong: Bool) {
    var pending = ""
    for scalar in text.unicodeScalars {
      switch CharacterRole(of: scalar) {
      case .letter: pending.unicodeScalars.append(scalar)
      case .noBreakSpace: pending += " "
      case .control, .hidden: pending += scalar.spelledOut
      case .space:
        append(Fragment(text: pending, isStrong: isStrong))
        pending = ""
        isInsideWord = false
      }
    }
    append(Fragment(text: pending, isStrong: isStrong))
  }

  private mutating func append(_ fragment: Fragment) {
    guard !fragment.text.isEmpty else { return }
    if isInsideWord {
      words[words.count - 1].fragments.append(fragment)
    } else {
      words.append(Word(fragments: [fragment]))
    }
    isInsideWord = true
  }
}

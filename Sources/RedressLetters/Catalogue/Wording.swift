import Redress
import RedressDocuments
import RedressFiles

/// The words of one letter: those of its language and, where an entry is missing there, the English ones, marked as
/// English and noted for the staff.
final class Wording {
  /// The language of the letter.
  let language: Language
  private let catalogue: Catalogue
  private let fallback: Catalogue
  /// What is said in English in a letter of another language, each once, in the order in which it was needed.
  private(set) var untranslated: [String] = []

  /// - Throws: the faults of the organisation's own words.
  init(_ language: LetterLanguage, _ organisation: Organisation) throws(FaultList) {
    self.language = language.document
    let english = try Catalogue.english.with(organisation)
    fallback = english
    catalogue = language == .english ? english : try language.catalogue.with(organisation)
  }

  /// What an entry says.
  func callAsFunction(_ entry: LetterEntry, _ values: [WordsTemplate.Value: Phrase] = [:]) -> Phrase {
    if let template = catalogue.entries[entry] { return template.phrase(values) }
    note(entry.rawValue)
    guard let template = fallback.entries[entry] else { preconditionFailure("no entry \(entry.rawValue)") }
    return english(template.phrase(values))
  }

  /// What a rule of a matrix says, as the organisation words it, or as the matrix does.
  func rule(_ id: String, _ text: String) -> Phrase {
    if let own = catalogue.rules["rule.\(id)"] { return Phrase(own) }
    let words = Words(text, ifBlank: "not stated").keptTogether
    if isEnglish { return Phrase(fallback.rules["rule.\(id)"] ?? words) }
    note("rule.\(id)")
    return english(Phrase(fallback.rules["rule.\(id)"] ?? words))
  }

  /// Words that a person typed, which are English unless the letter part says otherwise.
  func typed(_ words: Words, in stated: LetterLanguage) -> Phrase {
    let words = Phrase(words.keptTogether)
    return stated.document == language ? words : "\(words, in: stated.document)"
  }

  /// Phrases as a list in a sentence: `a, b and c`. `nil` when there are none.
  func list(_ phrases: [Phrase]) -> Phrase? {
    guard let last = phrases.last, let before = phrases.dropLast().first else { return phrases.first }
    let comma = phrases.dropLast().dropFirst().reduce(before) { "\($0), \($1)" }
    return "\(comma) \(self(.listAnd)) \(last)"
  }

  /// A length of time: `28 days`. Languages differ in what a number does to the word after it, so the two are one
  /// entry.
  func period(_ period: Period) -> Phrase {
    let (one, more): (LetterEntry, LetterEntry) =
      switch period.unit {
      case .days: (.periodDay, .periodDays)
      case .workingDays: (.periodWorkingDay, .periodWorkingDays)
      case .weeks: (.periodWeek, .periodWeeks)
      case .months: (.periodMonth, .periodMonths)
      case .years: (.periodYear, .periodYears)
      }
    return period.count == 1 ? self(one) : self(more, [.count: "\(period.count)"])
  }

  /// English words that no catalogue holds, such as the working of a sum.
  func english(_ phrase: Phrase) -> Phrase {
    isEnglish ? phrase : "\(phrase, in: .english)"
  }

  /// A picture that is described in English.
  func english(_ picture: Picture) -> Picture {
    isEnglish
      ? picture
      : Picture(picture.kind, base64: picture.base64, alternative: picture.alternative, in: .english)
  }

  var isEnglish: Bool { language == .english }

  private func note(_ name: String) {
    if !untranslated.contains(name) { untranslated.append(name) }
  }
}

/// A language that letters are written in.
public enum LetterLanguage: String, CaseIterable, Hashable, Sendable {
  /// As the command is told.
  case english = "en"
  case welsh = "cy"

  /// With the names of its months.
  var document: Language {
    switch self {
    case .english: .english
    case .welsh: .welsh
    }
  }

  var catalogue: Catalogue {
    switch self {
    case .english: .english
    case .welsh: .welsh
    }
  }
}

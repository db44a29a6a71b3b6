/// How hard a text is to read: the grade of Flesch and Kincaid, and five years more for the age.
///
/// J. P. Kincaid, R. P. Fishburne, R. L. Rogers and B. S. Chissom, Derivation of new readability formulas, Research
/// Branch Report 8-75, Naval Technical Training Command, 1975: 0.39 × words in a sentence + 11.8 × syllables in a word
/// − 15.59. It is a figure about a text and no sum of money, so it is a floating one.
struct ReadingAge: CustomStringConvertible {
  let sentences: Int
  let words: Int
  let syllables: Int
  let longest: Int

  init(_ sentences: [[Substring]]) {
    self.sentences = sentences.count
    words = sentences.map(\.count).reduce(0, +)
    syllables = sentences.joined().map { Syllables.count(in: $0) }.reduce(0, +)
    longest = sentences.map(\.count).max() ?? 0
  }

  var wordsInASentence: Double { Double(words) / Double(sentences) }
  var grade: Double { 0.39 * wordsInASentence + 11.8 * Double(syllables) / Double(words) - 15.59 }
  var age: Double { grade + 5 }

  var description: String {
    func tenths(_ value: Double) -> String {
      let tenths = Int((value * 10).rounded())
      return "\(tenths / 10).\(tenths % 10)"
    }
    return
      "\(words) words, \(tenths(wordsInASentence)) in a sentence, the longest \(longest), reading age \(tenths(age))"
  }
}

/// Counts the syllables of English words: groups of vowels, less those that are silent.
enum Syllables {
  /// Words of letters that the rule counts wrongly.
  private static let exceptions = [
    "area": 3, "because": 2, "being": 2, "carelessly": 3, "client": 2, "does": 1, "doing": 2, "every": 2,
    "everybody": 4, "everything": 3, "evening": 2, "going": 2, "idea": 3, "ideas": 3, "leaseholder": 3, "lying": 2,
    "maybe": 2, "movement": 2, "people": 2, "placement": 2, "quiet": 2, "react": 2, "really": 3, "reality": 4,
    "science": 2, "seeing": 2, "sometimes": 2, "somebody": 3, "someone": 2, "something": 2, "statement": 2,
    "themselves": 2, "trial": 2, "usual": 3, "website": 2, "whole": 1, "yourselves": 2, "create": 2, "created": 3,
    "period": 3, "various": 3, "previous": 3, "serious": 3, "radiator": 4, "radiators": 4, "mediation": 4,
    "association": 5, "electrician": 4, "obvious": 3, "material": 4, "io": 2, "careful": 2, "carefully": 3,
    "homeless": 2, "inconvenience": 5, "elsewhere": 2, "therefore": 2, "lifeline": 2, "safely": 2, "lately": 2,
    "largely": 2,
  ]

  static func count(in word: Substring) -> Int {
    // A number or a sum counts as one.
    if word.contains(where: \.isNumber) { return 1 }
    // Parts of a word with a hyphen are counted on their own.
    let parts = word.split(whereSeparator: { "-–/’'".contains($0) })
    return max(1, parts.map { countPart($0.lowercased().filter(\.isLetter)) }.reduce(0, +))
  }

  private static func countPart(_ word: String) -> Int {
    if word.isEmpty { return 0 }
    if let known = exceptions[word] { return known }
    let letters = Array(word)
    var count = 0
    for (place, letter) in letters.enumerated() where isVowel(letter) {
      if place == 0 || !isVowel(letters[place - 1]) { count += 1 }
    }
    if letters.count > 2 {
      if word.hasSuffix("e"), !word.hasSuffix("le") || isVowel(letters[letters.count - 3]) {
        count -= isEnding(letters)
      }
      if word.hasSuffix("ed"), !word.hasSuffix("ted"), !word.hasSuffix("ded"), !isVowel(letters[letters.count - 3]) {
        count -= 1
      }
      if word.hasSuffix("es"), ["ces", "ges", "ses", "zes", "xes", "hes", "ies"].allSatisfy({ !word.hasSuffix($0) }),
        !isVowel(letters[letters.count - 3])
      {
        count -= 1
      }
    }
    // The parts of a single letter left over by an apostrophe, as in "don’t", are no syllable of their own.
    return letters.count == 1 && !isVowel(letters[0]) ? 0 : max(1, count)
  }

  /// Whether the last letter, an e, is silent: it is after a consonant, and not the only vowel.
  private static func isEnding(_ letters: [Character]) -> Int {
    let before = letters[letters.count - 2]
    return !isVowel(before) && letters.dropLast().contains(where: isVowel) ? 1 : 0
  }

  private static func isVowel(_ letter: Character) -> Bool { "aeiouy".contains(letter) }
}

import Testing

@testable import RedressLetters

/// Letters are short sentences of plain words. The figures are printed, letter by letter.
@Suite(.serialized) struct ReadabilityTests {
  private static let english = FixtureLetter.all.filter { $0.name != "offer-welsh" && $0.kind != .financeSheet }

  @Test(arguments: english) func aLetterIsReadByAPersonOfEleven(letter: FixtureLetter) throws {
    let maker = try FixtureMaker(letter)
    let document = try maker.written().letter.document
    let record = try #require(Catalogue.english.entries[.recordTitle]).phrase([:])
    let age = ReadingAge(LetterSentences(document, without: record).sentences)
    print("\(letter): \(age)")
    #expect(age.words > 100)
    #expect(age.wordsInASentence < 15)
    #expect(age.age <= 11)
    #expect(age.longest <= 30)
  }

  @Test(arguments: [
    ("the", 1), ("tenancy", 3), ("offered", 2), ("wanted", 2), ("decided", 3), ("missed", 1), ("table", 2),
    ("people", 2), ("complaint", 2), ("ombudsman", 3), ("decision", 3), ("phone", 1), ("prices", 2), ("comes", 1),
    ("housing", 2), ("£40.00", 1), ("right-to-repair", 4), ("don’t", 1), ("Service", 2), ("apologies", 4),
    ("inconvenience", 5), ("compensation", 4), ("mediation", 4), ("goes", 1), ("We", 1), ("be", 1),
  ]) func syllablesAreCountedAsTheyAreSpoken(word: String, count: Int) {
    #expect(Syllables.count(in: word[...]) == count, "\(word)")
  }

  @Test func theFormulaGivesWhatItsAuthorsGive() {
    // Ten words of one syllable each in one sentence: 0.39 × 10 + 11.8 − 15.59 = 0.11, and five years.
    let age = ReadingAge([["the", "cat", "sat", "on", "the", "mat", "and", "the", "dog", "ran"]])
    #expect(abs(age.age - 5.11) < 0.000_001)
  }
}

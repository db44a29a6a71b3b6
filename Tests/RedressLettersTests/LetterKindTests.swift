import RedressLetters
import Testing

@Suite struct LetterKindTests {
  @Test func isNamedInPlainWords() { #expect(LetterKind.offer.rawValue == "offer") }
}

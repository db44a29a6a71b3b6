import Redress
import Testing

@testable import RedressDocuments

/// The tables of a small matrix to the letter: who signs beside the ladder, and where a complaint goes next.
@Suite struct MatrixSigningTests {
  private let tables = SmallMatrix.tables

  @Test func aRefusalNamesWhoSignsIt() {
    let expected = """
      Who signs a refusal
      -------------------

      Signed by               Manager or Director
      Paragraph and readings  paragraph 4. Reading: first-day.

      """
    #expect(text(width: 80) { tables.refusals } == expected)
  }

  @Test func aReviewNamesWhoMayNotSignIt() {
    let expected = """
      Reviews
      -------

      A review where          accepted-on is stated
      Who may not sign it     whoever is named in evidence
      Paragraph and readings  paragraph 5.

      """
    #expect(text(width: 80) { tables.review } == expected)
  }

  @Test func anOmbudsmanIsStatedOrSuggested() {
    let expected = """
      Which ombudsman or tribunal
      ---------------------------

      Stated in                customer
      Where nothing is stated  “an owner”, where insured is yes
      Paragraph and readings   paragraph 4. Reading: lookout.

      """
    #expect(text(width: 80) { tables.ombudsman } == expected)
  }
}

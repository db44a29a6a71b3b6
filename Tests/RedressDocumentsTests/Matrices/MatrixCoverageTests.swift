import Redress
import Testing

@testable import RedressDocuments

/// The tables of a small matrix to the letter: the edition, who is covered, and by when.
@Suite struct MatrixCoverageTests {
  private let tables = SmallMatrix.tables

  @Test func theEditionIsSeenAtAGlance() {
    let expected = """
      At a glance
      -----------

      Organisation      Small & Sons <Homes>
      Scheme            small
      Edition           2025-04-01
      Status            draft: it may change; it prices, and no offer under it can be
                        signed
      In force from     1 April 2025
      Review by         no day is stated
      Chosen by         claimed-on; where that is not stated, happened-on
      Digest            sha256:0
      Rules             12
      Readings          5: 4 settled, 1 asked on each case that meets them
      Open readings     1 that nobody has decided yet: lookout
      Facts, decisions  16 facts to state, 3 decisions to record

      """
    #expect(text(width: 80) { tables.atAGlance } == expected)
  }

  @Test func whoIsCoveredIsToldByWhoIsNot() {
    let expected = """
      Who and what is covered
      -----------------------

      A case is covered unless one of these rules leaves it out. Nobody may make an
      exception unless the row names the decision that makes it.

      What is not covered

      Who is covered (scope.customer)
        It applies when: customer is “a visitor”.
        What the person is told: “Visitors are not covered.”
        Paragraph and readings: paragraph 1.

      """
    #expect(text(width: 80) { tables.scope } == expected)
  }

  @Test func exclusionsSayWhenWhatAndWhoMayMakeAnException() {
    let expected = """
      Exclusions
      ----------

      An exclusion takes out the item that it is stated of; stated of the case, it is
      taken to hold for all its items. Nobody may make an exception unless the row
      names the decision that makes it.

      What is excluded

      Insured losses (exclusion.insured)
        It applies when: insured is yes.
        What the person is told: “This is a matter for insurance.” The letter says:
          “Please ask your insurer.” It belongs to: the insurer. An exception may be
          made by the decision insured-part (Manager and Director together).
        Paragraph and readings: paragraph 1; paragraph 2. Reading: lookout.

      """
    #expect(text(width: 80) { tables.exclusions } == expected)
  }

  @Test func eachStepOfAWindowSaysHowLongAndWhatThen() {
    let expected = """
      Time limits
      -----------

      Time to claim
      ~~~~~~~~~~~~~

      Rule                    Time to claim (claim-window)
      Runs from               happened-on
      Until                   claimed-on
      Never late while        insured is yes
      Paragraph and readings  paragraph 2. Reading: first-day.

      Each step, in order

      Step  When                       What then
      ----  -------------------------  -----------------------------------------------
         1  Within 28 days. Day one    In time.
            is the day after.

         2  Within 6 months. Day one   In time only by the decision late-claim
            is the day after. Where    (whoever may authorise the sum). Until somebody
            the last month has no      decides, it is a question. If it is refused,
            such day, they end on its  the person is told: “It came after 28 days.”
            last day.

         3  Later than that. Only      Noted as late. It does not change the sum. A
            where evidence is stated.  note is kept.

         4  Later than that.           Refused, unless the decision late-claim
                                       (whoever may authorise the sum) accepts it. If
                                       it is refused, the person is told: “It came
                                       after six months.”

      """
    #expect(text(width: 80) { tables.windows } == expected)
  }

  @Test func theTimeToAcceptIsAWindow() {
    let expected = """
      Time to accept
      --------------

      Rule                    Time to accept (acceptance-window)
      Runs from               offered-on
      Until                   accepted-on
      A later last day        as agreed, stated in more-time-to
      Paragraph and readings  paragraph 4. Reading: first-day.

      Each step, in order

      Step  When                         What then
      ----  ---------------------------  ---------------------------------------------
         1  Within 10 working days. Day  In time.
            one is the day itself.

         2  Later than that.             Refused. No exception. The person is told:
                                         “The offer had lapsed.” The letter says: “It
                                         is too late.”

      """
    #expect(text(width: 80) { tables.acceptance } == expected)
  }
}

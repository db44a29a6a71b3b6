import Redress
import Testing

@testable import RedressDocuments

/// The tables of a small matrix to the letter: readings and paragraphs.
@Suite struct MatrixReadingTests {
  private let tables = SmallMatrix.tables

  @Test func readingsStandByWhatIsLeftToDo() {
    let expected = """
      Readings
      --------

      Where the policy is silent or unclear, a reading says how it is understood, why,
      and who decided so. Unless it is said otherwise, decided by A. Owner on
      1 May 2025.

      Open
      ~~~~

      Readings that nobody has decided yet

      Reading  Question                Answer, and why       Used by
      -------  ----------------------  --------------------  -------------------------
      lookout  Is a look-out covered?  Yes. Why: The paper   exclusion.insured, which
               (paragraph 5)           is silent.            ombudsman or tribunal

      Asked on each case
      ~~~~~~~~~~~~~~~~~~

      Readings that a person answers whenever a case meets them

      Reading  Question             Answer, and why                       Used by
      -------  -------------------  ------------------------------------  ------------
      gap      What of £100.01 to   A person is asked (Manager). Why:     head.trouble
               £100.99?             The paper is silent.

      Settled
      ~~~~~~~

      Readings that every case follows

      Reading    Question    Answer, and why           Used by
      ---------  ----------  ------------------------  -------------------------------
      first-day  Which day   The next day. Why: The    claim-window,
                 is day      paper is silent.          acceptance-window, the decision
                 one?                                  late-claim, who signs a refusal

      in-kind    Flowers     No. Why: The paper is     head.trouble
                 above Low?  silent.

      placed     Is a flood  No. Why: The paper is     head.trouble
                 ever Low?   silent. Here decided by
                             B. Other on 1 May 2025.

      """
    #expect(text(width: 80) { tables.readings } == expected)
  }

  @Test func everyParagraphListsWhatRestsOnIt() {
    let expected = """
      Sources, clause by clause
      -------------------------

      Redress Policy, version 1
      ~~~~~~~~~~~~~~~~~~~~~~~~~

      What rests on each paragraph

      Paragraph    What rests on it
      -----------  -------------------------------------------------------------------
      paragraph 1  Who is covered (scope.customer); Insured losses (exclusion.insured)

      paragraph 2  Insured losses (exclusion.insured); Time to claim (claim-window);
                   the decision late-claim

      paragraph 3  Trouble (head.trouble); Costs (head.costs); Total (total); Receipts
                   (payment.receipts); level Low of head.trouble

      paragraph 4  Arrears (set-off); Who may authorise (authority); Time to accept
                   (acceptance-window); The Ombudsman (statement.ombudsman); step 1 of
                   authority; who signs a refusal; which ombudsman or tribunal; the
                   decision disputed

      paragraph 5  level High of head.trouble; who may not sign a review; the reading
                   lookout

      House rules
      ~~~~~~~~~~~

      What rests on each paragraph

      Paragraph            What rests on it
      -------------------  -------------------------------
      order of deductions  Earlier payments (already-paid)

      """
    #expect(text(width: 80) { tables.sources } == expected)
  }
}

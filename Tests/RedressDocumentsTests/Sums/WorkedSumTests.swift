import Redress
import RedressDocuments
import Testing

/// Worked sums under the small matrix, to the letter.
@Suite struct WorkedSumTests {
  private func text(_ sum: WorkedSum) -> String { TextEmitter(width: 80).text(of: sum.document) }

  @Test func anAwardBeginsAndEndsWithWhatItComesTo() {
    let expected = """
      C-1: an offer of £147.00
      ========================

      Policy               Small & Sons <Homes>, Redress Policy, edition 2025-04-01
      In kind              £15.00
      Credited to arrears  £90.00
      To be paid           £42.00
      Authorised by        the Manager
      Accept by            23 October 2026

      Note: This edition is a draft: it prices, and no offer under it can be signed.

      Note: 1 of its readings is open: nobody has decided it yet.

      The sum
      -------

      Item by item, to what is paid

      Line  For                       Paragraph     Amount
      ----  ------------------------  -----------  -------
         6  Item 1: Trouble           paragraph 3   £90.00
         7  Item 2: Costs             paragraph 3   £42.00
         8  Item 3: Trouble, in kind  paragraph 3   £15.00
         9  Total                     paragraph 3  £147.00
        11  Set against arrears       paragraph 4  −£90.00
      ----  ------------------------  -----------  -------
      Given in kind                                 £15.00
      To be paid                                    £42.00

      How it was decided
      ------------------

      The rules that had an effect, in order

      Line  What was found                                                 Paragraph
      ----  -------------------------------------------------------------  -----------
         3  Time to claim, item 1: 7 October 2026 is in time: the last     paragraph 2
            day was 10 October 2026, 28 days from 12 September 2026.

         4  Time to claim, item 2: 7 October 2026 is in time: the last     paragraph 2
            day was 10 October 2026, 28 days from 12 September 2026.

         5  Time to claim, item 3: 7 October 2026 is in time: the last     paragraph 2
            day was 10 October 2026, 28 days from 12 September 2026.

         6  Trouble, item 1: Low, £0.01 to £100.00: £90.00 by bank         paragraph 3
            transfer.

         7  Costs, item 2: £42.00.                                         paragraph 3

         8  Trouble, item 3: Low, £0.01 to £100.00: £15.00 in kind, as     paragraph 3
            flowers.

         9  Total: £90.00 + £42.00 + £15.00 = £147.00, of which £15.00 in  paragraph 3
            kind.

        11  Arrears: £95.00 is owed. £90.00 of the offer may be set        paragraph 4
            against arrears: £90.00 is credited.

        12  Arrears: rent-owed: £90.00 of the £95.00 owed is credited,     paragraph 4
            £5.00 stays owed.

        13  Arrears, item 1: £90.00 comes off this item, which leaves      paragraph 4
            £0.00.

        14  Who may authorise: £147.00 may be authorised by the Manager,   paragraph 4
            or by a later step.

        15  Time to accept: The last day to accept is 23 October 2026, 10  paragraph 4
            working days from 12 October 2026.

      What the letter says
      --------------------

      What must be in it

      Line  What is said                 Paragraph
      ----  ---------------------------  -----------
        17  The Ombudsman may be asked.  paragraph 4

      Not used, and why
      -----------------

      Looked at, and without effect here

      Line  What was found                                         Paragraph
      ----  -----------------------------------------------------  -------------------
         1  Who is covered: Does not apply (customer: tenant).     paragraph 1

         2  Insured losses: Not said, so taken as not so.          paragraph 1;
                                                                   paragraph 2

        10  Earlier payments: No earlier payment (already-paid:    House rules: order
            not said, taken as none).                              of deductions

        16  Receipts, item 2: Does not apply (receipts: £42.00;    paragraph 3
            evidence: not said).

      Offer £147.00: £42.00 is paid, £90.00 is credited to arrears, £15.00 is given in
      kind. To be authorised by the Manager. To be accepted by 23 October 2026.

      """
    #expect(text(SmallCase.awarded) == expected)
  }

  @Test func aQuestionSaysWhoMayAnswerAndHowToRecordIt() {
    let expected = """
      C-1: not decided yet
      ====================

      Policy  Small & Sons <Homes>, Redress Policy, edition 2025-04-01

      Note: This edition is a draft: it prices, and no offer under it can be signed.

      Note: 1 of its readings is open: nobody has decided it yet.

      Questions to answer first
      -------------------------

      1. Item 1: What of £100.01 to £100.99? The paper is silent.

         Who may answer  Manager
         To record it    change the item so that the policy provides for it, or have
                         the policy's owner answer the reading gap
         Paragraph       paragraph 3

      How it was decided
      ------------------

      The rules that had an effect, in order

      Line  What was found                                                  Paragraph
      ----  --------------------------------------------------------------  ----------
         3  Time to claim, item 1: 7 October 2026 is in time: the last day  paragraph
            was 10 October 2026, 28 days from 12 September 2026.            2

         4  Trouble, item 1: Cannot be priced yet. What of £100.01 to       paragraph
            £100.99?                                                        3

      Not used, and why
      -----------------

      Looked at, and without effect here

      Line  What was found                                      Paragraph
      ----  --------------------------------------------------  ----------------------
         1  Who is covered: Does not apply (customer: tenant).  paragraph 1

         2  Insured losses: Not said, so taken as not so.       paragraph 1; paragraph
                                                                2

         5  Costs: Nothing was claimed under this head.         paragraph 3

      Not tried: something before it already decided, or stands in the way.

      Line  Rule               Paragraph
      ----  -----------------  --------------------------------
         6  Total              paragraph 3
         7  Earlier payments   House rules: order of deductions
         8  Arrears            paragraph 4
         9  Who may authorise  paragraph 4
        10  Time to accept     paragraph 4
        11  Receipts           paragraph 3
        12  The Ombudsman      paragraph 4

      Not decided: 1 question is open.

      """
    #expect(text(SmallCase.undecided) == expected)
  }

  @Test func aRefusalBeginsWithItsReasons() {
    let expected = """
      C-1: refused
      ============

      Policy  Small & Sons <Homes>, Redress Policy, edition 2025-04-01

      Note: This edition is a draft: it prices, and no offer under it can be signed.

      Note: 1 of its readings is open: nobody has decided it yet.

      Why it is refused
      -----------------

      - Visitors are not covered. (paragraph 1)

      How it was decided
      ------------------

      The rules that had an effect, in order

      Line  What was found                                                 Paragraph
      ----  -------------------------------------------------------------  -----------
         1  Who is covered: Applies (customer: visitor). Visitors are not  paragraph 1
            covered.

      What the letter says
      --------------------

      What must be in it

      Line  What is said                 Paragraph
      ----  ---------------------------  -----------
        12  The Ombudsman may be asked.  paragraph 4

      Not used, and why
      -----------------

      Looked at, and without effect here

      Line  What was found                                 Paragraph
      ----  ---------------------------------------------  ------------------------
         2  Insured losses: Not said, so taken as not so.  paragraph 1; paragraph 2
        11  Receipts: Said only with an offer.             paragraph 3

      Not tried: something before it already decided, or stands in the way.

      Line  Rule               Paragraph
      ----  -----------------  --------------------------------
         3  Time to claim      paragraph 2
         4  Trouble            paragraph 3
         5  Costs              paragraph 3
         6  Total              paragraph 3
         7  Earlier payments   House rules: order of deductions
         8  Arrears            paragraph 4
         9  Who may authorise  paragraph 4
        10  Time to accept     paragraph 4

      Decisions on record that no rule asked for
      ------------------------------------------

      - disputed, by A. Owner on 1 October 2026

      Refused. No sum is due under this policy; the letter gives the reasons and the
      rights.

      """
    #expect(text(SmallCase.refused) == expected)
  }
}

import Redress
import Testing

@testable import RedressDocuments

/// The tables of a small matrix to the letter: heads, sums, arrears and who signs.
@Suite struct MatrixMoneyTests {
  private let tables = SmallMatrix.tables

  @Test func eachHeadSaysHowItIsPriced() {
    let expected = """
      What may be offered
      -------------------

      Trouble
      ~~~~~~~

      Rule                    Trouble (head.trouble)
      In a case file          trouble
      How it is priced        a person judges the level (level) and picks an amount
                              within its band (amount). The amount is picked by the
                              Manager.
      Forms                   form: “bank transfer” or “flowers”
      In kind                 “flowers” at Low only; elsewhere, see the reading
                              in-kind. No.
      Arrears                 may be taken from it
      Paragraph and readings  paragraph 3. Reading: in-kind.

      The band of each level

      Level     From        To  Who signs, if it is the whole offer        Paragraph
      -----  -------  --------  -----------------------------------------  -----------
      Low      £0.01   £100.00  Manager                                    paragraph 3

      High   £101.00  no limit  Manager; higher up, Manager together with  paragraph 5
                                Director

      Signs of each level

      - Low
        - a mild nuisance
      - High

      Points of their own

      - No band holds £100.01 to £100.99. See the reading gap. A person is asked
        (Manager).
      - Where insured is yes, the policy itself puts the item at High. For any other
        level, see the reading placed. No.

      Costs
      ~~~~~

      Rule                    Costs (head.costs)
      In a case file          costs
      In a letter             For what you spent
      How it is priced        what was really spent: the total of the receipts
                              (receipts). Without receipts, the sum that is stated
                              (amount), shown by other evidence (evidence) or with
                              proof to come.
      Arrears                 are never taken from it
      Paragraph and readings  paragraph 3.

      """
    #expect(text(width: 80) { tables.heads } == expected)
  }

  @Test func theTotalIsASum() {
    let expected = """
      The total
      ---------

      Rule                    Total (total)
      How it is made          all items are added up
      Paragraph and readings  paragraph 3.

      """
    #expect(text(width: 80) { tables.total } == expected)
  }

  @Test func earlierPaymentsSayTheirOrder() {
    let expected = """
      Earlier payments
      ----------------

      Rule                    Earlier payments (already-paid)
      Stated in               already-paid
      In which order          from items that arrears may be taken from, in the order
                              of the case, then from the others
      Paragraph and readings  House rules: order of deductions.

      """
    #expect(text(width: 80) { tables.earlierPayments } == expected)
  }

  @Test func arrearsSayFromWhatTheyAreTaken() {
    let expected = """
      Arrears
      -------

      Rule                    Arrears (set-off)
      Debts, in order         rent-owed, then charges-owed
      Disputed part           owed-disputed stays out, unless the decision disputed
                              (Manager or Director) accepts it
      Taken from              Trouble (head.trouble)
      Never taken from        Costs (head.costs)
      Not done when           customer is “an owner” or “a visitor”
      Paragraph and readings  paragraph 4.

      """
    #expect(text(width: 80) { tables.arrears } == expected)
  }

  @Test func theLadderNamesItsSigners() {
    let expected = """
      Who may authorise
      -----------------

      Rule                    Who may authorise (authority)
      Measured on             the whole total, in kind and costs included, before
                              earlier payments and arrears
      Higher steps            whoever may sign at a later step may sign at an earlier
                              one
      Paragraph and readings  paragraph 4.

      The ladder

      Step  A total up to  May be signed by                Paragraph
      ----  -------------  ------------------------------  ------------
         1        £250.00  Manager                         paragraph 4
         2       no limit  Manager together with Director  no paragraph

      """
    #expect(text(width: 80) { tables.authority } == expected)
  }

  @Test func paymentSaysWhatItWaitsFor() {
    let expected = """
      What payment waits for
      ----------------------

      Before money is paid

      Receipts (payment.receipts)
        When: On an offer, for each item of costs, where receipts is not stated and
          evidence is not stated.
        What is said: Payment waits for receipts.
        Paragraph and readings: paragraph 3.

      """
    #expect(text(width: 80) { tables.payment } == expected)
  }

  @Test func lettersSayTheirStatements() {
    let expected = """
      What letters say
      ----------------

      In the letter to the person

      The Ombudsman (statement.ombudsman)
        When: On an offer and on a refusal.
        What is said: The Ombudsman may be asked. The letter says, with the next
          steps: “You can ask the Ombudsman.”
        Paragraph and readings: paragraph 4.

      """
    #expect(text(width: 80) { tables.letters } == expected)
  }
}

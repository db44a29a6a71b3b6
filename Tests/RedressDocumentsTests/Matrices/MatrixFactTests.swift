import Redress
import Testing

@testable import RedressDocuments

/// The tables of a small matrix to the letter: facts, decisions and roles.
@Suite struct MatrixFactTests {
  private let tables = SmallMatrix.tables

  @Test func factsSayWhatLeavingThemOutMeans() {
    let expected = """
      Facts to state
      --------------

      What a person states of a case, or of one item of it

      Fact           Question                Answer
      -------------  ----------------------  -----------------------------------------
      happened-on    When was it? The last   A day, of the case or an item. Needed
                     day, if it went on.     once a rule reads it.

      claimed-on     When was it claimed?    A day, of the case. Needed once a rule
                                             reads it. Not before happened-on.

      customer       Who is it?              One of its choices, of the case. Needed
                                             once a rule reads it.

      insured        Is it insured?          Yes or no, of the case or an item. Left
                                             out: no.

      level          How bad was it?         One of its choices, of an item. Needed
                                             once a rule reads it.

      amount         How much?               A sum, of an item. May be left out.

      receipts       What was spent?         Sums with their receipts, of an item. May
                                             be left out.

      evidence       What else shows it?     Words, of an item. May be left out.

      rent-owed      How much rent is owed?  A sum, of the case. Left out: nothing.

      owed-disputed  How much is disputed?   A sum, of the case. Left out: nothing.

      already-paid   How much was paid?      A sum, of the case. Left out: nothing.

      charges-owed   How much else is owed?  A sum, of the case. Left out: nothing.

      form           In what form?           One of its choices, of an item. May be
                                             left out.

      offered-on     When is it offered?     A day, of the case. Left out: the same as
                                             claimed-on.

      accepted-on    When was it accepted?   A day, of the case. May be left out.

      more-time-to   Until when was time     A day, of the case. May be left out.
                     given?

      Choices
      ~~~~~~~

      What customer may be

      In a case file  In words
      --------------  ---------
      tenant          a tenant
      owner           an owner
      visitor         a visitor

      What level may be

      In a case file  In words
      --------------  --------
      low             Low
      high            High

      What form may be

      In a case file  In words
      --------------  -------------
      bank            bank transfer
      flowers         flowers

      """
    #expect(text(width: 80) { tables.facts } == expected)
  }

  @Test func decisionsNameWhoTakesThem() {
    let expected = """
      Decisions that people take
      --------------------------

      Each is recorded with who decided, when and why

      Decision      Question            Who may decide          Paragraph and readings
      ------------  ------------------  ----------------------  ----------------------
      late-claim    Was there a good    whoever may authorise   paragraph 2. Reading:
                    reason to be late?  the sum                 first-day.

      insured-part  Is a part not       Manager and Director    no paragraph.
                    insured?            together

      disputed      May it be set off?  Manager or Director     paragraph 4.

      """
    #expect(text(width: 80) { tables.decisions } == expected)
  }

  @Test func rolesHaveTheirNames() {
    let expected = """
      Roles
      -----

      Who may sign, decide or be asked

      Role      In an officers file
      --------  -------------------
      Manager   manager
      Director  director

      """
    #expect(text(width: 80) { tables.roles } == expected)
  }
}

import Redress
import Testing

@testable import RedressDocuments

/// What an edition changes, to the letter: entries, ladders and cases.
@Suite struct EditionTablesTests {
  private static let matrix = SmallMatrix.matrix
  private static let none = EditionChange(rules: [], facts: [], neededNow: [], readings: [], others: [])

  private func text(_ change: EditionChange, _ cases: CaseChanges? = nil) -> String {
    let tables = EditionTables(from: Self.matrix, to: Self.matrix, change, cases: cases)
    return TextEmitter(width: 100).text(of: tables.document)
  }

  private func award(_ pence: Int64, payable: Int64? = nil, by title: String = "Manager", until day: Int = 9)
    -> CaseChange.Side
  {
    let sum = Money(pence: pence)
    let award = CaseChange.Award(
      gross: sum, inKind: .zero, payable: payable.map { Money(pence: $0) } ?? sum, items: [sum],
      signers: [[Role(name: title, title: title)]], lastDay: CivilDate(year: 2026, month: 11, day: day))
    return CaseChange.Side(outcome: .awarded, award: award, reasons: [], missing: [])
  }

  private func noAward(_ outcome: Assessment.Outcome, _ reasons: [String], missing: [String] = []) -> CaseChange.Side {
    CaseChange.Side(outcome: outcome, award: nil, reasons: reasons, missing: missing)
  }

  @Test func editionsThatSayTheSameAreSaidTo() {
    #expect(text(Self.none).hasSuffix("The two editions say the same.\n"))
  }

  @Test func entriesAreAddedTakenOutOrChanged() {
    let change = EditionChange(
      rules: [
        EntryChange(kind: .added, name: "exclusions.a", title: "Leases", paragraphs: ["1", "2"], details: []),
        EntryChange(kind: .gone, name: "exclusions.b", title: "Storms", paragraphs: [], details: []),
        EntryChange(
          kind: .changed, name: "windows.c", title: "Time", paragraphs: ["3"],
          details: [
            .init(at: "steps[1].within", old: "28 days", new: "35 days"), .init(at: "when", old: nil, new: "late"),
          ]),
      ], facts: [], neededNow: ["tenure", "size"], readings: [], others: [])
    let expected = """
      Rules
      -----

      What the newer edition does otherwise

      Entry                  Where            2025-04-01  2025-04-01  Paragraph
      ---------------------  ---------------  ----------  ----------  ---------
      Leases (exclusions.a)  all of it        not there   added       1; 2
      Storms (exclusions.b)  all of it        was there   taken out   none
      Time (windows.c)       steps[1].within  28 days     35 days     3
      Time (windows.c)       when             nothing     late        3

      Note: A rule may now need what could be left out before, or was not asked: tenure and size.

      """
    #expect(text(change).hasSuffix(expected))
  }

  @Test func casesHaveTheirSumsAndWhatElseChanges() {
    let cases = CaseChanges([
      CaseChange(name: "A", old: award(100_00), new: award(120_50)),
      CaseChange(name: "B", old: award(80_00), new: award(70_00, by: "Director", until: 16)),
      CaseChange(name: "C", old: award(50_00), new: award(50_00)),
      CaseChange(name: "D", old: award(30_00, payable: 20_00), new: award(30_00, payable: 25_00)),
      CaseChange(name: "E", old: award(10_00), new: noAward(.refused, ["exclusion.a"])),
      CaseChange(name: "F", old: award(10_00), new: noAward(.faulty, ["fact.missing size"], missing: ["size"])),
    ])
    let expected = """
      Case   What it means          Before    After  Difference  What else
      -----  --------------------  -------  -------  ----------  -----------------------------------------
      A      more                  £100.00  £120.50     +£20.50  nothing

      B      less                   £80.00   £70.00     −£10.00  signed by Manager, now Director; last day
                                                                 9 November 2026, now 16 November 2026

      D      as much                £30.00   £30.00       £0.00  £20.00 is paid out, now £25.00

      E      awarded, now refused   £10.00     none     −£10.00  now: exclusion.a

      F      awarded, now faulty    £10.00     none        none  now: fact.missing size
      -----  --------------------  -------  -------  ----------  -----------------------------------------
      All    5 with an answer      £270.00  £270.50      +£0.50  offered in all
      cases  under both

      More              1
      Less              1
      As much           2
      Another outcome   2
      Other signatures  1
      Another last day  1
      Not summed        1, without an answer under one or both

      Cases that need what they do not state

      Case  Facts needed now
      ----  ----------------
      F     size

      """
    #expect(text(Self.none, cases).hasSuffix(expected))
  }

  @Test func theTotalsCountOnlyCasesWithAnAnswer() {
    let changes = CaseChanges([
      CaseChange(name: "A", old: award(100_00), new: noAward(.undecided, ["gap"])),
      CaseChange(name: "B", old: award(80_00), new: noAward(.refused, ["exclusion.a"])),
    ])
    #expect(changes.offeredBefore == pounds(80))
    #expect(changes.offeredAfter == .zero)
    #expect(changes.count(.anotherOutcome) == 2)
  }
}

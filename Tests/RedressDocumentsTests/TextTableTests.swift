import Redress
import RedressDocuments
import Testing

@Suite struct TextTableTests {
  @Test func sumsEndUnderOneAnother() {
    let expected = """
      What we offer

      Head           Working                                              Amount
      -------------  ------------------------------------------------  ---------
      Inconvenience  Three visits missed, the last on 12 October 2026    £180.00
      Reimbursement  Heater, with a receipt                            £1,042.50
      -------------  ------------------------------------------------  ---------
      Total                                                            £1,222.50

      """
    #expect(text(width: 80) { award } == expected)
  }

  @Test func cellsWrapInsideTheirColumnsAndRowsStandApart() {
    let expected = """
      What we offer

      Head           Working                                Amount
      -------------  ----------------------------------  ---------
      Inconvenience  Three visits missed, the last on      £180.00
                     12 October 2026

      Reimbursement  Heater, with a receipt              £1,042.50
      -------------  ----------------------------------  ---------
      Total                                              £1,222.50

      """
    #expect(text(width: 60) { award } == expected)
  }

  @Test func aTableTooWideIsReadValueByValue() {
    let expected = """
      What we offer

      Inconvenience
        Working: Three visits missed, the
          last on 12 October 2026
        Amount: £180.00

      Reimbursement
        Working: Heater, with a receipt
        Amount: £1,042.50

      Total
        Amount: £1,222.50

      """
    #expect(text(width: 40) { award } == expected)
  }

  @Test func aMatrixFitsFortyColumns() {
    let expected = """
      Who may sign

          To  Who
      ------  --------------------------------
        £100  Service manager

        £500  Head of department, or anyone of
              a later step

      £1,000  Relevant director

      """
    let table = Table(
      "Who may sign", columns: [.figures("To"), .words("Who")],
      rows: [
        .init("£100", ["Service manager"]), .init("£500", ["Head of department, or anyone of a later step"]),
        .init("£1,000", ["Relevant director"]),
      ])
    #expect(text(width: 40) { table } == expected)
  }

  @Test func aRowThatNothingNamesIsReadWithEveryHeader() {
    let table = Table(
      "Postings", columns: ["Account", "Narrative", "Effective from", .figures("Amount")],
      rows: [.init(["RA-77120", "compensation", "\(lastDay)", "\(pounds(127))"])])
    let expected = """
      Postings

      Account: RA-77120
        Narrative: compensation
        Effective from: 9 November 2026
        Amount: £127.00

      """
    #expect(text(width: 40) { table } == expected)
  }

  @Test func aTotalWithAWideLabelWidensItsColumns() {
    let table = Table(
      "Sum", columns: ["A", .figures("B")],
      rows: [.init(["x", "\(pounds(1))"]), .total("Set against what you owe", [])])
    let expected = """
      Sum

      A                      B
      -----------------  -----
      x                  £1.00
      -----------------  -----
      Set against what you owe

      """
    #expect(text(width: 40) { table } == expected)
  }

  @Test func totalsInARowAreRuledOffOnce() {
    let table = Table(
      "Sum", columns: ["Head", .figures("Amount")],
      rows: [.init("Trouble", ["£9.00"]), .total("Total", ["£9.00"]), .total("To be paid", ["£9.00"])])
    let expected = """
      Sum

      Head        Amount
      ----------  ------
      Trouble      £9.00
      ----------  ------
      Total        £9.00
      To be paid   £9.00

      """
    #expect(text(width: 40) { table } == expected)
  }

  @Test func aTableWithoutRowsSaysSo() {
    let columns: [Table.Column] = ["Offer", .figures("Amount")]
    let expected = "Open offers\n\nOffer  Amount\n-----  ------\nNone.\n"
    #expect(text(width: 40) { Table("Open offers", columns: columns, rows: []) } == expected)
    let worded = Table("Open offers", columns: columns, rows: [], ifNone: "Nothing open.")
    #expect(text(width: 40) { worded } == expected.replacing("None.", with: "Nothing open."))
  }

  @Test func wideTablesNeverPassTheEdge() {
    let columns = (1...9).map { Table.Column("Column \($0)") }
    let cells = (1...9).map { Phrase("the value of column \($0)") }
    let table = Table("Wide", columns: columns, rows: [.init(cells)])
    for width in 40...120 {
      let lines = text(width: width) { table }.split(separator: "\n")
      #expect(lines.allSatisfy { $0.count <= width }, "at width \(width)")
      #expect(lines.contains("  Column 9: the value of column 9") == (width < 70), "at width \(width)")
    }
  }
}

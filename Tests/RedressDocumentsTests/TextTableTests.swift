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

  @Test func roomGoesWhereItSavesLines() {
    let long: Phrase = """
      In time only by a decision of whoever may authorise the sum. Until one is made, it is a question.
      """
    let table = Table(
      "Steps", columns: [.figures("Step"), "When", "What then"],
      rows: [
        .init(["1", "Within 28 days.", "In time."]), .init(["2", "Within six months.", long]),
        .init(["3", "Later than that.", "Refused."]), .init(["4", "Later than that.", "Refused."]),
      ])
    let expected = """
      Steps

      Step  When              What then
      ----  ----------------  ------------------------------------
         1  Within 28 days.   In time.
         2  Within six        In time only by a decision of
            months.           whoever may authorise the sum. Until
                              one is made, it is a question.
         3  Later than that.  Refused.
         4  Later than that.  Refused.

      """
    #expect(text(width: 60) { table } == expected)
  }

  /// One wrapped row among many needs no empty lines; when a third of them wrap, they stand apart.
  @Test func rowsStandApartOnlyWhereManyWrap() {
    func table(_ count: Int) -> String {
      let short = (2...count).map { Table.Row(["\($0)", "short"]) }
      let long = Table.Row(["1", "long enough to take up another line"])
      return text(width: 40) { Table("T", columns: [.figures("Line"), "Rule"], rows: [long] + short) }
    }
    #expect(
      table(4) == "T\n\nLine  Rule\n----  \(dashes(34))\n   1  \(wrapped)\n   2  short\n   3  short\n   4  short\n")
    #expect(table(3) == "T\n\nLine  Rule\n----  \(dashes(34))\n   1  \(wrapped)\n\n   2  short\n\n   3  short\n")
  }

  private let wrapped = "long enough to take up another\n      line"

  private func dashes(_ count: Int) -> String { String(repeating: "-", count: count) }

  /// Sentences in narrow columns make a table longer than one value a line does.
  @Test func sentencesAreReadValueByValueWhereThatIsShorter() {
    let sentence: Phrase = "A first report is a request for service, which is not a complaint before it goes wrong."
    let row = Table.Row("First reports of a fault", ["insured is yes", sentence, "2.3.1; 2.3.2"])
    let expected = """
      T

      First reports of a fault
        When: insured is yes
        Then: A first report is a request for service, which is
          not a complaint before it goes wrong.
        Paragraph: 2.3.1; 2.3.2

      """
    #expect(text(width: 60) { Table("T", columns: ["Rule", "When", "Then", "Paragraph"], rows: [row]) } == expected)
    let numbered = Table.Row(["1", "insured is yes", sentence, "2.3.1; 2.3.2"])
    let columns: [Table.Column] = [.figures("Line"), "When", "Then", "Paragraph"]
    #expect(text(width: 60) { Table("T", columns: columns, rows: [numbered]) }.contains("Line  When"))
  }

  @Test func figuresStayOnOneLine() {
    let table = Table(
      "T", columns: ["Level", .figures("To"), "Who"],
      rows: [.init("High", ["no limit", "the relevant Director or the Chief Executive or Director Legal Services"])])
    #expect(text(width: 40) { table }.contains("no limit"))
  }
}

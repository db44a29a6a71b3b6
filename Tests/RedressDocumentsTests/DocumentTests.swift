import Redress
import Testing

@testable import RedressDocuments

@Suite struct DocumentTests {
  @Test(arguments: [false, true])
  func buildersTakeConditionsAndLoops(_ isLate: Bool) {
    let document = Document("T") {
      "First."
      if isLate { Note(.warning, "Late.") }
      for count in 1...2 { "Point \(count)." }
      if isLate { "Ask." } else { Block.pageBreak }
    }
    let points: [Block] = [.paragraph("Point \(1)."), .paragraph("Point \(2).")]
    let expected: [Block] =
      isLate
      ? [.paragraph("First."), .note(Note(.warning, "Late."))] + points + [.paragraph("Ask.")]
      : [.paragraph("First.")] + points + [.pageBreak]
    #expect(document.blocks == expected)
  }

  @Test func rowsFitTheirColumns() async {
    await #expect(processExitsWith: .failure) { _ = Table("T", columns: ["A", "B"], rows: [.init(["1"])]) }
    await #expect(processExitsWith: .failure) { _ = Table("T", columns: ["A"], rows: [.init("1", ["2"])]) }
    await #expect(processExitsWith: .failure) { _ = Table("T", columns: ["A"], rows: [.total("1", ["2"])]) }
    await #expect(processExitsWith: .failure) { _ = Table("T", columns: [], rows: []) }
  }

  @Test func aTotalReachesOverTheColumnsItLeaves() {
    let table = Table("T", columns: ["A", "B", "C"], rows: [.total("Sum", ["1"]), .init("1", ["2", "3"])])
    #expect(table.rows.map(table.span(ofFirstCellIn:)) == [2, 1])
  }

  @Test func englishDaysReadAsTheEngineWritesThem() {
    for month in 1...12 {
      let day = CivilDate(year: 2028, month: month, day: month * 2)!
      #expect(Language.english.text(of: day) == day.description)
    }
  }

  @Test func aYearHasTwelveMonths() async {
    await #expect(processExitsWith: .failure) {
      _ = Language(
        tag: "x", months: ["January"], page: "p", of: "o", none: "n", information: "i", warning: "w", draft: "d")
    }
  }
}

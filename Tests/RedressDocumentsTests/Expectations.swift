import Redress

@testable import RedressDocuments

let offered = CivilDate(year: 2026, month: 10, day: 12)!
let lastDay = CivilDate(year: 2026, month: 11, day: 9)!

func pounds(_ pounds: Int64, _ pence: Int64 = 0) -> Money { Money(pence: pounds * 100 + pence) }

/// The lines that blocks take up, without the title of their document.
func text(width: Int, bold: Bool = false, @BlockBuilder _ blocks: () -> [Block]) -> String {
  let title = bold ? "\u{1B}[1mT\u{1B}[22m\n=\n\n" : "T\n=\n\n"
  let text = TextEmitter(width: width, bold: bold).text(of: Document("T", blocks: blocks))
  precondition(text.hasPrefix(title))
  return String(text.dropFirst(title.count))
}

/// The elements that blocks become, without the page round them.
func html(@BlockBuilder _ blocks: () -> [Block]) -> String {
  let page = HTMLEmitter().page(of: Document("T", blocks: blocks))
  let start = page.firstRange(of: "<h1>T</h1>\n")!.upperBound
  return String(page[start..<page.firstRange(of: "</main>")!.lowerBound])
}

/// A table with everything that a table can have.
let award = Table(
  "What we offer", columns: ["Head", "Working", .figures("Amount")],
  rows: [
    .init("Inconvenience", ["Three visits missed, the last on \(offered)", "\(pounds(180))"]),
    .init("Reimbursement", ["Heater, with a receipt", "\(pounds(1_042, 50))"]),
    .total("Total", ["\(pounds(1_222, 50))"]),
  ])

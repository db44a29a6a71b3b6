import Foundation
import Redress
import RedressDocuments
import RedressLetters
import SampleLetters

/// How many letters a second each format takes, and what the PDF process holds in memory. With a folder as its
/// argument it also writes one letter there in every format, to be looked at.
@main struct Letters {
  static func main() throws {
    let count = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 1_000
    let folder = CommandLine.arguments.dropFirst(2).first.map { URL(fileURLWithPath: $0) }
    let letters = (1...count).map { SampleLetter.document(name: Words("Ms Adwoa Osei \($0)", ifBlank: "nobody")) }
    if let folder { try write(to: folder) }
    measure("text", count) { for letter in letters { _ = TextEmitter(width: 78).text(of: letter) } }
    measure("HTML", count) { for letter in letters { _ = HTMLEmitter(.letter).page(of: letter) } }
    try measure("Braille, together", count) {
      for result in try BrailleEmitter().brf(of: letters) { _ = try result.get() }
    }
    try measure("Braille, one by one", min(count, 20)) {
      for letter in letters.prefix(20) { _ = try BrailleEmitter().brf(of: letter) }
    }
    let renderer = try PDFRenderer()
    try measure("PDF", count) {
      for letter in letters { _ = try pdf(of: HTMLEmitter(.letter).page(of: letter), by: renderer) }
    }
  }

  private static func measure(_ name: String, _ count: Int, _ work: () throws -> Void) rethrows {
    let time = try ContinuousClock().measure(work)
    let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
    print("\(name): \(Int(Double(count) / seconds)) letters a second")
  }

  private static func pdf(of page: String, by renderer: PDFRenderer) throws -> Data {
    try renderer.pdf(
      of: page, day: SampleLetter.offered, author: "Penrose Homes",
      attaching: [
        PDFAttachment(
          "PHG-2026-0417.offer.json", type: "application/json", description: "The signed offer", relationship: .source,
          content: Data("{\"format\": \"redress-offer/1\"}\n".utf8)),
        PDFAttachment(
          "PHG-2026-0417.offer.json.sig", type: "application/octet-stream", description: "The signature of the offer",
          relationship: .data, content: Data("-----BEGIN SSH SIGNATURE-----\n".utf8)),
      ])
  }

  private static func write(to folder: URL) throws {
    let renderer = try PDFRenderer()
    for (name, marking) in [("letter", nil), ("draft", "Draft: not an offer until it is signed")] as [(String, Phrase?)]
    {
      let letter = SampleLetter.document(marking: marking)
      let pages = [(name, HTMLEmitter(.letter)), (name + "-large", HTMLEmitter(.largePrint))].map {
        ($0.0, $0.1.page(of: letter))
      }
      for (name, page) in pages {
        try Data(page.utf8).write(to: folder.appendingPathComponent(name + ".html"))
        try pdf(of: page, by: renderer).write(to: folder.appendingPathComponent(name + ".pdf"))
      }
      try Data(TextEmitter(width: 78).text(of: letter).utf8).write(to: folder.appendingPathComponent(name + ".txt"))
      try Data(BrailleEmitter().brf(of: letter).utf8).write(to: folder.appendingPathComponent(name + ".brf"))
    }
  }
}

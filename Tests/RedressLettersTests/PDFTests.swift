import Foundation
import Redress
import RedressDocuments
import SampleLetters
import Testing

@testable import RedressLetters

/// PDF of a letter, held against what others say of it: `Tests/Oracle/pdf-structure.py`, and the programs of Poppler.
@Suite(.serialized) struct PDFTests {
  private static let offer = Data("{\"format\": \"redress-offer/1\"}\n".utf8)
  private static let attachments = [
    PDFAttachment(
      "offer.json.sig", type: "application/octet-stream", description: "The signature of the offer",
      relationship: .data, content: Data("-----BEGIN SSH SIGNATURE-----\n".utf8)),
    PDFAttachment(
      "offer.json", type: "application/json", description: "The signed offer", relationship: .source, content: offer),
  ]

  private static func pdf(_ page: String, by renderer: PDFRenderer) throws -> Data {
    try renderer.pdf(of: page, day: SampleLetter.offered, author: "Penrose Homes", attaching: attachments)
  }

  private static func page(_ look: HTMLEmitter.Look, marking: Phrase? = nil) -> String {
    HTMLEmitter(look).page(of: SampleLetter.document(marking: marking))
  }

  @Test func aPDFIsForScreenReadersAndForArchives() throws {
    let renderer = try PDFRenderer(python: Program.python)
    let folder = try Folder()
    defer { folder.remove() }
    var paths: [String] = []
    for look in HTMLEmitter.Look.allCases {
      for (name, marking) in [("sent", nil), ("draft", "Draft: not an offer")] as [(String, Phrase?)] {
        paths.append(
          try folder.put(try Self.pdf(Self.page(look, marking: marking), by: renderer), "\(look)-\(name).pdf"))
      }
    }
    let script = Program.root.appendingPathComponent("Tests/Oracle/pdf-structure.py").path
    let ending = try Program.run([Program.python, script] + paths)
    #expect(ending.output == "\(paths.count) passed, 0 failed\n")
    #expect(ending.status == 0)
  }

  @Test func everyPageIsNumberedAndMarked() throws {
    let renderer = try PDFRenderer(python: Program.python)
    let folder = try Folder()
    defer { folder.remove() }
    for look in [HTMLEmitter.Look.letter, .largePrint] {
      let path = try folder.put(
        try Self.pdf(Self.page(look, marking: "Draft: not an offer"), by: renderer), "draft.pdf")
      let text = try Program.run(["pdftotext", "-layout", path, "-"]).output
      let pages = text.split(separator: "\u{0C}")
      #expect(pages.count > 2)
      for (place, page) in pages.enumerated() {
        let foot = page.split(separator: "\n").last ?? ""
        #expect(foot.contains(/Draft: not an offer +Page (\d+) of (\d+)/), "\(foot)")
        #expect(foot.hasSuffix("Page \(place + 1) of \(pages.count)"))
      }
      for whole in ["£1,242.50", "9 November 2026", "1 September 2026", "PHG-2026-0417", "☐ "] {
        #expect(text.contains(whole), "\(whole)")
      }
    }
  }

  @Test func attachedFilesComeOutAsTheyWentIn() throws {
    let folder = try Folder()
    defer { folder.remove() }
    let path = try folder.put(try Self.pdf(Self.page(.letter), by: try PDFRenderer(python: Program.python)), "a.pdf")
    _ = try Program.run(["pdfdetach", "-saveall", "-o", folder.url.path, path])
    #expect(try Data(contentsOf: folder.url.appendingPathComponent("offer.json")) == Self.offer)
  }

  @Test func theSameLetterGivesTheSameBytes() throws {
    let (one, other) = (try PDFRenderer(python: Program.python), try PDFRenderer(python: Program.python))
    let first = try Self.pdf(Self.page(.letter), by: one)
    _ = try Self.pdf(Self.page(.largePrint, marking: "Draft"), by: other)
    #expect(try Self.pdf(Self.page(.letter), by: other) == first)
    #expect(try Self.pdf(Self.page(.letter), by: one) == first)
  }

  // MARK: Faults

  @Test(arguments: [
    ("<img src=\"https://example.org/logo.png\" alt=\"a\">", "the page asks for https://example.org/logo.png"),
    ("<img src=\"file:///etc/hostname\" alt=\"a\">", "the page asks for file:///etc/hostname"),
    ("<link rel=\"stylesheet\" href=\"https://example.org/a.css\">", "the page asks for https://example.org/a.css"),
    ("<p>\u{13000}\u{10FFFD}</p>", "no font that is installed has"),
  ])
  func aLetterThatFailsFailsAlone(body: String, words: String) throws {
    let renderer = try PDFRenderer(python: Program.python)
    let page = "<!doctype html><html lang=\"en-GB\"><head><title>T</title></head><body><h1>T</h1>\(body)</body></html>"
    let fault = #expect(throws: PDFFault.self) { try Self.pdf(page, by: renderer) }
    #expect(fault?.description.contains(words) == true, "\(fault?.description ?? "no fault")")
    #expect(try !Self.pdf(Self.page(.letter), by: renderer).isEmpty)
  }

  @Test func aProcessThatEndsIsStartedAgain() throws {
    let renderer = try PDFRenderer(python: Program.python)
    let first = try Self.pdf(Self.page(.letter), by: renderer)
    kill(try #require(renderer.processIdentifier), SIGKILL)
    #expect(try Self.pdf(Self.page(.letter), by: renderer) == first)
  }

  @Test func twoFilesHaveTwoNames() throws {
    let renderer = try PDFRenderer(python: Program.python)
    #expect(throws: PDFFault.self) {
      try renderer.pdf(
        of: Self.page(.letter), day: SampleLetter.offered, author: "x",
        attaching: [Self.attachments[0], Self.attachments[0]])
    }
  }

  @Test func withoutPythonItIsSaidHowToGetIt() throws {
    let error = #expect(throws: PDFUnavailable.self) {
      try PDFRenderer(environment: ["REDRESS_PDF_PYTHON": "/nowhere"])
    }
    #expect(error?.reason == .notFound(["/nowhere"]))
    #expect(error?.description.contains("run .ci/set-up") == true)
    let bare = try PDFRenderer(python: "/usr/bin/false")
    #expect(throws: PDFUnavailable(.doesNotStart(python: "/usr/bin/false", words: "it ended without a word"))) {
      try bare.start()
    }
  }
}

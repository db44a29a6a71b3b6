import Redress
import RedressDocuments
import RedressFiles
import RedressSigning
import Testing

@testable import RedressLetters

/// What stands beside an organisation file, and what it says by day.
@Suite struct OrganisationBesideTests {
  private let folder: OrganisationFolder
  init() throws { folder = try OrganisationFolder() }

  private func places(_ lines: String) -> [String] { folder.places(OrganisationFolder.least + lines + "\n") }

  // MARK: The logo

  /// The first bytes of a picture, by which its kind is told.
  private static func picture(of name: String) -> [UInt8] {
    switch name.lowercased().suffix(3) {
    case "png": [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    case "svg": Array("<svg xmlns=\"http://www.w3.org/2000/svg\"/>".utf8)
    default: [0xFF, 0xD8, 0xFF]
    }
  }

  @Test func aLogoIsAPictureOfAKnownKind() throws {
    for (name, kind) in [
      ("a.png", "image/png"), ("a.JPG", "image/jpeg"), ("a.jpeg", "image/jpeg"), ("a.svg", "image/svg+xml"),
    ] {
      try folder.put(Self.picture(of: name), name)
      let read = try folder.read(OrganisationFolder.least + "logo: { file: \(name), shows: A }\n")
      #expect(read.logo?.kind.rawValue == kind)
    }
    for (name, other) in [("a.png", "b.svg"), ("a.jpg", "b.png"), ("a.svg", "b.jpg")] {
      try folder.put(Self.picture(of: other), name)
      #expect(places("logo: { file: \(name), shows: A }") == ["case.shape 7:15"])
    }
    try folder.put([1], "a.gif")
    for name in ["a.gif", "png", "a.pngx"] {
      #expect(places("logo: { file: \(name), shows: A }") == ["case.shape 7:15"])
    }
    folder.folder.remove()
  }

  @Test func aLogoIsThere() throws {
    #expect(places("logo: { file: a.png, shows: A }") == ["file.absent 7:15"])
    #expect(places("logo: { file: ../a.png, shows: A }") == ["file.absent 7:15"])
    try folder.put(Self.picture(of: "a.png"), "a.png")
    #expect(places("logo: { file: a.png }") == ["case.key-missing 7:7"])
    #expect(places("logo: { shows: A }") == ["case.key-missing 7:7"])
    #expect(places("logo: { file: , shows: A }") == ["case.key-missing 7:7"])
    #expect(places("logo: a.png") == ["case.shape 7:7"])
    #expect(places("logo: { file: a.png, shows: A, hieght: 1 }") == ["case.key-unknown 7:32"])
    folder.folder.remove()
  }

  @Test func aLogoHasASize() throws {
    let start = Self.picture(of: "a.png")
    try folder.put(start + Array(repeating: 1, count: (2 << 20) - start.count), "a.png")
    #expect(places("logo: { file: a.png, shows: A }") == [])
    try folder.put(Array(repeating: 1, count: (2 << 20) + 1), "a.png")
    #expect(places("logo: { file: a.png, shows: A }") == ["file.too-large 7:15"])
    try folder.put([], "a.png")
    #expect(places("logo: { file: a.png, shows: A }") == ["file.empty 7:15"])
    folder.folder.remove()
  }

  // MARK: The stylesheet

  @Test func aStylesheetIsThereAndHasASize() throws {
    #expect(places("stylesheet: a.css") == ["file.absent 7:13"])
    try folder.put(Array(repeating: 0x20, count: 1 << 20), "a.css")
    #expect(places("stylesheet: a.css") == [])
    try folder.put(Array(repeating: 0x20, count: (1 << 20) + 1), "a.css")
    #expect(places("stylesheet: a.css") == ["file.too-large 7:13"])
    #expect(places("stylesheet: [a.css]") == ["case.shape 7:13"])
    folder.folder.remove()
  }

  @Test(arguments: [
    "@import 'a.css';", "h1 { background: URL(http://a.example/x.png) }", "p { } </style><script>", "<!-- ",
    "h1 { background: image-set('a.png' 1x) }", "h1 { background: u\\72l(http://a.example/x.png) }",
    ".marking { display: none }", "@page { @bottom-left { content: none } }", "p { color: red !important }",
    "p::before { content : 'Pay now' }", "aside { visibility: hidden }",
  ]) func aStylesheetThatAsksForMoreIsRefused(text: String) throws {
    try folder.put(Array(text.utf8), "a.css")
    let organisation = try folder.read(OrganisationFolder.least + "stylesheet: a.css\n")
    #expect { try LetterPrinter(organisation) } throws: { error in
      let faults = (error as? FaultList)?.faults ?? []
      return faults.map(\.code) == [.caseShape] && faults[0].says.hasPrefix("The stylesheet cannot be used. ")
    }
    folder.folder.remove()
  }

  // MARK: Contacts by day

  /// A letter of a day, with two contacts and a gap between them.
  private func page(on day: CivilDate) throws -> String {
    let organisation = try Sample.organisation(
      replacing: """
          - from: 2024-01-01
            checked-on: 2026-09-01
            phone: 01632 960 100
        """,
      with: """
          - { from: 2026-01-01, until: 2026-10-11, checked-on: 2026-09-01, phone: 01632 960 111 }
          - from: 2026-10-14
            until: 2026-10-20
            checked-on: 2026-09-01
            phone: 01632 960 222
        """)
    return try Sample.text("damp-bedroom", organisation, on: day)
  }

  @Test(
    arguments: [
      ("2025-12-31", nil), ("2026-10-11", "01632 960 111"), ("2026-10-12", nil), ("2026-10-13", nil),
      ("2026-10-14", "01632 960 222"), ("2026-10-20", "01632 960 222"), ("2026-10-21", nil),
    ] as [(String, String?)]) func aLetterPrintsWhatHoldsOnItsDay(day: String, phone: String?) throws
  {
    let day = try Literal.day(day)
    if let phone {
      let text = try page(on: day)
      for number in ["01632 960 111", "01632 960 222"] { #expect(text.contains(number) == (number == phone)) }
    } else {
      #expect { try page(on: day) } throws: { error in
        let faults = (error as? FaultList)?.faults ?? []
        return !faults.isEmpty
          && faults.allSatisfy {
            $0.code == .contactDays
              && $0.says.contains("Progress Housing Group that holds on \(day), the day of the letter.")
          }
      }
    }
    folder.folder.remove()
  }
}

extension Sample {
  fileprivate static func organisation(replacing lines: String, with others: String) throws -> Organisation {
    let path = root.appending(path: "Fixtures/organisation/progress.yaml").path
    let text = String(decoding: try SourceText(path: path).bytes, as: UTF8.self)
    return try Organisation.read(SourceText(name: path, bytes: Array(text.replacing(lines, with: others).utf8)))
  }

  /// The letter of a sample case as it would read on another day.
  fileprivate static func text(_ name: String, _ organisation: Organisation, on day: CivilDate) throws -> String {
    let source = try SourceText(path: root.appending(path: "Fixtures/cases/\(name).json").path)
    guard case .outline(let outline)? = CaseFile.read(source).first else { throw Absent() }
    let library = try MatrixLibrary(folder: root.appending(path: "Matrices").path)
    let assessed = try CasePricer(library: library, today: day).assess(outline)
    guard let draft = Draft(assessed.explanation, author: "j.okafor", offerDate: day) else { throw Absent() }
    let bytes = OfferWriter(draft, of: assessed, letterDigest: nil, draftedOn: day).bytes
    let record = try OfferRecord.read(SourceText(name: "sample.offer.json", bytes: bytes))
    let context = try LetterContext(
      organisation: organisation, letter: assessed.reading.letter, in: source, language: nil, today: day,
      path: "sample.offer.json", calendar: assessed.edition.calendar?.calendar)
    let letter = try Letter(.offer, of: .draft(draft, record), context)
    return TextEmitter(width: 78).text(of: letter.document)
  }
}

import Foundation
import Redress
import RedressDocuments
import RedressLetters
import SampleLetters
import SeededRandomness
import Testing

@Suite struct BrailleTests {
  private func pages(_ document: Document) throws -> [[Substring]] {
    let file = try BrailleEmitter().brf(of: document)
    return file.split(separator: "\u{0C}").map { page in
      page.split(separator: "\r\n", omittingEmptySubsequences: false).dropLast().map { $0 }
    }
  }

  /// Print again, line by line, by liblouis itself.
  private func print(of document: Document, _ table: String = "en-ueb-g2.ctb") throws -> String {
    let braille = try pages(document).joined().joined(separator: "\n")
    let ending = try Program.run(["lou_translate", "--backward", "en-us-brf.dis," + table], input: braille + "\n")
    #expect(ending.status == 0)
    return ending.output
  }

  @Test func pagesAreOf25LinesOf40Cells() throws {
    let pages = try pages(SampleLetter.document(marking: "Draft: not an offer"))
    #expect(pages.count > 3)
    for (place, page) in pages.enumerated() {
      #expect(page.count == 25)
      #expect(page.allSatisfy { $0.count <= 40 && $0.utf8.allSatisfy { (0x20...0x5F).contains($0) } })
      #expect(page.first == ",DRAFT3 N AN (F]")
      let letters: [Character] = ["A", "B", "C", "D", "E", "F", "G"]
      let number: String = String(repeating: " ", count: 38) + "#" + String(letters[place])
      #expect(page.last.map(String.init) == number)
    }
  }

  @Test func everyKindOfBlockIsLaidOutAsBrailleReadersKnowIt() throws {
    let document = Document("The title") {
      "Words that go on for longer than one line of forty cells does."
      Section("A heading") {
        List(.bulleted, ["One thing", "Another thing that takes up more than one line of Braille"])
        Table(
          "Sums", columns: ["What for", "Rule", .figures("Amount")],
          rows: [.init("Visits", ["4.1", "\(Money(pence: 6_000))"]), .total("Total", ["\(Money(pence: 6_000))"])])
        Form([.choice("Yes"), .line("Name")])
      }
    }
    let expected = """
                      ,! TITLE

        ,^WS T G ON = L;G] ?AN "O L9E ( =TY
      CELLS DOES4

          ,A H1D+

      _4 ,"O ?+
      _4 ,ANO!R ?+ T TAKES UP M ?AN "O L9E (
        ,BRL

          ,SUMS
      ,VISITS
        ,RULE3 #D4A
        ,AM.T3 @L#FJ4JJ
      ,TOTAL3 @L#FJ4JJ

      \"\"\" ,YES
      ,"N3
      \(String(repeating: "\"", count: 40))
      """
    let lines = try pages(document)[0].dropLast().reversed().drop { $0.isEmpty }.reversed()
    #expect(lines.joined(separator: "\n") == expected)
  }

  // MARK: Figures

  @Test(arguments: UInt64(0)..<8)
  func sumsDaysAndReferencesSurvive(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let sums = (0..<25).map { _ in Money(pence: Int64.random(in: 0...9_999_999, using: &generator)) }
    let days = (0..<25).map { _ in CivilDate(dayNumber: Int32.random(in: 10_000...30_000, using: &generator)) }
    let references = (0..<25).map { _ in
      Words("PHG-20\(Int.random(in: 10...99, using: &generator))-\(Int.random(in: 1000...9999, using: &generator))")
        ?? "x"
    }
    let document = Document("Offer") {
      for place in sums.indices {
        """
        We wrote on \(days[place]) about \(code: references[place]), and offer you \(sums[place]) (that is, \
        “\(sums[place])”), by \(days[place]).
        """
      }
    }
    let print = try print(of: document)
    for place in sums.indices {
      #expect(print.ranges(of: sums[place].description).count >= 2, "seed \(seed)")
      #expect(print.ranges(of: days[place].description).count >= 2, "seed \(seed)")
      #expect(print.contains(references[place].text), "seed \(seed)")
    }
  }

  @Test func theSampleSurvives() throws {
    let print = try print(of: SampleLetter.document())
    let wholes = [
      "£1,242.50", "£20.00", "£1,387.50", "9 November 2026", "21 January 2026", "PHG-2026-0417", "AN4 7QT",
      "01632 960 417", "4.10.5", "28 days",
    ]
    for whole in wholes { #expect(print.contains(whole), "\(whole)") }
  }

  @Test func aLongCodeIsWrittenLetterByLetterAndGoesOnAfterDot5() throws {
    let digest = "sha256:3f2a9cbb01d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e"
    let document = Document("T") { "\(code: Words(digest, ifBlank: "x"))" }
    let lines = try pages(document)[0].dropLast().filter { !$0.isEmpty }.dropFirst()
    #expect(lines.dropLast().allSatisfy { $0.hasSuffix("\"") && $0.count == 40 })
    let braille = lines.map { $0.trimmingCharacters(in: .whitespaces) }.enumerated().map { place, line in
      place < lines.count - 1 ? String(line.dropLast()) : line
    }.joined()
    let table = "en-us-brf.dis,en-ueb-g1.ctb"
    #expect(try Program.run(["lou_translate", "--backward", table], input: braille + "\n").output == digest + "\n")
  }

  // MARK: Languages

  @Test func welshIsWrittenAsWelsh() throws {
    let document = Document("Cynnig", language: SampleLetter.welsh) {
      "Byddwn yn talu \(Money(pence: 123_450)) erbyn \(SampleLetter.lastDay)."
    }
    #expect(try pages(document)[0].contains("  ,BYDDWN YN TALU @L#A1BCD4EJ ]BYN"))
    #expect(try print(of: document, "cy-cy-g2.ctb").contains("9 Tachwedd 2026"))
    #expect(try print(of: document, "en-ueb-g1.ctb").contains("£1,234.50"))
  }

  @Test func aLetterWithoutBrailleFailsAlone() throws {
    let results = try BrailleEmitter().brf(of: [Document("T") { "Dear 李明" }, Document("T") { "Dear Ms Osei" }])
    #expect(throws: BrailleFault.self) { try results[0].get() }
    #expect(try results[1].get().contains(",MS ,OSEI"))
  }

  @Test func manyLettersAreWrittenAsOneIs() throws {
    let letters = [SampleLetter.document(), SampleLetter.document(marking: "Draft", name: "Mr Lee")]
    let together = try BrailleEmitter().brf(of: letters).map { try $0.get() }
    #expect(try letters.map { try BrailleEmitter().brf(of: $0) } == together)
  }

  @Test func withoutLiblouisItIsSaidHowToGetIt() throws {
    let error = #expect(throws: BrailleUnavailable.self) { try BrailleEmitter(environment: ["PATH": "/nowhere"]) }
    #expect(error?.description.contains("liblouis-bin") == true)
    let bare = try BrailleEmitter(translator: "/bin/true")
    #expect(throws: BrailleUnavailable.self) { try bare.brf(of: Document("T") { "x" }) }
  }
}

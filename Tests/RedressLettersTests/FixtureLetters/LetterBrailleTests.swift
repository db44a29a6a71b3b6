import Foundation
import Testing

@testable import RedressDocuments
@testable import RedressLetters

/// Sums, days and references of every letter come back from Braille as they went in.
@Suite(.serialized) struct LetterBrailleTests {
  @Test(arguments: FixtureLetter.all) func sumsDaysAndReferencesSurvive(letter: FixtureLetter) throws {
    let maker = try FixtureMaker(letter)
    let braille = String(decoding: try maker.bytes(.braille), as: UTF8.self)
    let lines = braille.replacing("\u{0C}", with: "").split(separator: "\r\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.count <= 40 })
    let isWelsh = letter.name == "offer-welsh"
    // Whatever the language, sums are written in Unified English Braille, which is contracted in English only.
    let tables = isWelsh ? "en-ueb-g1.ctb" : "en-ueb-g2.ctb"
    // lou_translate reads a backslash as the beginning of an escape.
    let input = lines.joined(separator: "\n").replacing("\\", with: "\\\\") + "\n"
    let ending = try Program.run(["lou_translate", "--backward", "en-us-brf.dis,\(tables)"], input: input)
    #expect(ending.status == 0, "lou_translate of liblouis-bin is needed: run .ci/set-up")
    let back = ending.output.replacing(/\s+/, with: " ")
    let text = try maker.text().replacing(/\s+/, with: " ")
    let wanted = isWelsh ? Self.sums(text) : Self.sums(text) + Self.days(text) + Self.references(text)
    #expect(wanted.count > 1)
    let lost = Set(wanted).filter { !back.contains($0) }.sorted()
    #expect(lost == [], "\(letter)")
  }

  private static func sums(_ text: String) -> [String] {
    text.matches(of: /£[0-9,]+\.[0-9]{2}/).map { String($0.output) }
  }

  private static func days(_ text: String) -> [String] {
    let months = "January|February|March|April|May|June|July|August|September|October|November|December"
    guard let pattern = try? Regex("[0-9]{1,2} (\(months)) 20[0-9]{2}") else { return [] }
    return text.matches(of: pattern).map { String(text[$0.range]) }
  }

  private static func references(_ text: String) -> [String] {
    text.matches(of: /\b[A-Z]{2,3}-20[0-9]{2}-[0-9]{4}\b/).map { String($0.output) }
  }
}

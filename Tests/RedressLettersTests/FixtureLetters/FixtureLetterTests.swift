import Foundation
import Testing

@testable import RedressLetters

/// Every fixture letter is made again in every format and compared exactly.
///
/// After a change that is meant, `REDRESS_UPDATE=1 swift test --filter FixtureLetterTests` writes offers, signatures
/// and letters anew. Read the difference, and look at the pages, before you keep it.
@Suite(.serialized) struct FixtureLetterTests {
  private static let isUpdating = ProcessInfo.processInfo.environment["REDRESS_UPDATE"] == "1"

  private static let advice: String =
    "after a change that is meant: REDRESS_UPDATE=1 swift test --filter FixtureLetterTests"

  @Test func everyKindOfLetterHasAFixture() {
    #expect(FixtureLetter.all.count >= 25)
    #expect(Set(FixtureLetter.all.compactMap(\.kind)).count == 4, "the kinds that are asked for by name")
  }

  @Test(arguments: FixtureLetter.all.filter(\.isOfItsOwn))
  func theOfferIsTheSameToTheByte(letter: FixtureLetter) throws {
    for (name, bytes) in try FixtureMaker(letter).offer() { try expect(bytes, at: letter.url, name) }
  }

  @Test(arguments: FixtureLetter.all) func aLetterIsADraftUntilItIsSigned(letter: FixtureLetter) throws {
    let written = try FixtureMaker(letter).written()
    #expect(written.isDraft == (letter.signersOfOffer.isEmpty && letter.kind != .extensionNotAgreed))
  }

  @Test(arguments: FixtureLetter.all) func theTextIsTheSame(letter: FixtureLetter) throws {
    try expect(try FixtureMaker(letter).bytes(.text), at: letter.url, "letter.txt")
  }

  @Test(arguments: FixtureLetter.all) func thePageIsTheSame(letter: FixtureLetter) throws {
    try expect(try FixtureMaker(letter).bytes(.html), at: letter.url, "letter.html")
  }

  @Test(arguments: FixtureLetter.all.filter(\.isInBraille)) func theBrailleIsTheSame(letter: FixtureLetter) throws {
    try expect(try FixtureMaker(letter).bytes(.braille), at: letter.url, "letter.brf")
  }

  @Test(arguments: FixtureLetter.all) func thePDFIsTheSameTwiceAndLooksTheSame(letter: FixtureLetter) throws {
    let maker = try FixtureMaker(letter)
    let (pdf, pictures) = try maker.pages()
    #expect(try maker.bytes(.pdf) == pdf, "the same letter gave other bytes")
    try expectStructure(of: pdf)
    let old = try FileManager.default.contentsOfDirectory(atPath: letter.url.path).filter { $0.hasSuffix(".png") }
    if Self.isUpdating {
      for name in old { try FileManager.default.removeItem(at: letter.url.appendingPathComponent(name)) }
    } else {
      #expect(old.sorted() == pictures.map(\.name), "another number of pages; \(Self.advice)")
    }
    for (name, bytes) in pictures { try expect(bytes, at: letter.url, name) }
  }

  /// Tags, headers, languages, fonts, metadata and attached files, by a program that knows nothing of ours.
  private func expectStructure(of pdf: [UInt8]) throws {
    let folder = try Folder()
    defer { folder.remove() }
    let path = folder.url.appendingPathComponent("letter.pdf")
    try Data(pdf).write(to: path)
    let script = Program.root.appendingPathComponent("Tests/Oracle/pdf-structure.py").path
    let ending = try Program.run([Program.python, script, path.path])
    #expect(ending.output == "1 passed, 0 failed\n")
  }

  private func expect(_ bytes: [UInt8], at folder: URL, _ name: String) throws {
    let url = folder.appendingPathComponent(name)
    if Self.isUpdating {
      if (try? Data(contentsOf: url)) != Data(bytes) { try Data(bytes).write(to: url) }
      return
    }
    let kept = try? Data(contentsOf: url)
    #expect(kept == Data(bytes), "\(folder.lastPathComponent)/\(name) differs; \(Self.advice)")
  }
}

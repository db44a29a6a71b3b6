import Foundation
import RedressFiles
import Testing

/// Every fault that there is, brought about and met by the real command.
///
/// After a change that is meant, `REDRESS_UPDATE=1 swift test --filter Gallery` writes what is printed now into the
/// folders and makes `Docs/faults.md` of them again. Look at what changed, and run the tests once more.
@Suite(.serialized) struct GalleryTests {
  private static let isUpdating = ProcessInfo.processInfo.environment["REDRESS_UPDATE"] == "1"
  private static let codes = (try? GalleryEntry.codes()) ?? []

  /// Faults of calendars of working days, whose folders are made with those calendars.
  private static let awaited: Set<String> = [
    "calendar.unnamed", "calendar.unused", "calendar.unknown", "calendar.days",
  ]

  /// Faults of examples and of what is said of them, which leave the matrix sound.
  private static let findings = [FaultCode.exampleDiffers, .survivorNoticed, .survivorUnknown].map(\.rawValue)

  @Test func everyFaultHasAFolderAndEveryFolderAFault() {
    let wanted = Set(FaultCode.allCases.map(\.rawValue)).subtracting(Self.awaited).sorted()
    #expect(Self.codes.filter { !Self.awaited.contains($0) } == wanted)
  }

  private static func entries() throws -> [GalleryEntry] { try codes.map { try GalleryEntry($0) } }

  @Test(.enabled(if: isUpdating)) func isWrittenAnew() async throws {
    let entries = try Self.entries()
    for entry in entries { try entry.write(expected: try await entry.answer()) }
    try Data(GalleryDocument(entries).text.utf8).write(to: Repository.place(GalleryDocument.path), options: .atomic)
  }

  @Test(arguments: codes) func isMetAsExpected(code: String) async throws {
    let entry = try GalleryEntry(code)
    #expect(try await entry.answer() == entry.text("expected"))
  }

  /// Each folder shows its own fault and no other, said in whole sentences, and ends as the contract has it.
  @Test(arguments: codes) func showsItsFaultAlone(code: String) throws {
    let expected = try GalleryEntry(code).text("expected")
    let answer = GalleryAnswer(expected, code: code)
    #expect(GalleryAnswer.codes(in: expected) == [code])
    #expect(answer.exit == (Self.findings.contains(code) ? "exit 1" : "exit 65"))
    for message in answer.messages {
      #expect(message.count >= 3, "\(message)")
      for sentence in message.suffix(2) { #expect(".?".contains(sentence.last ?? " "), "\(sentence)") }
    }
    #expect(!answer.messages.isEmpty)
  }

  @Test func everyFaultSaysWhatItMeans() throws {
    let meanings = try FaultMeanings.read()
    #expect(meanings.keys.sorted() == FaultCode.allCases.map(\.rawValue).sorted())
    for (code, meaning) in meanings { #expect(meaning.hasSuffix("."), "\(code): \(meaning)") }
  }

  @Test func documentIsInStep() throws {
    #expect(try GalleryDocument(Self.entries()).text == Repository.text(GalleryDocument.path))
  }

}

import Foundation
import Testing

@testable import RedressLetters

@Suite struct WordingReferenceTests {
  private static let file = Sample.root.appending(path: "Docs/case-managers/wording.md")

  @Test func thePageOfWordingIsInStepWithTheCatalogues() throws {
    if ProcessInfo.processInfo.environment["REDRESS_UPDATE"] == "1" {
      try WordingReference.text.write(to: Self.file, atomically: true, encoding: .utf8)
    }
    let page = try String(contentsOf: Self.file, encoding: .utf8)
    #expect(page == WordingReference.text, "Run: REDRESS_UPDATE=1 swift test --filter WordingReference")
  }
}

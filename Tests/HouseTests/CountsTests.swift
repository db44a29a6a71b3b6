import Foundation
import Testing

/// The page on testing says how many there are of what, and it is so.
///
/// After a change that is meant, `REDRESS_UPDATE=1 swift test --filter CountsTests` writes the table anew.
@Suite struct CountsTests {
  private static let page = "Docs/developers/testing.md"

  @Test func thePageOnTestingCountsRightly() throws {
    let counts = try Counts()
    let file = try Repository.file(Self.page)
    let heading = "## How many there are\n\n"
    let start = try #require(file.text.range(of: heading)).upperBound
    let end = file.text[start...].range(of: "\n\n")?.lowerBound ?? file.text.endIndex
    if ProcessInfo.processInfo.environment["REDRESS_UPDATE"] == "1" {
      let text = file.text.replacingCharacters(in: start..<end, with: counts.table)
      try Data(text.utf8).write(to: Repository.root.appendingPathComponent(Self.page), options: .atomic)
      return
    }
    #expect(file.text[start..<end] == counts.table, "Run: REDRESS_UPDATE=1 swift test --filter CountsTests")
  }

  /// A way of counting that finds nothing would be in step with a page that says so.
  @Test func nothingIsCountedAsNone() throws {
    for row in try Counts().rows { #expect(row.count != "0" && row.count != "0.0", "\(row.what)") }
  }
}

import Foundation
import Testing

/// A missing fact is to be added where it may stand, and the case is sound once it was.
@Suite struct MissingFactTests {
  /// Prices the sample case of a made-up landlord without some of its words.
  private func price(without words: String) async throws -> RealCommand.Ended {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let text = try Repository.text("Fixtures/kinds/cases/millbrook.yaml")
    #expect(words.isEmpty || text.contains(words))
    try folder.write(text.replacing(words, with: "").utf8, to: "c.yaml")
    let matrices = Repository.place("Fixtures/kinds").path
    return try await RealCommand.run("redress price --matrices '\(matrices)' c.yaml", in: folder.url)
  }

  @Test func isAddedWhereItMayStand() async throws {
    let ofCase = try await price(without: "  weekly-rent: £98.75\n")
    #expect(ofCase.said.contains("Add `weekly-rent` under `facts`."))
    let ofItem = try await price(without: ", room: kitchen")
    #expect(ofItem.said.contains("Add `room` to this item."))
    #expect(try await price(without: "").status == 0)
  }
}

import Foundation
import Testing

/// A file of worked examples that cannot be read is no reason to call a matrix clean.
@Suite struct UnreadExamplesTests {
  @Test func areAFinding() async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let sound = try Repository.text("Fixtures/kinds/examples/fixed/edges.yaml")
    try folder.write(try Repository.text("Fixtures/kinds/fixed/2026-01-01.yaml").utf8, to: "M/fixed/2026-01-01.yaml")
    try folder.write(sound.utf8, to: "E/fixed/edges.yaml")
    let clean = try await RealCommand.run("redress check fixed --matrices M --examples E", in: folder.url)
    #expect(clean.status == 0)
    #expect(clean.output.hasSuffix("  clean\n"))
    try folder.write("examples: [\n".utf8, to: "E/fixed/more.yaml")
    let ended = try await RealCommand.run("redress check fixed --matrices M --examples E", in: folder.url)
    #expect(ended.status == 65)
    #expect(ended.said.hasPrefix("E/fixed/more.yaml:"))
    let finding = "Files of worked examples that cannot be read, so that nothing in them was tried: 1."
    #expect(ended.output.hasSuffix("  1 finding:\n\n\(finding)\n"))
  }
}

import Foundation
import Testing

/// A lock file that cannot be read stops a check, however the matrix is named: unread, it would protect nothing.
@Suite struct BadLockTests {
  @Test(arguments: ["check --matrices Matrices", "check Matrices/progress/2022-10-01.yaml"])
  func isNeverPassedOver(arguments: String) async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let matrix = try Repository.text("Matrices/progress/2022-10-01.yaml")
    try folder.write(matrix.utf8, to: "Matrices/progress/2022-10-01.yaml")
    try folder.write("rubbish\n".utf8, to: "Matrices/editions.lock")
    let ended = try await RealCommand.run("redress \(arguments)", in: folder.url)
    #expect(ended.said.hasPrefix("Matrices/editions.lock:1:1: lock.line\n"))
    #expect(ended.status == 65)
    #expect(ended.output == "")
  }
}

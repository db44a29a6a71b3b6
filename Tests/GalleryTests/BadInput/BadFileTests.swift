import Foundation
import Testing

/// Files that must be met with their faults and no answer: exit code 65, nothing on standard output.
@Suite struct BadFileTests {
  @Test(arguments: BadFile.texts + BadFile.sums) func isMetAsText(file: BadFile) async throws { try await meet(file) }

  @Test(arguments: BadFile.facts + BadFile.many) func isMetAsCase(file: BadFile) async throws { try await meet(file) }

  private func meet(_ file: BadFile) async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write(file.bytes, to: file.name)
    let ended = try await RealCommand.price([file.name], in: folder.url)
    let headings = ended.said.split(separator: "\n").compactMap { $0.wholeMatch(of: /\S.*: ([a-z]+\.[a-zA-Z0-9-]+)/) }
    #expect(headings.map { String($0.1) } == file.codes, "\(ended.said)")
    #expect(ended.status == 65)
    #expect(ended.output == "")
    #expect(!ended.said.contains("£0.00 is paid"))
  }

  @Test func aFolderIsNoFile() async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let ended = try await RealCommand.price(["."], in: folder.url)
    #expect(ended.status == 65)
    #expect(
      ended.said
        == ".: file.unreadable\nThe file cannot be read: it is a folder.\nCheck what it is and who may read it.\n")
  }

  /// Whoever may read everything is not stopped by permissions, so that there is nothing to test.
  @Test(.enabled(if: getuid() != 0)) func aFileMayBeForbidden() async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let file = try folder.write(SampleCase.json.utf8, to: "case.json")
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: file.path)
    let ended = try await RealCommand.price(["case.json"], in: folder.url)
    #expect(ended.status == 65)
    #expect(ended.said.hasPrefix("case.json: file.unreadable\n"))
  }

  @Test func everyAbsentFileIsNamed() async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write(SampleCase.json.utf8, to: "case.json")
    let ended = try await RealCommand.price(["one.json", "case.json", "two.json"], in: folder.url)
    #expect(ended.status == 66)
    #expect(ended.output == "")
    #expect(ended.said == "redress: there is no file one.json.\nredress: there is no file two.json.\n")
  }

  @Test(arguments: ["price case.json", "check", "show progress", "schema progress"])
  func aClosedOutputEndsTheCommand(line: String) async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write(SampleCase.json.utf8, to: "case.json")
    let matrices = Repository.place("Matrices").path
    let ended = try await RealCommand.run("redress \(line) --matrices '\(matrices)' >&-", in: folder.url)
    #expect(ended.status == 74)
    #expect(ended.said.hasPrefix("redress: cannot write the result: "))
  }
}

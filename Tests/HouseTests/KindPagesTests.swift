import Foundation
import Testing

/// The book of kinds says what the matrices beside it say, and those are clean.
@Suite struct KindPagesTests {
  private static let pages = "Docs/policy-authors/kinds"
  private static let matrices = "Fixtures/kinds"

  /// The kinds that have a page.
  private static let kinds = ((try? Repository.paths(in: pages)) ?? [])
    .filter { $0.hasSuffix(".md") && !$0.hasSuffix("README.md") }
    .map { String($0.dropFirst(pages.count + 1).dropLast(".md".count)) }

  @Test func eachKindHasAPageAndAMatrix() throws {
    let matrices = try Repository.paths(in: Self.matrices).filter { $0.hasSuffix("/2026-01-01.yaml") }
      .map { String($0.dropFirst(Self.matrices.count + 1).dropLast("/2026-01-01.yaml".count)) }
    #expect(!Self.kinds.isEmpty)
    #expect(Set(matrices) == Set(Self.kinds).union(["millbrook"]))
  }

  @Test func theIndexNamesEachPage() throws {
    let index = try Repository.file(Self.pages + "/README.md").text
    #expect(Self.kinds.filter { !index.contains("(\($0).md)") } == [])
  }

  @Test(arguments: kinds) func excerptsStandInTheMatrix(kind: String) throws {
    let page = try Repository.file("\(Self.pages)/\(kind).md")
    let excerpts = Excerpt.all(in: page)
    #expect(!excerpts.isEmpty)
    try expect(excerpts, toStandIn: "\(Self.matrices)/\(kind)/2026-01-01.yaml", of: page)
  }

  @Test func excerptsOfTheTutorialStandInItsFiles() throws {
    let page = try Repository.file("Docs/policy-authors/tutorial.md")
    let files = [
      try Repository.file("\(Self.matrices)/millbrook/2026-01-01.yaml"),
      try Repository.file("\(Self.matrices)/examples/millbrook/edges.yaml"),
    ]
    for excerpt in Excerpt.all(in: page) where !files.contains(where: excerpt.stands) {
      Issue.record("\(page.path):\(excerpt.line): this stands in no file of millbrook")
    }
  }

  /// No faults, no findings: every example comes out as expected, and every point is touched.
  @Test func allMatricesAreClean() async throws {
    let command = try BuiltCommand.folder().appendingPathComponent("redress").path
    let ended = try await Subprocess.run([
      command, "check", "--matrices", Self.matrices, "--examples", Self.matrices + "/examples", "--today", "2026-06-01",
    ])
    #expect(ended.status == 0, "\(ended.output)")
  }

  private func expect(_ excerpts: [Excerpt], toStandIn path: String, of page: Repository.File) throws {
    let file = try Repository.file(path)
    for excerpt in excerpts where !excerpt.stands(in: file) {
      Issue.record("\(page.path):\(excerpt.line): this does not stand in \(path)")
    }
  }
}

/// Lines of YAML that a page shows, without the indentation that they share.
private struct Excerpt {
  let line: Int
  let lines: [Substring]

  static func all(in page: Repository.File) -> [Excerpt] {
    var excerpts: [Excerpt] = []
    var start: Int?
    for (place, line) in page.lines.enumerated() {
      if let first = start, line == "```" {
        excerpts.append(Excerpt(line: first, lines: unindented(page.lines[first..<place])))
        start = nil
      } else if line == "```yaml" {
        start = place + 1
      }
    }
    return excerpts
  }

  /// Whether a file has these lines, one after the other, at any indentation.
  func stands(in file: Repository.File) -> Bool {
    let whole = file.lines
    guard whole.count >= lines.count else { return false }
    return (0...whole.count - lines.count).contains { start in
      Self.unindented(whole[start..<start + lines.count]) == lines
    }
  }

  private static func unindented(_ lines: ArraySlice<Substring>) -> [Substring] {
    let filled = lines.filter { !$0.allSatisfy(\.isWhitespace) }
    let shared = filled.map { $0.prefix { $0 == " " }.count }.min() ?? 0
    return lines.map { $0.dropFirst(min(shared, $0.count)) }
  }
}

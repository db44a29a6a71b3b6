import Foundation
import Redress
import RedressFiles
import Testing

/// The matrices, worked examples and sample cases that come with the repository.
@Suite struct BundledSchemesTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private func library() throws -> MatrixLibrary { try MatrixLibrary(folder: Self.root.path + "/Matrices") }

  private static let editions = [
    ("halton", "2011-09-01"), ("progress", "2022-10-01"), ("redditch", "2024-06-27"),
  ]

  @Test func everyBundledEditionIsTested() throws {
    let library = try library()
    let all = library.schemes.flatMap { scheme in library.editions(of: scheme).map { "\(scheme) \($0)" } }
    #expect(all == Self.editions.map { "\($0.0) \($0.1)" })
  }

  @Test(arguments: editions)
  func everyWorkedExampleComesOutAndEveryPointIsTouched(scheme: String, edition: String) throws {
    var run = ExampleRun(try library().edition(Literal.edition(edition), of: scheme))
    for path in ExampleRun.files(of: scheme, in: Self.root.path + "/Fixtures/worked-examples") {
      run.run(try ExampleFile.read(SourceText.read(path: path)))
    }
    #expect(run.failures.map(\.text) == [])
    #expect(run.coverage.untouched == [])
    #expect(run.count >= 80)
  }

  @Test func everySampleHasTheOutcomesThatItsPageNames() throws {
    let page = try String(contentsOfFile: Self.root.path + "/Fixtures/cases/README.md", encoding: .utf8)
    let rows = page.split(separator: "\n").filter { $0.hasPrefix("| [") }
    let pricer = CasePricer(library: try library(), today: try #require(CivilDate(year: 2026, month: 11, day: 21)))
    for row in rows {
      let cells = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      let file = try #require(cells[0].split(separator: "`").dropFirst().first)
      let source = try SourceText.read(path: Self.root.path + "/Fixtures/cases/\(file)")
      let found = CaseFile.read(source).map { pricer.price($0).outcome.rawValue }
      let named = cells[2].split(separator: ";").map { String($0.drop { $0 == " " }.prefix { $0.isLetter }) }
      #expect(found == named, "\(file)")
    }
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.root.path + "/Fixtures/cases")
    #expect(rows.count == files.filter { $0 != "README.md" }.count)
  }

  /// A rule that is never cited to a page is a rule of our own making.
  @Test func everyRuleOfEverySchemeCitesAParagraph() throws {
    for (scheme, edition) in Self.editions {
      let matrix = try library().edition(Literal.edition(edition), of: scheme).matrix
      #expect(matrix.rules.filter(\.citations.isEmpty).map(\.id) == [])
    }
  }
}

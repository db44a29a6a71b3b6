import Foundation
import Redress
import RedressFiles
import Testing

/// The matrices, worked examples and sample cases that come with the repository.
@Suite struct BundledSchemesTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private func library() throws -> MatrixLibrary { try MatrixLibrary(folder: Self.root.path + "/Matrices") }

  /// Every edition of every scheme, by scheme and name.
  static let editions: [(String, String)] = {
    guard let library = try? MatrixLibrary(folder: root.path + "/Matrices") else { return [] }
    return library.schemes.flatMap { scheme in library.editions(of: scheme).map { (scheme, "\($0)") } }
  }()

  @Test func everySchemeIsThere() {
    #expect(
      Self.editions.map(\.0) == [
        "agamemnon", "forhousing-cheshire-west", "halton", "housing-services-cwpo004", "housing21", "improvements",
        "ofcom-automatic", "progress", "redditch", "right-to-repair", "thrive",
      ])
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

  /// The small matrices in `Fixtures/published`, each with the figures that were published.
  @Test func everyPublishedOutcomeComesOut() throws {
    let published = Self.root.path + "/Fixtures/published"
    let library = try MatrixLibrary(folder: published)
    #expect(library.schemes.count == 10)
    for scheme in library.schemes {
      for edition in library.editions(of: scheme) {
        var run = ExampleRun(try library.edition(edition, of: scheme))
        for path in ExampleRun.files(of: scheme, in: published + "/examples") {
          run.run(try ExampleFile.read(SourceText.read(path: path)))
        }
        #expect(run.failures.map(\.text) == [], "\(scheme)")
        #expect(run.coverage.untouched == [], "\(scheme)")
        #expect(run.count > 0, "\(scheme)")
      }
    }
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

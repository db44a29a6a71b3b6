import Foundation
import Redress
import Testing

@testable import RedressFiles

/// Whether examples notice slips, tried on a made-up scheme and on those that come with the repository.
@Suite struct MutationRunTests {
  private static let fixtures =
    URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .path + "/Fixtures"

  private func run(_ survivors: String = "") throws -> MutationRun {
    let library = try MatrixLibrary(folder: Self.fixtures + "/editions")
    let edition = try library.edition(Literal.edition("2026-01-01"), of: "millbrook")
    let path = Self.fixtures + "/editions/examples/millbrook/bands.yaml"
    let file = try ExampleFile.read(SourceText.read(path: path))
    guard !survivors.isEmpty else { return try MutationRun(edition, [file], explained: []) }
    let text = "format: redress-survivors/1\nscheme: millbrook\nedition: 2026-01-01\nsurvivors:\n" + survivors
    let list = try SurvivorList.read(SourceText(name: "survivors.yaml", bytes: Array(text.utf8)))
    return try MutationRun(edition, [file], explained: list)
  }

  @Test func slipsAreNoticedByExamplesOrAsFaults() throws {
    let run = try run()
    #expect(run.count == 25)
    #expect(run.noticed + run.survivors.count == run.count)
    #expect(run.noticedAsFaults > 0)
    let unnoticed = run.unexplained.map { "\($0.path): \($0.from) → \($0.to)" }
    #expect(unnoticed.contains("windows.claim.steps[1].within: 28 days → 29 days"))
    #expect(!unnoticed.contains("windows.claim.steps[1].within: 28 days → 27 days"))
    #expect(!unnoticed.contains { $0.hasPrefix("heads.trouble.price.band.levels.large.to") })
  }

  @Test func whatIsExplainedIsNoFinding() throws {
    let run = try run("  - { at: \"windows.claim.steps[1].within\", to: 29 days, because: Nobody looks. }\n")
    #expect(run.unexplained.count == 11)
    #expect(run.survivors.compactMap(\.because) == ["Nobody looks."])
    #expect(run.mislisted == [])
  }

  @Test func anEntryThatIsNoticedIsAFinding() throws {
    let run = try run("  - { at: heads.trouble.price.band.levels.large.to, because: Nobody asks for it. }\n")
    #expect(run.mislisted.map(\.code) == [.survivorNoticed])
    #expect(run.mislisted.first?.place?.line == 5)
  }

  @Test func anEntryOfNoSlipIsAFinding() throws {
    let run = try run("  - { at: heads.trouble.price.fixed, because: Nobody asks for it. }\n")
    #expect(run.mislisted.map(\.code) == [.survivorUnknown])
  }

  @Test func aListNeedsItsReasons() throws {
    #expect { try self.run("  - { at: heads.trouble.set-off, beacuse: None. }\n") } throws: { error in
      (error as? FaultList)?.faults.map(\.code) == [.caseKeyUnknown, .caseKeyMissing]
    }
  }

  /// The examples of the schemes that come with the repository hold every figure, word and edge.
  @Test(arguments: BundledSchemesTests.editions)
  func everySlipInABundledMatrixIsNoticed(scheme: String, edition: String) throws {
    let library = try MatrixLibrary(folder: Self.fixtures + "/../Matrices")
    let folder = Self.fixtures + "/worked-examples"
    let files = try ExampleRun.files(of: scheme, in: folder).map { try ExampleFile.read(SourceText.read(path: $0)) }
    let lists = try ExampleRun.survivors(of: scheme, in: folder).map {
      try SurvivorList.read(SourceText.read(path: $0))
    }
    let run = try MutationRun(
      library.edition(Literal.edition(edition), of: scheme), files, explained: lists ?? [])
    #expect(run.unexplained.map(\.description) == [])
    #expect(run.mislisted.map(\.text) == [])
    #expect(run.count > 30)
  }
}

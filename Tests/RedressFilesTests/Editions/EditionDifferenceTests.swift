import Foundation
import Redress
import Testing

@testable import RedressFiles

/// What one edition changes against another, and what becomes of cases.
@Suite struct EditionDifferenceTests {
  private static let folder =
    URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .path + "/Fixtures/editions"

  private func edition(_ name: String) throws -> MatrixLibrary.Edition {
    try MatrixLibrary(folder: Self.folder).edition(Literal.edition(name), of: "millbrook")
  }

  private func change() throws -> EditionChange {
    try EditionDifference.change(from: edition("2026-01-01"), to: edition("2027-01-01"))
  }

  @Test func everyChangedFigureIsNamed() throws {
    let change = try change()
    let rules = change.rules.flatMap { entry in
      entry.details.map { "\(entry.name) \($0.at): \($0.old ?? "-") → \($0.new ?? "-")" }
    }
    #expect(
      rules == [
        "windows.claim steps[1].within: 28 days → 42 days",
        "heads.trouble price.band.levels.large.to: £200 → £250",
        "heads.trouble price.adjust: - → [{ add: 25%, when: vulnerable, because: for vulnerability }]",
        "heads.trouble price.rounding: - → { to: £0.01, manner: half up }",
        "heads.trouble source: policy#3 → [policy#3, policy#3a]", "authority steps[1].to: £50 → £75",
        "acceptance steps[1].within: 28 days → 35 days",
      ])
    #expect(change.rules.filter { $0.kind == .added }.map(\.name) == ["exclusions.leaseholder"])
    #expect(change.rules.first { $0.name == "heads.trouble" }?.paragraphs == ["3", "3A"])
    #expect(change.facts.map { "\($0.kind.rawValue) \($0.name)" } == ["added facts.vulnerable", "added facts.tenure"])
    #expect(change.neededNow == ["tenure"])
    #expect(change.readings.map(\.name) == ["readings.between-bands"])
    #expect(!change.isEmpty)
  }

  @Test func theOtherWayRoundWhatWasAddedIsGone() throws {
    let change = try EditionDifference.change(from: edition("2027-01-01"), to: edition("2026-01-01"))
    #expect(change.rules.filter { $0.kind == .gone }.map(\.name) == ["exclusions.leaseholder"])
    #expect(change.facts.allSatisfy { $0.kind == .gone })
    #expect(change.neededNow == [])
  }

  @Test func anEditionDoesNotDifferFromItself() throws {
    #expect(try EditionDifference.change(from: edition("2026-01-01"), to: edition("2026-01-01")).isEmpty)
  }

  @Test(arguments: [
    ("£5", "£5.00", true), ("[a]", "a", true), ("{ a: 1, b: 2 }", "{ b: 2, a: 1 }", true), ("£5", "£5.01", false),
    ("[a, b]", "[b, a]", false), ("5", "5.00", false), ("{ a: 1 }", "{ a: 1, b: 2 }", false),
  ])
  func howAValueIsWrittenMakesNoDifference(one: String, other: String, isSame: Bool) throws {
    let nodes = try [one, other].map { text in
      try YAMLReader().read(SourceText(name: "m.yaml", bytes: Array("k: \(text)\n".utf8)))[0]
    }
    #expect(nodes[0].saysTheSame(as: nodes[1]) == isSame)
    #expect(nodes[1].saysTheSame(as: nodes[0]) == isSame)
    #expect(TreeDifference(nodes[0], nodes[1]).details.isEmpty == isSame)
  }

  @Test func aListIsComparedFromBothEnds() throws {
    let nodes = try ["k: [{ a: 1 }, { b: 2 }, { c: 3 }]\n", "k: [{ a: 1 }, { b: 4 }, { x: 9 }, { c: 3 }]\n"].map {
      try YAMLReader().read(SourceText(name: "m.yaml", bytes: Array($0.utf8)))[0]
    }
    let details = TreeDifference(nodes[0], nodes[1]).details.map { "\($0.at): \($0.old ?? "-") → \($0.new ?? "-")" }
    #expect(details == ["k[2].b: 2 → 4", "k[3]: - → { x: 9 }"])
  }

  @Test func casesComeToTheirSumsUnderBoth() throws {
    let comparison = try CaseComparison(old: edition("2026-01-01"), new: edition("2027-01-01"))
    let source = try SourceText.read(path: Self.folder + "/cases.ndjson")
    let changes = CaseChanges(
      CaseFile.read(source).compactMap { entry in
        if case .compared(let change) = comparison.compare(entry) { change } else { nil }
      })
    #expect(
      changes.cases.map(\.kind) == [.same, .more, .anotherOutcome, .anotherOutcome, .anotherOutcome, .same, .same])
    #expect(changes.cases[1].difference == Money(pence: 11_38))  // 25% of £45.50 is £11.375, and half a penny goes up
    #expect(changes.cases[2].difference == nil)
    #expect(changes.cases[3].difference == Money(pence: -120_00))
    #expect(changes.cases[4].new.missing == ["tenure"])
    #expect(changes.cases[5].isUnchanged)
    #expect(changes.cases[6].hasOtherSigners)
    #expect(changes.cases.map(\.hasOtherLastDay) == [true, true, false, false, false, false, true])
    #expect(changes.offeredBefore == Money(pence: 280_50))
    #expect(changes.offeredAfter == Money(pence: 171_88))
    #expect(changes.lacking.map(\.name) == ["M-5"])
  }

  @Test func casesOfOtherSchemesAreLeftOut() throws {
    let comparison = try CaseComparison(old: edition("2026-01-01"), new: edition("2027-01-01"))
    let lines = #"{"case":"X","scheme":"other"}"# + "\n" + #"{"case":"Y"}"#
    let source = try SourceText(name: "c.ndjson", bytes: Array(lines.utf8))
    let results = CaseFile.read(source).map { comparison.compare($0) }
    guard case .ofAnotherScheme = results[0], case .unread = results[1] else {
      Issue.record("\(results)")
      return
    }
  }
}

import Foundation
import Redress
import RedressFiles
import Testing

@testable import RedressSigning

/// An offer that was written and read again comes to the same: every sample case and every worked example of every
/// scheme that is decided.
@Suite struct RoundTripTests {
  /// What came of all the cases.
  private struct Count {
    var awarded = 0
    var refused = 0
    var withoutOfferDate = 0
    var undecided = 0
    var faulty = 0
  }

  @Test func ofEverySampleCase() throws {
    let files = FileManager.default
    var count = Count()
    let pricer = try Samples.pricer()
    for name in try files.contentsOfDirectory(atPath: Samples.path("Fixtures/cases")).sorted() where name != "README.md"
    {
      for entry in CaseFile.read(try SourceText(path: Samples.path("Fixtures/cases/\(name)"))) {
        guard case .outline(let outline) = entry else { continue }
        try expectTheSame(outline, pricer, &count)
      }
    }
    print("sample cases: \(count)")
    #expect(count.awarded >= 20 && count.refused >= 4)
  }

  @Test func ofEveryWorkedExample() throws {
    var schemes = 0
    var count = Count()
    let pricer = try Samples.pricer()
    for scheme in try Samples.library().schemes {
      let before = count.awarded + count.refused
      for path in ExampleRun.files(of: scheme, in: Samples.path("Fixtures/worked-examples")) {
        for example in try ExampleFile.read(SourceText(path: path)).examples {
          try expectTheSame(example.outline, pricer, &count)
        }
      }
      if count.awarded + count.refused > before { schemes += 1 }
    }
    print("worked examples of \(schemes) schemes: \(count)")
    #expect(schemes == 11 && count.awarded >= 500 && count.refused >= 100)
  }

  private func expectTheSame(_ outline: CaseOutline, _ pricer: CasePricer, _ count: inout Count) throws {
    let name = "\(outline.source.name): \(outline.name ?? "")"
    let offered: Offered?
    do { offered = try Offered(outline, pricer) } catch is FaultList {
      count.faulty += 1
      return
    }
    guard let offered else {
      count.undecided += 1
      return
    }
    let record: OfferRecord
    do { record = try offered.record() } catch {
      Issue.record("\(name) is not read: \(error)")
      return
    }
    #expect(record.name == offered.draft.explanation.given.name, "\(name)")
    #expect(record.editionDigest == offered.assessed.edition.digest && record.author == "j.okafor", "\(name)")
    #expect(record.references == offered.assessed.reading.references, "\(name)")
    let (assessed, draft, findings) = try OfferCheck.assess(record, with: pricer, house: [])
    #expect(assessed.json == offered.assessed.json, "\(name)")
    #expect(draft.required == offered.draft.required && draft.total == offered.draft.total, "\(name)")
    // Written again it is the same file.
    let again = try #require(try Offered(record.outline, pricer))
    #expect(again.bytes == offered.bytes, "\(name)")
    if offered.assessed.reading.offerDate == nil {
      // `redress offer` drafts no such case, and the check says why.
      count.withoutOfferDate += 1
      #expect(findings.bad.map(\.about) == [.sums], "\(name)")
    } else {
      #expect(findings.bad == [], "\(name): \(findings.map(\.says))")
    }
    if draft.decision == .refusal { count.refused += 1 } else { count.awarded += 1 }
  }
}

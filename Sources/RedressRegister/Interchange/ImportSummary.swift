import Redress
import RedressDocuments

/// What cases of another system came to, for a person.
public struct ImportSummary {
  private let cases: [ReadCase]
  private let outcomes: [CaseImportOutcome]
  private let path: String

  /// The cases of a file, each with what came of it.
  public init(_ cases: [ReadCase], _ outcomes: [CaseImportOutcome], path: String) {
    self.cases = cases
    self.outcomes = outcomes
    self.path = path
  }

  /// The summary as a document.
  public var document: Document {
    Document("Cases imported from \(words(path))") {
      Table(
        "What they come to as they stand", columns: [.words("Outcome"), .figures("Cases"), .figures("Sum")],
        rows: [row(.awarded, "Awarded"), row(.refused, "Refused"), row(.undecided, "Undecided")] + [
          .total("All", ["\(cases.count)", "\(sum(cases))"])
        ])
      Phrase("New: \(count(.new)). New versions: \(count(.changed)). There already: \(count(.known)).")
      for reference in changed { Phrase("A new version of \(words(reference)) was kept.") }
    }
  }

  private var changed: [String] {
    zip(cases, outcomes).filter { $0.1 == .changed }.prefix(20).map(\.0.reference)
  }

  private func row(_ outcome: Assessment.Outcome, _ title: Phrase) -> Table.Row {
    let own = cases.filter { $0.outcome == outcome }
    return Table.Row(title, ["\(own.count)", "\(sum(own))"])
  }

  private func sum(_ cases: [ReadCase]) -> Money { cases.reduce(.zero) { $0 + $1.gross } }

  private func count(_ outcome: CaseImportOutcome) -> Int { outcomes.count { $0 == outcome } }

  private func words(_ text: String) -> Words { Words(text, ifBlank: "not stated") }
}

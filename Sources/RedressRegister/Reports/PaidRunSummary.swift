import Redress
import RedressDocuments

/// What was recorded as paid of a run.
public struct PaidRunSummary {
  private let paid: PaidRun
  private let number: Int

  /// What was recorded of a run by its number.
  public init(_ paid: PaidRun, number: Int) {
    self.paid = paid
    self.number = number
  }

  /// The summary as a document.
  public var document: Document {
    Document("Run \(number): \(paid.paid.count) of \(paid.run.entries.count) recorded now") {
      Table(
        "Recorded now", columns: [.figures("Offer"), "Method", .figures("Amount"), .figures("Payment")],
        rows: paid.paid.map { entry, event in
          Table.Row([
            "\(entry.offer)", "\(Words(entry.method, ifBlank: "not stated"))", "\(entry.amount)", "\(event.number)",
          ])
        } + [.total("Total", ["\(total)", "\(paid.paid.count)"])], ifNone: "Nothing: all of it was recorded before.")
    }
  }

  private var total: Money { paid.paid.reduce(.zero) { $0 + $1.entry.amount } }
}

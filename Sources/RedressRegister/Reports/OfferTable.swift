import Redress
import RedressDocuments
import RedressFiles

/// Offers of a register as a table.
public struct OfferTable {
  private let offers: [ListedOffer]
  private let today: CivilDate

  /// A table of offers as they stand on a day.
  public init(_ offers: [ListedOffer], today: CivilDate) {
    self.offers = offers
    self.today = today
  }

  /// The table as a document.
  public var document: Document {
    Document("Offers: \(offers.count)") {
      Table(
        "Offers on \(today)",
        columns: [
          .figures("Offer"), "Case", "Scheme", "State", "Dated", "Last day", .figures("Sum"), .figures("To pay"),
        ],
        rows: offers.map(row), ifNone: "There is no such offer.")
    }
  }

  private func row(_ offer: ListedOffer) -> Table.Row {
    let revision = offer.revision > 1 ? ", revision \(offer.revision)" : ""
    let isLapsed = offer.state == .issued && (offer.lastDay.map { $0 < today.isoText } ?? false)
    return Table.Row([
      "\(offer.number)", "\(words(offer.reference + revision))", "\(words(offer.scheme))",
      "\(words(isLapsed ? "issued, past its last day" : offer.state.rawValue))", "\(words(offer.offerDate))",
      "\(words(offer.lastDay ?? "none"))", "\(offer.gross)",
      offer.state == .accepted ? "\(offer.payable - offer.paid)" : "none",
    ])
  }

  private func words(_ text: String) -> Words { Words(text, ifBlank: "none") }
}

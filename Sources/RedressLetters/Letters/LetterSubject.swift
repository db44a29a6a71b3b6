import Redress
import RedressFiles
import RedressSigning

/// What a letter is written of: a draft, or a decision that was signed. A draft is marked as one on every page.
public enum LetterSubject: Sendable {
  /// Nobody, or not enough people, have signed it.
  case draft(Draft, OfferRecord)
  /// Enough of the right people have signed it.
  case signed(SignedOffer)

  /// The decision, whether or not it is signed.
  var draft: Draft {
    switch self {
    case .draft(let draft, _): draft
    case .signed(let signed): signed.authorised.draft
    }
  }

  var record: OfferRecord {
    switch self {
    case .draft(_, let record): record
    case .signed(let signed): signed.record
    }
  }

  var signatures: [SignedOffer.Signature] {
    if case .signed(let signed) = self { signed.signatures } else { [] }
  }

  var isSigned: Bool { if case .signed = self { true } else { false } }
}

import Redress
import RedressFiles
import RedressSigning

/// What a letter is written of: a draft, a decision that was signed, or a case that nobody has decided yet. A draft is
/// marked as one on every page.
public enum LetterSubject: Sendable {
  /// Nobody, or not enough people, have signed it.
  case draft(Draft, OfferRecord)
  /// Enough of the right people have signed it.
  case signed(SignedOffer)
  /// Nothing is decided: only a letter that decides nothing can be written of it.
  case undecided(Explanation)

  /// The decision, whether or not it is signed; `nil` where there is none.
  var draft: Draft? {
    switch self {
    case .draft(let draft, _): draft
    case .signed(let signed): signed.authorised.draft
    case .undecided: nil
    }
  }

  /// The record of the decision; `nil` where there is none.
  var record: OfferRecord? {
    switch self {
    case .draft(_, let record): record
    case .signed(let signed): signed.record
    case .undecided: nil
    }
  }

  var explanation: Explanation {
    switch self {
    case .draft(let draft, _): draft.explanation
    case .signed(let signed): signed.authorised.draft.explanation
    case .undecided(let explanation): explanation
    }
  }

  var signatures: [SignedOffer.Signature] {
    if case .signed(let signed) = self { signed.signatures } else { [] }
  }

  var isSigned: Bool { if case .signed = self { true } else { false } }
}

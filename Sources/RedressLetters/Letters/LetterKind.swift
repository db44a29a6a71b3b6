/// What a letter is for.
public enum LetterKind: String, CaseIterable, Hashable, Sendable {
  /// An award, with the acceptance form.
  case offer
  /// A decision that nothing is offered, with reasons and rights.
  case refusal
  /// Before the last day to accept.
  case reminder
  /// After it, with how to renew the offer.
  case lapse
  /// No new date could be agreed for an answer. It decides nothing, and is made of a case that is not decided yet.
  case extensionNotAgreed = "extension-not-agreed"
  /// One page for finance: authority, working, postings.
  case financeSheet = "finance-sheet"
}

/// What a letter is for.
public enum LetterKind: String, CaseIterable, Hashable, Sendable {
  /// An award, with the acceptance form.
  case offer
  /// A decision that nothing is offered, with reasons and rights.
  case refusal
}

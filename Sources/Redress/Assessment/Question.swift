/// A point that a person must settle before the case can be decided.
public struct Question: Hashable, Sendable {
  /// What has to be settled.
  public enum About: Hashable, Sendable, BitwiseCopyable {
    /// The decision has to be taken.
    case decision(Ref<Decision>)
    /// The point of the policy has to be answered for this case.
    case reading(Ref<Reading>)
    /// The fact has to be stated.
    case fact(Ref<Fact>)
  }

  /// What has to be settled.
  public let about: About
  /// The rule that asks.
  public let rule: Ref<Rule>
  /// The item, counted from 1; 0 for the case as a whole.
  public let item: Int
}

/// Why the resident is not entitled, or not to this item.
public struct Refusal: Hashable, Sendable {
  /// The rule that keeps it out.
  public let rule: Ref<Rule>
  /// The item, counted from 1; 0 for the case as a whole.
  public let item: Int
}

/// A test of facts, from a closed set. There are no expressions: what cannot be said here is not a condition.
public indirect enum Condition: Hashable, Sendable {
  public enum Comparison: String, CaseIterable, Hashable, Sendable {
    case equal = "is"
    case different = "is-not"
    case above
    case atLeast = "at-least"
    case below
    case atMost = "at-most"
  }

  public enum Operand: Hashable, Sendable {
    /// Pence, a day number, 1 or 0 for a flag, or the place of a choice.
    case value(Int64)
    case fact(Ref<Fact>)
  }

  case given(Ref<Fact>)
  case notGiven(Ref<Fact>)
  case compare(Ref<Fact>, Comparison, Operand)
  case oneOf(Ref<Fact>, [Int64])
  case all([Condition])
  case any([Condition])

  /// That a flag is set.
  public static func flag(_ fact: Ref<Fact>) -> Condition { .compare(fact, .equal, .value(1)) }

  /// Every fact that the condition reads, in order, possibly more than once.
  public var facts: [Ref<Fact>] {
    switch self {
    case .given(let fact), .notGiven(let fact), .oneOf(let fact, _), .compare(let fact, _, .value): [fact]
    case .compare(let fact, _, .fact(let other)): [fact, other]
    case .all(let parts), .any(let parts): parts.flatMap(\.facts)
    }
  }
}

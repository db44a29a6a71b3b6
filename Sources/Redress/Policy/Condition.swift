/// A test of facts, from a closed set. There are no expressions: what cannot be said here is not a condition.
public indirect enum Condition: Hashable, Sendable {
  /// How two values of one kind stand to each other. Its text is the key in a matrix.
  public enum Comparison: String, CaseIterable, Hashable, Sendable {
    /// The same value.
    case equal = "is"
    /// Another value.
    case different = "is-not"
    /// A larger sum or a later day.
    case above
    /// The same or a larger sum, the same or a later day.
    case atLeast = "at-least"
    /// A smaller sum or an earlier day.
    case below
    /// The same or a smaller sum, the same or an earlier day.
    case atMost = "at-most"
  }

  /// What a fact is compared with.
  public enum Operand: Hashable, Sendable {
    /// Pence, a day number, 1 or 0 for a flag, or the place of a choice.
    case value(Int64)
    /// The value of another fact of the same kind.
    case fact(Ref<Fact>)
  }

  /// The fact was stated. A value that it is taken to have does not count.
  case given(Ref<Fact>)
  /// The fact was not stated.
  case notGiven(Ref<Fact>)
  /// The fact's value stands so to the operand.
  case compare(Ref<Fact>, Comparison, Operand)
  /// The choice is one of these, each by its place, from 0 to 62.
  case oneOf(Ref<Fact>, [Int64])
  /// Every part holds.
  case all([Condition])
  /// At least one part holds.
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

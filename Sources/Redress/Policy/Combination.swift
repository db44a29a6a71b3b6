/// What heads have to do with one another once each item has an amount: which of them counts, and what they may come to
/// together.
public struct Combination: Hashable, Sendable {
  /// The ways in which heads meet. The set is closed.
  public enum Kind: Hashable, Sendable {
    /// Only the head that comes to more counts; of equal ones the first. Heads without items take no part.
    case higherOf([Ref<Head>])
    /// Only the head that comes to less counts; of equal ones the first. Heads without items take no part.
    case lowerOf([Ref<Head>])
    /// Where the first comes to something, the others do not count.
    case supersedes(Ref<Head>, over: [Ref<Head>])
    /// The heads count only where one of the others comes to something.
    case onlyWith([Ref<Head>], with: [Ref<Head>])
    /// What some heads come to is taken off others, as far as it goes. What it is taken from first stands first in the
    /// case.
    case deduct([Ref<Head>], from: [Ref<Head>])
    /// Each item of the heads is raised or lowered by a part of it.
    case adjust([Ref<Head>], Adjustment, Rounding)
    /// Together at most this, less what was awarded before. What is too much comes off the last items first.
    case atMost([Ref<Head>], Price, less: Ref<Fact>?)
    /// Together at least this, where they come to anything. What is wanting is added to the first item.
    case atLeast([Ref<Head>], Price)
    /// Together nothing below this sum.
    case nothingUnder([Ref<Head>], Figure)
    /// Together nothing up to and with this sum.
    case nothingUpTo([Ref<Head>], Figure)
  }

  /// Its title and its paragraphs.
  public let rule: Ref<Rule>
  /// What it does.
  public let kind: Kind
  /// It counts only where this holds; `nil` for always.
  public let when: Condition?

  /// A combination with all that it says.
  public init(rule: Ref<Rule>, kind: Kind, when: Condition?) {
    self.rule = rule
    self.kind = kind
    self.when = when
  }

  /// The price that it limits by; `nil` where it has none.
  public var price: Price? {
    switch kind {
    case .atMost(_, let price, _), .atLeast(_, let price): price
    default: nil
    }
  }

  /// Every figure that stands in it.
  public var figures: [Figure] {
    switch kind {
    case .nothingUnder(_, let figure), .nothingUpTo(_, let figure): [figure]
    case .adjust(_, let adjustment, _): [adjustment.part]
    default: price?.figures ?? []
    }
  }

  /// Every fact that it reads.
  public var facts: [Ref<Fact>] {
    let own: [Ref<Fact>] =
      switch kind {
      case .atMost(_, let price, let less): price.facts + (less.map { [$0] } ?? [])
      case .adjust(_, let adjustment, _): adjustment.part.facts + (adjustment.when?.facts ?? [])
      default: price?.facts ?? figures.flatMap(\.facts)
      }
    return own + (when?.facts ?? [])
  }
}

/// Points one under another.
public struct List: Hashable, Sendable {
  /// Whether the place of a point matters.
  public enum Order: Hashable, Sendable {
    /// The points could stand in any order.
    case bulleted
    /// The order matters, or other text names a point by its number. Numbers start at 1.
    case numbered
  }

  /// One point: a phrase, and anything that belongs under it.
  public struct Item: Hashable, Sendable {
    /// What the point says.
    public let phrase: Phrase
    /// What belongs under the point, if anything.
    public let blocks: [Block]

    /// A point, and what belongs under it.
    public init(_ phrase: Phrase, @BlockBuilder then blocks: () -> [Block] = { [] }) {
      self.phrase = phrase
      self.blocks = blocks()
    }
  }

  /// Whether the points are numbered.
  public let order: Order
  /// The points from first to last.
  public let items: [Item]
  /// What is said where there are no items; `nil` leaves it to the language.
  public let ifNone: Phrase?

  /// Points in the order in which they are read.
  public init(_ order: Order, _ items: [Item], ifNone: Phrase? = nil) {
    self.order = order
    self.items = items
    self.ifNone = ifNone
  }
}

extension List.Item: ExpressibleByStringInterpolation {
  /// A point with nothing under it.
  public init(stringLiteral literal: String) { self.init(Phrase(stringLiteral: literal)) }

  /// A point with nothing under it.
  public init(stringInterpolation: Phrase.StringInterpolation) {
    self.init(Phrase(stringInterpolation: stringInterpolation))
  }
}

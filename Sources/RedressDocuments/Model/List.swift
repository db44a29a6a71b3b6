/// Points one under another.
public struct List: Hashable, Sendable {
  public enum Order: Hashable, Sendable {
    /// The points could stand in any order.
    case bulleted
    /// The order matters, or other text names a point by its number. Numbers start at 1.
    case numbered
  }

  /// One point: a phrase, and anything that belongs under it.
  public struct Item: Hashable, Sendable {
    public let phrase: Phrase
    public let blocks: [Block]

    public init(_ phrase: Phrase, @BlockBuilder then blocks: () -> [Block] = { [] }) {
      self.phrase = phrase
      self.blocks = blocks()
    }
  }

  public let order: Order
  public let items: [Item]
  /// What is said where there are no items; `nil` leaves it to the language.
  public let ifNone: Phrase?

  public init(_ order: Order, _ items: [Item], ifNone: Phrase? = nil) {
    self.order = order
    self.items = items
    self.ifNone = ifNone
  }
}

extension List.Item: ExpressibleByStringInterpolation {
  public init(stringLiteral literal: String) { self.init(Phrase(stringLiteral: literal)) }

  public init(stringInterpolation: Phrase.StringInterpolation) {
    self.init(Phrase(stringInterpolation: stringInterpolation))
  }
}

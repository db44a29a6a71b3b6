/// A cost less straight-line wear: `cost × (1 − age ÷ life)`, and nothing once the life is over.
public struct Wear: Hashable, Sendable {
  /// What it cost: money or receipts.
  public let cost: Ref<Fact>
  /// What comes off the cost before the wear, such as a grant.
  public let less: [Ref<Fact>]
  /// Its age, as a count.
  public let age: Ref<Fact>
  /// How long it lasts, in the same units.
  public let life: Figure

  /// A wear with all that it says.
  public init(cost: Ref<Fact>, less: [Ref<Fact>], age: Ref<Fact>, life: Figure) {
    self.cost = cost
    self.less = less
    self.age = age
    self.life = life
  }

  /// Every fact that it reads.
  public var facts: [Ref<Fact>] { [cost] + less + [age] + life.facts }
}

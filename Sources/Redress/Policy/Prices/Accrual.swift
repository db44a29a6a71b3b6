/// So much for each unit of a count, such as £2 for each day.
public struct Accrual: Hashable, Sendable {
  /// A rate for some of the units.
  public struct Step: Hashable, Sendable {
    /// The last unit that it holds for, counted from 1 after the grace; `nil` for all that are left.
    public let upTo: Int64?
    /// The sum for each unit.
    public let rate: Figure

    /// A step with its rate.
    public init(upTo: Int64?, rate: Figure) {
      self.upTo = upTo
      self.rate = rate
    }
  }

  /// The count.
  public let count: Ref<Fact>
  /// The rates in order; the last has no end.
  public let steps: [Step]
  /// How many units a rate is for: £7 for each 7 days, counted by the day. Mostly 1.
  public let per: Int64
  /// The first units, which are not paid for; `nil` for none.
  public let grace: Figure?
  /// Nothing is due unless there are more units than this; then all of them count. `nil` for no such test.
  public let onlyAbove: Figure?
  /// A sum on top as soon as one unit is paid for; `nil` for none.
  public let plus: Figure?

  /// An accrual with all that it says.
  public init(
    count: Ref<Fact>, steps: [Step], per: Int64 = 1, grace: Figure? = nil, onlyAbove: Figure? = nil,
    plus: Figure? = nil
  ) {
    precondition(per > 0, "a rate is for at least one unit")
    self.count = count
    self.steps = steps
    self.per = per
    self.grace = grace
    self.onlyAbove = onlyAbove
    self.plus = plus
  }

  /// Every figure that stands in it.
  public var figures: [Figure] { steps.map(\.rate) + [grace, onlyAbove, plus].compactMap(\.self) }
  /// Every fact that it reads.
  public var facts: [Ref<Fact>] { [count] + figures.flatMap(\.facts) }
}

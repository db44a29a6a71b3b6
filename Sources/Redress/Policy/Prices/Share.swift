/// A part of a sum, so many times: 12.5% of the weekly rent, for each room and week.
public struct Share: Hashable, Sendable {
  /// The whole sum.
  public let of: Figure
  /// The part of it.
  public let part: Figure
  /// Counts that it is multiplied by.
  public let times: [Ref<Fact>]
  /// The highest part that all of them together may come to, such as the whole; `nil` for no limit.
  public let partAtMost: Fraction?
  /// The counts that multiply the part before that limit; the others multiply the sum after it.
  public let partTimes: [Ref<Fact>]
  /// How a single share is rounded before it is multiplied; `nil` where only the result is.
  public let eachRounded: Rounding?

  /// A share with all that it says.
  public init(
    of: Figure, part: Figure, times: [Ref<Fact>], partAtMost: Fraction? = nil, partTimes: [Ref<Fact>] = [],
    eachRounded: Rounding? = nil
  ) {
    self.of = of
    self.part = part
    self.times = times
    self.partAtMost = partAtMost
    self.partTimes = partTimes
    self.eachRounded = eachRounded
  }

  /// Every fact that it reads.
  public var facts: [Ref<Fact>] { of.facts + part.facts + partTimes + times }
}

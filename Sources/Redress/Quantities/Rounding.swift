/// How an exact result becomes a sum of money: to which step, and which way.
///
/// Every rounding in the engine is a call of ``money(pence:over:)`` with a rule that a matrix names.
public struct Rounding: Hashable, Sendable {
  /// Which way an amount between two steps goes. Up is away from zero and down is towards it, so that a sum and its
  /// negative always round alike: `up` takes −0.1 to −1, and `halfUp` takes −0.5 to −1.
  public enum Manner: String, CaseIterable, Hashable, Sendable {
    /// To the further step from zero, however little is over.
    case up
    /// To the nearer step to zero, however little is missing.
    case down
    /// To the nearest step; from half way, away from zero.
    case halfUp = "half up"
    /// To the nearest step; from half way, towards zero.
    case halfDown = "half down"
    /// To the nearest step; from half way, to the even number of steps.
    case halfEven = "half even"
  }

  /// The step, such as one penny or one pound; above zero.
  public let step: Money
  /// Which way an amount between two steps goes.
  public let manner: Manner

  /// Rounding to whole multiples of a step, which is above zero.
  public init(to step: Money, _ manner: Manner) {
    precondition(step > .zero, "a rounding step is above zero")
    self.step = step
    self.manner = manner
  }

  /// To the nearest penny; half a penny rounds away from zero.
  public static let penny = Rounding(to: Money(pence: 1), .halfUp)

  /// The exact quotient `numerator / denominator`, in pence, rounded to the step. The denominator is above zero.
  ///
  /// Stops the program when the sum leaves 64 bits, or when the denominator times the step leaves 128.
  public func money(pence numerator: Int128, over denominator: Int128) -> Money {
    precondition(denominator > 0, "a denominator is above zero")
    let divisor = denominator * Int128(step.pence)
    if let small = Int64(exactly: numerator), let divisor = Int64(exactly: divisor), small != .min {
      return money(pence: small, over: divisor)
    }
    let (steps, left) = numerator.magnitude.quotientAndRemainder(dividingBy: divisor.magnitude)
    let whole = Int128(steps) + (roundsAway(left, of: divisor.magnitude, from: steps) ? 1 : 0)
    return Money(pence: Int64((numerator < 0 ? -whole : whole) * Int128(step.pence)))
  }

  /// The same in half the width, which every sum but the very largest fits in: a division of 128 bits takes far longer.
  /// The divisor is the denominator times the step.
  private func money(pence numerator: Int64, over divisor: Int64) -> Money {
    let (steps, left) = numerator.magnitude.quotientAndRemainder(dividingBy: divisor.magnitude)
    let isUp = roundsAway(UInt128(left), of: UInt128(divisor.magnitude), from: UInt128(steps))
    let whole = Int64(steps) + (isUp ? 1 : 0)
    return Money(pence: (numerator < 0 ? -whole : whole) * step.pence)
  }

  @inline(__always)
  private func roundsAway(_ left: UInt128, of divisor: UInt128, from steps: UInt128) -> Bool {
    guard left > 0 else { return false }
    let twice = left * 2  // the divisor is below 2^127, and so is what is left of it
    switch manner {
    case .up: return true
    case .down: return false
    case .halfUp: return twice >= divisor
    case .halfDown: return twice > divisor
    case .halfEven: return twice == divisor ? steps % 2 == 1 : twice > divisor
    }
  }
}

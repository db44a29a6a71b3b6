/// How an exact result becomes a sum of money: to which step, and which way.
///
/// Every rounding in the engine is a call of ``money(pence:over:)`` with a rule that a matrix names.
public struct Rounding: Hashable, Sendable {
  /// Which way an amount between two steps goes. Ties are named from zero: `halfUp` takes −0.5 to −1.
  public enum Manner: String, CaseIterable, Hashable, Sendable {
    case up
    case down
    case halfUp = "half up"
    case halfDown = "half down"
    case halfEven = "half even"
  }

  /// The step, such as one penny or one pound; above zero.
  public let step: Money
  public let manner: Manner

  public init(to step: Money, _ manner: Manner) {
    precondition(step > .zero, "a rounding step is above zero")
    self.step = step
    self.manner = manner
  }

  public static let penny = Rounding(to: Money(pence: 1), .halfUp)

  /// The exact quotient `numerator / denominator`, in pence, rounded to the step. The denominator is above zero.
  public func money(pence numerator: Int128, over denominator: Int128) -> Money {
    let divisor = denominator * Int128(step.pence)
    let (steps, left) = numerator.magnitude.quotientAndRemainder(dividingBy: divisor.magnitude)
    let whole = Int128(steps) + (roundsAway(left, of: divisor.magnitude, from: steps) ? 1 : 0)
    return Money(pence: Int64((numerator < 0 ? -whole : whole) * Int128(step.pence)))
  }

  private func roundsAway(_ left: UInt128, of divisor: UInt128, from steps: UInt128) -> Bool {
    guard left > 0 else { return false }
    let twice = left * 2
    switch manner {
    case .up: return true
    case .down: return false
    case .halfUp: return twice >= divisor
    case .halfDown: return twice > divisor
    case .halfEven: return twice == divisor ? steps % 2 == 1 : twice > divisor
    }
  }
}

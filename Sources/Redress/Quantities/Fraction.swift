/// An exact part of something, such as 25% or 2/37, kept in lowest terms. May be negative or above one.
public struct Fraction: Hashable, Comparable, Sendable {
  /// The number above the line, with the sign.
  public let numerator: Int64
  /// The number below the line; above zero.
  public let denominator: Int64

  /// `nil` when the denominator is not above zero, or the numerator is the one 64-bit number without an opposite.
  public init?(_ numerator: Int64, over denominator: Int64) {
    guard denominator > 0, numerator != .min else { return nil }
    let divisor = Self.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    self.numerator = numerator / Int64(divisor)
    self.denominator = denominator / Int64(divisor)
  }

  private init(whole: Int64) {
    numerator = whole
    denominator = 1
  }

  /// Nothing: 0%.
  public static let zero = Fraction(whole: 0)

  /// The whole: 100%.
  public static let one = Fraction(whole: 1)

  /// Smaller parts come first, compared exactly.
  public static func < (one: Fraction, other: Fraction) -> Bool {
    Int128(one.numerator) * Int128(other.denominator) < Int128(other.numerator) * Int128(one.denominator)
  }

  private static func greatestCommonDivisor(_ one: UInt64, _ other: UInt64) -> UInt64 {
    var (one, other) = (one, other)
    while other != 0 { (one, other) = (other, one % other) }
    return one
  }
}

extension Fraction: CustomStringConvertible {
  /// For people: `12.5%` where at most two places of a per cent say it exactly, else `2/37`. A negative part has a
  /// minus sign, as in ``Money``.
  public var description: String {
    let sign = numerator < 0 ? "−" : ""
    guard 10_000 % denominator == 0 else { return "\(sign)\(numerator.magnitude)/\(denominator)" }
    let hundredths = UInt128(numerator.magnitude) * UInt128(10_000 / denominator)
    let places = UInt64(hundredths % 100)
    let point = places == 0 ? "" : places % 10 == 0 ? ".\(places / 10)" : ".\(Money.twoDigits(places))"
    return "\(sign)\(hundredths / 100)\(point)%"
  }
}

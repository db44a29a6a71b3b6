/// An exact part of something, such as 25% or 2/37, kept in lowest terms.
public struct Fraction: Hashable, Comparable, Sendable {
  public let numerator: Int64
  public let denominator: Int64

  /// `nil` when the denominator is not above zero.
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

  public static let zero = Fraction(whole: 0)
  public static let one = Fraction(whole: 1)

  public static func < (one: Fraction, other: Fraction) -> Bool {
    Int128(one.numerator) * Int128(other.denominator) < Int128(other.numerator) * Int128(one.denominator)
  }

  private static func greatestCommonDivisor(_ one: UInt64, _ other: UInt64) -> UInt64 {
    var (one, other) = (one, other)
    while other != 0 { (one, other) = (other, one % other) }
    return max(one, 1)
  }
}

extension Fraction: CustomStringConvertible {
  /// `25%` where the part is a whole number of hundredths, else `2/37`.
  public var description: String {
    100 % denominator == 0 ? "\(numerator * (100 / denominator))%" : "\(numerator)/\(denominator)"
  }
}

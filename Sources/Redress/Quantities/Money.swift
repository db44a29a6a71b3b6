/// A sum of money in whole pence. May be negative while a sum is being worked out; no file may state a negative one.
///
/// Sums that leave 64 bits stop the program rather than wrap. ``largest`` keeps every real case far from there.
/// There is no product of two sums and no conversion from floating point. A part of a sum is taken with
/// ``part(_:of:rounded:)``, which asks for the rounding that the matrix names.
public struct Money: Hashable, Comparable, Sendable, BitwiseCopyable {
  /// The whole sum in pence: 123,450 for £1,234.50.
  public let pence: Int64

  /// A sum of so many pence.
  @inlinable public init(pence: Int64) { self.pence = pence }

  /// £0.00. Only a rule that says zero may give it.
  @inlinable public static var zero: Money { Money(pence: 0) }

  /// The largest sum that any file may state: £1,000,000,000. It keeps every total of a case within 64 bits.
  @inlinable public static var largest: Money { Money(pence: 100_000_000_000) }

  /// Smaller sums come first, negative ones before zero.
  @inlinable public static func < (one: Money, other: Money) -> Bool { one.pence < other.pence }

  /// Both sums together.
  @inlinable public static func + (one: Money, other: Money) -> Money { Money(pence: one.pence + other.pence) }

  /// What is left of the first sum without the second; negative when the second is larger.
  @inlinable public static func - (one: Money, other: Money) -> Money { Money(pence: one.pence - other.pence) }

  /// Adds to a running sum.
  @inlinable public static func += (sum: inout Money, other: Money) { sum = sum + other }

  /// Takes from a running sum.
  @inlinable public static func -= (sum: inout Money, other: Money) { sum = sum - other }

  /// So many times a sum: 3 weeks at £12.50 are £37.50.
  @inlinable public static func * (count: Int64, each: Money) -> Money { Money(pence: count * each.pence) }

  /// A part of a sum: 25% of £90.50, rounded in the one place where this engine rounds.
  ///
  /// The product is exact in 128 bits for every part and every sum, so nothing is lost before the rounding.
  public static func part(_ part: Fraction, of whole: Money, rounded rounding: Rounding) -> Money {
    rounding.money(pence: Int128(whole.pence) * Int128(part.numerator), over: Int128(part.denominator))
  }
}

extension Money: CustomStringConvertible {
  /// For people: `£1,234.50`, and `−£3.00` with a minus sign.
  public var description: String {
    (pence < 0 ? "−£" : "£") + Self.grouped(pence.magnitude / 100) + "." + Self.twoDigits(pence.magnitude % 100)
  }

  /// For programs: `1234.50`, always two places, no sign of currency and no grouping.
  public var decimalText: String {
    (pence < 0 ? "-" : "") + String(pence.magnitude / 100) + "." + Self.twoDigits(pence.magnitude % 100)
  }

  static func twoDigits(_ number: UInt64) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static func grouped(_ pounds: UInt64) -> String {
    guard pounds >= 1000 else { return String(pounds) }
    let last = pounds % 1000
    let padding = last < 10 ? "00" : last < 100 ? "0" : ""
    return grouped(pounds / 1000) + "," + padding + String(last)
  }
}

/// A sum of money in whole pence. May be negative while a sum is being worked out; no file may state a negative one.
///
/// There is no product of two sums and no conversion from floating point. A part of a sum is taken with
/// ``part(_:of:rounded:)``, which asks for the rounding that the matrix names.
public struct Money: Hashable, Comparable, Sendable {
  public let pence: Int64

  public init(pence: Int64) { self.pence = pence }

  public static let zero = Money(pence: 0)

  /// The largest sum that any file may state: £1,000,000,000. It keeps every total of a case within 64 bits.
  public static let largest = Money(pence: 100_000_000_000)

  public static func < (one: Money, other: Money) -> Bool { one.pence < other.pence }
  public static func + (one: Money, other: Money) -> Money { Money(pence: one.pence + other.pence) }
  public static func - (one: Money, other: Money) -> Money { Money(pence: one.pence - other.pence) }
  public static func += (sum: inout Money, other: Money) { sum = sum + other }
  public static func -= (sum: inout Money, other: Money) { sum = sum - other }

  /// So many times this sum: 3 weeks at £12.50.
  public static func * (count: Int64, each: Money) -> Money { Money(pence: count * each.pence) }

  /// A part of a sum, rounded in the one place where this engine rounds.
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

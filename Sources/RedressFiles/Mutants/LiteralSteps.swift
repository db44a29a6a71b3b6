import Redress

/// The values that lie one step beside a literal, as they would be written.
enum LiteralSteps {
  /// One step up and one step down, where there is a step down; none for a text that is no literal.
  static func around(_ text: String) -> [String] {
    if text.hasPrefix("£") { return money(text) }
    if text.hasSuffix("%") { return percentage(text) }
    if text.contains("/") { return fraction(text) }
    if text.isDigits { return count(text) }
    if let period = try? Literal.period(text) { return self.period(period) }
    if let day = try? Literal.day(text) { return self.day(day) }
    if let day = try? Literal.dayOfYear(text) { return [day.next, day.dayBefore].map(\.description) }
    return []
  }

  static func money(_ text: String) -> [String] {
    guard let sum = try? Literal.money(text) else { return [] }
    return around(sum.pence).map { written(Money(pence: $0)) }
  }

  /// A sum as it is written in a matrix.
  static func written(_ sum: Money) -> String {
    let rest = sum.pence % 100
    return "£\(sum.pence / 100)" + (rest == 0 ? "" : rest < 10 ? ".0\(rest)" : ".\(rest)")
  }

  /// The last place that is written is the one that changes.
  private static func percentage(_ text: String) -> [String] {
    guard (try? Literal.fraction(text)) != nil else { return [] }
    let parts = text.dropLast().split(separator: ".", omittingEmptySubsequences: false)
    guard let digits = Int64(parts.joined()) else { return [] }
    let places = parts.count == 2 ? parts[1].utf8.count : 0
    return around(digits).map { digits in
      guard places > 0 else { return "\(digits)%" }
      let text = String(repeating: "0", count: max(0, places + 1 - String(digits).utf8.count)) + String(digits)
      return "\(text.dropLast(places)).\(text.suffix(places))%"
    }
  }

  private static func fraction(_ text: String) -> [String] {
    let parts = text.split(separator: "/").compactMap { Int64($0) }
    guard parts.count == 2, (try? Literal.fraction(text)) != nil else { return [] }
    return around(parts[0]).map { "\($0)/\(parts[1])" }
      + around(parts[1]).filter { $0 > 0 }.map { "\(parts[0])/\($0)" }
  }

  private static func count(_ text: String) -> [String] { Int64(text).map { around($0).map { "\($0)" } } ?? [] }

  /// Its count, and working days in place of days or the other way round.
  private static func period(_ period: Period) -> [String] {
    let other: Period.Unit? =
      switch period.unit {
      case .days: .workingDays
      case .workingDays: .days
      default: nil
      }
    let counts = around(Int64(period.count)).map { Period(Int($0), period.unit) }
    return (counts + (other.map { [Period(period.count, $0)] } ?? [])).map(\.description)
  }

  private static func day(_ day: CivilDate) -> [String] { [1, -1].map { day.adding(days: $0).isoText } }

  /// One more, and one less where that is not below nothing.
  private static func around(_ value: Int64) -> [Int64] { value == 0 ? [1] : [value + 1, value - 1] }
}

extension DayOfYear {
  /// The day after it, as it comes in most years: 1 March after 28 February.
  var next: DayOfYear {
    DayOfYear(month: month, day: day + 1) ?? DayOfYear(month: month % 12 + 1, day: 1)!
  }
}

import Redress

extension Literal {
  /// A length of time: `28 days`, `1 working day`, `6 months`. The unit may be singular or plural, whatever the count.
  public static func period(_ text: String) throws(UnreadLiteral) -> Period {
    let number = text.prefix { $0 != " " }
    guard number.isDigits else { throw notPeriod(text) }
    let word = text.dropFirst(number.count + 1)
    guard let unit = Period.Unit.allCases.first(where: { $0.rawValue == word || $0.rawValue + "s" == word }) else {
      throw notPeriod(text)
    }
    let significant = number.drop { $0 == "0" }
    guard significant.utf8.count <= 4 else {
      throw UnreadLiteral(.literalPeriod, "\(Visible.quoted(text)) is too long.", "Write a count of at most 9999.")
    }
    return Period(Int(significant) ?? 0, unit)
  }

  private static func notPeriod(_ text: String) -> UnreadLiteral {
    let form = "Write a count, a space and a unit: day, working day, week, month or year. For example 28 days."
    if text.isEmpty { return UnreadLiteral(.literalPeriod, "A length of time is missing here.", form) }
    if text.isDigits {
      return UnreadLiteral(
        .literalPeriod, "\(Visible.quoted(text)) has no unit.", "Write one, such as \(Visible.short(text)) days.")
    }
    return UnreadLiteral(.literalPeriod, "\(Visible.quoted(text)) is not a length of time.", form)
  }
}

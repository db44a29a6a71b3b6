/// A day that comes every year, such as 1 November.
public struct DayOfYear: Hashable, Comparable, Sendable {
  /// 1 to 12.
  public let month: Int
  /// 1 to the last day that the month has in every year.
  public let day: Int

  /// `nil` for a day that does not come every year, such as 29 February or 31 April.
  public init?(month: Int, day: Int) {
    guard (1...12).contains(month), (1...Self.lastDays[month - 1]).contains(day) else { return nil }
    self.month = month
    self.day = day
  }

  /// Days come in the order of the year.
  public static func < (one: DayOfYear, other: DayOfYear) -> Bool {
    (one.month, one.day) < (other.month, other.day)
  }

  /// The day before it, as it comes in most years: 28 February before 1 March.
  var dayBefore: DayOfYear {
    if day > 1 { return DayOfYear(month: month, day: day - 1)! }
    let before = month == 1 ? 12 : month - 1
    return DayOfYear(month: before, day: Self.lastDays[before - 1])!
  }

  private static let lastDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

  static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
}

extension DayOfYear: CustomStringConvertible {
  /// `1 November`, as it is written in a matrix.
  public var description: String { "\(day) \(Self.monthNames[month - 1])" }
}

extension Literal {
  /// A day that comes every year: `1 November`.
  public static func dayOfYear(_ text: String) throws(UnreadLiteral) -> DayOfYear {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 2, words[0].isDigits, words[0].utf8.count <= 2,
      let month = DayOfYear.monthNames.firstIndex(where: { $0 == words[1] }).map({ $0 + 1 })
    else { throw notDayOfYear(text) }
    if let day = DayOfYear(month: month, day: Int(words[0])!) { return day }
    if words == ["29", "February"] {
      throw UnreadLiteral(
        .literalDayOfYear, "29 February does not come every year.", "Write 28 February or 1 March.")
    }
    throw UnreadLiteral(.literalDayOfYear, "There is no \(text).", "Check the day and the month.")
  }

  private static func notDayOfYear(_ text: String) -> UnreadLiteral {
    let says = text.isEmpty ? "A day of the year is missing here." : "\(Visible.quoted(text)) is not a day of the year."
    let mend = "Write a number and the name of a month, such as 1 November."
    return UnreadLiteral(.literalDayOfYear, says, mend)
  }
}

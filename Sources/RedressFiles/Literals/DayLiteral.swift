import Redress

extension Literal {
  /// A day as ISO 8601 writes it: `2026-08-14`.
  public static func day(_ text: String) throws(UnreadLiteral) -> CivilDate {
    guard let (year, month, day) = numbers(text) else { throw notDay(text) }
    if let date = CivilDate(year: year, month: month, day: day) { return date }
    throw noSuchDay(year, month, day)
  }

  /// The numbers of four digits, two and two with hyphens between them.
  private static func numbers(_ text: String) -> (year: Int, month: Int, day: Int)? {
    guard text.utf8.count == 10 else { return nil }
    var numbers = [0, 0, 0]
    var part = 0
    for (place, byte) in text.utf8.enumerated() {
      if place == 4 || place == 7 {
        guard byte == UInt8(ascii: "-") else { return nil }
        part += 1
      } else {
        guard byte.isDigit else { return nil }
        numbers[part] = numbers[part] * 10 + Int(byte &- UInt8(ascii: "0"))
      }
    }
    return (numbers[0], numbers[1], numbers[2])
  }

  private static func noSuchDay(_ year: Int, _ month: Int, _ day: Int) -> UnreadLiteral {
    let years = CivilDate.years
    guard years.contains(year) else {
      return unreadDay("The year \(year) lies outside \(years.lowerBound) to \(years.upperBound).", "Check the year.")
    }
    guard (1...12).contains(month) else {
      return unreadDay("There is no month \(month).", "Write year, month and day in this order: 2026-08-14.")
    }
    guard day > 0 else { return unreadDay("There is no day 0.", "Check the day.") }
    return unreadDay("There is no \(day) \(DayOfYear.monthNames[month - 1]) \(year).", "Check the day and the month.")
  }

  private static func notDay(_ text: String) -> UnreadLiteral {
    if text.isEmpty { return unreadDay("A day is missing here.", "Write one, such as 2026-08-14.") }
    if let day = isoStart(of: text) {
      return unreadDay("\(Visible.quoted(text)) holds more than a day.", "Write the day alone: \(day.isoText).")
    }
    if let day = dayFirst(text) {
      return unreadDay(
        "\(Visible.quoted(text)) is not written year first.", "If it means \(day), write \(day.isoText).")
    }
    return unreadDay("\(Visible.quoted(text)) is not a day.", "Write year, month and day: 2026-08-14.")
  }

  private static func unreadDay(_ says: String, _ mend: String) -> UnreadLiteral {
    UnreadLiteral(.literalDay, says, mend)
  }

  /// `2026-08-14T10:30:00Z`
  private static func isoStart(of text: String) -> CivilDate? {
    let (start, rest) = (text.prefix(10), text.dropFirst(10))
    guard let separator = rest.first, "T ".contains(separator) else { return nil }
    return try? day(String(start))
  }

  /// `14/08/2026`, `14.8.2026`
  private static func dayFirst(_ text: String) -> CivilDate? {
    let parts = text.split(omittingEmptySubsequences: false) { "/.-".contains($0) }
    guard parts.count == 3, parts.allSatisfy(\.isDigits), parts[2].utf8.count == 4, parts[0].utf8.count <= 2,
      parts[1].utf8.count <= 2
    else { return nil }
    return CivilDate(year: Int(parts[2])!, month: Int(parts[1])!, day: Int(parts[0])!)
  }
}

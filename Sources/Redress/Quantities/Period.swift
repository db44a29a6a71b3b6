/// A length of time as a policy words it: 28 days, 10 working days, 6 months.
public struct Period: Hashable, Sendable {
  /// What is counted. The text is the word for one.
  public enum Unit: String, CaseIterable, Hashable, Sendable {
    /// Every day of the calendar.
    case days = "day"
    /// The days that a ``WorkingCalendar`` says are working days.
    case workingDays = "working day"
    /// Seven days.
    case weeks = "week"
    /// Calendar months, to the same day of the month; never thirty days.
    case months = "month"
    /// Twelve calendar months.
    case years = "year"
  }

  /// How many; zero or above.
  public let count: Int
  /// Of what.
  public let unit: Unit

  /// So many of a unit. The count is zero or above; however large, it never stops a ``Deadline``.
  public init(_ count: Int, _ unit: Unit) {
    precondition(count >= 0, "a period is never negative")
    self.count = count
    self.unit = unit
  }
}

extension Period {
  /// The first day of a period whose last day is given; `nil` for working days, which no such period is written in.
  public func firstDay(endingOn day: CivilDate) -> CivilDate? {
    switch unit {
    case .days: day.adding(days: 1 - count)
    case .weeks: day.adding(days: 1 - 7 * count)
    case .months: day.adding(months: -count, .lastDay).adding(days: 1)
    case .years: day.adding(months: -12 * count, .lastDay).adding(days: 1)
    case .workingDays: nil
    }
  }
}

extension Period: CustomStringConvertible {
  /// For people: `1 working day`, `6 months`.
  public var description: String { "\(count) \(unit.rawValue)\(count == 1 ? "" : "s")" }
}

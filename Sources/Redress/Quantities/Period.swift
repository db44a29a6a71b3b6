/// A length of time as a policy words it: 28 days, 10 working days, 6 months.
public struct Period: Hashable, Sendable {
  public enum Unit: String, CaseIterable, Hashable, Sendable {
    case days = "day"
    case workingDays = "working day"
    case weeks = "week"
    case months = "month"
    case years = "year"
  }

  /// Zero or above.
  public let count: Int
  public let unit: Unit

  public init(_ count: Int, _ unit: Unit) {
    precondition(count >= 0, "a period is never negative")
    self.count = count
    self.unit = unit
  }
}

extension Period: CustomStringConvertible {
  public var description: String { "\(count) \(unit.rawValue)\(count == 1 ? "" : "s")" }
}

/// Which day is day one of a period.
public enum DayOne: String, CaseIterable, Hashable, Sendable {
  /// The day after the event: 28 days from 14 September end on 12 October. For working days, the next working day.
  case nextDay = "next day"
  /// The day of the event itself: 28 days from 14 September end on 11 October.
  case sameDay = "same day"
}

/// How to count from an event to the last day that is still in time.
public struct Deadline: Hashable, Sendable {
  public let period: Period
  public let dayOne: DayOne
  public let monthEnd: MonthEnd

  public init(_ period: Period, dayOne: DayOne = .nextDay, monthEnd: MonthEnd = .lastDay) {
    self.period = period
    self.dayOne = dayOne
    self.monthEnd = monthEnd
  }

  /// The last day in time. Working days need a calendar, and the answer is `nil` where it does not reach that far.
  public func lastDay(from event: CivilDate, calendar: WorkingCalendar? = nil) -> CivilDate? {
    let early = dayOne == .sameDay ? 1 : 0
    switch period.unit {
    case .days: return event.adding(days: period.count - early)
    case .weeks: return event.adding(days: period.count * 7 - early)
    case .months: return event.adding(months: period.count, monthEnd).adding(days: -early)
    case .years: return event.adding(months: period.count * 12, monthEnd).adding(days: -early)
    case .workingDays: return calendar?.day(period.count, after: event.adding(days: -early))
    }
  }
}

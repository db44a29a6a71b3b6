/// Which day is day one of a period.
public enum DayOne: String, CaseIterable, Hashable, Sendable {
  /// The day after the event: 28 days from 14 September end on 12 October. For working days, the next working day.
  case nextDay = "next day"
  /// The day of the event itself: 28 days from 14 September end on 11 October. For working days, the next working day
  /// when the event is not on one.
  case sameDay = "same day"
}

/// How to count from an event to the last day that is still in time.
public struct Deadline: Hashable, Sendable {
  /// How long there is.
  public let period: Period
  /// The day that is counted as the first.
  public let dayOne: DayOne
  /// Where months or years end when their last month is too short. It matters only with ``DayOne/nextDay``.
  public let monthEnd: MonthEnd

  /// A period with the commonest readings: the day after the event is day one, and short months end on their last day.
  public init(_ period: Period, dayOne: DayOne = .nextDay, monthEnd: MonthEnd = .lastDay) {
    self.period = period
    self.dayOne = dayOne
    self.monthEnd = monthEnd
  }

  /// The last day in time. A period of nothing ends with the event or, when the event is day one, the day before it.
  ///
  /// `nil` when the event or the answer lies outside ``CivilDate/years``. Working days need a calendar, and the answer
  /// is `nil` without one or where it does not reach that far.
  public func lastDay(from event: CivilDate, calendar: WorkingCalendar? = nil) -> CivilDate? {
    // Plain days are the commonest. The event is near enough for no sum to overflow, and the answer is checked.
    let mostDays = Int(CivilDate.latest.dayNumber - CivilDate.earliest.dayNumber) + 1
    if period.unit == .days, period.count <= mostDays, event >= .earliest, event <= .latest {
      let last = event.adding(days: period.count - (dayOne == .sameDay ? 1 : 0))
      return last >= .earliest && last <= .latest ? last : nil
    }
    return countedLastDay(from: event, calendar)
  }

  @inline(never)
  private func countedLastDay(from event: CivilDate, _ calendar: WorkingCalendar?) -> CivilDate? {
    let days = CivilDate.earliest...CivilDate.latest
    let all = days.upperBound.days(since: days.lowerBound) + 1
    // A count above all the days there are is out of reach in every unit, and multiplying it could overflow.
    guard days.contains(event), period.count <= all else { return nil }
    guard let last = uncheckedLastDay(from: event, calendar), days.contains(last) else { return nil }
    return last
  }

  private func uncheckedLastDay(from event: CivilDate, _ calendar: WorkingCalendar?) -> CivilDate? {
    let early = dayOne == .sameDay ? 1 : 0
    switch period.unit {
    case .days: return event.adding(days: period.count - early)
    case .weeks: return event.adding(days: period.count * 7 - early)
    case .months: return lastDay(ofMonths: period.count, from: event)
    case .years: return lastDay(ofMonths: period.count * 12, from: event)
    case .workingDays: return calendar?.day(period.count, after: event.adding(days: -early))
    }
  }

  /// Six months with 31 August as day one are all of September to February, so a short last month counts to its end:
  /// the day before the first of the next one, whatever ``monthEnd`` says.
  private func lastDay(ofMonths months: Int, from event: CivilDate) -> CivilDate {
    switch dayOne {
    case .nextDay: event.adding(months: months, monthEnd)
    case .sameDay: event.adding(months: months, .nextDay).adding(days: -1)
    }
  }
}

/// Which days are working days: Monday to Friday less the listed holidays, within the days that the list covers.
///
/// Beyond those days it answers `nil`: a holiday that nobody has published yet is never guessed away.
public struct WorkingCalendar: Hashable, Sendable {
  /// The days for which every holiday is known.
  public let covers: ClosedRange<CivilDate>
  /// Holidays in ascending order, without repeats.
  public let holidays: [CivilDate]

  /// A calendar of the holidays published for some days, in any order. A holiday at a weekend makes no difference.
  public init(covers: ClosedRange<CivilDate>, holidays: some Sequence<CivilDate>) {
    self.covers = covers
    self.holidays = Set(holidays).sorted()
  }

  /// Whether a day is a working day; `nil` outside ``covers``.
  public func isWorkingDay(_ day: CivilDate) -> Bool? {
    guard covers.contains(day) else { return nil }
    return !day.weekday.isWeekend && !isHoliday(day)
  }

  /// The `count`th working day after `day`; `day` itself never counts. Zero gives `day`, which may be any day.
  ///
  /// `nil` when a day that has to be counted lies outside ``covers``. The count is zero or above.
  public func day(_ count: Int, after day: CivilDate) -> CivilDate? {
    precondition(count >= 0, "working days are counted forwards")
    var day = day
    var left = count
    while left > 0 {
      day = day.adding(days: 1)
      guard let works = isWorkingDay(day) else { return nil }
      if works { left -= 1 }
    }
    return day
  }

  /// The `count`th working day before `day`; `day` itself never counts. Zero gives `day`, which may be any day.
  ///
  /// `nil` when a day that has to be counted lies outside ``covers``. The count is zero or above.
  public func day(_ count: Int, before day: CivilDate) -> CivilDate? {
    precondition(count >= 0, "working days are counted in whole numbers")
    var day = day
    var left = count
    while left > 0 {
      day = day.adding(days: -1)
      guard let works = isWorkingDay(day) else { return nil }
      if works { left -= 1 }
    }
    return day
  }

  /// Working days after `earlier`, up to and with `later`; zero when `later` is not after `earlier`.
  ///
  /// `nil` when any day from the one after `earlier` to `later` lies outside ``covers``.
  public func workingDays(from earlier: CivilDate, to later: CivilDate) -> Int? {
    var (count, day) = (0, earlier)
    while day < later {
      day = day.adding(days: 1)
      guard let works = isWorkingDay(day) else { return nil }
      if works { count += 1 }
    }
    return count
  }

  private func isHoliday(_ day: CivilDate) -> Bool {
    var (low, high) = (0, holidays.count)
    while low < high {
      let middle = (low + high) / 2
      if holidays[middle] < day { low = middle + 1 } else { high = middle }
    }
    return low < holidays.count && holidays[low] == day
  }
}

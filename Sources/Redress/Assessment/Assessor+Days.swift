/// Days and lengths of time, counted by the calendar of the scheme.
extension Assessor {
  /// What a day rule comes to.
  enum DayAnswer {
    /// The day.
    case day(CivilDate)
    /// The clock stands still without an end so far.
    case suspended
    /// A fact is wanting, or the calendar does not reach.
    case unknown
  }

  /// The day that a rule gives.
  func lastDay(_ rule: PreparedDayRule, _ facts: CaseFacts, item: Int) -> DayAnswer {
    guard let from = eventDay(rule, facts, item: item)?.day,
      case .value(let count, let unit) = figure(rule.within, facts, item: item)
    else { return .unknown }
    let period = Period(Int(count), Period.Unit.allCases[Int(unit)])
    var end = answer(counted(rule, period, from: from))
    if rule.direction == .after, let suspension = rule.suspension,
      let first = day(suspension.from, facts, item: item)
    {
      let last = day(suspension.to, facts, item: item)
      if last.map({ $0 >= first }) ?? true {
        end = counted(rule, period, from: from, Standstill(first: first, last: last))
      }
    }
    guard case .day(let day) = end else { return end }
    return answer(moved(day, rule.closed))
  }

  private func answer(_ day: CivilDate?) -> DayAnswer { day.map { .day($0) } ?? .unknown }

  /// The days on which a clock stands still.
  private struct Standstill {
    let first: CivilDate
    /// `nil` while it goes on.
    let last: CivilDate?

    func contains(_ day: CivilDate) -> Bool { day >= first && last.map { day <= $0 } ?? true }
  }

  /// The day that a rule counts from, and whether it is only a forecast.
  func eventDay(_ rule: PreparedDayRule, _ facts: CaseFacts, item: Int) -> (day: CivilDate, isForecast: Bool)? {
    if let day = day(rule.from, facts, item: item) { return (day, false) }
    return rule.elseFrom.flatMap { day($0, facts, item: item) }.map { ($0, true) }
  }

  func day(_ fact: Ref<Fact>, _ facts: CaseFacts, item: Int) -> CivilDate? {
    value(fact, facts, item: item).map { CivilDate(dayNumber: Int32($0)) }
  }

  private func counted(_ rule: PreparedDayRule, _ period: Period, from: CivilDate) -> CivilDate? {
    switch rule.direction {
    case .after: Deadline(period, dayOne: rule.dayOne, monthEnd: rule.monthEnd).lastDay(from: from, calendar: calendar)
    case .before: firstDay(of: period, before: from, rule)
    }
  }

  /// The first day of a period that ends with an event, counted backwards.
  private func firstDay(of period: Period, before event: CivilDate, _ rule: PreparedDayRule) -> CivilDate? {
    let early = rule.dayOne == .sameDay ? 1 : 0
    let days = CivilDate.earliest...CivilDate.latest
    guard period.count <= days.upperBound.days(since: days.lowerBound) else { return nil }
    let first: CivilDate?
    switch period.unit {
    case .days: first = event.adding(days: early - period.count)
    case .weeks: first = event.adding(days: early - period.count * 7)
    case .months: first = event.adding(months: -period.count, rule.monthEnd).adding(days: early)
    case .years: first = event.adding(months: -period.count * 12, rule.monthEnd).adding(days: early)
    case .workingDays: first = calendar?.day(period.count, before: event.adding(days: early))
    }
    return first.flatMap { days.contains($0) ? $0 : nil }
  }

  /// The last day of a period during which some days do not count. Working days are counted one by one; any other
  /// period is counted as if nothing had stood still, and ends later by as many days as did.
  private func counted(
    _ rule: PreparedDayRule, _ period: Period, from: CivilDate, _ still: Standstill
  ) -> DayAnswer {
    if period.unit == .workingDays {
      return countedWorkingDays(period.count, from: from.adding(days: rule.dayOne == .sameDay ? -1 : 0), still)
    }
    guard let printed = counted(rule, period, from: from) else { return .unknown }
    // Only days that would have counted can stand still: none of a period of nothing.
    let first = max(still.first, from.adding(days: rule.dayOne == .sameDay ? 0 : 1))
    guard first <= printed else { return .day(printed) }
    guard let last = still.last else { return .suspended }
    guard last >= first else { return .day(printed) }
    let end = printed.adding(days: last.days(since: first) + 1)
    return answer(end <= .latest ? end : nil)
  }

  private func countedWorkingDays(_ count: Int, from: CivilDate, _ still: Standstill) -> DayAnswer {
    guard let calendar else { return .unknown }
    var (day, left) = (from, count)
    while left > 0 {
      day = day.adding(days: 1)
      if still.contains(day) {
        guard let last = still.last else { return .suspended }
        day = last.adding(days: 1)
      }
      guard let works = calendar.isWorkingDay(day) else { return .unknown }
      if works { left -= 1 }
    }
    return answer((CivilDate.earliest...CivilDate.latest).contains(day) ? day : nil)
  }

  private func moved(_ day: CivilDate?, _ closed: DayRule.Closed?) -> CivilDate? {
    guard let day, let closed else { return day }
    guard let works = calendar?.isWorkingDay(day) else { return nil }
    if works { return day }
    return closed == .next ? calendar?.day(1, after: day) : calendar?.day(1, before: day)
  }

  // MARK: Lengths of time

  /// The days that a length of time is counted over, both ends in it; `nil` where one of them is not known. It is
  /// empty where the end comes before the beginning.
  func span(_ elapsed: Elapsed, _ facts: CaseFacts, item: Int) -> (first: CivilDate, last: CivilDate)? {
    guard let from = day(elapsed.from, facts, item: item),
      let to = day(elapsed.to, facts, item: item)
        ?? elapsed.runningTo.flatMap({ day($0, facts, item: item) })
    else { return nil }
    return (from.adding(days: elapsed.countsFirstDay ? 0 : 1), to.adding(days: elapsed.countsLastDay ? 0 : -1))
  }

  /// How many units a length of time has.
  func units(_ elapsed: Elapsed, _ facts: CaseFacts, item: Int) -> Int? {
    guard let (first, last) = span(elapsed, facts, item: item) else { return nil }
    guard last >= first else { return 0 }
    let days = last.days(since: first) + 1
    switch elapsed.unit.unit {
    case .days: return blocks(days, of: elapsed.unit.count, elapsed.parts)
    case .weeks: return blocks(days, of: elapsed.unit.count * 7, elapsed.parts)
    case .workingDays:
      guard let working = calendar?.workingDays(from: first.adding(days: -1), to: last) else { return nil }
      return blocks(working, of: elapsed.unit.count, elapsed.parts)
    case .months: return months(elapsed, first, last, each: elapsed.unit.count)
    case .years: return months(elapsed, first, last, each: elapsed.unit.count * 12)
    }
  }

  private func blocks(_ count: Int, of size: Int, _ parts: Elapsed.Parts) -> Int {
    parts == .full ? count / size : (count + size - 1) / size
  }

  /// Months end on the same day of the month as the day that they are counted from, as in a window; the last day of a
  /// shorter one. Where that day is counted itself, they end the day before.
  private func months(_ elapsed: Elapsed, _ first: CivilDate, _ last: CivilDate, each size: Int) -> Int {
    func end(_ count: Int) -> CivilDate {
      elapsed.countsFirstDay
        ? first.adding(months: count * size, .nextDay).adding(days: -1)
        : first.adding(days: -1).adding(months: count * size, .lastDay)
    }
    let (start, final) = (first.parts, last.parts)
    let most = ((final.year - start.year) * 12 + final.month - start.month + 1) / size
    let full = (0...most).last { end($0) <= last } ?? 0
    return elapsed.parts == .full || end(full) == last ? full : full + 1
  }
}

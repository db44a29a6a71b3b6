/// Days and lengths of time, counted one after another.
extension Recheck {
  /// What a day rule gives.
  enum End {
    case day(CivilDate)
    /// The clock stands still, and nobody knows how long.
    case stopped
    case unknown
  }

  /// The day that a rule counts from; a forecast where the event has not happened.
  func event(of rule: DayRule, _ item: Int) -> (day: CivilDate, isForecast: Bool)? {
    if let day = day(rule.from, item) { return (day, false) }
    guard let other = rule.elseFrom, let day = day(other, item) else { return nil }
    return (day, true)
  }

  func end(of rule: DayRule, _ item: Int) -> End {
    guard let event = event(of: rule, item)?.day, case .value(.period(let period)) = found(rule.within, item) else {
      return .unknown
    }
    let end: End
    switch (rule.direction, rule.suspension.flatMap { day($0.from, item) }) {
    case (.before, _): end = back(period, from: event, rule).map { .day($0) } ?? .unknown
    case (.after, nil): end = printed(period, after: event, rule).map { .day($0) } ?? .unknown
    case (.after, let first?):
      end = walk(period, after: event, rule, still: first, until: rule.suspension.flatMap { day($0.to, item) })
    }
    guard case .day(let day) = end, let closed = rule.closed else { return end }
    return opened(day, closed).map { .day($0) } ?? .unknown
  }

  private func printed(_ period: Period, after event: CivilDate, _ rule: DayRule) -> CivilDate? {
    Deadline(period, dayOne: rule.dayOne, monthEnd: rule.monthEnd).lastDay(from: event, calendar: calendar)
  }

  /// Counts day by day, and leaves out the days on which the clock stands still.
  private func walk(
    _ period: Period, after event: CivilDate, _ rule: DayRule, still first: CivilDate, until last: CivilDate?
  ) -> End {
    var day = rule.dayOne == .sameDay ? event.adding(days: -1) : event
    var wanted = period.count
    if period.unit == .workingDays, calendar == nil { return .unknown }
    if period.unit != .workingDays {
      guard let printed = printed(period, after: event, rule) else { return .unknown }
      wanted = printed.days(since: day)
    }
    while wanted > 0 {
      day = day.adding(days: 1)
      if day >= first {
        guard let last else { return .stopped }
        if day <= last { continue }
      }
      guard day <= .latest else { return .unknown }
      if period.unit == .workingDays {
        guard let works = calendar?.isWorkingDay(day) else { return .unknown }
        if !works { continue }
      }
      wanted -= 1
    }
    return (CivilDate.earliest...CivilDate.latest).contains(day) ? .day(day) : .unknown
  }

  /// The first day of a period that ends with an event.
  private func back(_ period: Period, from event: CivilDate, _ rule: DayRule) -> CivilDate? {
    let years = CivilDate.earliest...CivilDate.latest
    guard period.count < years.upperBound.days(since: years.lowerBound) + 1 else { return nil }
    let late = rule.dayOne == .sameDay ? 1 : 0
    let first: CivilDate?
    switch period.unit {
    case .days: first = event.adding(days: -period.count).adding(days: late)
    case .weeks: first = event.adding(days: -7 * period.count).adding(days: late)
    case .months: first = event.adding(months: -period.count, rule.monthEnd).adding(days: late)
    case .years: first = event.adding(months: -12 * period.count, rule.monthEnd).adding(days: late)
    case .workingDays: first = calendar?.day(period.count, before: event.adding(days: late))
    }
    guard let first, years.contains(first) else { return nil }
    return first
  }

  /// The day itself where it is a working day, else the nearest one in the direction of the rule.
  private func opened(_ day: CivilDate, _ closed: DayRule.Closed) -> CivilDate? {
    var day = day
    while let works = calendar?.isWorkingDay(day) {
      if works { return day }
      day = day.adding(days: closed == .next ? 1 : -1)
    }
    return nil
  }

  // MARK: Lengths of time

  /// The first and the last day of a length of time, as far as it is known.
  func bounds(of elapsed: Elapsed, _ item: Int) -> (first: CivilDate, last: CivilDate)? {
    guard let from = day(elapsed.from, item),
      let to = day(elapsed.to, item) ?? elapsed.runningTo.flatMap({ day($0, item) })
    else { return nil }
    return (elapsed.countsFirstDay ? from : from.adding(days: 1), elapsed.countsLastDay ? to : to.adding(days: -1))
  }

  func count(of elapsed: Elapsed, _ item: Int) -> Int? {
    guard let (first, last) = bounds(of: elapsed, item) else { return nil }
    if last < first { return 0 }
    let (size, days) = (elapsed.unit.count, last.days(since: first) + 1)
    switch elapsed.unit.unit {
    case .days: return units(of: size, in: days, elapsed.parts)
    case .weeks: return units(of: size * 7, in: days, elapsed.parts)
    case .workingDays:
      var worked = 0
      for number in 0..<days {
        guard let works = calendar?.isWorkingDay(first.adding(days: number)) else { return nil }
        worked += works ? 1 : 0
      }
      return units(of: size, in: worked, elapsed.parts)
    case .months: return months(size, first, last, elapsed)
    case .years: return months(size * 12, first, last, elapsed)
    }
  }

  private func units(of size: Int, in count: Int, _ parts: Elapsed.Parts) -> Int {
    let (full, rest) = count.quotientAndRemainder(dividingBy: size)
    return parts == .started && rest > 0 ? full + 1 : full
  }

  /// Counts blocks of months until one is not full. Each ends on the day of the month of the day before the first one
  /// that counts; where that day is no part of the count it is an event, whose last month may be too short.
  private func months(_ size: Int, _ first: CivilDate, _ last: CivilDate, _ elapsed: Elapsed) -> Int {
    var (count, ended) = (0, first.adding(days: -1))
    while ended < last {
      let next =
        elapsed.countsFirstDay
        ? first.adding(months: (count + 1) * size, .nextDay).adding(days: -1)
        : first.adding(days: -1).adding(months: (count + 1) * size, .lastDay)
      if next > last { return elapsed.parts == .started ? count + 1 : count }
      (count, ended) = (count + 1, next)
    }
    return count
  }
}

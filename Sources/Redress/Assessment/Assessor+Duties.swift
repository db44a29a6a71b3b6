extension Assessor {
  /// The last day for a duty, and whether it is only a forecast.
  struct DueDay {
    /// `nil` where the clock stands still or the day cannot be known.
    let day: CivilDate?
    let isSuspended: Bool
    let isForecast: Bool
  }

  /// Writes a line for each duty of the timetable.
  func noteDuties(_ facts: CaseFacts, _ sheet: inout Assessment) {
    pass(plan.quietDuties, facts, &sheet, isAsQuiet: { _ in false }) { place, sheet in
      sheet.note(plan.duties[place].rule, finding(Ref(place), facts, &sheet))
    }
  }

  /// Where a duty stands, whatever day it is.
  func finding(_ ref: Ref<Duty>, _ facts: CaseFacts, _ sheet: inout Assessment) -> Finding {
    let duty = plan.duties[ref.index]
    if let when = duty.when, answer(when, facts) != true { return .doesNotApply }
    if let waived = duty.waived, answer(waived, facts) == true { return .waived }
    if let unless = duty.extended?.unless, isBeyondLimit(duty, facts),
      facts.accepted.contains(unless) || facts.declined.contains(unless)
    {
      sheet.usedDecisions.insert(unless)
    }
    guard let due = due(ref, facts, item: 0) else { return .notStarted }
    if due.isSuspended { return .suspended }
    guard let last = due.day else { return .notStarted }
    guard let done = day(duty.done, facts, item: 0) else { return .owed(by: last, isForecast: due.isForecast) }
    return done <= last ? .done(by: last, on: done) : .doneLate(by: last, on: done, days: done.days(since: last))
  }

  /// The last day for a duty; `nil` where what it is counted from has not happened and cannot be forecast.
  func due(_ ref: Ref<Duty>, _ facts: CaseFacts, item: Int) -> DueDay? {
    let duty = plan.duties[ref.index]
    guard let event = eventDay(duty.due, facts, item: item) else { return nil }
    switch printed(duty, facts, item: item) {
    case .day(let day):
      return DueDay(day: extended(day, duty, facts, item: item), isSuspended: false, isForecast: event.isForecast)
    case .suspended: return DueDay(day: nil, isSuspended: true, isForecast: event.isForecast)
    case .unknown: return DueDay(day: nil, isSuspended: false, isForecast: event.isForecast)
    }
  }

  /// The last day as it is counted, or the earlier one that somebody else set.
  func printed(_ duty: PreparedDuty, _ facts: CaseFacts, item: Int) -> DayAnswer {
    guard case .day(let counted) = lastDay(duty.due, facts, item: item) else {
      return lastDay(duty.due, facts, item: item)
    }
    return .day(duty.orBy.flatMap { day($0, facts, item: item) }.map { min($0, counted) } ?? counted)
  }

  /// The later last day that was set, up to the limit unless a decision allows more.
  private func extended(_ printed: CivilDate, _ duty: PreparedDuty, _ facts: CaseFacts, item: Int) -> CivilDate? {
    guard let extended = duty.extended, let to = day(extended.to, facts, item: item), to > printed else {
      return printed
    }
    guard let atMost = extended.atMost else { return to }
    if let unless = extended.unless, facts.accepted.contains(unless) { return to }
    return atMost.lastDay(from: printed, calendar: calendar).map { min(to, $0) }
  }

  private func isBeyondLimit(_ duty: PreparedDuty, _ facts: CaseFacts) -> Bool {
    guard let extended = duty.extended, let to = day(extended.to, facts, item: 0),
      case .day(let printed) = printed(duty, facts, item: 0), to > printed, let atMost = extended.atMost
    else { return false }
    // A limit beyond the calendar is not known, and then only the decision lets the extension count.
    return atMost.lastDay(from: printed, calendar: calendar).map { to > $0 } ?? true
  }

  /// Whether nothing is owed, since the duty does not apply or is waived; `nil` where a fact that would decide it is
  /// missing.
  func isFree(_ duty: PreparedDuty, _ facts: CaseFacts, item: Int) -> Bool? {
    let applies = if let when = duty.when { answer(when, facts, item: item) } else { Bool?.some(true) }
    let isWaived = if let waived = duty.waived { answer(waived, facts, item: item) } else { Bool?.some(false) }
    if applies == false || isWaived == true { return true }
    return applies == nil || isWaived == nil ? nil : false
  }

  /// By how many days a duty was done late, up to the day it was done or, while it is not, up to another.
  func lateDays(_ lateness: Lateness, _ facts: CaseFacts, item: Int) -> Int64? {
    let duty = plan.duties[lateness.duty.index]
    guard let isFree = isFree(duty, facts, item: item) else { return nil }
    if isFree { return 0 }
    guard let last = due(lateness.duty, facts, item: item)?.day,
      let done = day(duty.done, facts, item: item) ?? lateness.until.flatMap({ day($0, facts, item: item) })
    else { return nil }
    guard done > last else { return 0 }
    if !lateness.inWorkingDays { return Int64(done.days(since: last)) }
    return calendar?.workingDays(from: last, to: done).map { Int64($0) }
  }
}

/// What the organisation had to do, and by which day.
extension Recheck {
  mutating func work(_ duty: Duty) {
    write(duty.rule, 0, finding(duty))
  }

  private mutating func finding(_ duty: Duty) -> Finding {
    if let when = duty.when, truth(when, 0) != true { return .doesNotApply }
    if let waived = duty.waived, truth(waived, 0) == true { return .waived }
    if let unless = duty.extended?.unless, isLimited(duty) {
      if facts.accepted.contains(unless) || facts.declined.contains(unless) { used.insert(unless) }
    }
    guard let event = event(of: duty.due, 0) else { return .notStarted }
    if case .stopped = end(of: duty.due, 0) { return .suspended }
    guard let last = dueDay(duty, 0) else { return .notStarted }
    guard let done = day(duty.done) else { return .owed(by: last, isForecast: event.isForecast) }
    let late = done.days(since: last)
    return late > 0 ? .doneLate(by: last, on: done, days: late) : .done(by: last, on: done)
  }

  /// The last day as the policy counts it, or an earlier one that somebody else set.
  func printedDay(_ duty: Duty, _ item: Int) -> CivilDate? {
    guard case .day(let counted) = end(of: duty.due, item) else { return nil }
    guard let other = duty.orBy, let day = day(other, item), day < counted else { return counted }
    return day
  }

  /// The last day with its extension.
  func dueDay(_ duty: Duty, _ item: Int) -> CivilDate? {
    guard let printed = printedDay(duty, item) else { return nil }
    guard let extended = duty.extended, let to = day(extended.to, item), to > printed else { return printed }
    let isFree = extended.unless.map { facts.accepted.contains($0) } ?? false
    guard let atMost = extended.atMost, !isFree else { return to }
    guard let limit = atMost.lastDay(from: printed, calendar: calendar) else { return nil }
    return to > limit ? limit : to
  }

  /// Whether an extension would have to end sooner without the decision that allows more.
  private func isLimited(_ duty: Duty) -> Bool {
    guard let printed = printedDay(duty, 0), let extended = duty.extended, let to = day(extended.to), to > printed,
      let atMost = extended.atMost
    else { return false }
    guard let limit = atMost.lastDay(from: printed, calendar: calendar) else { return true }
    return to > limit
  }

  /// Whether a duty applies and is not waived; `nil` where that stays open for want of a fact.
  func isOwed(_ duty: Duty, _ item: Int) -> Bool? {
    var answers: [Bool?] = []
    if let when = duty.when { answers.append(truth(when, item)) }
    if let waived = duty.waived { answers.append(truth(waived, item).map { !$0 }) }
    return answers.contains(false) ? false : answers.contains(nil) ? nil : true
  }

  func daysLate(_ lateness: Lateness, _ item: Int) -> Int? {
    let duty = matrix.duties[ref: lateness.duty]
    let isOwed = isOwed(duty, item)
    if isOwed == false { return 0 }
    guard isOwed == true, let last = dueDay(duty, item),
      let end = day(duty.done, item) ?? lateness.until.flatMap({ day($0, item) })
    else { return nil }
    var (late, next) = (0, last)
    while next < end {
      next = next.adding(days: 1)
      guard lateness.inWorkingDays else {
        late += 1
        continue
      }
      guard let works = calendar?.isWorkingDay(next) else { return nil }
      late += works ? 1 : 0
    }
    return late
  }
}

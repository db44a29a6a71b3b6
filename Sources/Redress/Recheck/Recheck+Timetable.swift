/// Redoes a timetable from the facts and the matrix as it was read, and compares every day and every state.
///
/// It shares no code with ``Assessor/timetable(of:today:)``. A timetable that does not recheck must not be shown to
/// anybody. `today` and `calendar` are those that it was made with.
public func recheck(
  _ timetable: Timetable, of facts: CaseFacts, under matrix: Matrix, today: CivilDate, calendar: WorkingCalendar? = nil
) -> [Discrepancy] {
  guard timetable.duties.map(\.duty) == matrix.duties.refs.map({ $0 }) else {
    return [Discrepancy(rule: "timetable", item: 0, says: "it does not have every duty once, in order")]
  }
  return zip(matrix.duties, timetable.duties).compactMap { duty, state in
    var recheck = Recheck(facts, matrix, calendar)
    recheck.work(duty)
    let expected = recheck.state(of: duty, state.duty, today)
    if expected == state { return nil }
    return Discrepancy(
      rule: matrix.rules[ref: duty.rule].id, item: 0, says: "it should stand as \(expected), and stands as \(state)")
  }
}

extension Recheck {
  /// Where a duty stands, from the line that was written last.
  fileprivate func state(of duty: Duty, _ ref: Ref<Duty>, _ today: CivilDate) -> DutyState {
    let (event, doneOn) = (event(of: duty.due, 0), day(duty.done))
    let state: DutyState.State
    switch lines.last!.finding {
    case .owed(let last, _): state = today > last ? .overdue : .due
    case .done: state = .done
    case .doneLate: state = .late
    case .suspended: state = .suspended
    case .waived: state = .waived
    case .doesNotApply: state = .notOwed
    default: state = .notStarted
    }
    let isCounted = [.due, .overdue, .done, .late].contains(state)
    let last = isCounted ? dueDay(duty, 0) : nil
    let printed = isCounted ? printedDay(duty, 0) : nil
    let late = state == .late ? doneOn : state == .overdue ? today : last
    return DutyState(
      duty: ref, from: event?.day, due: last, isForecast: isCounted && event?.isForecast == true,
      extendedFrom: printed == last ? nil : printed, done: doneOn, state: state,
      daysLate: last.flatMap { last in late.map { $0.days(since: last) } } ?? 0)
  }
}

/// The timetable of a case as it stands on a day.
///
/// It needs no items, and none of the facts that only a price needs.
public struct Timetable: Hashable, Sendable {
  /// Each duty, in the order of the matrix.
  public let duties: [DutyState]
  /// Why its days cannot be relied on, each once. A timetable with faults must not be shown to anybody.
  public let faults: [CaseFault]
}

/// Where a duty of a case stands on a day.
public struct DutyState: Hashable, Sendable {
  /// Where it stands.
  public enum State: String, CaseIterable, Hashable, Sendable {
    /// Its condition does not hold, so it is not owed.
    case notOwed = "not-owed"
    /// What it is counted from has not happened.
    case notStarted = "not-started"
    /// Its clock stands still.
    case suspended
    /// The person released the organisation from it.
    case waived
    /// Not done, and the last day has not passed.
    case due
    /// Not done, and the last day has passed.
    case overdue
    /// Done in time.
    case done
    /// Done after the last day.
    case late = "done-late"
  }

  /// The duty.
  public let duty: Ref<Duty>
  /// The day it is counted from; where it is a forecast, the day that stands in until that has happened.
  public let from: CivilDate?
  /// The last day; `nil` while it is not known.
  public let due: CivilDate?
  /// Whether the last day is a forecast, because what it is counted from has not happened.
  public let isForecast: Bool
  /// The last day without its extension, where it was extended.
  public let extendedFrom: CivilDate?
  /// The day it was done.
  public let done: CivilDate?
  /// Where it stands.
  public let state: State
  /// Calendar days after the last day, until it was done or until today.
  public let daysLate: Int
}

extension Assessor {
  /// The timetable of a case as it stands on a day.
  public func timetable(of facts: CaseFacts, today: CivilDate) -> Timetable {
    var sheet = Assessment()
    checkDayOrder(facts, &sheet)
    let duties = plan.duties.indices.map { state(of: Ref($0), facts, today, &sheet) }
    return Timetable(duties: duties, faults: Array(sheet.faults))
  }

  private func state(
    of ref: Ref<Duty>, _ facts: CaseFacts, _ today: CivilDate, _ sheet: inout Assessment
  ) -> DutyState {
    let duty = plan.duties[ref.index]
    if let when = duty.when { _ = holds(when, facts, &sheet) }
    let finding = finding(ref, facts, &sheet)
    if finding == .notStarted { faultUncounted(duty, facts, &sheet) }
    let (state, due, daysLate) = standing(finding, today)
    let last = due == nil ? nil : self.due(ref, facts, item: 0)
    return DutyState(
      duty: ref, from: eventDay(duty.due, facts, item: 0)?.day, due: due, isForecast: last?.isForecast ?? false,
      extendedFrom: due.flatMap { extendedFrom($0, duty, facts) }, done: day(duty.done, facts, item: 0), state: state,
      daysLate: daysLate)
  }

  private func standing(_ finding: Finding, _ today: CivilDate) -> (DutyState.State, due: CivilDate?, daysLate: Int) {
    switch finding {
    case .doesNotApply: return (.notOwed, nil, 0)
    case .waived: return (.waived, nil, 0)
    case .suspended: return (.suspended, nil, 0)
    case .owed(let by, _):
      let late = max(today.days(since: by), 0)
      return (late > 0 ? .overdue : .due, by, late)
    case .done(let by, _): return (.done, by, 0)
    case .doneLate(let by, _, let days): return (.late, by, days)
    default: return (.notStarted, nil, 0)
    }
  }

  private func extendedFrom(_ due: CivilDate, _ duty: PreparedDuty, _ facts: CaseFacts) -> CivilDate? {
    guard case .day(let printed) = printed(duty, facts, item: 0), printed < due else { return nil }
    return printed
  }

  /// A duty has no last day because it has not started, and that is no fault. Any other reason is one: a day that the
  /// calendar does not reach is never guessed.
  private func faultUncounted(_ duty: PreparedDuty, _ facts: CaseFacts, _ sheet: inout Assessment) {
    switch wanting(duty.due, facts, item: 0) {
    case .fact(let fact):
      if eventDay(duty.due, facts, item: 0) != nil { sheet.fault(.missing(fact, item: 0)) }
    case .beforeFirst(let fact): sheet.fault(.beforeFirstFigure(fact, item: 0))
    case .calendar: sheet.fault(.beyondCalendar)
    }
  }
}

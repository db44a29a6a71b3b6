extension Assessor {
  /// Writes a line for each derived fact: of the case, and of each item that states one of the facts it takes.
  func noteDerived(_ facts: CaseFacts, _ sheet: inout Assessment) {
    pass(plan.quietDerived, facts, &sheet, isAsQuiet: { _ in false }) { place, sheet in
      note(plan.derived[place], facts, &sheet)
    }
  }

  private func note(_ derived: PreparedDerived, _ facts: CaseFacts, _ sheet: inout Assessment) {
    var isNoted = false
    for item in 0...facts.itemCount {
      if item == 0 ? derived.isOfItemOnly : !isOwn(derived, item, facts) { continue }
      isNoted = true
      sheet.note(derived.rule, item: item, finding(derived, facts, item: item))
    }
    if !isNoted { sheet.note(derived.rule, .notKnown) }
  }

  /// Whether an item has a value of its own: it states one of the facts, or the case has none and the item can do
  /// without what it leaves out.
  private func isOwn(_ derived: PreparedDerived, _ item: Int, _ facts: CaseFacts) -> Bool {
    if facts.item(item, statesAnyOf: derived.ofItem) { return true }
    return derived.isOfItemOnly && derive(derived, facts, item: item) != nil
  }

  func finding(_ derived: PreparedDerived, _ facts: CaseFacts, item: Int) -> Finding {
    guard let value = derive(derived, facts, item: item) else { return .notKnown }
    switch derived.kind {
    case .day, .earliest, .latest, .due: return .derivedDay(CivilDate(dayNumber: Int32(value)))
    case .items, .late: return .derivedCount(value, isRunning: false)
    case .elapsed(let elapsed):
      return .derivedCount(value, isRunning: self.value(elapsed.to, facts, item: item) == nil)
    }
  }

  /// What a derived fact comes to; `nil` where a fact that it takes was left out, or the calendar does not reach.
  func derive(_ derived: PreparedDerived, _ facts: CaseFacts, item: Int) -> Int64? {
    switch derived.kind {
    case .day(let rule):
      guard case .day(let day) = lastDay(rule, facts, item: item) else { return nil }
      return Int64(day.dayNumber)
    case .earliest(let refs): return plan.rows.refs[refs].compactMap { value($0, facts, item: item) }.min()
    case .latest(let refs): return plan.rows.refs[refs].compactMap { value($0, facts, item: item) }.max()
    case .elapsed(let elapsed): return units(elapsed, facts, item: item).map { Int64($0) }
    case .items(let head): return Int64(facts.headRow.count { $0 == head })
    case .due(let duty): return due(duty, facts, item: item)?.day.map { Int64($0.dayNumber) }
    case .late(let lateness): return lateDays(lateness, facts, item: item)
    }
  }

  // MARK: What is wanting

  /// Why a fact has no value.
  enum Wanting {
    /// This fact would have to be stated.
    case fact(Ref<Fact>)
    /// The day of this fact comes before the first figure.
    case beforeFirst(Ref<Fact>)
    /// A period runs past the calendar.
    case calendar
  }

  /// Why a fact has no value, where it has none.
  func wanting(_ fact: Ref<Fact>, _ facts: CaseFacts, item: Int) -> Wanting {
    let fact = plan.slots.standIn(for: fact)
    guard let derived = plan.slots.derived(fact) else { return .fact(fact) }
    func first(_ refs: [Ref<Fact>]) -> Wanting {
      refs.first { value($0, facts, item: item) == nil }.map { wanting($0, facts, item: item) } ?? .calendar
    }
    switch plan.derived[derived].kind {
    case .day(let rule): return wanting(rule, facts, item: item)
    case .earliest(let refs), .latest(let refs): return first(Array(plan.rows.refs[refs]))
    case .elapsed(let elapsed): return first([elapsed.from, end(of: elapsed, facts, item: item)])
    case .items: return .calendar
    case .due(let duty): return wanting(plan.duties[duty.index], facts, item: item)
    case .late(let lateness):
      let duty = plan.duties[lateness.duty.index]
      if isFree(duty, facts, item: item) == nil, let fact = open(duty, facts, item: item) {
        return wanting(fact, facts, item: item)
      }
      if due(lateness.duty, facts, item: item)?.day == nil { return wanting(duty, facts, item: item) }
      if value(duty.done, facts, item: item) != nil { return .calendar }
      return first([lateness.until ?? duty.done])
    }
  }

  /// The fact up to which a time is counted: the day on which it ends or, while it goes on, the day that is counted to.
  private func end(of elapsed: Elapsed, _ facts: CaseFacts, item: Int) -> Ref<Fact> {
    guard let runningTo = elapsed.runningTo, value(elapsed.to, facts, item: item) == nil,
      value(runningTo, facts, item: item) != nil
    else { return elapsed.to }
    return runningTo
  }

  /// What keeps open whether a duty is owed.
  private func open(_ duty: PreparedDuty, _ facts: CaseFacts, item: Int) -> Ref<Fact>? {
    let conditions = [duty.when, duty.waived].compactMap(\.self)
    return conditions.first { answer($0, facts, item: item) == nil }.flatMap {
      missing(in: $0.place, facts, item: item).first
    }
  }

  private func wanting(_ duty: PreparedDuty, _ facts: CaseFacts, item: Int) -> Wanting {
    wanting(duty.due, facts, item: item)
  }

  /// Why a rule gives no day, where it gives none.
  func wanting(_ rule: PreparedDayRule, _ facts: CaseFacts, item: Int) -> Wanting {
    if value(rule.from, facts, item: item) == nil, rule.elseFrom.flatMap({ value($0, facts, item: item) }) == nil {
      return wanting(rule.from, facts, item: item)
    }
    switch figure(rule.within, facts, item: item) {
    case .wants(let fact): return wanting(fact, facts, item: item)
    case .beforeFirst(let fact): return .beforeFirst(fact)
    case .asks, .value: break
    }
    if let suspension = rule.suspension, case .suspended = lastDay(rule, facts, item: item) {
      return wanting(suspension.to, facts, item: item)
    }
    return .calendar
  }

  /// Says as a fault of the case why a fact that a rule cannot do without has no value.
  func faultWanting(_ fact: Ref<Fact>, _ facts: CaseFacts, item: Int, _ sheet: inout Assessment) {
    switch wanting(fact, facts, item: item) {
    case .fact(let fact):
      // Of the case as a whole, what only an item can state is not missing. Where no item is there, the items are, once
      // they are wanted; where all are kept out, nothing is.
      if item == 0, plan.slots.isOfItemOnly.contains(fact) { return }
      sheet.fault(.missing(fact, item: item))
    case .beforeFirst(let fact): sheet.fault(.beforeFirstFigure(fact, item: item))
    case .calendar: sheet.fault(.beyondCalendar)
    }
  }

  /// Whether rules may go on without the value of a fact that has none.
  func mayDoWithout(_ fact: Ref<Fact>, _ facts: CaseFacts, item: Int) -> Bool {
    guard case .fact(let leaf) = wanting(fact, facts, item: item) else { return false }
    return !plan.slots.isMissing.contains(leaf)
  }
}

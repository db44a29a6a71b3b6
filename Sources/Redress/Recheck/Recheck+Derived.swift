/// Facts that nobody states, and why one of them is not known.
extension Recheck {
  /// A line for each derived fact: of the case, where it can state all of it, and of each item that states some of it.
  mutating func workDerived() {
    for fact in matrix.facts {
      guard let derivation = fact.derivation else { continue }
      let taken = taken(by: derivation)
      let isOfItems = isOfItemsOnly(taken)
      var numbers = items.indices.map { $0 + 1 }.filter {
        states($0, taken) || (isOfItems && value(of: derivation, $0) != nil)
      }
      if !isOfItems { numbers.insert(0, at: 0) }
      for item in numbers { write(derivation.rule, item, finding(derivation, item)) }
      if numbers.isEmpty { write(derivation.rule, 0, .notKnown) }
    }
  }

  private func finding(_ derivation: Derivation, _ item: Int) -> Finding {
    guard let value = value(of: derivation, item) else { return .notKnown }
    switch derivation.kind {
    case .day, .earliest, .latest, .due: return .derivedDay(CivilDate(dayNumber: Int32(value)))
    case .items, .late: return .derivedCount(value, isRunning: false)
    case .elapsed(let elapsed): return .derivedCount(value, isRunning: day(elapsed.to, item) == nil)
    }
  }

  func value(of derivation: Derivation, _ item: Int) -> Int64? {
    switch derivation.kind {
    case .day(let rule):
      guard case .day(let day) = end(of: rule, item) else { return nil }
      return Int64(day.dayNumber)
    case .earliest(let refs): return refs.compactMap { value($0, item) }.sorted().first
    case .latest(let refs): return refs.compactMap { value($0, item) }.sorted().last
    case .elapsed(let elapsed): return count(of: elapsed, item).map { Int64($0) }
    case .items(let head): return Int64(items.filter { $0.head == head }.count)
    case .due(let duty): return dueDay(matrix.duties[ref: duty], item).map { Int64($0.dayNumber) }
    case .late(let lateness): return daysLate(lateness, item).map { Int64($0) }
    }
  }

  /// The facts that a derivation takes, themselves derived or not.
  func taken(by derivation: Derivation) -> [Ref<Fact>] {
    switch derivation.kind {
    case .day(let rule): rule.facts
    case .earliest(let refs), .latest(let refs): refs
    case .elapsed(let elapsed): elapsed.facts
    case .items: []
    case .due(let duty): matrix.duties[ref: duty].factsOfDue
    case .late(let lateness):
      matrix.duties[ref: lateness.duty].facts + [lateness.until].compactMap(\.self)
    }
  }

  /// Whether one of these facts, or of those behind them, can be stated of an item only.
  func isOfItemsOnly(_ refs: [Ref<Fact>]) -> Bool {
    refs.contains { ref in
      if let derivation = matrix.facts[ref: ref].derivation { return isOfItemsOnly(taken(by: derivation)) }
      if case .same(let other) = matrix.facts[ref: ref].leftOut, isOfItemsOnly([other]) { return true }
      return matrix.facts[ref: ref].reach == .ofItem
    }
  }

  // MARK: What is lacking

  /// Why a fact has no value.
  enum Lack {
    /// This fact would have to be stated.
    case fact(Ref<Fact>)
    /// The day of this fact is earlier than the first figure.
    case figure(Ref<Fact>)
    /// A period goes on beyond the calendar.
    case calendar
  }

  /// Adds the fault of a fact that has no value.
  mutating func addLack(of ref: Ref<Fact>, _ item: Int) {
    switch lack(of: ref, item) {
    case .fact(let stated):
      // Nothing can be missing of items that are not there, or not looked at any more.
      if item == 0, matrix.facts[ref: stated].reach == .ofItem { return }
      add(.missing(stated, item: item))
    case .figure(let day): add(.beforeFirstFigure(day, item: item))
    case .calendar: add(.beyondCalendar)
    }
  }

  func lack(of ref: Ref<Fact>, _ item: Int) -> Lack {
    let ref = source(of: ref)
    guard let derivation = matrix.facts[ref: ref].derivation else { return .fact(ref) }
    switch derivation.kind {
    case .items: return .calendar
    case .earliest(let refs), .latest(let refs): return lack(among: refs, item)
    case .elapsed(let elapsed):
      let goesOn = value(elapsed.to, item) == nil && elapsed.runningTo.map { value($0, item) != nil } ?? false
      return lack(among: [elapsed.from, goesOn ? elapsed.runningTo! : elapsed.to], item)
    case .day(let rule): return lack(of: rule, item)
    case .due(let duty): return lack(of: matrix.duties[ref: duty].due, item)
    case .late(let lateness):
      let duty = matrix.duties[ref: lateness.duty]
      if isOwed(duty, item) == nil {
        let open = [duty.when, duty.waived].compactMap(\.self).first { truth($0, item) == nil }
        return lack(among: (open.map { compared(in: $0, item) } ?? []).filter { !isOptional($0, item) }, item)
      }
      if dueDay(duty, item) == nil { return lack(of: duty.due, item) }
      if day(duty.done, item) != nil { return .calendar }
      return lack(among: [lateness.until ?? duty.done], item)
    }
  }

  /// The lack of the first of these facts that has no value.
  private func lack(among refs: [Ref<Fact>], _ item: Int) -> Lack {
    for ref in refs where value(ref, item) == nil { return lack(of: ref, item) }
    return .calendar
  }

  private func lack(of rule: DayRule, _ item: Int) -> Lack {
    if event(of: rule, item) == nil { return lack(of: rule.from, item) }
    switch found(rule.within, item) {
    case .lacks(let ref): return lack(of: ref, item)
    case .tooEarly(let ref): return .figure(ref)
    case .asks, .value: break
    }
    if case .stopped = end(of: rule, item), let suspension = rule.suspension { return lack(of: suspension.to, item) }
    return .calendar
  }
}

/// Days and counts that were worked out, and the timetable, in words.
extension Explanation {
  /// The value of a fact as the assessment took it: stated, taken to be, or derived in an earlier line.
  func known(_ ref: Ref<Fact>, item: Int) -> Int64? {
    if let value = given.facts.value(ref, item: item) { return value }
    switch matrix.facts[ref: ref].leftOut {
    case .taken(let value): return value
    case .same(let other): return known(other, item: item)
    case .missing, .unstated: return nil
    case .derived(let derivation):
      let lines = assessment.lines.filter { $0.rule == derivation.rule }
      switch (lines.first { $0.item == item } ?? lines.first { $0.item == 0 })?.finding {
      case .derivedDay(let day): return Int64(day.dayNumber)
      case .derivedCount(let count, _): return count
      default: return nil
      }
    }
  }

  func derivedSays(_ line: Line) -> String {
    guard let fact = matrix.facts.first(where: { $0.derivation?.rule == line.rule }), let derivation = fact.derivation
    else { return "" }
    switch line.finding {
    case .derivedDay(let day): return "\(day)\(dayWords(derivation, line.item))."
    case .derivedCount(let count, let isRunning):
      return "\(count)\(countWords(derivation, line.item, isRunning))."
    default: return words { $0.notKnownFromWhatWasSaid() }
    }
  }

  private func day(_ ref: Ref<Fact>, _ item: Int) -> CivilDate? {
    known(ref, item: item).map { CivilDate(dayNumber: Int32($0)) }
  }

  private func dayWords(_ derivation: Derivation, _ item: Int) -> String {
    switch derivation.kind {
    case .day(let rule):
      let from = day(rule.from, item) ?? rule.elseFrom.flatMap { day($0, item) }
      let side = rule.direction == .after ? "from" : "before"
      return from.map { ", \(text(rule.within, item: item)) \(side) \($0)" } ?? ""
    case .earliest(let refs): return ", the earliest of \(refs.map(name).joined(separator: ", "))"
    case .latest(let refs): return ", the latest of \(refs.map(name).joined(separator: ", "))"
    case .due(let duty): return ", the last day for: \(rule(matrix.duties[ref: duty].rule).title)"
    case .elapsed, .items, .late: return ""
    }
  }

  private func countWords(_ derivation: Derivation, _ item: Int, _ isRunning: Bool) -> String {
    switch derivation.kind {
    case .elapsed(let elapsed):
      let unit = elapsed.unit.count == 1 ? elapsed.unit.unit.rawValue : "\(elapsed.unit)"
      guard let from = day(elapsed.from, item),
        let to = day(elapsed.to, item) ?? elapsed.runningTo.flatMap({ day($0, item) })
      else { return "" }
      let parts = elapsed.parts == .full ? "full" : "started"
      let each = elapsed.unit == Period(1, .days) ? "counted by the day" : "counted by each \(parts) \(unit)"
      return ", \(each) from \(from) to \(to)\(isRunning ? ", and still running" : "")"
    case .items(let head): return ", the items under \(matrix.heads[ref: head].name)"
    case .late(let lateness): return " days late with: \(rule(matrix.duties[ref: lateness.duty].rule).title)"
    default: return ""
    }
  }

  /// The duty that a rule is of.
  func duty(_ rule: Ref<Rule>) -> Duty? { matrix.duties.first { $0.rule == rule } }

  func dutySays(_ line: Line) -> String {
    switch line.finding {
    case .notStarted: return duty(line.rule).map(notStarted) ?? ""
    case .suspended: return words { $0.standsStill() }
    case .waived: return words { $0.waived() }
    case .owed(let by, let isForecast):
      return words { $0.owed(by: by, isForecast: isForecast) }
    case .done(let by, let on): return words { $0.done(on: on, by: by) }
    case .doneLate(let by, let on, let days): return words { $0.done(on: on, late: days, after: by) }
    default: return ""
    }
  }

  private func notStarted(_ duty: Duty) -> String {
    let isKnown = ([duty.due.from] + (duty.due.elseFrom.map { [$0] } ?? [])).contains { known($0, item: 0) != nil }
    return words { if isKnown { $0.lastDayCannotBeCounted() } else { $0.notCounted() } }
  }
}

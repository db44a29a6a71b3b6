import Redress

extension MatrixTables {
  /// Dates and counts that follow from what people state.
  var derived: Section {
    Section("What is worked out from the facts") {
      let derived = matrix.facts.filter { $0.derivation != nil }
      Table(
        "Dates and counts that nobody states", columns: ["Fact", "How it is worked out", "Paragraph and readings"],
        rows: derived.map { fact in
          let derivation = fact.derivation!
          return Table.Row(
            "\(words.title(derivation.rule)) (\(words.code(fact.name)))",
            [phrase(derivation.kind), words.basis(derivation.rule)])
        }, ifNone: "Nothing is worked out before the rules are tried.")
      for fact in derived { table(of: fact) }
    }
  }

  private func table(of fact: Fact) -> [Block] {
    guard case .day(let rule)? = fact.derivation?.kind else { return [] }
    let caption: Phrase = "The length of time of \(words.code(fact.name))"
    return FigureWords(matrix).table(rule.within, caption: caption).map { [.table($0)] } ?? []
  }

  private func phrase(_ kind: Derivation.Kind) -> Phrase {
    switch kind {
    case .day(let rule): return day(rule)
    case .earliest(let facts): return "The earliest of \(words.facts(facts, before: "and")) that is known."
    case .latest(let facts): return "The latest of \(words.facts(facts, before: "and")) that is known."
    case .elapsed(let elapsed): return self.elapsed(elapsed)
    case .items(let head): return "How many items stand under \(words.code(matrix.heads[ref: head].name))."
    case .due(let duty): return "The last day for: \(words.rule(matrix.duties[ref: duty].rule))."
    case .late(let lateness): return late(lateness)
    }
  }

  /// A day that is counted from an event, as a sentence or several.
  func day(_ rule: DayRule) -> Phrase {
    let length = FigureWords(matrix).phrase(rule.within)
    let side: Phrase = rule.direction == .after ? "from" : "before"
    var parts: [Phrase] = ["\(length) \(side) \(words.fact(rule.from)). Day one is \(dayOne(rule.dayOne))."]
    if rule.dayOne == .nextDay, rule.within.isByMonth { parts.append(monthEnd(rule.monthEnd)) }
    if let other = rule.elseFrom { parts.append("Until that is known, a forecast from \(words.fact(other)).") }
    switch rule.closed {
    case .next: parts.append("If it is not a working day, the next one counts.")
    case .previous: parts.append("If it is not a working day, the one before counts.")
    case nil: break
    }
    if let still = rule.suspension {
      parts.append("The days from \(words.fact(still.from)) to \(words.fact(still.to)) do not count.")
    }
    return Phrase(joining: parts, with: " ") ?? "not stated"
  }

  private func dayOne(_ day: DayOne) -> Phrase { day == .nextDay ? "the day after" : "the day itself" }

  private func elapsed(_ elapsed: Elapsed) -> Phrase {
    let whole: Phrase = elapsed.parts == .full ? "Only full ones count." : "One that has started counts."
    let first: Phrase = elapsed.countsFirstDay ? "counted" : "not counted"
    let last: Phrase = elapsed.countsLastDay ? "counted" : "not counted"
    let running: Phrase? = elapsed.runningTo.map { " While it goes on, it is counted to \(words.fact($0))." }
    let start: Phrase = """
      Counted in units of \(elapsed.unit), from \(words.fact(elapsed.from)) (that day is \(first)) to \
      \(words.fact(elapsed.to)) (that day is \(last)).
      """
    let unit: Phrase? = elapsed.unit == Period(1, .days) ? nil : " \(whole)"
    return [unit, running].compactMap(\.self).reduce(start) { "\($0)\($1)" }
  }

  private func late(_ lateness: Lateness) -> Phrase {
    let unit: Phrase = lateness.inWorkingDays ? "working days" : "calendar days"
    let start: Phrase = "By how many \(unit) this was late: \(words.rule(matrix.duties[ref: lateness.duty].rule))."
    return lateness.until.map { "\(start) While it is not done, counted to \(words.fact($0))." } ?? start
  }

  // MARK: Timetable

  /// What the organisation has to do by which day.
  var timetable: Section {
    Section("The timetable") {
      Table(
        "What the organisation does, and by when",
        columns: ["Deadline", "By when", "Done in", "Paragraph and readings"],
        rows: matrix.duties.map { duty in
          Table.Row(words.rule(duty.rule), [by(duty), words.fact(duty.done), words.basis(duty.rule)])
        }, ifNone: "The policy prints no timetable.")
    }
  }

  private func by(_ duty: Duty) -> Phrase {
    var parts: [Phrase] = [duty.strength == .must ? "Must be done:" : "Aimed at:", day(duty.due)]
    if let other = duty.orBy { parts.append("Or by \(words.fact(other)), if that is earlier.") }
    if let extended = duty.extended { parts += self.extended(extended) }
    if let when = duty.when { parts.append("Only where \(words.condition(when)).") }
    if let waived = duty.waived { parts.append("Not where \(words.condition(waived)).") }
    return Phrase(joining: parts, with: " ") ?? "not stated"
  }

  private func extended(_ extended: Duty.Extension) -> [Phrase] {
    guard let most = extended.atMost else {
      return ["It may be put off to \(words.fact(extended.to)), without a limit."]
    }
    let limit: Phrase = "It may be put off to \(words.fact(extended.to)), by at most \(most.period)."
    return [limit] + (extended.unless.map { ["More only by the decision \(words.decision($0))."] } ?? [])
  }
}

extension Figure {
  /// Whether it is, or may be found to be, a length of time in months or years.
  fileprivate var isByMonth: Bool {
    if case .value(.period(let period), _) = self { return period.unit == .months || period.unit == .years }
    return inner.contains(where: \.isByMonth)
  }
}

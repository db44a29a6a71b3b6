extension Assessor {
  /// Tries the windows within which a person must have acted.
  func tryWindows(_ facts: CaseFacts, isReached: Bool, _ sheet: inout Assessment) {
    for place in plan.windows.indices {
      let window = plan.windows[place]
      guard isReached else {
        sheet.note(window.rule, .notReached)
        continue
      }
      if facts.isOfCase(window.ofItem, window.isOfItems) {
        `try`(window, facts, Part(item: 0, isWhole: true), &sheet)
        continue
      }
      var parts = Parts(
        of: facts, thatState: window.ofItem, eachItem: window.isOfItems, openOnly: true, sheet)
      while let part = parts.next(facts, sheet) {
        `try`(window, facts, part, &sheet)
      }
    }
    if !sheet.refusals.isEmpty, !sheet.questions.isEmpty { dropQuestions(facts, &sheet) }
  }

  /// Nobody is asked about what a later rule keeps out.
  @inline(never)
  private func dropQuestions(_ facts: CaseFacts, _ sheet: inout Assessment) {
    let asked = sheet.questions
    sheet.questions.removeAll(keepingCapacity: true)
    for question in asked {
      let window = plan.windows.first { $0.rule == question.rule }
      let exclusion = plan.exclusions.first { $0.rule == question.rule }
      guard let ofItem = window?.ofItem ?? exclusion?.ofItem else { continue }
      let isOfItems = window?.isOfItems ?? exclusion?.isOfItems ?? false
      if question.item > 0, window == nil || isOfItems {
        if sheet.items[question.item - 1].keptOutBy == nil { sheet.questions.append(question) }
        continue
      }
      var parts = Parts(of: facts, thatState: ofItem, eachItem: isOfItems, openOnly: true, sheet)
      while let part = parts.next(facts, sheet) {
        if part.item == question.item { sheet.questions.append(question) }
      }
    }
  }

  private func `try`(_ window: PreparedWindow, _ facts: CaseFacts, _ part: Part, _ sheet: inout Assessment) {
    let acted = day(window.until, facts, item: part.item)
    if acted == nil, mayDoWithout(window.until, facts, item: part.item) {
      return sheet.note(window.rule, item: part.item, .notStarted)
    }
    if let openWhile = window.openWhile {
      if holds(openWhile, facts, item: part.item, &sheet) {
        return sheet.note(window.rule, item: part.item, .staysOpen)
      }
      // Nobody knows yet whether its days are needed.
      if answer(openWhile, facts, item: part.item) == nil {
        return sheet.note(window.rule, item: part.item, .notReached)
      }
    }
    let from = neededDay(window.from, facts, item: part.item, &sheet)
    let until = acted ?? neededDay(window.until, facts, item: part.item, &sheet)
    guard let from, let until else { return sheet.note(window.rule, item: part.item, .notReached) }
    settle(window, from: from, until: until, facts, part, &sheet)
  }

  /// Finds the step that an act falls in, and what that step makes of it.
  func settle(
    _ window: PreparedWindow, from: CivilDate, until: CivilDate, _ facts: CaseFacts, _ part: Part,
    _ sheet: inout Assessment
  ) {
    var lastDay = from
    for index in window.steps {
      if let when = plan.steps[index].when, !holds(when, facts, item: part.item, &sheet) {
        if answer(when, facts, item: part.item) != nil { continue }
        return sheet.note(window.rule, item: part.item, .notReached)
      }
      if plan.steps[index].hasEnd {
        guard let day = end(of: plan.steps[index], from: from, facts, item: part.item, &sheet) else {
          return sheet.note(window.rule, item: part.item, .notReached)
        }
        lastDay = index == window.steps.lowerBound ? extended(day, window, facts, item: part.item) : day
        guard until <= lastDay else { continue }
      }
      let count = WindowCount(step: index - window.steps.lowerBound, from: from, on: until, lastDay: lastDay)
      return apply(plan.steps[index].outcome, count, window, facts, part, &sheet)
    }
    sheet.note(window.rule, item: part.item, .doesNotApply)
  }

  private func apply(
    _ outcome: Window.Step.Outcome, _ count: WindowCount, _ window: PreparedWindow, _ facts: CaseFacts, _ part: Part,
    _ sheet: inout Assessment
  ) {
    let rule = window.rule
    switch outcome {
    case .inTime: sheet.note(rule, item: part.item, .inTime(count))
    case .noted: sheet.note(rule, item: part.item, .noted(count))
    case .refused:
      sheet.note(rule, item: part.item, .late(count))
      refuse(part, window, facts, &sheet)
    case .discretion(let decision, let undecided):
      if facts.accepted.contains(decision) {
        sheet.usedDecisions.insert(decision)
        sheet.note(rule, item: part.item, .allowed(count, decision))
      } else if facts.declined.contains(decision) {
        sheet.usedDecisions.insert(decision)
        sheet.note(rule, item: part.item, .declined(count, decision))
        refuse(part, window, facts, &sheet)
      } else if undecided == .accept {
        sheet.note(rule, item: part.item, .noted(count))
      } else if undecided == .ask {
        sheet.note(rule, item: part.item, .awaits(count, decision))
        sheet.ask(.decision(decision), rule: rule, item: part.item)
      } else {
        sheet.note(rule, item: part.item, .late(count))
        refuse(part, window, facts, &sheet)
      }
    }
  }

  /// An act that came too late keeps its items out. An offer that lapsed keeps its sums, and is refused as a whole.
  private func refuse(_ part: Part, _ window: PreparedWindow, _ facts: CaseFacts, _ sheet: inout Assessment) {
    if window.isOfOffer { return sheet.refuse(window.rule) }
    keepOut(part, by: window.rule, ofItem: window.ofItem, openOnly: true, facts, &sheet)
  }

  /// Opens the window in which an offer may be accepted, and tries it where the offer was accepted.
  func openAcceptance(_ facts: CaseFacts, isReached: Bool, _ sheet: inout Assessment) {
    guard let window = plan.acceptance else { return }
    let isLookedAt = isReached || (!sheet.faults.isEmpty && !sheet.isRefused)
    let from = isLookedAt ? neededDay(window.from, facts, &sheet) : nil
    guard isReached, let from, !window.steps.isEmpty,
      let printed = end(of: plan.steps[window.steps.lowerBound], from: from, facts, item: 0, &sheet)
    else { return sheet.note(window.rule, .notReached) }
    let lastDay = extended(printed, window, facts)
    sheet.award?.lastDayToAccept = lastDay
    if let until = value(window.until, facts).map({ CivilDate(dayNumber: Int32($0)) }) {
      if let openWhile = window.openWhile {
        if holds(openWhile, facts, &sheet) { return sheet.note(window.rule, .staysOpen) }
        if answer(openWhile, facts) == nil { return sheet.note(window.rule, .notReached) }
      }
      settle(window, from: from, until: until, facts, Part(item: 0, isWhole: true), &sheet)
    } else {
      sheet.note(window.rule, .opens(from: from, lastDay: lastDay, extended: lastDay > printed))
    }
  }

  /// The last day of a step: counted from the event, or as a fact says.
  @inline(__always)
  private func end(
    of step: PreparedWindow.Step, from: CivilDate, _ facts: CaseFacts, item: Int, _ sheet: inout Assessment
  ) -> CivilDate? {
    if let by = step.by { return neededDay(by, facts, item: item, &sheet) }
    if let day = step.within?.lastDay(from: from, calendar: calendar) { return day }
    sheet.fault(.beyondCalendar)
    return nil
  }

  /// The printed last day, or the later one that was agreed.
  @inline(__always)
  private func extended(_ printed: CivilDate, _ window: PreparedWindow, _ facts: CaseFacts, item: Int = 0) -> CivilDate
  {
    guard let agreed = window.extendedTo.flatMap({ value($0, facts, item: item) }) else { return printed }
    return max(printed, CivilDate(dayNumber: Int32(agreed)))
  }
}

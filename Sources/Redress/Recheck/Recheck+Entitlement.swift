/// Who is covered and who acted in time: each rule, tried on each part of the case that it sees.
extension Recheck {
  /// What a rule is tried on: an item with facts of its own for it, or (item 0) all the items without.
  private struct Part {
    let item: Int
    let covers: [Int]
    let isWhole: Bool
  }

  /// The parts among some of the items. Where none of them speaks for itself, the case does, as a whole.
  private func parts(_ refs: [Ref<Fact>], among numbers: [Int]) -> [Part] {
    var (apart, together): ([Int], [Int]) = ([], [])
    let isEach = isOfItemsOnly(refs)
    for item in numbers {
      if isEach || states(item, refs) { apart.append(item) } else { together.append(item) }
    }
    let hasRest = apart.isEmpty || !together.isEmpty
    let rest = hasRest ? [Part(item: 0, covers: together, isWhole: apart.isEmpty)] : []
    return rest + apart.map { Part(item: $0, covers: [$0], isWhole: false) }
  }

  private var everyItem: [Int] { items.indices.map { $0 + 1 } }
  private var openItems: [Int] { everyItem.filter { items[$0 - 1].keptOutBy == nil } }

  /// A refusal of the case, or of each item that the part covers; an item names the first rule that keeps it out.
  private mutating func strike(_ part: Part, _ rule: Ref<Rule>) {
    if part.isWhole { refusals.append(Refusal(rule: rule, item: 0)) }
    for item in part.covers {
      if !part.isWhole { refusals.append(Refusal(rule: rule, item: item)) }
      items[item - 1].keptOutBy = items[item - 1].keptOutBy ?? rule
    }
  }

  private func isOut(_ numbers: [Int]) -> Bool {
    !numbers.isEmpty && numbers.allSatisfy { items[$0 - 1].keptOutBy != nil }
  }

  /// The answer on record, where there is one; it counts as used.
  private mutating func answer(_ decision: Ref<Decision>) -> Bool? {
    let isAccepted = facts.accepted.contains(decision)
    guard isAccepted || facts.declined.contains(decision) else { return nil }
    used.insert(decision)
    return isAccepted
  }

  mutating func work(_ exclusion: Exclusion) {
    guard let heads = exclusion.heads else {
      for part in parts(exclusion.when.facts, among: everyItem) { work(exclusion, part) }
      return
    }
    let numbers = everyItem.filter { heads.contains(items[$0 - 1].head) }
    if numbers.isEmpty { write(exclusion.rule, 0, .notClaimed) }
    for number in numbers { work(exclusion, Part(item: number, covers: [number], isWhole: false)) }
  }

  private mutating func work(_ exclusion: Exclusion, _ part: Part) {
    guard holds(exclusion.when, part.item) else { return write(exclusion.rule, part.item, .doesNotApply) }
    if let exception = exclusion.exception {
      switch (answer(exception), exclusion.undecided) {
      case (true?, _): return write(exclusion.rule, part.item, .excepted(exception))
      case (nil, .ask):
        let question = Question(about: .decision(exception), rule: exclusion.rule, item: part.item)
        open.append(Open(question: question, items: part.covers))
        return write(exclusion.rule, part.item, .asksException(exception))
      case (false?, _), (nil, .refuse), (nil, .accept): break
      }
    }
    write(exclusion.rule, part.item, .bites)
    strike(part, exclusion.rule)
  }

  // MARK: Windows

  mutating func workWindows() {
    let isOver = isRefused
    for window in matrix.windows where isOver { write(window.rule, 0, .notReached) }
    for window in matrix.windows where !isOver {
      for part in parts(window.facts, among: openItems) {
        let finding = verdict(window, part.item)
        write(window.rule, part.item, finding)
        switch finding {
        case .late, .declined: strike(part, window.rule)
        case .awaits(_, let decision):
          let question = Question(about: .decision(decision), rule: window.rule, item: part.item)
          open.append(Open(question: question, items: part.covers))
        default: break
        }
      }
    }
    open = open.filter { !isOut($0.items) }
  }

  private mutating func verdict(_ window: Window, _ item: Int) -> Finding {
    if value(window.until, item) == nil, isOptional(window.until, item) { return .notStarted }
    if let openWhile = window.openWhile {
      if holds(openWhile, item) { return .staysOpen }
      if truth(openWhile, item) == nil { return .notReached }
    }
    let (from, act) = (requiredDay(window.from, item), requiredDay(window.until, item))
    guard let from, let act else { return .notReached }
    return verdict(window, item, from: from, act: act)
  }

  /// The first step that the act falls in, counted afresh from the days.
  private mutating func verdict(_ window: Window, _ item: Int, from: CivilDate, act: CivilDate) -> Finding {
    var last = from
    for (place, step) in window.steps.enumerated() {
      if let when = step.when, !holds(when, item) {
        if truth(when, item) == nil { return .notReached }
        continue
      }
      if step.hasEnd {
        guard let end = end(window, place, from, item) else { return .notReached }
        last = end
        if act.days(since: last) > 0 { continue }
      }
      return verdict(step, WindowCount(step: place, from: from, on: act, lastDay: last))
    }
    return .doesNotApply
  }

  /// The last day of a step: the printed one or, for the first step, a later one that was agreed.
  private mutating func end(_ window: Window, _ place: Int, _ from: CivilDate, _ item: Int) -> CivilDate? {
    guard let printed = printedEnd(window.steps[place], from, item) else { return nil }
    guard place == 0, let ref = window.extendedTo, let agreed = day(ref, item) else { return printed }
    return agreed > printed ? agreed : printed
  }

  private mutating func printedEnd(_ step: Window.Step, _ from: CivilDate, _ item: Int) -> CivilDate? {
    if let by = step.by { return requiredDay(by, item) }
    if let day = step.within?.lastDay(from: from, calendar: calendar) { return day }
    add(.beyondCalendar)
    return nil
  }

  private mutating func verdict(_ step: Window.Step, _ count: WindowCount) -> Finding {
    switch step.outcome {
    case .inTime: return .inTime(count)
    case .noted: return .noted(count)
    case .refused: return .late(count)
    case .discretion(let decision, let undecided):
      switch (answer(decision), undecided) {
      case (true?, _): return .allowed(count, decision)
      case (false?, _): return .declined(count, decision)
      case (nil, .ask): return .awaits(count, decision)
      case (nil, .refuse): return .late(count)
      case (nil, .accept): return .noted(count)
      }
    }
  }

  // MARK: Acceptance

  /// The last day to accept, and what became of an acceptance. A late one refuses the case and leaves its sums as
  /// they are.
  mutating func workAcceptance(isPriced: Bool) {
    guard let window = matrix.acceptance else { return }
    // A case at fault is told of this day too, so that all its faults are named at once.
    let from = isPriced || (!faults.isEmpty && !isRefused) ? requiredDay(window.from, 0) : nil
    guard isPriced, let from, let first = window.steps.first, let last = end(window, 0, from, 0) else {
      return write(window.rule, 0, .notReached)
    }
    award = award.map { $0.until(last) }
    guard let act = day(window.until) else {
      let isExtended = last != printedEnd(first, from, 0)
      return write(window.rule, 0, .opens(from: from, lastDay: last, extended: isExtended))
    }
    if let openWhile = window.openWhile {
      if holds(openWhile, 0) { return write(window.rule, 0, .staysOpen) }
      if truth(openWhile, 0) == nil { return write(window.rule, 0, .notReached) }
    }
    let finding = verdict(window, 0, from: from, act: act)
    write(window.rule, 0, finding)
    switch finding {
    case .late, .declined: refusals.append(Refusal(rule: window.rule, item: 0))
    case .awaits(_, let decision):
      open.append(Open(question: Question(about: .decision(decision), rule: window.rule, item: 0), items: []))
    default: break
    }
  }
}

extension Assessment.Award {
  fileprivate func until(_ last: CivilDate) -> Assessment.Award {
    Assessment.Award(
      gross: gross, alreadyPaid: alreadyPaid, paidInExcess: paidInExcess, setOff: setOff, payable: payable,
      inKind: inKind, authority: authority, payees: payees, lastDayToAccept: last)
  }
}

extension Recheck {
  /// Every item that a rule keeps out, and no other, bears a rule that truly keeps it out.
  mutating func checkExclusions() {
    for exclusion in matrix.exclusions {
      for line in lines(exclusion.rule) {
        let holds = isTrue(exclusion.when, line.item)
        let isExcepted = exclusion.exception.map { facts.accepted.contains($0) } ?? false
        switch line.finding {
        case .bites: expect(holds && !isExcepted, exclusion.rule, line.item, "it bites, and should not")
        case .excepted:
          expect(holds && isExcepted, exclusion.rule, line.item, "an exception is made, and should not be")
        default: expect(!holds, exclusion.rule, line.item, "it should bite, and does not")
        }
      }
      for item in assessment.items.indices where assessment.items[item].keptOutBy == nil && !hasCaseRefusal {
        let holds =
          isTrue(exclusion.when, item + 1) && !(exclusion.exception.map { facts.accepted.contains($0) } ?? false)
        expect(!holds, exclusion.rule, item + 1, "the item is priced though the rule keeps it out")
      }
    }
  }

  private var hasCaseRefusal: Bool { assessment.refusals.contains { $0.item == 0 } }

  /// What each window made of each act, from the days themselves.
  mutating func checkWindows() {
    for window in matrix.windows {
      for line in lines(window.rule) { check(line, window) }
    }
  }

  mutating func check(_ line: Line, _ window: Window) {
    let item = line.item
    switch line.finding {
    case .notReached, .opens: return
    case .notStarted:
      expect(value(window.until, item) == nil, line.rule, item, "the day is stated, and was not looked at")
    case .staysOpen:
      expect(window.openWhile.map { isTrue($0, item) } ?? false, line.rule, item, "the window is not open")
    case .inTime(let count): check(count, .inTime, line, window)
    case .noted(let count): check(count, .noted, line, window)
    case .allowed(let count, let decision):
      expect(facts.accepted.contains(decision), line.rule, item, "nobody accepted it")
      check(count, .discretion(decision, undecided: undecided(count, window)), line, window)
    case .declined(let count, let decision):
      expect(facts.declined.contains(decision), line.rule, item, "nobody declined it")
      check(count, .discretion(decision, undecided: undecided(count, window)), line, window)
    case .awaits(let count, let decision): check(count, .discretion(decision, undecided: .ask), line, window)
    case .late(let count): checkLate(count, line, window)
    default: expect(false, line.rule, item, "the line is none of a window's")
    }
  }

  private func undecided(_ count: WindowCount, _ window: Window) -> Window.Step.Undecided {
    if case .discretion(_, let undecided) = window.steps[count.step].outcome { return undecided }
    return .ask
  }

  private mutating func checkLate(_ count: WindowCount, _ line: Line, _ window: Window) {
    switch window.steps[count.step].outcome {
    case .refused: check(count, .refused, line, window)
    case .discretion(let decision, .refuse):
      expect(!facts.accepted.contains(decision), line.rule, line.item, "it was accepted, and is refused")
      check(count, .discretion(decision, undecided: .refuse), line, window)
    default: expect(false, line.rule, line.item, "the step does not refuse")
    }
  }

  /// The step is the first that the act falls in, counted afresh from the days.
  private mutating func check(
    _ count: WindowCount, _ outcome: Window.Step.Outcome, _ line: Line, _ window: Window
  ) {
    guard let from = day(window.from, line.item), let until = day(window.until, line.item) else {
      return expect(false, line.rule, line.item, "a day is missing")
    }
    var found: Int?
    for (place, step) in window.steps.enumerated() where found == nil {
      guard step.when.map({ isTrue($0, line.item) }) ?? true else { continue }
      guard let within = step.within else {
        found = place
        continue
      }
      var last = within.lastDay(from: from) ?? from
      if place == 0, let agreed = window.extendedTo.flatMap({ day($0, line.item) }), agreed > last { last = agreed }
      if until.days(since: last) <= 0 { found = place }
    }
    expect(
      count.from == from && count.on == until && found == count.step, line.rule, line.item,
      "\(until.isoText) counted from \(from.isoText) does not fall in step \(count.step + 1)")
    expect(window.steps[count.step].outcome == outcome, line.rule, line.item, "the step has another outcome")
  }

  mutating func checkAcceptance() {
    guard let window = matrix.acceptance, let award = assessment.award else { return }
    let printed = day(window.from).flatMap { window.steps[0].within?.lastDay(from: $0) }
    let agreed = window.extendedTo.flatMap { day($0) }
    let last = [printed, agreed].compactMap { $0 }.max()
    expect(
      award.lastDayToAccept == last, window.rule, 0, "the last day to accept should be \(last?.isoText ?? "unknown")")
    for line in lines(window.rule) { check(line, window) }
  }
}

extension Explanation {
  func windowSays(_ line: Line) -> String {
    guard let window = window(line.rule) else { return "" }
    switch line.finding {
    case .notStarted: return words { $0.notActed(name(window.until)) }
    case .staysOpen: return "In time, whatever the day\(factWords(line))."
    case .opens(let from, let lastDay, let extended):
      return words { $0.opens(lastDay: lastDay, extended ? .agreed : .counted(length(window, 0), from: from)) }
    case .inTime(let count): return inTime(line, count, window)
    case .allowed(let count, let decision), .declined(let count, let decision):
      return "\(lateness(line, count, window)) \(words(decision))"
    case .awaits(let count, let decision):
      return "\(lateness(line, count, window)) A person must decide: \(matrix.decisions[ref: decision].name)."
    case .late(let count): return lateness(line, count, window) + letInBy(decision(window.steps[count.step]))
    case .noted(let count):
      let says = window.steps[count.step].say ?? words { $0.noted() }
      return "\(lateness(line, count, window)) \(says)"
    default: return ""
    }
  }

  private func decision(_ step: Window.Step) -> Ref<Decision>? {
    if case .discretion(let decision, _) = step.outcome { decision } else { nil }
  }

  private func inTime(_ line: Line, _ count: WindowCount, _ window: Window) -> String {
    guard window.steps[count.step].hasEnd else { return words { $0.inTime(on: count.on) } }
    let how = count.step == 0 ? how(line, count, window) : .counted(length(window, count.step), from: count.from)
    return words { $0.inTime(on: count.on, lastDay: count.lastDay, how) }
  }

  /// How late an act was: after the last day in time, and within or after the step that it fell in.
  private func lateness(_ line: Line, _ count: WindowCount, _ window: Window) -> String {
    let step = window.steps[count.step]
    let reach: StepWords<String> =
      step.by == nil ? step.within.map { .period("\($0.period)") } ?? .endless : .day(length(window, count.step))
    let (end, how) = (firstEnd(line, count, window), how(line, count, window))
    return words { $0.late(count, reach, end: end, how) }
  }

  /// How the first step's last day is reached: by counting, or by agreement.
  private func how(_ line: Line, _ count: WindowCount, _ window: Window) -> LastDayWords<String> {
    let printed = printedEnd(count, window)
    let isAgreed = agreedEnd(line, window).map { agreed in printed.map { agreed > $0 } ?? (agreed == count.lastDay) }
    return isAgreed == true ? .agreed : .counted(length(window, 0), from: count.from)
  }

  /// The first step's last day; `nil` where it is counted in working days and the act fell in a later step with an end.
  private func firstEnd(_ line: Line, _ count: WindowCount, _ window: Window) -> CivilDate? {
    if count.step == 1, !window.steps[1].hasEnd { return count.lastDay }
    guard let printed = printedEnd(count, window) else { return nil }
    return max(printed, agreedEnd(line, window) ?? printed)
  }

  /// The last day that an act missed: that of the step before the one that it fell in. `nil` where that is counted in
  /// working days.
  func missedDay(_ line: Line, _ count: WindowCount) -> CivilDate? {
    guard count.on <= count.lastDay, count.step > 0, let window = window(line.rule) else { return count.lastDay }
    if count.step == 1 { return firstEnd(line, count, window) }
    let before = window.steps[count.step - 1]
    return before.by.flatMap { known($0, item: 0) }.map { CivilDate(dayNumber: Int32($0)) }
      ?? before.within?.lastDay(from: count.from)
  }

  private func printedEnd(_ count: WindowCount, _ window: Window) -> CivilDate? {
    window.steps[0].by.flatMap { known($0, item: 0) }.map { CivilDate(dayNumber: Int32($0)) }
      ?? window.steps[0].within?.lastDay(from: count.from)
  }

  private func agreedEnd(_ line: Line, _ window: Window) -> CivilDate? {
    let agreed = window.extendedTo.flatMap { given.facts.value($0, item: line.item) }
    return agreed.map { CivilDate(dayNumber: Int32($0)) }
  }

  /// How long a step is, or which fact says where it ends.
  package func length(_ window: Window, _ step: Int) -> String {
    if let by = window.steps[step].by { return "as \(matrix.facts[ref: by].name) says, counted" }
    return window.steps[step].within.map { "\($0.period)" } ?? "without an end"
  }
}

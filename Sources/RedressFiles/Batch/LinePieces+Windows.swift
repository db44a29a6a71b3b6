import Redress

extension LinePieces {
  /// The line of a window.
  func window(
    _ line: Line, _ rule: UnsafePointer<RulePieces>, _ known: LinesOfCase, _ text: inout RowText
  ) -> Bool {
    if rule.pointee.window < 0 { return false }
    let window = windows + rule.pointee.window
    switch line.finding {
    case .notStarted:
      open(rule.pointee.unused, line.item, &text)
      text.say(window.pointee.notStarted)
    case .opens(let from, let lastDay, let isExtended):
      open(rule.pointee.used, line.item, &text)
      let length = window.pointee.steps.pointee.length
      text.opens(lastDay: lastDay, isExtended ? .agreed : .counted(length, from: from))
    case .inTime(let count):
      if window.pointee.steps.pointee.by >= 0 { return false }
      open(rule.pointee.used, line.item, &text)
      inTime(line, count, window, known, &text)
    case .late(let count):
      if window.pointee.steps.pointee.by >= 0 || window.pointee.steps[count.step].asksDecision { return false }
      open(rule.pointee.used, line.item, &text)
      late(line, count, window, known, &text)
    case .noted(let count):
      if window.pointee.steps.pointee.by >= 0 { return false }
      open(rule.pointee.used, line.item, &text)
      late(line, count, window, known, &text)
      text.add(" ")
      text.say(window.pointee.steps[count.step].say)
    default: return false
    }
    close(&text)
    return true
  }

  private func inTime(
    _ line: Line, _ count: WindowCount, _ window: UnsafePointer<WindowPieces>, _ known: LinesOfCase,
    _ text: inout RowText
  ) {
    let step = window.pointee.steps + count.step
    guard step.pointee.hasEnd else { return text.inTime(on: count.on) }
    let how =
      count.step == 0 ? how(line, count, window, known) : .counted(step.pointee.length, from: count.from)
    text.inTime(on: count.on, lastDay: count.lastDay, how)
  }

  private func late(
    _ line: Line, _ count: WindowCount, _ window: UnsafePointer<WindowPieces>, _ known: LinesOfCase,
    _ text: inout RowText
  ) {
    let end = firstEnd(line, count, window, known)
    text.late(count, window.pointee.steps[count.step].reach, end: end, how(line, count, window, known))
  }

  private func how(
    _ line: Line, _ count: WindowCount, _ window: UnsafePointer<WindowPieces>, _ known: LinesOfCase
  ) -> LastDayWords<ByteRun> {
    if let agreed = agreedEnd(line, window, known) {
      let printed = printedEnd(count, window, known)
      if printed.map({ agreed > $0 }) ?? (agreed == count.lastDay) { return .agreed }
    }
    return .counted(window.pointee.steps.pointee.length, from: count.from)
  }

  private func firstEnd(
    _ line: Line, _ count: WindowCount, _ window: UnsafePointer<WindowPieces>, _ known: LinesOfCase
  ) -> CivilDate? {
    if count.step == 1, !window.pointee.steps[1].hasEnd { return count.lastDay }
    guard let printed = printedEnd(count, window, known) else { return nil }
    return max(printed, agreedEnd(line, window, known) ?? printed)
  }

  private func printedEnd(
    _ count: WindowCount, _ window: UnsafePointer<WindowPieces>, _ known: LinesOfCase
  ) -> CivilDate? {
    window.pointee.steps.pointee.within?.lastDay(from: count.from)
  }

  private func agreedEnd(
    _ line: Line, _ window: UnsafePointer<WindowPieces>, _ known: LinesOfCase
  ) -> CivilDate? {
    if window.pointee.extendedTo < 0 { return nil }
    return known.value(window.pointee.extendedTo, line.item).map { CivilDate(dayNumber: Int32($0)) }
  }
}

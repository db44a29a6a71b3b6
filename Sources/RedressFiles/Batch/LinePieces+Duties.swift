import Redress

extension LinePieces {
  /// The line of a duty, without its end.
  func duty(
    _ line: Line, _ rule: UnsafePointer<RulePieces>, _ sheet: borrowing Assessment, _ known: LinesOfCase,
    _ text: inout RowText
  ) {
    open(line.finding.isUsed ? rule.pointee.used : rule.pointee.unused, line.item, &text)
    switch line.finding {
    case .suspended: text.standsStill()
    case .waived: text.waived()
    case .owed(let day, let isForecast): text.owed(by: day, isForecast: isForecast)
    case .done(let lastDay, let day): text.done(on: day, by: lastDay)
    case .doneLate(let lastDay, let day, let days): text.done(on: day, late: days, after: lastDay)
    default:
      if isStarted(rule.pointee.duty, sheet, known) { text.lastDayCannotBeCounted() } else { text.notCounted() }
    }
  }

  private func isStarted(_ days: Places, _ sheet: borrowing Assessment, _ known: LinesOfCase) -> Bool {
    for place in 0..<days.count where value(days.start[place], 0, sheet, known) != nil { return true }
    return false
  }
}

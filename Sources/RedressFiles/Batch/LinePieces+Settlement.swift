import Redress

extension LinePieces {
  /// The line of a sum of the whole offer, or of who signs it.
  func settlement(
    _ line: Line, _ rule: UnsafePointer<RulePieces>, _ sheet: borrowing Assessment, _ known: LinesOfCase,
    _ text: inout RowText
  ) -> Bool {
    switch line.finding {
    case .totalled(let gross, let inKind):
      open(rule.pointee.used, line.item, amount: gross + inKind, &text)
      text.totalled(sheet.items, gross: gross, inKind: inKind)
    case .nothingPaid:
      open(rule.pointee.unused, line.item, &text)
      text.noEarlierPayment()
      leftOut(paid, known, &text)
    case .nothingOwed:
      open(rule.pointee.unused, line.item, &text)
      text.noArrears()
      leftOut(debts, known, &text)
    case .deducted(let used):
      open(rule.pointee.used, line.item, amount: .zero - used, &text)
      text.deducted(used)
    case .overpaid(let excess):
      open(rule.pointee.used, line.item, &text)
      text.overpaid(excess)
    case .nothingToSetOff:
      open(rule.pointee.unused, line.item, &text)
      text.nothingToSetOff()
    case .nothingMeasured:
      open(rule.pointee.unused, line.item, &text)
      text.nothingMeasured()
    case .taken(let amount, let left):
      open(rule.pointee.used, line.item, &text)
      text.taken(amount, left: left)
    case .cleared(let debt, let owed, let credited):
      open(rule.pointee.used, line.item, &text)
      text.cleared(facts[debt.index].name, owed: owed, credited: credited)
    case .setOff(let owed, let disputed, let from, let taken):
      if setOffSaysDecision { return false }
      open(rule.pointee.used, line.item, amount: .zero - taken, &text)
      text.setOff(owed: owed, disputed: disputed, from: from, taken: taken)
    case .signedBy(let place, let measured):
      if place >= rule.pointee.ladderCount { return false }
      let step = rule.pointee.ladder + place
      open(step.pointee.start, line.item, &text)
      text.signed(measured, by: step.pointee.who, isLastStep: place + 1 == rule.pointee.ladderCount)
    default: return false
    }
    close(&text)
    return true
  }

  /// The sums that were not stated, and the end of the sentence.
  private func leftOut(_ sums: Places, _ known: LinesOfCase, _ text: inout RowText) {
    var isFirst = true
    for place in 0..<sums.count where known.value(sums.start[place], 0) == nil {
      text.takenAsNone(facts[sums.start[place]].name, isFirst: isFirst)
      isFirst = false
    }
    if !isFirst { text.endTakenAsNone() }
    text.end()
  }
}

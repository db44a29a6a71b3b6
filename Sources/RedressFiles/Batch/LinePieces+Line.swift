import Redress

extension LinePieces {
  /// Writes a line from its number on; `false` where its words must be made by ``Explanation``.
  @inline(__always)
  func write(
    _ line: Line, _ sheet: borrowing Assessment, _ known: LinesOfCase, _ text: inout RowText
  ) -> Bool {
    let rule = rules + line.rule.index
    switch line.finding {
    case .notReached where line.item == 0: text.copy(rule.pointee.notReached)
    case .notClaimed where line.item == 0: text.copy(rule.pointee.notClaimed)
    case .doesNotApply: doesNotApply(line, rule, sheet, known, &text)
    default: return writeOther(line, rule, sheet, known, &text)
    }
    return true
  }

  private func writeOther(
    _ line: Line, _ rule: UnsafePointer<RulePieces>, _ sheet: borrowing Assessment, _ known: LinesOfCase,
    _ text: inout RowText
  ) -> Bool {
    switch line.finding {
    case .notReached:
      open(rule.pointee.unused, line.item, &text)
      text.notReached()
    case .bites:
      if rule.pointee.bites.count == 0 { return false }
      open(rule.pointee.used, line.item, &text)
      text.applies()
      factWords(rule, line.item, sheet, known, &text)
      text.andSo()
      text.say(rule.pointee.bites)
    case .keptOut(let other):
      open(rule.pointee.used, line.item, &text)
      text.keptOut(by: rules[other.index].title)
    case .carried:
      open(rule.pointee.used, line.item, &text)
      text.say(rule.pointee.carried)
    case .notKnown:
      open(rule.pointee.unused, line.item, &text)
      text.notKnownFromWhatWasSaid()
    case .suspended, .waived, .owed, .done, .doneLate: duty(line, rule, sheet, known, &text)
    case .notStarted where rule.pointee.duty.count > 0: duty(line, rule, sheet, known, &text)
    case .notStarted, .opens, .inTime, .late, .noted: return window(line, rule, known, &text)
    case .fixed, .accrued, .shared, .limited, .added: return price(line, rule, sheet, known, &text)
    default: return settlement(line, rule, sheet, known, &text)
    }
    close(&text)
    return true
  }

  /// The part of a line up to what it says.
  @inline(__always)
  func open(_ start: ByteRun, _ item: Int, amount: Money? = nil, _ text: inout RowText) {
    text.copy(start)
    if item > 0 {
      text.add(",\"item\":")
      text.add(number: UInt64(item))
    }
    if let amount {
      text.add(",\"amount\":\"")
      text.add(amount)
      text.add("\"")
    }
    text.add(",\"says\":\"")
  }

  @inline(__always)
  func close(_ text: inout RowText) { text.add("\"}") }

  // MARK: Conditions

  @inline(__always)
  private func doesNotApply(
    _ line: Line, _ rule: UnsafePointer<RulePieces>, _ sheet: borrowing Assessment, _ known: LinesOfCase,
    _ text: inout RowText
  ) {
    if rule.pointee.isQuiet, line.item == 0, known.stated.isDisjoint(with: rule.pointee.readSet) {
      return text.copy(rule.pointee.quiet)
    }
    speaksAgainst(line, rule, sheet, known, &text)
  }

  private func speaksAgainst(
    _ line: Line, _ rule: UnsafePointer<RulePieces>, _ sheet: borrowing Assessment, _ known: LinesOfCase,
    _ text: inout RowText
  ) {
    open(rule.pointee.unused, line.item, &text)
    let idle = known.isAwarded ? rule.pointee.idleInAward : rule.pointee.idleInRefusal
    if idle.count > 0 {
      text.say(idle)
    } else if !rule.pointee.isSetOff, rule.pointee.readsFlagsOnly, isSilent(rule, line.item, known) {
      text.takenAsNotSo()
    } else {
      if rule.pointee.isSetOff { text.nothingIsSetOff() } else { text.doesNotApply() }
      factWords(rule, line.item, sheet, known, &text)
      text.end()
    }
    close(&text)
  }

  @inline(__always)
  private func isSilent(_ rule: UnsafePointer<RulePieces>, _ item: Int, _ known: LinesOfCase) -> Bool {
    for place in 0..<rule.pointee.reads.count where known.value(rule.pointee.reads.start[place], item) != nil {
      return false
    }
    return true
  }
}

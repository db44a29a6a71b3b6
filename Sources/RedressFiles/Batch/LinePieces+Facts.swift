import Redress

/// Facts and figures in the words of a row.
extension LinePieces {
  /// The facts that a rule's condition read, in brackets.
  func factWords(
    _ rule: UnsafePointer<RulePieces>, _ item: Int, _ sheet: borrowing Assessment, _ known: LinesOfCase,
    _ text: inout RowText
  ) {
    let reads = rule.pointee.reads
    for place in 0..<reads.count {
      let fact = facts + reads.start[place]
      text.fact(fact.pointee.name, isFirst: place == 0)
      if let value = known.value(reads.start[place], item) {
        say(value, fact, &text)
      } else if fact.pointee.leftOut == .derived, let value = self.value(reads.start[place], item, sheet, known) {
        say(value, fact, &text)
      } else {
        text.say(fact.pointee.leftOutWords)
      }
    }
    if reads.count > 0 { text.endFacts() }
  }

  /// The value of a fact as the assessment took it, as ``Explanation`` knows it.
  func value(_ fact: Int, _ item: Int, _ sheet: borrowing Assessment, _ known: LinesOfCase) -> Int64? {
    if let value = known.value(fact, item) { return value }
    switch facts[fact].leftOut {
    case .unknown: return nil
    case .taken: return facts[fact].other
    case .same: return value(Int(facts[fact].other), item, sheet, known)
    case .derived: return derived(Int(facts[fact].other), item, sheet)
    }
  }

  private func derived(_ rule: Int, _ item: Int, _ sheet: borrowing Assessment) -> Int64? {
    var ofItem: Finding?
    var ofCase: Finding?
    for place in 0..<sheet.lines.count where sheet.lines[place].rule.index == rule {
      let line = sheet.lines[place]
      if line.item == item, ofItem == nil { ofItem = line.finding }
      if line.item == 0, ofCase == nil { ofCase = line.finding }
    }
    switch ofItem ?? ofCase {
    case .derivedDay(let day): return Int64(day.dayNumber)
    case .derivedCount(let count, _): return count
    default: return nil
    }
  }

  @inline(__always)
  func say(_ value: Int64, _ fact: UnsafePointer<FactPieces>, _ text: inout RowText) {
    switch fact.pointee.kind {
    case .count: text.say(value)
    case .date: text.say(CivilDate(dayNumber: Int32(value)))
    case .money: text.say(Money(pence: value))
    case .flag: text.flag(value == 1)
    case .choice: text.say(fact.pointee.choices[Int(value)])
    case .text: text.given()
    case .percent: text.append(Array((Fraction(value, over: 10_000)?.description ?? "").utf8))
    }
  }

  /// A figure as it counts for an item.
  func say(
    _ figure: FigurePieces, _ item: Int, _ sheet: borrowing Assessment, _ known: LinesOfCase, _ text: inout RowText
  ) {
    switch figure.kind {
    case .words: text.say(figure.words)
    case .fact:
      if let value = value(figure.fact, item, sheet, known) {
        say(value, facts + figure.fact, &text)
      } else {
        text.unknownFigure()
      }
    case .choice:
      if let value = value(figure.fact, item, sheet, known) {
        say(figure.choices[Int(value)], item, sheet, known, &text)
      } else {
        text.unknownFigure()
      }
    case .other: text.unknownFigure()
    }
  }
}

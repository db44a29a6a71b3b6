/// What letters and finance sheets need of an item, taken from the lines that explain it.
extension Explanation {
  /// The line that set the amount of an item in the end, with its number from 1; `nil` where it was kept out.
  public func pricing(of item: Int) -> (number: Int, line: Line)? {
    let head = matrix.heads[ref: given.facts.heads[item - 1]].rule
    let place = assessment.lines.lastIndex { line in
      if line.item != item { return false }
      if case .changed = line.finding { return true }
      return line.rule == head && line.finding.node == 0
    }
    return place.map { ($0 + 1, assessment.lines[$0]) }
  }

  /// The level that an item was placed at, and the range of its band; `nil` for an item that is not priced by a band.
  public func band(of item: Int) -> (title: String, level: Band.Level)? {
    for line in assessment.lines where line.item == item {
      if case .banded(let node, let level, _, _) = line.finding, case .band(let band) = price(item, node).kind {
        return (title(band, level), band.levels[level])
      }
    }
    return nil
  }

  /// The first and the last day that an item's units were counted over; `nil` where none were.
  public func days(of item: Int) -> (first: CivilDate, last: CivilDate)? {
    for price in head(item).price.nodes {
      if case .accrual(let accrual) = price.kind, let span = span(accrual.count, item: item) {
        return (span.first, span.last)
      }
    }
    return nil
  }

  /// How an item's amount was worked out, in a sentence or two for somebody who knows the policy; empty text where its
  /// line says nothing of it.
  public func working(of item: Int) -> String {
    assessment.lines.filter { $0.item == item && $0.finding.node != nil }.map { workingSays($0) }
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The receipts of an item, each with what it was for.
  public func receipts(of item: Int) -> [(amount: Money, words: String)] {
    zip(given.facts.receipts, given.receiptWords).filter { $0.0.item == item }.map { ($0.0.amount, $0.1) }
  }

  /// What each debt comes to and how much of it is credited, in the order of the scheme.
  public var debts: [(name: String, owed: Money, credited: Money)] {
    assessment.lines.compactMap { line in
      guard case .cleared(let debt, let owed, let credited) = line.finding else { return nil }
      return (matrix.facts[ref: debt].name, owed, credited)
    }
  }

  /// How a window stood: the day of the act, the last day, and the decision on record about it.
  public func lateness(of rule: Ref<Rule>) -> (on: CivilDate, lastDay: CivilDate?, decided: RecordedDecision?)? {
    for line in assessment.lines where line.rule == rule {
      switch line.finding {
      case .late(let count): return (count.on, missedDay(line, count), nil)
      case .declined(let count, let decision), .allowed(let count, let decision):
        return (count.on, missedDay(line, count), recorded(decision))
      default: continue
      }
    }
    return nil
  }
}

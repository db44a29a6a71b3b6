import Redress

extension LinePieces {
  /// The line of a price.
  func price(
    _ line: Line, _ rule: UnsafePointer<RulePieces>, _ sheet: borrowing Assessment, _ known: LinesOfCase,
    _ text: inout RowText
  ) -> Bool {
    switch line.finding {
    case .limited(_, .atMost, let amount):
      open(rule.pointee.used, line.item, amount: amount, &text)
      text.atMost(amount)
    case .limited(_, .atLeast, let amount):
      open(rule.pointee.used, line.item, amount: amount, &text)
      text.atLeast(amount)
    case .added(_, let amount):
      open(rule.pointee.used, line.item, amount: amount, &text)
      text.together(amount)
    case .fixed(let node, let amount):
      guard let price = price(line, node, .fixed, known), known.scan.pointee.words.reasons.isEmpty else { return false }
      open(rule.pointee.used, line.item, amount: amount, &text)
      fixed(price, amount, line.item, sheet, known, &text)
    case .accrued(let node, let units, let amount):
      guard let price = price(line, node, .accrual, known) else { return false }
      open(rule.pointee.used, line.item, amount: amount, &text)
      accrued(price, units, amount, line.item, sheet, known, &text)
    case .shared(let node, let amount):
      guard let price = price(line, node, .share, known) else { return false }
      open(rule.pointee.used, line.item, amount: amount, &text)
      shared(price, amount, line.item, sheet, known, &text)
    default: return false
    }
    close(&text)
    return true
  }

  /// The price of an item that a line speaks of, where it is of a kind whose words are known.
  private func price(
    _ line: Line, _ node: Int, _ kind: PricePieces.Kind, _ known: LinesOfCase
  ) -> UnsafePointer<PricePieces>? {
    guard line.item > 0 else { return nil }
    let price = prices[known.scan.pointee.facts.head(ofItem: line.item).index] + node
    return price.pointee.kind == kind ? price : nil
  }

  private func fixed(
    _ price: UnsafePointer<PricePieces>, _ amount: Money, _ item: Int, _ sheet: borrowing Assessment,
    _ known: LinesOfCase, _ text: inout RowText
  ) {
    text.say(amount)
    var isFirst = true
    for place in 0..<price.pointee.reads.count {
      let fact = price.pointee.reads.start[place]
      guard let value = value(fact, item, sheet, known) else { continue }
      text.fact(facts[fact].name, isFirst: isFirst)
      say(value, facts + fact, &text)
      isFirst = false
    }
    if !isFirst { text.endFacts() }
    text.end()
  }

  private func accrued(
    _ price: UnsafePointer<PricePieces>, _ units: Int64, _ amount: Money, _ item: Int, _ sheet: borrowing Assessment,
    _ known: LinesOfCase, _ text: inout RowText
  ) {
    let name = facts[price.pointee.count].name
    let count = value(price.pointee.count, item, sheet, known) ?? units
    if units == 0 { return text.nothingAccrued(name, count, amount) }
    text.units(name, count, paid: units)
    var done: Int64 = 0
    for place in 0..<price.pointee.stepCount where done < units {
      let step = price.pointee.steps + place
      let last = min(step.pointee.upTo, units)
      guard last > done else { continue }
      if done > 0 { text.plus() }
      text.times(last - done)
      say(step.pointee.rate, item, sheet, known, &text)
      text.forEach(price.pointee.per)
      done = last
    }
    if let plus = price.pointee.plus {
      if done > 0 { text.plus() }
      say(plus, item, sheet, known, &text)
    }
    text.comes(to: amount)
  }

  private func shared(
    _ price: UnsafePointer<PricePieces>, _ amount: Money, _ item: Int, _ sheet: borrowing Assessment,
    _ known: LinesOfCase, _ text: inout RowText
  ) {
    say(price.pointee.part, item, sheet, known, &text)
    times(price.pointee.partTimes, item, sheet, known, &text)
    if price.pointee.most.count > 0 { text.together(atMost: price.pointee.most) }
    text.of()
    say(price.pointee.of, item, sheet, known, &text)
    times(price.pointee.times, item, sheet, known, &text)
    text.comes(to: amount)
  }

  private func times(
    _ places: Places, _ item: Int, _ sheet: borrowing Assessment, _ known: LinesOfCase, _ text: inout RowText
  ) {
    for place in 0..<places.count {
      let fact = places.start[place]
      text.times(value(fact, item, sheet, known) ?? 0, facts[fact].name)
    }
  }
}

/// How an amount was worked out, in words.
extension Explanation {
  /// A price of a head, by its number.
  func price(_ item: Int, _ node: Int) -> Price { head(item).price.nodes[node] }

  /// The price that a line speaks of: one of the head of its item, or the limit of a combination.
  func price(_ line: Line, _ node: Int) -> Price {
    if line.item > 0 { return price(line.item, node) }
    let combination = matrix.combinations.first { $0.rule == line.rule }
    return combination?.price?.nodes[node] ?? Price(.sum([]))
  }

  func workingSays(_ line: Line) -> String {
    let item = line.item
    switch line.finding {
    case .fixed(let node, let amount):
      guard case .fixed(let figure) = price(line, node).kind else { return "" }
      return ended("\(amount)\(found(figure, item: item))\(item > 0 ? reason(item) : "")")
    case .accrued(let node, let units, let amount):
      guard case .accrual(let accrual) = price(line, node).kind else { return "" }
      return accrualSays(accrual, units, amount, item)
    case .shared(let node, let amount):
      guard case .share(let share) = price(line, node).kind else { return "" }
      return shareSays(share, amount, item)
    case .worn(let node, let age, let life, let amount):
      guard case .wear(let wear) = price(line, node).kind else { return "" }
      return wearSays(wear, age, life, amount, item)
    case .interest(let node, let days, let sum, let amount):
      guard case .interest(let interest) = price(line, node).kind else { return "" }
      let how = interest.compound == .never ? "" : ", added \(interest.compound.rawValue)"
      return
        "\(text(interest.rate, item: item)) a year on \(sum) for \(days) day\(days == 1 ? "" : "s")\(how): \(amount)."
    case .judged(let node, let amount):
      guard case .judgement(let judgement) = price(line, node).kind else { return "" }
      return ended("\(amount), as a person judged it\(looked(judgement, item))\(item > 0 ? reason(item) : "")")
    case .chosen(let node, let part, let amount):
      let isHighest = if case .highest = price(line, node).kind { true } else { false }
      return "The \(isHighest ? "highest" : "lowest") of them is number \(part + 1): \(amount)."
    case .added(_, let amount): return words { $0.together(amount) }
    case .takenOver(_, let total): return "Those heads come to \(total)."
    case .adjusted(let node, let place, let amount):
      return adjustmentSays(price(line, node).adjustments[place], amount, item)
    case .limited(let node, let limit, let amount): return limitSays(price(line, node).limits, limit, amount, item)
    default: return ""
    }
  }

  /// What the person looked at before deciding, as far as it was stated.
  private func looked(_ judgement: Judgement, _ item: Int) -> String {
    let stated = (judgement.factors + [judgement.evidence, judgement.reasons].compactMap(\.self)).compactMap { ref in
      known(ref, item: item).map { "\(matrix.facts[ref: ref].name): \(words($0, matrix.facts[ref: ref]))" }
    }
    return stated.isEmpty ? "" : " (\(stated.joined(separator: "; ")))"
  }

  private func accrualSays(_ accrual: Accrual, _ units: Int64, _ amount: Money, _ item: Int) -> String {
    let name = matrix.facts[ref: accrual.count].name
    let count = known(accrual.count, item: item) ?? units
    if units == 0 { return words { $0.nothingAccrued(name, count, amount) } }
    var parts: [String] = []
    var done: Int64 = 0
    for step in accrual.steps where done < units {
      let last = min(step.upTo ?? units, units)
      guard last > done else { continue }
      for run in runs(of: step.rate, done + 1...last, grace: count - units, accrual, item) {
        parts.append(
          words {
            $0.times(run.count)
            $0.say(run.rate)
            $0.forEach(accrual.per)
          })
      }
      done = last
    }
    if let plus = accrual.plus { parts.append(text(plus, item: item)) }
    return words { sentence in
      sentence.units(name, count, paid: units)
      for (place, part) in parts.enumerated() {
        if place > 0 { sentence.plus() }
        sentence.say(part)
      }
      sentence.comes(to: amount)
    }
  }

  /// Units that follow one another and have the same rate; several where each unit has the rate of its own day.
  private func runs(
    of rate: Figure, _ units: ClosedRange<Int64>, grace: Int64, _ accrual: Accrual, _ item: Int
  ) -> [(count: Int64, rate: String)] {
    guard case .datedOnEach(let entries) = resolved(rate, item: item), let days = span(accrual.count, item: item) else {
      return [(units.upperBound - units.lowerBound + 1, text(rate, item: item))]
    }
    guard days.unit.unit == .days || days.unit.unit == .weeks else {
      return [(units.upperBound - units.lowerBound + 1, "the rate of each unit")]
    }
    let length = Int64(days.unit.count) * (days.unit.unit == .weeks ? 7 : 1)
    var runs: [(count: Int64, rate: String)] = []
    for unit in units {
      let day = Int64(days.first.dayNumber) + (unit + grace - 1) * length
      let entry = entries.last { Int64($0.from.dayNumber) <= day }
      let words = entry.map { text($0.figure, item: item) } ?? "an unknown rate"
      if runs.last?.rate == words { runs[runs.count - 1].count += 1 } else { runs.append((1, words)) }
    }
    return runs
  }

  /// The days that a count was counted over.
  func span(_ count: Ref<Fact>, item: Int) -> (first: CivilDate, last: CivilDate, unit: Period)? {
    guard case .elapsed(let elapsed)? = matrix.facts[ref: count].derivation?.kind,
      let from = known(elapsed.from, item: item),
      let to = known(elapsed.to, item: item) ?? elapsed.runningTo.flatMap({ known($0, item: item) })
    else { return nil }
    let first = CivilDate(dayNumber: Int32(from)).adding(days: elapsed.countsFirstDay ? 0 : 1)
    return (first, CivilDate(dayNumber: Int32(to)).adding(days: elapsed.countsLastDay ? 0 : -1), elapsed.unit)
  }

  private func shareSays(_ share: Share, _ amount: Money, _ item: Int) -> String {
    words { sentence in
      sentence.say(text(share.part, item: item))
      for fact in share.partTimes { sentence.times(known(fact, item: item) ?? 0, name(fact)) }
      if let most = share.partAtMost { sentence.together(atMost: "\(most)") }
      sentence.of()
      sentence.say(text(share.of, item: item))
      for fact in share.times { sentence.times(known(fact, item: item) ?? 0, name(fact)) }
      sentence.comes(to: amount)
    }
  }

  private func wearSays(_ wear: Wear, _ age: Int64, _ life: Int64, _ amount: Money, _ item: Int) -> String {
    let cost = Money(pence: known(wear.cost, item: item) ?? 0)
    let less = wear.less.compactMap { known($0, item: item) }.filter { $0 > 0 }.map { " less \(Money(pence: $0))" }
    if age >= life { return "\(cost)\(less.joined()), aged \(age) of \(life): its life is over, so \(amount)." }
    let left = less.isEmpty ? "\(cost)" : "(\(cost)\(less.joined()))"
    return "\(left) × \(life - age) ÷ \(life), aged \(age) of \(life) = \(amount)."
  }

  private func adjustmentSays(_ adjustment: Adjustment, _ amount: Money, _ item: Int) -> String {
    let part = text(adjustment.part, item: item)
    let cause = adjustment.because.map { " \($0)" } ?? ""
    return switch adjustment.direction {
    case .add: "\(part) is added\(cause): \(amount)."
    case .takeOff: "\(part) is taken off\(cause): \(amount)."
    case .keep: "\(part) of it counts\(cause): \(amount)."
    }
  }

  private func limitSays(_ limits: Limits, _ limit: Limit, _ amount: Money, _ item: Int) -> String {
    switch limit {
    case .nothingUnder: "Nothing is paid under \(limits.nothingUnder.map { text($0, item: item) } ?? "")."
    case .nothingUpTo: "Nothing is paid up to \(limits.nothingUpTo.map { text($0, item: item) } ?? "")."
    case .atLeast: words { $0.atLeast(amount) }
    case .atMost: words { $0.atMost(amount) }
    }
  }
}

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
      return "\(text(interest.rate, item: item)) a year on \(sum) for \(days) day\(days == 1 ? "" : "s")\(how): \(amount)."
    case .judged(let node, let amount):
      guard case .judgement(let judgement) = price(line, node).kind else { return "" }
      return ended("\(amount), as a person judged it\(looked(judgement, item))\(item > 0 ? reason(item) : "")")
    case .chosen(let node, let part, let amount):
      let isHighest = if case .highest = price(line, node).kind { true } else { false }
      return "The \(isHighest ? "highest" : "lowest") of them is number \(part + 1): \(amount)."
    case .added(_, let amount): return "Together \(amount)."
    case .takenOver(_, let total): return "Those heads come to \(total)."
    case .adjusted(let node, let place, let amount): return adjustmentSays(price(line, node).adjustments[place], amount, item)
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
    if units == 0 { return "\(name): \(count), for which nothing is due: \(amount)." }
    let paid = units == count ? "\(name): \(count)." : "\(name): \(count), of which \(units) count."
    var parts: [String] = []
    var done: Int64 = 0
    for step in accrual.steps where done < units {
      let last = min(step.upTo ?? units, units)
      guard last > done else { continue }
      let per = accrual.per == 1 ? "" : " for each \(accrual.per)"
      for run in runs(of: step.rate, done + 1...last, grace: count - units, accrual, item) {
        parts.append("\(run.count) × \(run.rate)\(per)")
      }
      done = last
    }
    if let plus = accrual.plus { parts.append(text(plus, item: item)) }
    return "\(paid) \(parts.joined(separator: " + ")) = \(amount)."
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
  private func span(_ count: Ref<Fact>, item: Int) -> (first: CivilDate, last: CivilDate, unit: Period)? {
    guard case .elapsed(let elapsed)? = matrix.facts[ref: count].derivation?.kind,
      let from = known(elapsed.from, item: item),
      let to = known(elapsed.to, item: item) ?? elapsed.runningTo.flatMap({ known($0, item: item) })
    else { return nil }
    let first = CivilDate(dayNumber: Int32(from)).adding(days: elapsed.countsFirstDay ? 0 : 1)
    return (first, CivilDate(dayNumber: Int32(to)).adding(days: elapsed.countsLastDay ? 0 : -1), elapsed.unit)
  }

  private func shareSays(_ share: Share, _ amount: Money, _ item: Int) -> String {
    func counts(_ facts: [Ref<Fact>]) -> String {
      facts.map { " × \(known($0, item: item) ?? 0) (\(matrix.facts[ref: $0].name))" }.joined()
    }
    let most = share.partAtMost.map { ", together at most \($0)" } ?? ""
    return
      "\(text(share.part, item: item))\(counts(share.partTimes))\(most) of \(text(share.of, item: item))\(counts(share.times)) = \(amount)."
  }

  private func wearSays(_ wear: Wear, _ age: Int64, _ life: Int64, _ amount: Money, _ item: Int) -> String {
    let cost = Money(pence: known(wear.cost, item: item) ?? 0)
    let less = wear.less.compactMap { known($0, item: item) }.filter { $0 > 0 }.map { " less \(Money(pence: $0))" }
    if age >= life { return "\(cost)\(less.joined()), aged \(age) of \(life): its life is over, so \(amount)." }
    return "\(cost)\(less.joined()) × \(life - age) ÷ \(life), aged \(age) of \(life) = \(amount)."
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
    case .atLeast: "It is at least \(amount)."
    case .atMost: "It is at most \(amount)."
    }
  }

  // MARK: Heads that meet

  func combinationSays(_ line: Line) -> String {
    switch line.finding {
    case .compared(let kept, let amount):
      return "\(title(kept)) counts, at \(amount); of heads that come to the same, the first."
    case .superseded:
      return matrix.combinations.first { $0.rule == line.rule }.map(supersededSays) ?? ""
    case .changed(let amount): return "Which makes this item \(amount)."
    case .together(let total, let limit): return togetherSays(line, total, limit)
    case .withinLimit(let total): return "Together \(total), which it leaves as it is."
    default: return ""
    }
  }

  /// Why an item does not count because of another head.
  func supersededSays(_ combination: Combination) -> String {
    func names(_ heads: [Ref<Head>], _ word: String) -> String { heads.map(title).joined(separator: " \(word) ") }
    switch combination.kind {
    case .higherOf: return "It does not count, because another head comes to more and only one is paid."
    case .lowerOf: return "It does not count, because another head comes to less and only one is paid."
    case .supersedes(let head, _): return "It does not count, because it is paid as \(title(head)) instead."
    case .onlyWith(_, let others): return "It counts only together with \(names(others, "or")), which comes to nothing."
    default: return "It does not count beside another head."
    }
  }

  private func togetherSays(_ line: Line, _ total: Money, _ limit: Money) -> String {
    switch matrix.combinations.first(where: { $0.rule == line.rule })?.kind {
    case .atLeast: "Together \(total), which is raised to \(limit)."
    case .nothingUnder(_, let figure): "Together \(total); under \(text(figure, item: 0)) nothing is paid."
    case .nothingUpTo(_, let figure): "Together \(total); up to \(text(figure, item: 0)) nothing is paid."
    default: "Together \(total), which is limited to \(limit)."
    }
  }

  private func title(_ head: Ref<Head>) -> String { rule(matrix.heads[ref: head].rule).title }

  // MARK: Figures

  /// A figure as it counts for an item.
  func text(_ figure: Figure, item: Int) -> String {
    switch resolved(figure, item: item) {
    case .value(.money(let money), let isConfirmed): return "\(money)\(isConfirmed ? "" : " (not confirmed)")"
    case .value(.part(let part), let isConfirmed): return "\(part)\(isConfirmed ? "" : " (not confirmed)")"
    case .value(.count(let count), _): return "\(count)"
    case .value(.period(let period), _): return "\(period)"
    case .fact(let fact): return known(fact, item: item).map { words($0, matrix.facts[ref: fact]) } ?? "an unknown figure"
    case .datedOnEach: return "the rate of each day"
    default: return "an unknown figure"
    }
  }

  /// Where a fixed sum comes from, where it is not simply printed.
  private func found(_ figure: Figure, item: Int) -> String {
    let facts = figure.facts.filter { known($0, item: item) != nil }
    var once: [Ref<Fact>] = []
    for fact in facts where !once.contains(fact) { once.append(fact) }
    let words = once.map { "\(matrix.facts[ref: $0].name): \(self.words(known($0, item: item)!, matrix.facts[ref: $0]))" }
    return words.isEmpty ? "" : " (\(words.joined(separator: "; ")))"
  }

  /// The printed value or the fact that a figure comes to; the figure itself where that is not known.
  func resolved(_ figure: Figure, item: Int) -> Figure {
    switch figure {
    case .value, .fact, .ask, .datedOnEach: return figure
    case .dated(let fact, let entries):
      let day = known(fact, item: item)
      return entry(entries, on: day).map { resolved($0.figure, item: item) } ?? figure
    case .byChoice(let fact, let figures):
      return known(fact, item: item).map { resolved(figures[Int($0)], item: item) } ?? figure
    case .byRange(let fact, let rungs):
      guard let value = known(fact, item: item),
        let rung = rungs.first(where: { $0.upTo.map { value <= $0 } ?? true })
      else { return figure }
      return resolved(rung.figure, item: item)
    case .bySeason(let fact, let seasons):
      guard let day = known(fact, item: item) else { return figure }
      let parts = CivilDate(dayNumber: Int32(day)).parts
      let season = seasons.last { ($0.month, $0.day) <= (parts.month, parts.day) } ?? seasons.last
      return season.map { resolved($0.figure, item: item) } ?? figure
    }
  }

  private func entry(_ entries: [Figure.FromDay], on day: Int64?) -> Figure.FromDay? {
    day.flatMap { day in entries.last { Int64($0.from.dayNumber) <= day } }
  }

  /// The paragraphs of the dated entries that the figures of a price came to.
  func figureCitations(_ price: Price, item: Int) -> [Citation] {
    let count: Ref<Fact>? =
      switch price.kind {
      case .accrual(let accrual): accrual.count
      case .interest(let interest): interest.days
      default: nil
      }
    let days = count.flatMap { span($0, item: item) }
    return price.kind.figures.flatMap { citations(of: $0, item: item, days.map { ($0.first, $0.last) }) }
  }

  /// The paragraphs on the way to what a figure came to; of figures dated on each unit, of those that held meanwhile.
  private func citations(of figure: Figure, item: Int, _ days: (first: CivilDate, last: CivilDate)?) -> [Citation] {
    switch figure {
    case .value, .fact, .ask: return []
    case .dated(let fact, let entries):
      guard let entry = entry(entries, on: known(fact, item: item)) else { return [] }
      return entry.citations + citations(of: entry.figure, item: item, days)
    case .datedOnEach(let entries):
      let used = entries.enumerated().filter { place, entry in
        guard let days else { return true }
        let next = entries.dropFirst(place + 1).first?.from
        return entry.from <= days.last && (next.map { $0 > days.first } ?? true)
      }
      return used.flatMap { $0.element.citations }
    case .byChoice(let fact, let figures):
      return known(fact, item: item).map { citations(of: figures[Int($0)], item: item, days) } ?? []
    case .byRange, .bySeason:
      return figure.inner.flatMap { citations(of: $0, item: item, days) }
    }
  }
}

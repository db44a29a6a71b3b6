/// The figures of a matrix as they count for a case, in words, and the paragraphs that print them.
extension Explanation {
  /// A figure as it counts for an item.
  func text(_ figure: Figure, item: Int) -> String {
    switch resolved(figure, item: item) {
    case .value(let value, let isConfirmed): return value.words(isConfirmed: isConfirmed)
    case .fact(let fact):
      return known(fact, item: item).map { words($0, matrix.facts[ref: fact]) } ?? words { $0.unknownFigure() }
    case .datedOnEach: return "the rate of each day"
    default: return words { $0.unknownFigure() }
    }
  }

  /// Where a fixed sum comes from, where it is not simply printed.
  func found(_ figure: Figure, item: Int) -> String {
    let facts = figure.facts.filter { known($0, item: item) != nil }
    var once: [Ref<Fact>] = []
    for fact in facts where !once.contains(fact) { once.append(fact) }
    return words { sentence in
      for (place, fact) in once.enumerated() {
        sentence.fact(name(fact), isFirst: place == 0)
        sentence.say(words(known(fact, item: item)!, matrix.facts[ref: fact]))
      }
      if !once.isEmpty { sentence.endFacts() }
    }
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

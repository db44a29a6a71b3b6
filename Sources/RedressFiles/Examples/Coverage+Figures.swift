import Redress

/// Each entry of a table, of ranges, of seasons and of dated figures is a point: an entry that no example reaches is
/// where a slip of the hand hides. Figures that are dated on each unit that is counted have none.
extension Coverage {
  /// The figures of a price that it always needs, each by what it is in it.
  private static func figures(of price: Price) -> [(name: String, figure: Figure)] {
    let own: [(String, Figure?)] =
      switch price.kind {
      case .fixed(let figure): [("amount", figure)]
      case .accrual(let accrual):
        accrual.steps.enumerated().map { (accrual.steps.count == 1 ? "rate" : "rate \($0 + 1)", $1.rate) }
          + [("grace", accrual.grace), ("only-above", accrual.onlyAbove), ("plus", accrual.plus)]
      case .share(let share): [("of", share.of), ("part", share.part)]
      case .wear(let wear): [("life", wear.life)]
      case .interest(let interest): [("rate", interest.rate)]
      case .band, .actualCost, .judgement, .highest, .lowest, .sum, .totalOf: []
      }
    let limits = [("nothing-under", price.limits.nothingUnder), ("nothing-up-to", price.limits.nothingUpTo)]
    return (own + limits).compactMap { name, figure in figure.map { (name, $0) } }
  }

  /// The points of the figures of a price.
  static func figurePoints(of price: Price, _ name: String, _ matrix: Matrix) -> [String] {
    let adjusting = price.adjustments.enumerated().map { (name: "adjustment \($0 + 1)", figure: $1.part) }
    return (figures(of: price) + adjusting).flatMap { points(of: $0.figure, "\(name): \($0.name)", matrix) }
  }

  /// The points of one figure; none where it is simply printed or stated.
  static func points(of figure: Figure, _ name: String, _ matrix: Matrix) -> [String] {
    paths(figure, matrix).filter { !$0.isEmpty }.map { "\(name) at \($0.joined(separator: ", "))" }
  }

  /// The points that the figures of a price touch where it was worked out.
  static func touched(by price: Price, _ name: String, item: Int, _ explanation: Explanation) -> [String] {
    figures(of: price).flatMap { touched(by: $0.figure, "\(name): \($0.name)", item: item, explanation) }
  }

  /// The point that a figure touches.
  static func touched(by figure: Figure, _ name: String, item: Int, _ explanation: Explanation) -> [String] {
    guard let path = path(figure, item: item, explanation), !path.isEmpty else { return [] }
    return ["\(name) at \(path.joined(separator: ", "))"]
  }

  // MARK: Ways through a figure

  /// Every way to a figure inside, each as the names of its entries. A person who is asked is a point of its own.
  private static func paths(_ figure: Figure, _ matrix: Matrix) -> [[String]] {
    switch figure {
    case .value, .fact, .datedOnEach: return [[]]
    case .ask: return []
    default:
      return figure.inner.indices.flatMap { place in
        paths(figure.inner[place], matrix).map { [entry(place, of: figure, matrix)] + $0 }
      }
    }
  }

  /// The way that a case takes; `nil` where a fact that it is found by is not known.
  private static func path(_ figure: Figure, item: Int, _ explanation: Explanation) -> [String]? {
    guard let axis = axis(figure) else { return [] }
    guard let value = known(axis, item: item, explanation), let place = place(value, in: figure) else { return nil }
    return path(figure.inner[place], item: item, explanation).map {
      [entry(place, of: figure, explanation.matrix)] + $0
    }
  }

  private static func axis(_ figure: Figure) -> Ref<Fact>? {
    switch figure {
    case .dated(let fact, _), .byChoice(let fact, _), .byRange(let fact, _), .bySeason(let fact, _): fact
    case .value, .fact, .datedOnEach, .ask: nil
    }
  }

  private static func place(_ value: Int64, in figure: Figure) -> Int? {
    switch figure {
    case .dated(_, let entries): return entries.lastIndex { Int64($0.from.dayNumber) <= value }
    case .byChoice: return Int(value)
    case .byRange(_, let rungs): return rungs.firstIndex { $0.upTo.map { value <= $0 } ?? true }
    case .bySeason(_, let seasons):
      let parts = CivilDate(dayNumber: Int32(value)).parts
      return seasons.lastIndex { ($0.month, $0.day) <= (parts.month, parts.day) } ?? seasons.count - 1
    case .value, .fact, .datedOnEach, .ask: return nil
    }
  }

  private static func entry(_ place: Int, of figure: Figure, _ matrix: Matrix) -> String {
    switch figure {
    case .dated(_, let entries): return "from \(entries[place].from.isoText)"
    case .byChoice(let fact, _): return matrix.facts[ref: fact].choices[place].name
    case .byRange(let fact, let rungs):
      if let upTo = rungs[place].upTo { return "up to \(number(upTo, matrix.facts[ref: fact]))" }
      return place == 0 ? "any" : "above \(number(rungs[place - 1].upTo ?? 0, matrix.facts[ref: fact]))"
    case .bySeason(_, let seasons):
      return "from \(DayOfYear(month: seasons[place].month, day: seasons[place].day)?.description ?? "")"
    case .value, .fact, .datedOnEach, .ask: return ""
    }
  }

  private static func number(_ value: Int64, _ fact: Fact) -> String {
    switch fact.kind {
    case .money, .receipts: "\(Money(pence: value))"
    case .percent: Fraction(value, over: 10_000).map { "\($0)" } ?? ""
    default: "\(value)"
    }
  }

  // MARK: Facts of a case

  /// The value of a fact, as it was stated, taken or derived.
  private static func known(_ fact: Ref<Fact>, item: Int, _ explanation: Explanation) -> Int64? {
    if let stated = explanation.given.facts.value(fact, item: item) { return stated }
    switch explanation.matrix.facts[ref: fact].leftOut {
    case .missing, .unstated: return nil
    case .taken(let value): return value
    case .same(let other): return known(other, item: item, explanation)
    case .derived(let derivation):
      let lines = explanation.assessment.lines.filter { $0.rule == derivation.rule }
      switch (lines.first { $0.item == item } ?? lines.first { $0.item == 0 })?.finding {
      case .derivedDay(let day): return Int64(day.dayNumber)
      case .derivedCount(let count, _): return count
      default: return nil
      }
    }
  }
}

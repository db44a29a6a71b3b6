/// A figure as an assessor holds it: one row of the plan, its parts in a range of rows.
struct FigureNode: Sendable {
  enum Kind: Sendable {
    case value
    case fact
    case dated
    case datedOnEach
    case byChoice
    case byRange
    case bySeason
    case ask
  }

  var kind: Kind
  var fact = Ref<Fact>(0)
  var reading = Ref<Reading>(0)
  /// Where the parts stand.
  var inner: Range<Int> = 0..<0
  /// The value: pence, a count, the part above the line, or the count of a period.
  var value: Int64 = 0
  /// What it is divided by, or the place of a period's unit.
  var over: Int64 = 1
  /// What places it among its siblings: the day it begins, its ceiling, or the day of the year it begins.
  var key: Int64 = 0
}

/// What a figure comes to for a case.
enum FigureAnswer {
  /// The value, over another for parts and periods.
  case value(Int64, over: Int64)
  /// A person is asked.
  case asks(Ref<Reading>)
  /// A fact that it is found by was left out.
  case wants(Ref<Fact>)
  /// The day of this fact comes before the first entry.
  case beforeFirst(Ref<Fact>)
}

extension Assessor {
  /// Finds a figure for an item. `each` is the day of the unit that is counted, for figures that are dated on it.
  func figure(_ place: Int, _ facts: CaseFacts, item: Int, each: (day: CivilDate, of: Ref<Fact>)? = nil) -> FigureAnswer
  {
    let node = plan.rows.figures[place]
    switch node.kind {
    case .value: return .value(node.value, over: node.over)
    case .ask: return .asks(node.reading)
    case .fact:
      guard let value = value(node.fact, facts, item: item) else { return .wants(node.fact) }
      return .value(value, over: node.over)
    case .datedOnEach:
      guard let each else { preconditionFailure("a figure for each unit, where no unit is counted") }
      return entry(of: node, on: Int64(each.day.dayNumber), each.of, facts, item, each)
    case .dated:
      guard let day = value(node.fact, facts, item: item) else { return .wants(node.fact) }
      return entry(of: node, on: day, node.fact, facts, item, each)
    case .byChoice:
      guard let choice = value(node.fact, facts, item: item) else { return .wants(node.fact) }
      return figure(node.inner.lowerBound + Int(choice), facts, item: item, each: each)
    case .byRange:
      guard let value = value(node.fact, facts, item: item) else { return .wants(node.fact) }
      let rung = node.inner.first { value <= plan.rows.figures[$0].key } ?? node.inner.upperBound - 1
      return figure(rung, facts, item: item, each: each)
    case .bySeason:
      guard let day = value(node.fact, facts, item: item) else { return .wants(node.fact) }
      let parts = CivilDate(dayNumber: Int32(day)).parts
      let key = Int64(parts.month * 100 + parts.day)
      // Before the first season of the year, the last one of the year before still holds.
      let season = node.inner.last { plan.rows.figures[$0].key <= key } ?? node.inner.upperBound - 1
      return figure(season, facts, item: item, each: each)
    }
  }

  private func entry(
    of node: FigureNode, on day: Int64, _ fact: Ref<Fact>, _ facts: CaseFacts, _ item: Int,
    _ each: (day: CivilDate, of: Ref<Fact>)?
  ) -> FigureAnswer {
    guard let entry = node.inner.last(where: { plan.rows.figures[$0].key <= day }) else { return .beforeFirst(fact) }
    return figure(entry, facts, item: item, each: each)
  }

  /// A figure that a price cannot do without. Where there is none, says why: by a question, or by a fault of the case.
  func needed(
    figure place: Int, _ run: PriceRun, _ facts: CaseFacts, each: (day: CivilDate, of: Ref<Fact>)? = nil,
    _ sheet: inout Assessment
  ) -> Result<(value: Int64, over: Int64), Unpriced> {
    switch figure(place, facts, item: run.item, each: each) {
    case .value(let value, let over): return .success((value, over))
    case .asks(let reading): return .failure(ask(.reading(reading), run, &sheet))
    case .wants(let fact):
      faultWanting(fact, facts, item: run.item, &sheet)
      return .failure(.faulty)
    case .beforeFirst(let fact):
      sheet.fault(.beforeFirstFigure(fact, item: run.item))
      return .failure(.faulty)
    }
  }

  /// Asks a person, and says in a line that the item cannot be priced until then. What several parts of a price ask
  /// alike is asked once.
  func ask(_ about: Question.About, _ run: PriceRun, _ sheet: inout Assessment) -> Unpriced {
    if sheet.ask(about, rule: run.rule, item: run.item) { sheet.note(run.rule, item: run.item, .unpriced(about)) }
    return .open
  }
}

/// Why a price has no amount.
enum Unpriced: Error {
  /// A person was asked.
  case open
  /// The facts are at fault.
  case faulty
}

/// What a price is worked out for: the rule whose lines it writes, and the item, or 0 for the case.
struct PriceRun {
  let rule: Ref<Rule>
  let item: Int
}

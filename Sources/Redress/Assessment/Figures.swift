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
  @inline(__always)
  func figure(_ place: Int, _ facts: CaseFacts, item: Int, each: (day: CivilDate, of: Ref<Fact>)? = nil) -> FigureAnswer
  {
    if case .value = plan.rows.figures[place].kind {
      return .value(plan.rows.figures[place].value, over: plan.rows.figures[place].over)
    }
    return found(place, facts, item: item, each: each)
  }

  /// The same for a figure that depends on facts.
  private func found(
    _ place: Int, _ facts: CaseFacts, item: Int, each: (day: CivilDate, of: Ref<Fact>)?
  ) -> FigureAnswer {
    var place = place
    while true {
      let fact = plan.rows.figures[place].fact
      switch plan.rows.figures[place].kind {
      case .value: return .value(plan.rows.figures[place].value, over: plan.rows.figures[place].over)
      case .ask: return .asks(plan.rows.figures[place].reading)
      case .fact:
        guard let value = value(fact, facts, item: item) else { return .wants(fact) }
        return .value(value, over: plan.rows.figures[place].over)
      case .byChoice:
        guard let choice = value(fact, facts, item: item) else { return .wants(fact) }
        place = plan.rows.figures[place].inner.lowerBound + Int(choice)
      case .byRange:
        guard let value = value(fact, facts, item: item) else { return .wants(fact) }
        place = rung(of: plan.rows.figures[place].inner, value)
      case .bySeason:
        guard let day = value(fact, facts, item: item) else { return .wants(fact) }
        place = season(of: plan.rows.figures[place].inner, CivilDate(dayNumber: Int32(day)))
      case .datedOnEach:
        guard let each else { preconditionFailure("a figure for each unit, where no unit is counted") }
        guard let entry = entry(of: plan.rows.figures[place].inner, on: Int64(each.day.dayNumber)) else {
          return .beforeFirst(each.of)
        }
        place = entry
      case .dated:
        guard let day = value(fact, facts, item: item) else { return .wants(fact) }
        guard let entry = entry(of: plan.rows.figures[place].inner, on: day) else { return .beforeFirst(fact) }
        place = entry
      }
    }
  }

  @inline(never)
  private func rung(of rungs: Range<Int>, _ value: Int64) -> Int {
    rungs.first { value <= plan.rows.figures[$0].key } ?? rungs.upperBound - 1
  }

  @inline(never)
  private func season(of seasons: Range<Int>, _ day: CivilDate) -> Int {
    let parts = day.parts
    let key = Int64(parts.month * 100 + parts.day)
    // Before the first season of the year, the last one of the year before still holds.
    return seasons.last { plan.rows.figures[$0].key <= key } ?? seasons.upperBound - 1
  }

  @inline(never)
  private func entry(of entries: Range<Int>, on day: Int64) -> Int? {
    entries.last { plan.rows.figures[$0].key <= day }
  }

  /// A figure that a price cannot do without. Where there is none, says why: by a question, or by a fault of the case.
  @inline(__always)
  func needed(
    figure place: Int, _ run: PriceRun, _ facts: CaseFacts, each: (day: CivilDate, of: Ref<Fact>)? = nil,
    _ sheet: inout Assessment
  ) -> Result<(value: Int64, over: Int64), Unpriced> {
    let answer = figure(place, facts, item: run.item, each: each)
    if case .value(let value, let over) = answer { return .success((value, over)) }
    return .failure(lacking(answer, run, facts, &sheet))
  }

  /// Says why there is no figure.
  @inline(never)
  private func lacking(
    _ answer: FigureAnswer, _ run: PriceRun, _ facts: CaseFacts, _ sheet: inout Assessment
  ) -> Unpriced {
    switch answer {
    case .value: preconditionFailure("a figure that was found")
    case .asks(let reading): return ask(.reading(reading), run, &sheet)
    case .wants(let fact):
      faultWanting(fact, facts, item: run.item, &sheet)
      return .faulty
    case .beforeFirst(let fact):
      sheet.fault(.beforeFirstFigure(fact, item: run.item))
      return .faulty
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

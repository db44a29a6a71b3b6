/// Figures, looked up where the matrix prints them.
extension Recheck {
  /// What a figure comes to.
  enum Found {
    case value(Figure.Value)
    /// A person is asked.
    case asks(Ref<Reading>)
    /// A fact that it is found by has no value.
    case lacks(Ref<Fact>)
    /// The day of this fact is earlier than the first entry.
    case tooEarly(Ref<Fact>)
  }

  /// Why a price has no amount.
  enum Halt: Error {
    /// A person was asked.
    case asked
    /// The facts are at fault.
    case faulty
  }

  /// What is priced: the rule that writes the lines, and the item, or 0 for the case.
  struct Priced {
    let rule: Ref<Rule>
    let item: Int
  }

  /// The day of a unit that is counted, and the fact that says when the count begins.
  struct UnitDay {
    let day: CivilDate
    let of: Ref<Fact>
  }

  func found(_ figure: Figure, _ item: Int, on unit: UnitDay? = nil) -> Found {
    switch figure {
    case .value(let value, _): return .value(value)
    case .ask(let reading): return .asks(reading)
    case .fact(let ref):
      guard let value = value(ref, item) else { return .lacks(ref) }
      return .value(typed(value, as: matrix.facts[ref: ref].kind))
    case .dated(let ref, let entries):
      guard let day = day(ref, item) else { return .lacks(ref) }
      return found(entries, on: day, of: ref, item, unit)
    case .datedOnEach(let entries):
      guard let unit else { preconditionFailure("a figure for each unit, and no unit") }
      return found(entries, on: unit.day, of: unit.of, item, unit)
    case .byChoice(let ref, let figures):
      guard let choice = value(ref, item) else { return .lacks(ref) }
      return found(figures[Int(choice)], item, on: unit)
    case .byRange(let ref, let rungs):
      guard let value = value(ref, item) else { return .lacks(ref) }
      for rung in rungs where rung.upTo.map({ $0 >= value }) ?? true { return found(rung.figure, item, on: unit) }
      return found(rungs[rungs.count - 1].figure, item, on: unit)
    case .bySeason(let ref, let seasons):
      guard let day = day(ref, item) else { return .lacks(ref) }
      return found(season(of: day, seasons).figure, item, on: unit)
    }
  }

  private func typed(_ value: Int64, as kind: Fact.Kind) -> Figure.Value {
    switch kind {
    case .percent: .part(Fraction(value, over: 10_000) ?? .zero)
    case .money, .receipts: .money(Money(pence: value))
    case .date, .flag, .choice, .text, .count: .count(value)
    }
  }

  private func found(
    _ entries: [Figure.FromDay], on day: CivilDate, of ref: Ref<Fact>, _ item: Int, _ unit: UnitDay?
  ) -> Found {
    var latest: Figure?
    for entry in entries where entry.from <= day { latest = entry.figure }
    guard let latest else { return .tooEarly(ref) }
    return found(latest, item, on: unit)
  }

  /// The last season that has begun; early in the year it is the last one of the year before.
  private func season(of day: CivilDate, _ seasons: [Figure.Season]) -> Figure.Season {
    let (_, month, date) = day.parts
    var last = seasons[seasons.count - 1]
    for season in seasons where season.month < month || (season.month == month && season.day <= date) { last = season }
    return last
  }

  // MARK: Figures that a price needs

  mutating func needed(_ figure: Figure, _ at: Priced, on unit: UnitDay? = nil) throws(Halt) -> Figure.Value {
    switch found(figure, at.item, on: unit) {
    case .value(let value): return value
    case .asks(let reading): throw ask(.reading(reading), at)
    case .lacks(let ref): addLack(of: ref, at.item)
    case .tooEarly(let ref): add(.beforeFirstFigure(ref, item: at.item))
    }
    throw .faulty
  }

  /// A figure that is a whole number: pence or a count.
  mutating func whole(_ figure: Figure, _ at: Priced) throws(Halt) -> Int64 { try needed(figure, at).whole }

  mutating func part(_ figure: Figure, _ at: Priced) throws(Halt) -> Fraction { try needed(figure, at).part }

  mutating func required(_ ref: Ref<Fact>, _ at: Priced) throws(Halt) -> Int64 {
    guard let value = required(ref, at.item) else { throw .faulty }
    return value
  }

  /// Asks a person once, and says that there is no price until then.
  mutating func ask(_ about: Question.About, _ at: Priced) -> Halt {
    let question = Question(about: about, rule: at.rule, item: at.item)
    guard !open.contains(where: { $0.question == question }) else { return .asked }
    open.append(Open(question: question, items: at.item > 0 ? [at.item] : []))
    write(at.rule, at.item, .unpriced(about))
    return .asked
  }

  /// A sum that is not larger than any that is handled.
  mutating func sum(_ pence: Int128, _ at: Priced) throws(Halt) -> Money {
    guard pence <= Int128(Money.largest.pence) else {
      add(.tooLarge(item: at.item))
      throw .faulty
    }
    return Money(pence: Int64(pence))
  }
}

extension Figure.Value {
  /// The number of pence or things.
  var whole: Int64 {
    switch self {
    case .money(let money): money.pence
    case .count(let count): count
    case .part(let part): part.numerator
    case .period(let period): Int64(period.count)
    }
  }

  /// The part; a whole number is so many times.
  var part: Fraction {
    switch self {
    case .part(let part): part
    case .money, .count, .period: Fraction(whole, over: 1) ?? .zero
    }
  }
}

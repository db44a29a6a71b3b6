/// The conditions, figures and prices of a matrix in rows, each with its parts behind it, so that assessing a case
/// follows no references.
struct PlanRows: Sendable {
  private let slots: Slots
  private(set) var tests: ContiguousArray<Test> = []
  private(set) var prices: ContiguousArray<PreparedPrice> = []
  private(set) var figures: ContiguousArray<FigureNode> = []
  private(set) var levels: ContiguousArray<PreparedBand.Level> = []
  private(set) var holes: ContiguousArray<Band.Hole> = []
  private(set) var placed: ContiguousArray<PreparedBand.Placed> = []
  private(set) var rates: ContiguousArray<PreparedRate> = []
  private(set) var adjustments: ContiguousArray<PreparedAdjustment> = []
  private(set) var evidence: ContiguousArray<PreparedEvidence> = []
  /// Facts that rules take in lists.
  private(set) var refs: ContiguousArray<Ref<Fact>> = []
  /// The places of the parts of prices.
  private(set) var parts: ContiguousArray<Int> = []

  init(_ slots: Slots) { self.slots = slots }

  mutating func add(_ facts: [Ref<Fact>]) -> Range<Int> {
    let first = refs.count
    refs.append(contentsOf: facts)
    return first..<refs.count
  }

  mutating func add(_ some: [PreparedEvidence]) -> Range<Int> {
    let first = evidence.count
    evidence.append(contentsOf: some)
    return first..<evidence.count
  }

  // MARK: Conditions

  /// Adds a condition to the row of tests.
  mutating func test(_ condition: Condition, _ matrix: Matrix) -> TestRoot {
    let place = tests.count
    tests.append(Test(kind: .all))
    write(condition, at: place)
    let reads = FactSet(matrix.leaves(of: condition.facts))
    return TestRoot(place: place, reads: reads, silent: slots.answer(to: condition))
  }

  private mutating func write(_ condition: Condition, at place: Int) {
    switch condition {
    case .given(let fact): tests[place] = Test(kind: .given, fact: fact)
    case .notGiven(let fact): tests[place] = Test(kind: .notGiven, fact: fact)
    case .compare(let fact, let comparison, .value(let value)):
      tests[place] = Test(kind: .compare(comparison), fact: fact, value: value)
    case .compare(let fact, let comparison, .fact(let other)):
      tests[place] = Test(kind: .compare(comparison), fact: fact, other: other)
    case .oneOf(let fact, let values): tests[place] = Test(kind: .oneOf, fact: fact, value: bits(values))
    case .all(let parts): writeParts(parts, of: .all, at: place)
    case .any(let parts): writeParts(parts, of: .any, at: place)
    }
  }

  private mutating func writeParts(_ parts: [Condition], of kind: Test.Kind, at place: Int) {
    let range = tests.count..<tests.count + parts.count
    for _ in parts { tests.append(Test(kind: .all)) }
    tests[place] = Test(kind: kind, parts: range)
    for (place, part) in zip(range, parts) { write(part, at: place) }
  }

  private func bits(_ choices: [Int64]) -> Int64 { choices.reduce(0) { $0 | 1 << $1 } }

  // MARK: Figures

  /// Adds a figure and gives its place. The figures inside stand in a row of their own behind it.
  mutating func add(_ figure: Figure, _ matrix: Matrix) -> Int {
    let place = figures.count
    figures.append(FigureNode(kind: .value))
    write(figure, at: place, key: 0, matrix)
    return place
  }

  private mutating func write(_ figure: Figure, at place: Int, key: Int64, _ matrix: Matrix) {
    var node = FigureNode(kind: .value, key: key)
    switch figure {
    case .value(let value, _): (node.value, node.over) = value.numbers
    case .fact(let fact):
      node.kind = .fact
      node.fact = fact
      node.over = matrix.facts[ref: fact].kind == .percent ? 10_000 : 1
    case .dated(let fact, let entries):
      node.kind = .dated
      node.fact = fact
      node.inner = write(entries.map { ($0.figure, Int64($0.from.dayNumber)) }, matrix)
    case .datedOnEach(let entries):
      node.kind = .datedOnEach
      node.inner = write(entries.map { ($0.figure, Int64($0.from.dayNumber)) }, matrix)
    case .byChoice(let fact, let figures):
      node.kind = .byChoice
      node.fact = fact
      node.inner = write(figures.map { ($0, 0) }, matrix)
    case .byRange(let fact, let rungs):
      node.kind = .byRange
      node.fact = fact
      node.inner = write(rungs.map { ($0.figure, $0.upTo ?? .max) }, matrix)
    case .bySeason(let fact, let seasons):
      node.kind = .bySeason
      node.fact = fact
      node.inner = write(seasons.map { ($0.figure, Int64($0.month * 100 + $0.day)) }, matrix)
    case .ask(let reading):
      node.kind = .ask
      node.reading = reading
    }
    figures[place] = node
  }

  private mutating func write(_ inner: [(Figure, key: Int64)], _ matrix: Matrix) -> Range<Int> {
    let range = figures.count..<figures.count + inner.count
    for _ in inner { figures.append(FigureNode(kind: .value)) }
    for (place, part) in zip(range, inner) { write(part.0, at: place, key: part.key, matrix) }
    return range
  }

  // MARK: Prices

  /// Adds a price and all inside it, and gives its place.
  mutating func add(_ price: Price, _ matrix: Matrix) -> Int {
    var number = 0
    return add(price, &number, matrix)
  }

  private mutating func add(_ price: Price, _ number: inout Int, _ matrix: Matrix) -> Int {
    let place = prices.count
    prices.append(PreparedPrice(kind: .sum))
    var prepared = PreparedPrice(kind: kind(price.kind, matrix))
    prepared.node = number
    number += 1
    let adjusting = price.adjustments.map { add($0, matrix) }
    prepared.adjustments = adjustments.count..<adjustments.count + adjusting.count
    adjustments.append(contentsOf: adjusting)
    prepared.rounding = price.rounding ?? .penny
    prepared.nothingUnder = price.limits.nothingUnder.map { add($0, matrix) }
    prepared.nothingUpTo = price.limits.nothingUpTo.map { add($0, matrix) }
    var inner: [Int] = []
    for part in price.parts { inner.append(add(part, &number, matrix)) }
    prepared.parts = parts.count..<parts.count + inner.count
    parts.append(contentsOf: inner)
    prepared.atLeast = price.limits.atLeast.map { add($0, &number, matrix) }
    prepared.atMost = price.limits.atMost.map { add($0, &number, matrix) }
    prices[place] = prepared
    return place
  }

  /// Prepares an adjustment, which its owner keeps.
  mutating func add(_ adjustment: Adjustment, _ matrix: Matrix) -> PreparedAdjustment {
    PreparedAdjustment(
      direction: adjustment.direction, part: add(adjustment.part, matrix),
      when: adjustment.when.map { test($0, matrix) })
  }

  private mutating func kind(_ kind: Price.Kind, _ matrix: Matrix) -> PreparedPrice.Kind {
    switch kind {
    case .band(let band): return .band(prepare(band, matrix))
    case .actualCost(let cost):
      return .actualCost(
        PreparedCost(receipts: cost.receipts, evidence: cost.evidence, amount: cost.amount, less: add(cost.less)))
    case .fixed(let figure): return .fixed(add(figure, matrix))
    case .accrual(let accrual): return .accrual(prepare(accrual, matrix))
    case .share(let share):
      return .share(
        PreparedShare(
          of: add(share.of, matrix), part: add(share.part, matrix), times: add(share.times),
          partAtMost: share.partAtMost, partTimes: add(share.partTimes), eachRounded: share.eachRounded))
    case .wear(let wear):
      return .wear(
        PreparedWear(cost: wear.cost, less: add(wear.less), age: wear.age, life: add(wear.life, matrix)))
    case .interest(let interest): return .interest(prepare(interest, matrix))
    case .judgement(let judgement):
      let wanted = judgement.factors + [judgement.evidence, judgement.reasons].compactMap(\.self)
      return .judgement(PreparedJudgement(amount: judgement.amount, wanted: add(wanted)))
    case .highest: return .highest
    case .lowest: return .lowest
    case .sum: return .sum
    case .totalOf(let heads): return .totalOf(HeadSet(heads))
    }
  }

  private mutating func prepare(_ band: Band, _ matrix: Matrix) -> PreparedBand {
    let (firstLevel, firstHole, firstPlaced) = (levels.count, holes.count, placed.count)
    for level in band.levels { levels.append(PreparedBand.Level(from: level.from, to: level.to)) }
    holes.append(contentsOf: band.holes)
    for place in band.placed {
      placed.append(
        PreparedBand.Placed(when: test(place.when, matrix), level: place.level, reading: place.reading))
    }
    return PreparedBand(
      by: band.by, splitBy: band.splitBy, columns: band.splitBy.map { matrix.facts[ref: $0].choices.count } ?? 1,
      amount: band.amount, levels: firstLevel..<levels.count, holes: firstHole..<holes.count,
      placed: firstPlaced..<placed.count)
  }

  private mutating func prepare(_ accrual: Accrual, _ matrix: Matrix) -> PreparedAccrual {
    let first = rates.count
    for step in accrual.steps {
      let rate = add(step.rate, matrix)
      rates.append(PreparedRate(upTo: step.upTo, rate: rate, isOnEach: step.rate.isOnEach))
    }
    return PreparedAccrual(
      count: accrual.count, steps: first..<rates.count, per: accrual.per, grace: accrual.grace.map { add($0, matrix) },
      onlyAbove: accrual.onlyAbove.map { add($0, matrix) }, plus: accrual.plus.map { add($0, matrix) })
  }

  private mutating func prepare(_ interest: Interest, _ matrix: Matrix) -> PreparedInterest {
    var (fact, heads): (Ref<Fact>?, [Ref<Head>]) = (nil, [])
    switch interest.principal {
    case .fact(let it): fact = it
    case .totalOf(let some): heads = some
    }
    return PreparedInterest(
      principal: fact, heads: HeadSet(heads), days: interest.days, rate: add(interest.rate, matrix),
      yearOf: interest.yearOf, compound: interest.compound, dailyRounded: interest.dailyRounded)
  }
}

extension Price {
  /// The prices that it is made of, without its limits.
  var parts: [Price] {
    switch kind {
    case .highest(let parts), .lowest(let parts), .sum(let parts): parts
    default: []
    }
  }

  /// Every head whose total it takes, to be added or to bear interest.
  var headsNeeded: [Ref<Head>] {
    headsTaken
      + nodes.flatMap { node -> [Ref<Head>] in
        guard case .interest(let interest) = node.kind, case .totalOf(let heads) = interest.principal else { return [] }
        return heads
      }
  }
}

extension Figure {
  /// Whether it is dated on each unit that is counted.
  var isOnEach: Bool {
    if case .datedOnEach = self { true } else { inner.contains(where: \.isOnEach) }
  }
}

extension Figure.Value {
  /// The value and what it is divided by; for a period its count and the place of its unit.
  fileprivate var numbers: (Int64, over: Int64) {
    switch self {
    case .money(let money): (money.pence, 1)
    case .part(let part): (part.numerator, part.denominator)
    case .count(let count): (count, 1)
    case .period(let period): (Int64(period.count), Int64(Period.Unit.allCases.firstIndex(of: period.unit)!))
    }
  }
}

extension Derivation {
  /// Every fact that it takes.
  public func facts(in matrix: Matrix) -> [Ref<Fact>] {
    switch kind {
    case .day(let rule): rule.facts
    case .earliest(let facts), .latest(let facts): facts
    case .elapsed(let elapsed): elapsed.facts
    case .items: []
    case .due(let duty): matrix.duties[ref: duty].factsOfDue
    case .late(let lateness):
      matrix.duties[ref: lateness.duty].facts + (lateness.until.map { [$0] } ?? [])
    }
  }
}

extension Matrix {
  /// The facts that people state among these, and those that stand behind the others, each once.
  public func leaves(of refs: [Ref<Fact>]) -> [Ref<Fact>] {
    var leaves: [Ref<Fact>] = []
    var seen = FactSet()
    func visit(_ ref: Ref<Fact>) {
      if seen.contains(ref) { return }
      seen.insert(ref)
      if let derivation = facts[ref: ref].derivation {
        derivation.facts(in: self).forEach(visit)
      } else {
        leaves.append(ref)
        if case .same(let other) = facts[ref: ref].leftOut { visit(other) }
      }
    }
    refs.forEach(visit)
    return leaves
  }
}

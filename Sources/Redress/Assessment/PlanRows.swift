/// The conditions, figures and prices of a matrix in rows, each with its parts behind it, so that assessing a case
/// follows no references.
struct PlanRows: Sendable {
  private let slots: Slots
  var tests: ContiguousArray<Test> = []
  var prices: ContiguousArray<PreparedPrice> = []
  var bands: ContiguousArray<PreparedBand> = []
  var costs: ContiguousArray<PreparedCost> = []
  var accruals: ContiguousArray<PreparedAccrual> = []
  var shares: ContiguousArray<PreparedShare> = []
  var wears: ContiguousArray<PreparedWear> = []
  var interests: ContiguousArray<PreparedInterest> = []
  var judgements: ContiguousArray<PreparedJudgement> = []
  var headSets: ContiguousArray<HeadSet> = []
  var figures: ContiguousArray<FigureNode> = []
  var levels: ContiguousArray<PreparedBand.Level> = []
  var holes: ContiguousArray<Band.Hole> = []
  var placed: ContiguousArray<PreparedBand.Placed> = []
  var rates: ContiguousArray<PreparedRate> = []
  var adjustments: ContiguousArray<PreparedAdjustment> = []
  var evidence: ContiguousArray<PreparedEvidence> = []
  /// Facts that rules take in lists.
  var refs: ContiguousArray<Ref<Fact>> = []
  /// The places of the parts of prices.
  var parts: ContiguousArray<Int> = []

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

/// The rules of a matrix as an ``Assessor`` runs through them: fixed-size values in a few rows, without words or
/// references, so that assessing a case copies nothing and counts no references.
struct Plan: Sendable {
  let slots: Slots
  private(set) var tests: ContiguousArray<Test> = []
  private(set) var dayOrder: ContiguousArray<DayOrder> = []
  private(set) var exclusions: ContiguousArray<PreparedExclusion> = []
  private(set) var quietExclusions = QuietRuns()
  private(set) var windows: ContiguousArray<PreparedWindow> = []
  private(set) var acceptance: PreparedWindow?
  private(set) var steps: ContiguousArray<PreparedWindow.Step> = []
  private(set) var heads: ContiguousArray<PreparedHead> = []
  private(set) var levels: ContiguousArray<PreparedBand.Level> = []
  private(set) var holes: ContiguousArray<Band.Hole> = []
  private(set) var placed: ContiguousArray<PreparedBand.Placed> = []
  let total: Ref<Rule>
  let alreadyPaid: AlreadyPaid?
  let setOff: PreparedSetOff?
  let debts: ContiguousArray<Ref<Fact>>
  private(set) var setOffNotWhen: TestRoot?
  let authority: Ref<Rule>?
  let ceilings: ContiguousArray<Money?>
  /// What payment waits for, then what the letter says.
  private(set) var statements: ContiguousArray<PreparedStatement> = []
  private(set) var quietOnOffer = QuietRuns()
  private(set) var quietOnRefusal = QuietRuns()

  init(_ matrix: Matrix) {
    slots = Slots(matrix.facts)
    total = matrix.total
    alreadyPaid = matrix.alreadyPaid
    setOff = matrix.setOff.map {
      PreparedSetOff(rule: $0.rule, disputed: $0.disputed, disputedDecision: $0.disputedDecision)
    }
    debts = ContiguousArray(matrix.setOff?.debts ?? [])
    authority = matrix.authority?.rule
    ceilings = ContiguousArray(matrix.authority?.steps.map(\.upTo) ?? [])
    prepare(matrix)
  }

  private mutating func prepare(_ matrix: Matrix) {
    dayOrder = prepareDayOrder(matrix)
    for exclusion in matrix.exclusions {
      exclusions.append(
        PreparedExclusion(
          rule: exclusion.rule, when: test(exclusion.when), ofItem: ofItem(exclusion.when.facts, matrix),
          exception: exclusion.exception))
    }
    quietExclusions = QuietRuns(exclusions) { exclusion in
      exclusion.when.silent == false ? (exclusion.rule, exclusion.when.reads, .doesNotApply) : nil
    }
    for window in matrix.windows { windows.append(prepare(window, isOfOffer: false, matrix)) }
    acceptance = matrix.acceptance.map { prepare($0, isOfOffer: true, matrix) }
    for head in matrix.heads { heads.append(prepare(head)) }
    setOffNotWhen = matrix.setOff?.notWhen.map { test($0) }
    for statement in matrix.payment + matrix.statements { statements.append(prepare(statement)) }
    quietOnOffer = QuietRuns(statements) { $0.quiet(on: .awarded) }
    quietOnRefusal = QuietRuns(statements) { $0.quiet(on: .refused) }
  }

  private func prepareDayOrder(_ matrix: Matrix) -> ContiguousArray<DayOrder> {
    var order: ContiguousArray<DayOrder> = []
    for later in matrix.facts.refs {
      for earlier in matrix.facts[ref: later].notBefore {
        order.append(DayOrder(later: later, earlier: earlier, ofItem: ofItem([later, earlier], matrix)))
      }
    }
    return order
  }

  private mutating func prepare(_ window: Window, isOfOffer: Bool, _ matrix: Matrix) -> PreparedWindow {
    let first = steps.count
    for step in window.steps {
      steps.append(PreparedWindow.Step(within: step.within, when: step.when.map { test($0) }, outcome: step.outcome))
    }
    return PreparedWindow(
      rule: window.rule, from: window.from, until: window.until, openWhile: window.openWhile.map { test($0) },
      extendedTo: window.extendedTo, ofItem: ofItem(window.facts, matrix), steps: first..<steps.count,
      isOfOffer: isOfOffer)
  }

  private mutating func prepare(_ head: Head) -> PreparedHead {
    let price: PreparedHead.Price
    switch head.price {
    case .band(let band): price = .band(prepare(band))
    case .actualCost(let cost): price = .actualCost(cost)
    }
    let forms = head.forms.map {
      PreparedForms(
        fact: $0.fact, inKind: bits($0.inKind), inKindAt: bits($0.inKindAt), otherwise: $0.otherwise)
    }
    return PreparedHead(rule: head.rule, allowsSetOff: head.allowsSetOff, price: price, forms: forms)
  }

  private mutating func prepare(_ band: Band) -> PreparedBand {
    let (firstLevel, firstHole, firstPlaced) = (levels.count, holes.count, placed.count)
    for level in band.levels { levels.append(PreparedBand.Level(from: level.from, to: level.to)) }
    holes.append(contentsOf: band.holes)
    for place in band.placed {
      placed.append(PreparedBand.Placed(when: test(place.when), level: place.level, reading: place.reading))
    }
    return PreparedBand(
      by: band.by, amount: band.amount, levels: firstLevel..<levels.count, holes: firstHole..<holes.count,
      placed: firstPlaced..<placed.count)
  }

  private mutating func prepare(_ statement: Statement) -> PreparedStatement {
    PreparedStatement(
      rule: statement.rule, on: statement.on, head: statement.head, when: statement.when.map { test($0) })
  }

  /// Adds a condition to the row of tests.
  private mutating func test(_ condition: Condition) -> TestRoot {
    let place = tests.count
    tests.append(Test(kind: .all))
    write(condition, at: place)
    let reads = FactSet(condition.facts)
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

  /// The facts that an item may state for itself.
  private func ofItem(_ facts: [Ref<Fact>], _ matrix: Matrix) -> FactSet {
    FactSet(facts.filter { matrix.facts[ref: $0].reach != .ofCase })
  }

  private func bits(_ choices: [Int64]) -> Int64 { choices.reduce(0) { $0 | 1 << $1 } }
}

extension Window {
  /// Every fact that the window reads.
  public var facts: [Ref<Fact>] {
    [from, until] + (openWhile?.facts ?? []) + (extendedTo.map { [$0] } ?? []) + steps.flatMap { $0.when?.facts ?? [] }
  }
}

extension Slots {
  /// The answer to a condition none of whose facts is stated; `nil` where a fact is needed, or another stands in for
  /// it.
  fileprivate func answer(to condition: Condition) -> Bool? {
    func assumed(_ fact: Ref<Fact>) -> Int64? { isTaken.contains(fact) ? taken[fact.index] : nil }
    func isUnstated(_ fact: Ref<Fact>) -> Bool { same[fact.index] == nil && isOptional(fact) }
    switch condition {
    case .given: return false
    case .notGiven: return true
    case .oneOf(let fact, let values):
      return assumed(fact).map { values.contains($0) } ?? (isUnstated(fact) ? false : nil)
    case .compare(let fact, let comparison, .value(let value)):
      return assumed(fact).map { comparison.holds($0, value) } ?? (isUnstated(fact) ? false : nil)
    case .compare(_, _, .fact): return nil
    case .all(let parts):
      let answers = parts.map { answer(to: $0) }
      return answers.contains(false) ? false : answers.contains(nil) ? nil : true
    case .any(let parts):
      let answers = parts.map { answer(to: $0) }
      return answers.contains(true) ? true : answers.contains(nil) ? nil : false
    }
  }
}

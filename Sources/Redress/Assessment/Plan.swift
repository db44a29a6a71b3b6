/// The rules of a matrix as an ``Assessor`` runs through them: fixed-size values in a few rows, without words or
/// references, so that assessing a case copies nothing and counts no references.
struct Plan: Sendable {
  let slots: Slots
  private(set) var dayOrder: ContiguousArray<DayOrder> = []
  private(set) var derived: ContiguousArray<PreparedDerived> = []
  private(set) var duties: ContiguousArray<PreparedDuty> = []
  private(set) var quietDerived = QuietRuns()
  private(set) var quietDuties = QuietRuns()
  private(set) var exclusions: ContiguousArray<PreparedExclusion> = []
  private(set) var quietExclusions = QuietRuns()
  private(set) var windows: ContiguousArray<PreparedWindow> = []
  private(set) var acceptance: PreparedWindow?
  private(set) var steps: ContiguousArray<PreparedWindow.Step> = []
  private(set) var heads: ContiguousArray<PreparedHead> = []
  private(set) var lastRank = 0
  private(set) var rows: PlanRows
  private(set) var combinations: ContiguousArray<PreparedCombination> = []
  private(set) var headRefs: ContiguousArray<Ref<Head>> = []
  let total: Ref<Rule>
  private(set) var alreadyPaid: PreparedAlreadyPaid?
  let setOff: PreparedSetOff?
  let debts: ContiguousArray<Ref<Fact>>
  private(set) var setOffNotWhen: TestRoot?
  let payees: Payees?
  private(set) var ladders: ContiguousArray<PreparedLadder> = []
  private(set) var ceilings: ContiguousArray<Money?> = []
  private(set) var substitutes: ContiguousArray<PreparedSubstitute> = []
  /// What payment waits for, then what the letter says.
  private(set) var statements: ContiguousArray<PreparedStatement> = []
  private(set) var quietOnOffer = QuietRuns()
  private(set) var quietOnRefusal = QuietRuns()

  init(_ matrix: Matrix) {
    slots = Slots(matrix.facts)
    rows = PlanRows(slots)
    total = matrix.total
    setOff = matrix.setOff.map {
      PreparedSetOff(
        rule: $0.rule, disputed: $0.disputed, disputedDecision: $0.disputedDecision, consent: $0.consent,
        discretion: $0.discretion)
    }
    debts = ContiguousArray(matrix.setOff?.debts ?? [])
    payees = matrix.payees
    prepare(matrix)
  }

  private mutating func prepare(_ matrix: Matrix) {
    dayOrder = prepareDayOrder(matrix)
    for fact in matrix.facts.refs {
      if let it = matrix.facts[ref: fact].derivation { derived.append(prepare(it, of: fact, matrix)) }
    }
    for duty in matrix.duties { duties.append(prepare(duty, matrix)) }
    for exclusion in matrix.exclusions {
      exclusions.append(
        PreparedExclusion(
          rule: exclusion.rule, when: rows.test(exclusion.when, matrix), ofItem: ofItem(exclusion.when.facts, matrix),
          exception: exclusion.exception, undecided: exclusion.undecided,
          isOfItems: isOfItems(exclusion.when.facts, matrix), heads: exclusion.heads.map { HeadSet($0) }))
    }
    quietExclusions = QuietRuns(exclusions) { exclusion, _ in
      exclusion.when.silent == false && exclusion.isOfCaseOnly
        ? (exclusion.rule, exclusion.when.reads, .doesNotApply) : nil
    } watched: { exclusion in
      exclusion.isOfCaseOnly ? (exclusion.rule, .doesNotApply) : nil
    }
    for window in matrix.windows { windows.append(prepare(window, isOfOffer: false, matrix)) }
    acceptance = matrix.acceptance.map { prepare($0, isOfOffer: true, matrix) }
    prepareHeads(matrix)
    prepareSettlement(matrix)
    for statement in matrix.payment + matrix.statements { statements.append(prepare(statement, matrix)) }
    quietOnOffer = QuietRuns(statements) { statement, _ in statement.quiet(on: .awarded) }
    quietOnRefusal = QuietRuns(statements) { statement, _ in statement.quiet(on: .refused) }
  }

  private mutating func prepareHeads(_ matrix: Matrix) {
    var ranks: [Int] = []
    for head in matrix.heads {
      ranks.append(head.price.headsNeeded.map { ranks[$0.index] + 1 }.max() ?? 0)
      heads.append(prepare(head, rank: ranks.last!, matrix))
    }
    lastRank = ranks.max() ?? 0
    for combination in matrix.combinations { combinations.append(prepare(combination, matrix)) }
  }

  private mutating func prepareSettlement(_ matrix: Matrix) {
    alreadyPaid = matrix.alreadyPaid.map {
      PreparedAlreadyPaid(rule: $0.rule, fact: $0.fact, when: $0.when.map { rows.test($0, matrix) })
    }
    setOffNotWhen = matrix.setOff?.notWhen.map { rows.test($0, matrix) }
    for ladder in matrix.authority {
      let first = ceilings.count
      ceilings.append(contentsOf: ladder.steps.map(\.upTo))
      ladders.append(
        PreparedLadder(
          rule: ladder.rule, heads: ladder.heads.map { HeadSet($0) } ?? .all,
          when: ladder.when.map { rows.test($0, matrix) },
          measure: ladder.measure, plus: ladder.plus, ceilings: first..<ceilings.count,
          measuresAll: ladder.heads == nil && ladder.measure == .total))
    }
    for substitute in matrix.substitutes {
      substitutes.append(PreparedSubstitute(rule: substitute.rule, when: rows.test(substitute.when, matrix)))
    }
  }

  // MARK: Derived facts and duties

  private mutating func prepare(_ derivation: Derivation, of fact: Ref<Fact>, _ matrix: Matrix) -> PreparedDerived {
    let kind: PreparedDerived.Kind
    switch derivation.kind {
    case .day(let rule): kind = .day(prepare(rule, matrix))
    case .earliest(let facts): kind = .earliest(rows.add(facts))
    case .latest(let facts): kind = .latest(rows.add(facts))
    case .elapsed(let elapsed): kind = .elapsed(elapsed)
    case .items(let head): kind = .items(head)
    case .due(let duty): kind = .due(duty)
    case .late(let lateness): kind = .late(lateness)
    }
    let leaves = matrix.leaves(of: derivation.facts(in: matrix))
    return PreparedDerived(
      rule: derivation.rule, kind: kind, ofItem: ofItem(leaves, matrix), isOfItemOnly: isOfItems(leaves, matrix),
      reads: matrix.countsItems(among: [fact]) ? nil : FactSet(leaves))
  }

  private mutating func prepare(_ rule: DayRule, _ matrix: Matrix) -> PreparedDayRule {
    PreparedDayRule(
      from: rule.from, elseFrom: rule.elseFrom, within: rows.add(rule.within, matrix), direction: rule.direction,
      dayOne: rule.dayOne, monthEnd: rule.monthEnd, closed: rule.closed, suspension: rule.suspension)
  }

  private mutating func prepare(_ duty: Duty, _ matrix: Matrix) -> PreparedDuty {
    PreparedDuty(
      rule: duty.rule, when: duty.when.map { rows.test($0, matrix) }, waived: duty.waived.map { rows.test($0, matrix) },
      due: prepare(duty.due, matrix), orBy: duty.orBy, done: duty.done, extended: duty.extended,
      reads: matrix.countsItems(among: duty.facts) ? nil : FactSet(matrix.leaves(of: duty.facts)))
  }

  /// Finds the runs of the timetable whose lines are known where none of their facts is stated, given what each comes
  /// to in a case of which nothing is known.
  mutating func quieten(derived: [Finding], duties: [Finding]) {
    quietDerived = QuietRuns(self.derived) { it, place in
      it.reads.flatMap { derived[place] == .notKnown ? (it.rule, $0, .notKnown) : nil }
    }
    quietDuties = QuietRuns(self.duties) { it, place in
      it.reads.flatMap { [.notStarted, .doesNotApply].contains(duties[place]) ? (it.rule, $0, duties[place]) : nil }
    }
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
      steps.append(
        PreparedWindow.Step(
          within: step.within, by: step.by, when: step.when.map { rows.test($0, matrix) }, outcome: step.outcome))
    }
    return PreparedWindow(
      rule: window.rule, from: window.from, until: window.until,
      openWhile: window.openWhile.map { rows.test($0, matrix) },
      extendedTo: window.extendedTo, ofItem: ofItem(window.facts, matrix),
      isOfItems: isOfItems(window.facts, matrix), steps: first..<steps.count,
      isOfOffer: isOfOffer)
  }

  private mutating func prepare(_ head: Head, rank: Int, _ matrix: Matrix) -> PreparedHead {
    let price = rows.add(head.price, matrix)
    let forms = head.forms.map {
      PreparedForms(fact: $0.fact, inKind: bits($0.inKind), inKindAt: bits($0.inKindAt), otherwise: $0.otherwise)
    }
    var evidence: [PreparedEvidence] = []
    for it in head.evidence {
      evidence.append(
        PreparedEvidence(fact: it.fact, when: it.when.map { rows.test($0, matrix) }, above: it.above))
    }
    var plain: Int?
    if case .fixed(let figure) = rows.prices[price].kind, rows.prices[price].isPlain, forms == nil, evidence.isEmpty {
      plain = figure
    }
    return PreparedHead(
      rule: head.rule, allowsSetOff: head.allowsSetOff, price: price, plain: plain, forms: forms,
      isInKind: head.isInKind,
      evidence: rows.add(evidence), rank: rank)
  }

  private mutating func prepare(_ combination: Combination, _ matrix: Matrix) -> PreparedCombination {
    var (heads, others): ([Ref<Head>], [Ref<Head>]) = ([], [])
    let kind: PreparedCombination.Kind
    switch combination.kind {
    case .higherOf(let some): (kind, heads) = (.higherOf, some)
    case .lowerOf(let some): (kind, heads) = (.lowerOf, some)
    case .supersedes(let one, let over): (kind, heads, others) = (.supersedes, over, [one])
    case .onlyWith(let some, let with): (kind, heads, others) = (.onlyWith, some, with)
    case .deduct(let some, let from): (kind, heads, others) = (.deduct, from, some)
    case .adjust(let some, let adjustment, let rounding):
      (kind, heads) = (.adjust(rows.add(adjustment, matrix), rounding), some)
    case .atMost(let some, let most, let less): (kind, heads) = (.atMost(rows.add(most, matrix), less: less), some)
    case .atLeast(let some, let least): (kind, heads) = (.atLeast(rows.add(least, matrix)), some)
    case .nothingUnder(let some, let sum): (kind, heads) = (.nothingUnder(rows.add(sum, matrix)), some)
    case .nothingUpTo(let some, let sum): (kind, heads) = (.nothingUpTo(rows.add(sum, matrix)), some)
    }
    return PreparedCombination(
      rule: combination.rule, kind: kind, when: combination.when.map { rows.test($0, matrix) }, heads: add(heads),
      others: add(others))
  }

  private mutating func add(_ heads: [Ref<Head>]) -> Range<Int> {
    let first = headRefs.count
    headRefs.append(contentsOf: heads)
    return first..<headRefs.count
  }

  private mutating func prepare(_ statement: Statement, _ matrix: Matrix) -> PreparedStatement {
    PreparedStatement(
      rule: statement.rule, on: statement.on, head: statement.head, when: statement.when.map { rows.test($0, matrix) })
  }

  /// Whether one of these facts, or of those behind them, can be stated of an item only.
  private func isOfItems(_ facts: [Ref<Fact>], _ matrix: Matrix) -> Bool {
    matrix.leaves(of: facts).contains { matrix.facts[ref: $0].reach == .ofItem }
  }

  /// The facts that an item may state for itself, among those that these are worked out from.
  private func ofItem(_ facts: [Ref<Fact>], _ matrix: Matrix) -> FactSet {
    FactSet(matrix.leaves(of: facts).filter { matrix.facts[ref: $0].reach != .ofCase })
  }

  private func bits(_ choices: [Int64]) -> Int64 { choices.reduce(0) { $0 | 1 << $1 } }
}

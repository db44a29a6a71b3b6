/// Lays an assessment beside its second calculation, and names the rule of everything that differs.
struct Comparison {
  let expected: Recheck
  let assessment: Assessment
  private let matrix: Matrix
  private(set) var discrepancies: [Discrepancy] = []

  init(_ expected: Recheck, _ assessment: Assessment) {
    self.expected = expected
    self.assessment = assessment
    matrix = expected.matrix
  }

  mutating func run() {
    compareLines()
    compareItems()
    compareLists()
    compareOutcome()
    compareAward()
  }

  private mutating func expect(_ holds: Bool, _ rule: Ref<Rule>, _ item: Int, _ says: @autoclosure () -> String) {
    if !holds { add(rule, item, says()) }
  }

  private mutating func add(_ rule: Ref<Rule>, _ item: Int, _ says: String) {
    discrepancies.append(Discrepancy(rule: matrix.rules[ref: rule].id, item: item, says: says))
  }

  // MARK: Lines

  private mutating func compareLines() {
    guard !expected.lines.elementsEqual(assessment.lines) else { return }
    let before = discrepancies.count
    for rule in matrix.rules.refs {
      compare(expected.lines.filter { $0.rule == rule }, assessment.lines.filter { $0.rule == rule })
    }
    guard discrepancies.count == before, let moved = zip(expected.lines, assessment.lines).first(where: { $0 != $1 })
    else { return }
    add(moved.1.rule, moved.1.item, "its line is out of order")
  }

  private mutating func compare(_ mine: [Line], _ theirs: [Line]) {
    for (mine, their) in zip(mine, theirs) where mine != their {
      add(mine.rule, mine.item, "a line of it should find \(mine.finding) and finds \(their.finding)")
    }
    for line in mine.dropFirst(theirs.count) { add(line.rule, line.item, "a line of it is missing") }
    for line in theirs.dropFirst(mine.count) { add(line.rule, line.item, "a line of it should not be there") }
  }

  // MARK: Items

  private mutating func compareItems() {
    let count = expected.items.count
    expect(count == assessment.items.count, matrix.total, 0, "there should be \(count) items")
    for (place, (mine, their)) in zip(expected.items, assessment.items).enumerated() {
      compare(mine, their, place + 1)
    }
  }

  private mutating func compare(_ mine: Recheck.Item, _ their: Assessment.Item, _ item: Int) {
    let head = matrix.heads[ref: mine.head].rule
    expect(mine.head == their.head, head, item, "it stands under another head")
    expect(mine.amount == their.amount, head, item, "its amount should be \(mine.amount)")
    expect(mine.form == their.form && mine.isInKind == their.isInKind, head, item, "its form is not what was stated")
    expect(
      mine.keptOutBy == their.keptOutBy, mine.keptOutBy ?? their.keptOutBy ?? head, item,
      mine.keptOutBy == nil ? "it does not keep the item out" : "it keeps the item out")
    expect(
      mine.alreadyPaid == their.alreadyPaid, matrix.alreadyPaid?.rule ?? matrix.total, item,
      "\(mine.alreadyPaid) of earlier payments should come off it")
    expect(
      mine.setOff == their.setOff, matrix.setOff?.rule ?? matrix.total, item,
      "\(mine.setOff) should be set off from it")
    expect(mine.payable == their.payable, matrix.total, item, "\(mine.payable) of it should be paid")
  }

  // MARK: Refusals, questions, faults, decisions

  private mutating func compareLists() {
    let refusals = difference(expected.refusals, Array(assessment.refusals))
    for refusal in refusals.missing { add(refusal.rule, refusal.item, "its refusal is missing") }
    for refusal in refusals.surplus { add(refusal.rule, refusal.item, "it does not refuse this") }

    let questions = difference(expected.open.map(\.question), Array(assessment.questions))
    for question in questions.missing { add(question.rule, question.item, "its question is missing") }
    for question in questions.surplus { add(question.rule, question.item, "it does not ask this") }

    let faults = difference(expected.faults, Array(assessment.faults))
    for fault in faults.missing { add(matrix.total, 0, "a fault is missing: \(fault)") }
    for fault in faults.surplus { add(matrix.total, 0, "there is no such fault: \(fault)") }

    for decision in matrix.decisions.refs {
      let (isUsed, name) = (expected.used.contains(decision), matrix.decisions[ref: decision].name)
      guard isUsed != assessment.usedDecisions.contains(decision) else { continue }
      add(matrix.total, 0, "the decision `\(name)` was \(isUsed ? "" : "not ")asked for")
    }
  }

  /// What is wanting in a list and what is too much; where only the order differs, the first out of its place is both.
  private func difference<Element: Equatable>(
    _ mine: [Element], _ theirs: [Element]
  ) -> (missing: [Element], surplus: [Element]) {
    if mine == theirs { return ([], []) }
    var (missing, surplus): ([Element], [Element]) = ([], theirs)
    for element in mine {
      if let place = surplus.firstIndex(of: element) { surplus.remove(at: place) } else { missing.append(element) }
    }
    if !missing.isEmpty || !surplus.isEmpty { return (missing, surplus) }
    let moved = zip(mine, theirs).first { $0 != $1 }
    return (moved.map { [$0.0] } ?? [], moved.map { [$0.1] } ?? [])
  }

  // MARK: Outcome and award

  private mutating func compareOutcome() {
    let (mine, their) = (expected.outcome, assessment.outcome)
    expect(mine == their, matrix.total, 0, "the outcome is \(their.rawValue) and should be \(mine.rawValue)")
    compare(expected.authority, assessment.authority, says: "would sign it")
  }

  private mutating func compare(_ mine: Signing, _ their: Signing, says: String) {
    for (place, ladder) in matrix.authority.enumerated() {
      let step = mine[place].map { "step \($0 + 1)" } ?? "no step"
      expect(mine[place] == their[place], ladder.rule, 0, "\(step) of authority \(says)")
    }
    for (place, substitute) in matrix.substitutes.enumerated() {
      let isIn = mine.includes(substitute: place)
      expect(
        isIn == their.includes(substitute: place), substitute.rule, 0,
        isIn ? "somebody else may sign" : "nobody else may sign")
    }
    expect(mine == their, matrix.total, 0, "the signatures differ")
  }

  private mutating func compareAward() {
    guard let mine = expected.award, let their = assessment.award else {
      let isDue = expected.award != nil
      return expect(
        isDue == (assessment.award != nil), matrix.total, 0, isDue ? "there should be an award" : "no award is due")
    }
    let total = matrix.total
    expect(mine.gross == their.gross, total, 0, "the award should be \(mine.gross)")
    expect(mine.inKind == their.inKind, total, 0, "\(mine.inKind) should be in kind")
    expect(mine.payable == their.payable, total, 0, "\(mine.payable) should be paid")
    let paid = matrix.alreadyPaid?.rule ?? total
    expect(mine.alreadyPaid == their.alreadyPaid, paid, 0, "\(mine.alreadyPaid) of earlier payments should be deducted")
    expect(mine.paidInExcess == their.paidInExcess, paid, 0, "\(mine.paidInExcess) should be beyond the total")
    expect(mine.setOff == their.setOff, matrix.setOff?.rule ?? total, 0, "\(mine.setOff) should be set off")
    compare(mine.authority, their.authority, says: "signs it")
    let payees = matrix.payees?.rule ?? total
    expect(mine.payees == their.payees, payees, 0, "there should be \(mine.payees) payees")
    let shares = their.shares
    expect(shares.reduce(.zero, +) == mine.payable, payees, 0, "the shares should come to \(mine.payable)")
    expect(isFair(shares), payees, 0, "the shares should be alike, and the first ones a penny more")
    expect(
      mine.lastDayToAccept == their.lastDayToAccept, matrix.acceptance?.rule ?? total, 0,
      "the last day to accept should be \(mine.lastDayToAccept.map(\.isoText) ?? "unknown")")
  }

  /// Whether no share is larger than one before it, and none more than a penny larger than another.
  private func isFair(_ shares: [Money]) -> Bool {
    guard let first = shares.first, let last = shares.last else { return false }
    return zip(shares, shares.dropFirst()).allSatisfy { $0 >= $1 } && first.pence - last.pence <= 1
  }
}

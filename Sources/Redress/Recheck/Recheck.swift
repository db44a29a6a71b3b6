/// Something that a second calculation of a case does not agree with. There are none, unless this engine is at fault.
public struct Discrepancy: Hashable, Sendable {
  public let rule: String
  /// The item, counted from 1; 0 for the case.
  public let item: Int
  public let says: String
}

/// Redoes an assessment from the facts and the matrix as it was read, and compares every line, sum and outcome.
///
/// It shares no code with ``Assessor``: it reads the matrix and not the plan made of it, works in its own order, and is
/// written for plainness where the assessor is written for speed. An answer that does not recheck must not be shown to
/// anybody.
public func recheck(_ assessment: Assessment, of facts: CaseFacts, under matrix: Matrix) -> [Discrepancy] {
  var recheck = Recheck(assessment, facts, matrix)
  recheck.run()
  return recheck.discrepancies
}

struct Recheck {
  let assessment: Assessment
  let facts: CaseFacts
  let matrix: Matrix
  var discrepancies: [Discrepancy] = []

  init(_ assessment: Assessment, _ facts: CaseFacts, _ matrix: Matrix) {
    self.assessment = assessment
    self.facts = facts
    self.matrix = matrix
  }

  mutating func run() {
    checkEveryRuleAppears()
    guard assessment.outcome != .faulty else { return }
    checkExclusions()
    checkWindows()
    checkOutcome()
    let isPriced = assessment.lines.contains { if case .totalled = $0.finding { true } else { false } }
    guard isPriced else {
      expect(assessment.outcome != .awarded, matrix.total, 0, "there is an award without a total")
      return
    }
    checkAmounts()
    checkSums()
    checkAuthority()
    checkAcceptance()
  }

  mutating func expect(_ holds: Bool, _ rule: Ref<Rule>, _ item: Int, _ says: @autoclosure () -> String) {
    if !holds { discrepancies.append(Discrepancy(rule: matrix.rules[ref: rule].id, item: item, says: says())) }
  }

  func lines(_ rule: Ref<Rule>) -> [Line] { assessment.lines.filter { $0.rule == rule } }

  private mutating func checkEveryRuleAppears() {
    var isSeen = Array(repeating: false, count: matrix.rules.count)
    for line in assessment.lines { isSeen[line.rule.index] = true }
    for (place, isSeen) in isSeen.enumerated() {
      expect(isSeen || assessment.outcome == .faulty, Ref(place), 0, "the rule is neither used nor said to be unused")
    }
  }

  private mutating func checkOutcome() {
    let all = assessment.items.indices
    let isRefused =
      assessment.refusals.contains { $0.item == 0 }
      || (!all.isEmpty && all.allSatisfy { assessment.items[$0].keptOutBy != nil })
    let expected: Assessment.Outcome =
      isRefused ? .refused : assessment.questions.isEmpty ? .awarded : .undecided
    let outcome = assessment.outcome
    expect(
      outcome == expected, matrix.total, 0, "the outcome is \(outcome.rawValue) and should be \(expected.rawValue)")
    expect(
      (assessment.award != nil) == (expected == .awarded), matrix.total, 0,
      "there is an award where none is due, or none where one is")
  }

  // MARK: Facts, read in this function's own way

  /// The value of a fact: as stated on the item, else on the case, else as the matrix takes it.
  func value(_ ref: Ref<Fact>, _ item: Int) -> Int64? {
    if let own = facts.statedValue(ref, item: item) { return own }
    if let ofCase = facts.statedValue(ref, item: 0) { return ofCase }
    switch matrix.facts[ref: ref].leftOut {
    case .taken(let value): return value
    case .same(let other): return value(other, item)
    case .missing, .unstated: return nil
    }
  }

  func money(_ ref: Ref<Fact>, _ item: Int = 0) -> Money { Money(pence: value(ref, item) ?? 0) }

  func day(_ ref: Ref<Fact>, _ item: Int = 0) -> CivilDate? {
    value(ref, item).map { CivilDate(dayNumber: Int32($0)) }
  }

  func isTrue(_ condition: Condition, _ item: Int) -> Bool {
    switch condition {
    case .given(let fact): return isStated(fact, item)
    case .notGiven(let fact): return !isStated(fact, item)
    case .all(let parts): return !parts.contains { !isTrue($0, item) }
    case .any(let parts): return parts.contains { isTrue($0, item) }
    case .oneOf(let fact, let values): return value(fact, item).map { values.contains($0) } ?? false
    case .compare(let fact, let comparison, let operand):
      guard let left = value(fact, item), let right = self.operand(operand, item) else { return false }
      switch comparison {
      case .equal: return left == right
      case .different: return left != right
      case .above: return left > right
      case .atLeast: return left >= right
      case .below: return left < right
      case .atMost: return left <= right
      }
    }
  }

  private func isStated(_ fact: Ref<Fact>, _ item: Int) -> Bool {
    facts.isStated(fact, item: item) || facts.isStated(fact, item: 0)
  }

  private func operand(_ operand: Condition.Operand, _ item: Int) -> Int64? {
    switch operand {
    case .value(let value): value
    case .fact(let fact): value(fact, item)
    }
  }
}

extension Assessor {
  /// The value of a fact for an item (0 for the case): as stated there, or for the case, or as the matrix takes a fact
  /// left out.
  @inline(__always)
  func value(_ fact: Ref<Fact>, _ facts: CaseFacts, item: Int = 0) -> Int64? {
    if let stated = facts.value(fact, ofItem: item) { return stated }
    if plan.slots.isTaken.contains(fact) { return plan.slots.taken[fact.index] }
    return valueOfAnother(fact, facts, item: item)
  }

  @inline(never)
  private func valueOfAnother(_ fact: Ref<Fact>, _ facts: CaseFacts, item: Int) -> Int64? {
    if let other = plan.slots.same[fact.index] { return value(other, facts, item: item) }
    guard let derived = plan.slots.derived(fact) else { return nil }
    return derive(plan.derived[derived], facts, item: item)
  }

  /// The value of a fact that the rule at hand cannot do without. A missing one is a fault of the case.
  @inline(__always)
  func needed(_ fact: Ref<Fact>, _ facts: CaseFacts, item: Int = 0, _ sheet: inout Assessment) -> Int64? {
    if let value = value(fact, facts, item: item) { return value }
    faultWanting(fact, facts, item: item, &sheet)
    return nil
  }

  @inline(__always)
  func neededDay(_ fact: Ref<Fact>, _ facts: CaseFacts, item: Int = 0, _ sheet: inout Assessment) -> CivilDate? {
    needed(fact, facts, item: item, &sheet).map { CivilDate(dayNumber: Int32($0)) }
  }

  @inline(__always)
  func money(_ fact: Ref<Fact>, _ facts: CaseFacts, item: Int = 0) -> Money? {
    value(fact, facts, item: item).map { Money(pence: $0) }
  }

  /// Whether a condition holds. A fact that may not be left out and decides it is a fault, and the condition is taken
  /// not to hold.
  func holds(_ root: TestRoot, _ facts: CaseFacts, item: Int = 0, _ sheet: inout Assessment) -> Bool {
    if let answer = answer(root, facts, item: item) { return answer }
    for fact in missing(in: root.place, facts, item: item) { faultWanting(fact, facts, item: item, &sheet) }
    return false
  }

  /// `nil` where a fact that may not be left out would decide the answer, and was left out.
  @inline(__always)
  func answer(_ root: TestRoot, _ facts: CaseFacts, item: Int = 0) -> Bool? {
    if let silent = root.silent, facts.isSilent(on: root.reads) { return silent }
    return answer(at: root.place, facts, item: item)
  }

  private func answer(at place: Int, _ facts: CaseFacts, item: Int) -> Bool? {
    switch plan.rows.tests[place].kind {
    case .all: answerParts(plan.rows.tests[place].parts, endsOn: false, facts, item: item)
    case .any: answerParts(plan.rows.tests[place].parts, endsOn: true, facts, item: item)
    default: answerLeaf(at: place, facts, item: item)
    }
  }

  /// Whether the case alone, by what it states itself, keeps a condition from holding. Where it does not, a closer look
  /// tells.
  ///
  /// It is for the rules that most cases say something of, and that still do not apply.
  @inline(__always)
  func surelyFails(_ place: Int, _ facts: CaseFacts) -> Bool {
    let kind = plan.rows.tests[place].kind
    switch kind {
    case .all:
      for part in plan.rows.tests[place].parts where surelyFails(leaf: part, facts) { return true }
      return false
    case .any:
      for part in plan.rows.tests[place].parts where !surelyFails(leaf: part, facts) { return false }
      return true
    default: return surelyFails(leaf: place, facts)
    }
  }

  @inline(__always)
  private func surelyFails(leaf place: Int, _ facts: CaseFacts) -> Bool {
    let fact = plan.rows.tests[place].fact
    let isStated = facts.statedOfCase.contains(fact)
    switch plan.rows.tests[place].kind {
    case .given: return !isStated
    case .notGiven: return isStated
    case .compare(let comparison):
      guard isStated else { return false }
      guard let other = plan.rows.tests[place].other else {
        return !comparison.holds(facts.valueOfCase(fact), plan.rows.tests[place].value)
      }
      return facts.statedOfCase.contains(other)
        && !comparison.holds(facts.valueOfCase(fact), facts.valueOfCase(other))
    case .oneOf, .all, .any: return false
    }
  }

  /// The answer to a test that has no parts.
  @inline(__always)
  private func answerLeaf(at place: Int, _ facts: CaseFacts, item: Int) -> Bool? {
    let fact = plan.rows.tests[place].fact
    switch plan.rows.tests[place].kind {
    case .given: return facts.value(fact, item: item) != nil
    case .notGiven: return facts.value(fact, item: item) == nil
    case .oneOf:
      guard let value = value(fact, facts, item: item) else { return unanswered(fact, facts, item: item) }
      return plan.rows.tests[place].value >> value & 1 == 1
    case .compare(let comparison):
      guard let value = value(fact, facts, item: item) else {
        return unanswered(fact, comparedWith: plan.rows.tests[place].other, facts, item: item)
      }
      guard let other = plan.rows.tests[place].other else {
        return comparison.holds(value, plan.rows.tests[place].value)
      }
      guard let against = self.value(other, facts, item: item) else { return unanswered(other, facts, item: item) }
      return comparison.holds(value, against)
    case .all, .any: preconditionFailure("a test that has parts")
    }
  }

  /// `all` ends on the first part that does not hold, `any` on the first that does; an unknown part leaves it open
  /// until then.
  private func answerParts(_ parts: Range<Int>, endsOn: Bool, _ facts: CaseFacts, item: Int) -> Bool? {
    var isOpen = false
    for part in parts {
      let found =
        plan.rows.tests[part].parts.isEmpty
        ? answerLeaf(at: part, facts, item: item) : answer(at: part, facts, item: item)
      guard let answer = found else {
        isOpen = true
        continue
      }
      if answer == endsOn { return endsOn }
    }
    return isOpen ? nil : !endsOn
  }

  /// A comparison with a fact that was rightly left out does not hold; with one that is needed it has no answer.
  @inline(never)
  private func unanswered(
    _ fact: Ref<Fact>, comparedWith other: Ref<Fact>? = nil, _ facts: CaseFacts, item: Int
  ) -> Bool? {
    if mayDoWithout(fact, facts, item: item) { return false }
    guard let other, value(other, facts, item: item) == nil else { return nil }
    return mayDoWithout(other, facts, item: item) ? false : nil
  }

  /// The facts of a condition that have no value and may not be left out.
  func missing(in place: Int, _ facts: CaseFacts, item: Int) -> [Ref<Fact>] {
    let test = plan.rows.tests[place]
    switch test.kind {
    case .given, .notGiven: return []
    case .all, .any:
      // A part that has its answer wants nothing more.
      return test.parts.flatMap { part in
        answer(at: part, facts, item: item) == nil ? missing(in: part, facts, item: item) : []
      }
    case .oneOf, .compare:
      return ([test.fact] + (test.other.map { [$0] } ?? [])).filter {
        value($0, facts, item: item) == nil && !mayDoWithout($0, facts, item: item)
      }
    }
  }

  /// Days that stand in the wrong order are faults before any rule is tried. An item is looked at where it states one
  /// of them.
  func checkDayOrder(_ facts: CaseFacts, _ sheet: inout Assessment) {
    let said = facts.statedAnywhere
    for place in plan.dayOrder.indices {
      let (later, earlier) = (plan.dayOrder[place].later, plan.dayOrder[place].earlier)
      guard said.contains(later), said.contains(earlier) else { continue }
      checkDayOrder(plan.dayOrder[place], facts, item: 0, &sheet)
      let ofItem = plan.dayOrder[place].ofItem
      if ofItem.isDisjoint(with: facts.statedByItems) { continue }
      for item in 1...facts.itemCount where facts.item(item, statesAnyOf: ofItem) {
        checkDayOrder(plan.dayOrder[place], facts, item: item, &sheet)
      }
    }
  }

  @inline(__always)
  private func checkDayOrder(_ order: DayOrder, _ facts: CaseFacts, item: Int, _ sheet: inout Assessment) {
    guard let later = facts.value(order.later, item: item), let earlier = facts.value(order.earlier, item: item),
      later < earlier
    else { return }
    sheet.fault(.outOfOrder(order.later, earlier: order.earlier, item: item))
  }
}

extension Slots {
  /// The fact that a person would have to state where this one is left out.
  func standIn(for fact: Ref<Fact>) -> Ref<Fact> {
    same[fact.index].map { standIn(for: $0) } ?? fact
  }
}

extension Condition.Comparison {
  @inline(__always)
  func holds(_ value: Int64, _ other: Int64) -> Bool {
    switch self {
    case .equal: value == other
    case .different: value != other
    case .above: value > other
    case .atLeast: value >= other
    case .below: value < other
    case .atMost: value <= other
    }
  }
}

/// Facts, read in the recheck's own way.
extension Recheck {
  /// The value of a fact: as stated on the item, else on the case, else as the matrix takes or derives it.
  func value(_ ref: Ref<Fact>, _ item: Int) -> Int64? {
    if let own = facts.statedValue(ref, item: item) { return own }
    if let ofCase = facts.statedValue(ref, item: 0) { return ofCase }
    switch matrix.facts[ref: ref].leftOut {
    case .taken(let value): return value
    case .same(let other): return value(other, item)
    case .derived(let derivation): return value(of: derivation, item)
    case .missing, .unstated: return nil
    }
  }

  func money(_ ref: Ref<Fact>, _ item: Int = 0) -> Money? { value(ref, item).map { Money(pence: $0) } }

  func day(_ ref: Ref<Fact>, _ item: Int = 0) -> CivilDate? {
    value(ref, item).map { CivilDate(dayNumber: Int32($0)) }
  }

  /// The value of a fact that a rule cannot do without.
  mutating func required(_ ref: Ref<Fact>, _ item: Int) -> Int64? {
    if let value = value(ref, item) { return value }
    addLack(of: ref, item)
    return nil
  }

  /// The day of a fact that a rule cannot do without.
  mutating func requiredDay(_ ref: Ref<Fact>, _ item: Int) -> CivilDate? {
    required(ref, item).map { CivilDate(dayNumber: Int32($0)) }
  }

  /// The fact that would have to be stated: this one, or the one that it is taken from.
  func source(of ref: Ref<Fact>) -> Ref<Fact> {
    if case .same(let other) = matrix.facts[ref: ref].leftOut { return source(of: other) }
    return ref
  }

  /// Whether rules go on without a fact that has no value.
  func isOptional(_ ref: Ref<Fact>, _ item: Int) -> Bool {
    guard case .fact(let stated) = lack(of: ref, item) else { return false }
    return matrix.facts[ref: stated].leftOut != .missing
  }

  mutating func add(_ fault: CaseFault) {
    if !faults.contains(fault) { faults.append(fault) }
  }

  // MARK: Conditions

  /// Whether a condition holds; one that stays open for want of a fact is a fault of the case, and does not hold.
  mutating func holds(_ condition: Condition, _ item: Int) -> Bool {
    if let truth = truth(condition, item) { return truth }
    for ref in compared(in: condition, item) where value(ref, item) == nil {
      if !isOptional(ref, item) { addLack(of: ref, item) }
    }
    return false
  }

  /// The facts whose values are compared, and not only asked for, in the parts that stay open, in order.
  func compared(in condition: Condition, _ item: Int) -> [Ref<Fact>] {
    switch condition {
    case .given, .notGiven: []
    case .all(let parts), .any(let parts):
      parts.filter { truth($0, item) == nil }.flatMap { compared(in: $0, item) }
    case .oneOf, .compare: condition.facts
    }
  }

  /// `nil` where a fact is wanting that may not be left out, and the rest does not settle it.
  func truth(_ condition: Condition, _ item: Int) -> Bool? {
    switch condition {
    case .given(let ref): return isStated(ref, item)
    case .notGiven(let ref): return !isStated(ref, item)
    case .all(let parts):
      let answers = parts.map { truth($0, item) }
      return answers.contains(false) ? false : answers.contains(nil) ? nil : true
    case .any(let parts):
      let answers = parts.map { truth($0, item) }
      return answers.contains(true) ? true : answers.contains(nil) ? nil : false
    case .oneOf(let ref, let values):
      guard let value = value(ref, item) else { return isOptional(ref, item) ? false : nil }
      return values.contains(value)
    case .compare(let ref, let comparison, .value(let right)):
      guard let left = value(ref, item) else { return isOptional(ref, item) ? false : nil }
      return compare(left, comparison, right)
    case .compare(let ref, let comparison, .fact(let other)):
      let unknown = [ref, other].filter { value($0, item) == nil }
      if unknown.isEmpty { return compare(value(ref, item)!, comparison, value(other, item)!) }
      return unknown.contains { isOptional($0, item) } ? false : nil
    }
  }

  private func isStated(_ ref: Ref<Fact>, _ item: Int) -> Bool {
    facts.isStated(ref, item: item) || facts.isStated(ref, item: 0)
  }

  private func compare(_ left: Int64, _ comparison: Condition.Comparison, _ right: Int64) -> Bool {
    switch comparison {
    case .equal: left == right
    case .different: !(left == right)
    case .above: right < left
    case .atLeast: !(left < right)
    case .below: left < right
    case .atMost: !(right < left)
    }
  }

  // MARK: Days

  /// Days in the wrong order, on the case and on each item that states one of the two.
  mutating func checkDays() {
    for later in matrix.facts.refs {
      for earlier in matrix.facts[ref: later].notBefore {
        for item in 0...items.count where item == 0 || states(item, [later, earlier]) {
          let days = (facts.value(earlier, item: item), facts.value(later, item: item))
          guard case (let early?, let late?) = days, early > late else { continue }
          add(.outOfOrder(later, earlier: earlier, item: item))
        }
      }
    }
  }

  /// Whether an item states one of these facts for itself, or one that stands behind them, where it may.
  func states(_ item: Int, _ refs: [Ref<Fact>]) -> Bool {
    refs.contains { ref in
      if let derivation = matrix.facts[ref: ref].derivation { return states(item, taken(by: derivation)) }
      if case .same(let other) = matrix.facts[ref: ref].leftOut, states(item, [other]) { return true }
      return matrix.facts[ref: ref].reach != .ofCase && facts.isStated(ref, item: item)
    }
  }
}

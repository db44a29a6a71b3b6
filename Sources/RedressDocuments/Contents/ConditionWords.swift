import Redress

/// The conditions of a matrix in plain words, with the names of its facts and the titles of their choices.
struct ConditionWords: Sendable {
  let matrix: Matrix

  /// `service-request is yes and caused-by-inaction is no`. Parts that are lists of their own stand in brackets.
  func phrase(_ condition: Condition) -> Phrase { phrase(condition, isPart: false) }

  private func phrase(_ condition: Condition, isPart: Bool) -> Phrase {
    switch condition {
    case .given(let fact): return "\(name(fact)) is stated"
    case .notGiven(let fact): return "\(name(fact)) is not stated"
    case .compare(let fact, let comparison, let operand):
      return "\(name(fact)) \(test(matrix.facts[ref: fact], comparison, operand))"
    case .oneOf(let fact, let values):
      let kind = matrix.facts[ref: fact].kind
      let listed = Phrase(listing: values.map { FactValue(kind, $0).phrase }, before: "or")
      return "\(name(fact)) is \(listed ?? "none of its choices")"
    case .all(let parts): return list(parts, joinedBy: "and", ifNone: "always", isPart: isPart)
    case .any(let parts): return list(parts, joinedBy: "or", ifNone: "never", isPart: isPart)
    }
  }

  private func list(_ parts: [Condition], joinedBy word: Words, ifNone: Phrase, isPart: Bool) -> Phrase {
    if parts.count == 1 { return phrase(parts[0], isPart: isPart) }
    let phrases = parts.map { phrase($0, isPart: true) }
    guard let listed = Phrase(listing: phrases, before: word) else { return ifNone }
    return isPart ? "(\(listed))" : listed
  }

  private func name(_ fact: Ref<Fact>) -> Phrase { "\(code: Words(matrix.facts[ref: fact].name, ifBlank: "a fact"))" }

  // MARK: Comparisons

  private func test(_ fact: Fact, _ comparison: Condition.Comparison, _ operand: Condition.Operand) -> Phrase {
    switch operand {
    case .fact(let other): return "\(verb(comparison, fact.kind)) \(name(other))"
    case .value(let value):
      if case .flag = fact.kind { return flag(value, isEqual: comparison == .equal) }
      return "\(verb(comparison, fact.kind)) \(FactValue(fact.kind, value).phrase)"
    }
  }

  /// Not no is yes: a flag has no third answer.
  private func flag(_ value: Int64, isEqual: Bool) -> Phrase { (value == 1) == isEqual ? "is yes" : "is no" }

  private func verb(_ comparison: Condition.Comparison, _ kind: Fact.Kind) -> Phrase {
    let isDate = kind == .date
    return switch comparison {
    case .equal: "is"
    case .different: "is not"
    case .above: isDate ? "is after" : "is more than"
    case .atLeast: isDate ? "is on or after" : "is at least"
    case .below: isDate ? "is before" : "is less than"
    case .atMost: isDate ? "is on or before" : "is at most"
    }
  }
}

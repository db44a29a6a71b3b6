import Redress
import Testing

/// What an assessment found, looked up by the names of its matrix.
struct Found {
  let matrix: Matrix
  let assessment: Assessment

  /// Assesses, and holds the second calculation against the first.
  init(_ given: Facts, calendar: WorkingCalendar? = nil, _ location: SourceLocation = #_sourceLocation) {
    matrix = given.matrix
    assessment = given.assessed(calendar: calendar)
    let discrepancies = recheck(assessment, of: given.facts, under: given.matrix, calendar: calendar)
    #expect(discrepancies == [], sourceLocation: location)
  }

  var outcome: Assessment.Outcome { assessment.outcome }

  /// The findings of a rule in order, each with its item.
  subscript(_ rule: String) -> [Finding] { lines(rule).map(\.finding) }

  func lines(_ rule: String) -> [Line] { assessment.lines.filter { matrix.rules[ref: $0.rule].id == rule } }

  /// The items that lines of a rule speak of.
  func items(_ rule: String) -> [Int] { lines(rule).map(\.item) }

  /// Refusals as rule and item: `exclusion.repair`, or `exclusion.repair 2`.
  var refusals: [String] { assessment.refusals.map { name($0.rule, $0.item) } }

  /// Questions as what they are about, with the item.
  var questions: [String] {
    assessment.questions.map { question in
      let about =
        switch question.about {
        case .decision(let ref): matrix.decisions[ref: ref].name
        case .reading(let ref): matrix.readings[ref: ref].name
        case .fact(let ref): matrix.facts[ref: ref].name
        }
      return question.item == 0 ? about : "\(about) \(question.item)"
    }
  }

  /// The facts that were missing, with the item.
  var missing: [String] {
    assessment.faults.compactMap { fault in
      guard case .missing(let fact, let item) = fault else { return nil }
      let name = matrix.facts[ref: fact].name
      return item == 0 ? name : "\(name) \(item)"
    }
  }

  /// The rules that keep each item out.
  var keptOut: [String?] { assessment.items.map { $0.keptOutBy.map { matrix.rules[ref: $0].id } } }

  /// The decisions that a rule asked for.
  var used: [String] {
    matrix.decisions.refs.filter { assessment.usedDecisions.contains($0) }.map { matrix.decisions[ref: $0].name }
  }

  func fact(_ name: String) -> Ref<Fact> { matrix.fact(named: name)! }
  func decision(_ name: String) -> Ref<Decision> { matrix.decision(named: name)! }
  func rule(_ id: String) -> Ref<Rule> { Ref(matrix.rules.firstIndex { $0.id == id }!) }

  private func name(_ rule: Ref<Rule>, _ item: Int) -> String {
    let id = matrix.rules[ref: rule].id
    return item == 0 ? id : "\(id) \(item)"
  }
}

func pounds(_ pounds: Int64) -> Money { Money(pence: pounds * 100) }

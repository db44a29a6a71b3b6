import Redress

/// A case in words: its explanation, and short ways to ask it.
struct Told {
  let explanation: Explanation

  init(
    _ given: Facts, decisions: [RecordedDecision] = [], receiptWords: [String] = [], reasons: [Case.Reason] = []
  ) {
    var facts = given.facts
    for decision in decisions {
      if let known = given.matrix.decision(named: decision.about) {
        facts.record(known, accepted: decision.isAccepted)
      }
    }
    let said = Case(
      name: "A-1", facts: facts, decisions: decisions, receiptWords: receiptWords, reasons: reasons)
    explanation = Explanation(of: Assessor(given.matrix).assess(facts), given: said, under: given.matrix)
  }

  /// What the lines of a rule say.
  subscript(_ rule: String) -> [String] { lines(rule).map { explanation.says($0) } }

  func lines(_ rule: String) -> [Line] {
    explanation.assessment.lines.filter { explanation.rule($0.rule).id == rule }
  }

  var questions: [String] { explanation.assessment.questions.map { explanation.ask($0) } }
  var refusals: [String] { explanation.assessment.refusals.map { explanation.say($0) } }
}

extension RecordedDecision {
  static func accept(_ about: String) -> RecordedDecision {
    RecordedDecision(about: about, isAccepted: true, by: "a.khan", on: day(2026, 10, 10), because: "in hospital")
  }

  static func decline(_ about: String) -> RecordedDecision {
    RecordedDecision(
      about: about, isAccepted: false, by: "a.khan", on: day(2026, 10, 10), because: "No reason was given.")
  }
}

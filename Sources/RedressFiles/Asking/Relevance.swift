import Redress

/// Whether an answer could still make a difference: a fact is asked for only where one of its answers would change what
/// comes out, given all that was answered before.
struct Relevance {
  let assessor: Assessor
  let draft: CaseDraft
  private let now: Result

  /// What a person would see change: the outcome, the sums, what is asked, refused, waited for and said.
  private struct Result: Equatable {
    let outcome: Assessment.Outcome
    let award: Assessment.Award?
    let refusals: ContiguousArray<Refusal>
    let questions: ContiguousArray<Question>
    let faults: ContiguousArray<CaseFault>
    let lines: [Line]
  }

  init(_ draft: CaseDraft, _ assessor: Assessor) {
    self.draft = draft
    self.assessor = assessor
    now = Self.result(draft, assessor)
  }

  private static func result(_ draft: CaseDraft, _ assessor: Assessor) -> Result {
    let assessment = assessor.assess(draft.facts)
    let matrix = assessor.matrix
    // The timetable changes no sum, and an offer is accepted only after it was made.
    let lines = assessment.lines.filter { line in
      let kind = matrix.rules[ref: line.rule].kind
      return kind != .derived && kind != .duty && line.rule != matrix.acceptance?.rule
    }
    return Result(
      outcome: assessment.outcome, award: assessment.award, refusals: assessment.refusals,
      questions: assessment.questions, faults: assessment.faults, lines: Array(lines))
  }

  /// Whether a fact is wanted by a rule that is reached.
  func isNeeded(_ place: CaseDraft.Place) -> Bool {
    now.faults.contains(.missing(place.fact, item: place.item))
      || now.questions.contains { $0.about == .fact(place.fact) && $0.item == place.item }
  }

  /// Whether an answer could change what comes out.
  func matters(_ place: CaseDraft.Place) -> Bool {
    let fact = assessor.matrix.facts[ref: place.fact]
    if fact.derivation != nil || isOfAcceptance(place.fact) { return false }
    if isNeeded(place) { return true }
    if fact.leftOut == .missing { return false }
    return samples(fact).contains { value in
      var changed = draft
      if fact.kind == .receipts {
        changed.receipts.append(CaseDraft.Receipt(place: place, amount: Money(pence: value), words: ""))
      } else {
        changed.answers.append(CaseDraft.Answer(place: place, value: value, written: .null))
      }
      return Self.result(changed, assessor) != now
    }
  }

  private func isOfAcceptance(_ fact: Ref<Fact>) -> Bool {
    guard let window = assessor.matrix.acceptance else { return false }
    return fact == window.until || fact == window.extendedTo
  }

  /// Answers that are tried: all of a choice, and of anything else some that are far apart.
  private func samples(_ fact: Fact) -> [Int64] {
    switch fact.kind {
    case .flag: [0, 1]
    case .choice(let choices): choices.indices.map { Int64($0) }
    case .text: [1]
    case .money, .receipts: [0, 1, 1_000_00, 1_000_000_00]
    case .count: [0, 1, 10, 1000]
    case .percent: [0, 5_000, 10_000]
    case .date:
      draft.answers.filter { assessor.matrix.facts[ref: $0.place.fact].kind == .date }
        .flatMap { [$0.value - 1000, $0.value - 1, $0.value, $0.value + 1, $0.value + 1000] }
    }
  }
}

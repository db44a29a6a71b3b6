import Redress
import Testing

struct OutcomeTests {
  /// A case with a refusal, a question and a fault, as far as each is asked for.
  private static func outcome(fault: Bool, refusal: Bool, question: Bool) -> Found {
    var given = Anyshire.priced()
    if fault { given.state(["happened": .on(2026, 9, 2), "raised": .on(2026, 9, 1)]) }
    if refusal { given.state(["escalated": .on(2027, 8, 1), "replied": .on(2026, 9, 1)]) }
    if question { given.item("trouble", ["impact": "low", "amount": .pounds(1), "happened": .on(2026, 6, 1)]) }
    return Found(given)
  }

  @Test(
    arguments: [
      (false, false, false, .awarded), (false, false, true, .undecided), (false, true, false, .refused),
      (false, true, true, .refused), (true, false, false, .faulty), (true, false, true, .faulty),
      (true, true, false, .faulty),
      (true, true, true, .faulty),
    ] as [(Bool, Bool, Bool, Assessment.Outcome)])
  func `Faulty comes before refused, refused before undecided, undecided before awarded`(
    fault: Bool, refusal: Bool, question: Bool, outcome: Assessment.Outcome
  ) {
    let found = Self.outcome(fault: fault, refusal: refusal, question: question)
    #expect(found.outcome == outcome)
    #expect((found.assessment.award != nil) == (outcome == .awarded))
    if outcome == .refused { #expect(found.questions == []) }
    if outcome == .undecided { #expect(found.questions == ["late 2"]) }
  }

  @Test func `The outcomes are named in order of precedence`() {
    #expect(Assessment.Outcome.allCases.map(\.rawValue) == ["faulty", "refused", "undecided", "awarded"])
  }

  @Test func `Several questions are asked together`() {
    var given = Anyshire.claim(["happened": .on(2026, 7, 1)])
    given.item("trouble", ["impact": "low"])
    given.item("trouble", ["impact": "low", "amount": .pence(100_50)])
    let found = Found(given)
    #expect(found.questions == ["late", "amount 1", "gap 2"])
  }

  @Test func `Only the decisions that a rule asked for are used`() {
    var given = Anyshire.priced(["happened": .on(2026, 7, 1)])
    for decision in ["late", "very-late", "court-parts", "late-acceptance"] { given.accept(decision) }
    #expect(Found(given).used == ["late"])
  }

  @Test func `Accepted and declined at once, a decision counts as accepted`() {
    var given = Anyshire.priced(["happened": .on(2026, 7, 1)])
    given.decline("late")
    given.accept("late")
    #expect(Found(given).outcome == .awarded)
  }

  // MARK: The worksheet

  @Test(arguments: [3, 2027] as [UInt64])
  func `One sheet for many cases gives what fresh ones give, and facts that are used again too`(seed: UInt64) {
    var random = RandomCase(Anyshire.matrix, seed: seed)
    let assessor = Assessor(Anyshire.matrix)
    var facts = CaseFacts(for: Anyshire.matrix)
    var sheet = Assessment()
    var other = random
    for number in 0..<1_000 {
      random.fill(&facts)
      assessor.assess(facts, into: &sheet)
      #expect(sheet.isSame(as: assessor.assess(other.next())), "seed \(seed), case \(number)")
    }
  }

  @Test func `Assessing twice gives the same`() {
    var random = RandomCase(Anyshire.matrix, seed: 5)
    for _ in 0..<100 {
      let facts = random.next()
      #expect(Assessor(Anyshire.matrix).assess(facts).isSame(as: Assessor(Anyshire.matrix).assess(facts)))
    }
  }

  @Test func `A new sheet is faulty until it is written`() {
    let sheet = Assessment()
    #expect(sheet.outcome == .faulty)
    #expect(sheet.lines.isEmpty && sheet.award == nil)
  }
}

extension Assessment {
  func isSame(as other: Assessment) -> Bool {
    outcome == other.outcome && lines == other.lines && items == other.items && refusals == other.refusals
      && questions == other.questions && faults == other.faults && award == other.award
      && authority == other.authority && usedDecisions == other.usedDecisions
  }
}

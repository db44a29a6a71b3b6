extension Explanation {
  /// What a line says, in one or two plain sentences.
  public func says(_ line: Line) -> String {
    switch line.finding {
    case .notReached: words { $0.notReached() }
    case .doesNotApply: doesNotApply(line)
    case .bites:
      "\(facts(line) { $0.applies() }). \(say(line.rule))\(letInBy(exception(line.rule)))"
    case .excepted(let decision): "Would apply\(factWords(line)), but an exception was made. \(words(decision))"
    case .asksException(let decision):
      "Would apply\(factWords(line)). A person must decide: \(matrix.decisions[ref: decision].name)."
    case .notKnown, .derivedDay, .derivedCount: derivedSays(line)
    case .suspended, .waived, .owed, .done, .doneLate: dutySays(line)
    case .notStarted: duty(line.rule) == nil ? windowSays(line) : dutySays(line)
    case .opens, .staysOpen, .inTime, .allowed, .declined, .awaits, .late, .noted: windowSays(line)
    case .notClaimed: words { $0.notClaimed() }
    case .keptOut(let rule): words { $0.keptOut(by: self.rule(rule).title) }
    case .banded, .receipted, .evidenced, .unproven, .recovered, .unpriced: priceSays(line)
    case .fixed, .accrued, .shared, .worn, .interest, .judged, .chosen, .added, .takenOver, .adjusted, .limited:
      workingSays(line)
    case .compared, .superseded, .changed, .together, .withinLimit: combinationSays(line)
    case .totalled, .nothingPaid, .deducted, .overpaid, .nothingToSetOff, .nothingOwed, .setOff, .cleared, .taken,
      .notSetOff, .setOffOpen, .split, .signedBy, .nothingMeasured, .standsIn:
      settlementSays(line)
    case .carried: statement(line.rule)?.say ?? ""
    }
  }

  /// What the person is told of a rule that keeps out the case.
  package func say(_ rule: Ref<Rule>) -> String { say(Refusal(rule: rule, item: 0)) }

  /// The sum that a line comes to, for a column of figures; `nil` where it has none of its own.
  public func amount(_ line: Line) -> Money? {
    switch line.finding {
    case .totalled(let gross, let inKind): gross + inKind
    case .deducted(let used): .zero - used
    case .setOff(_, _, _, let taken): .zero - taken
    default: line.finding.amount
    }
  }

  /// A rule whose flags were all left out is told apart from one whose facts speak against it.
  private func doesNotApply(_ line: Line) -> String {
    if line.rule == matrix.setOff?.rule { return "\(facts(line) { $0.nothingIsSetOff() })." }
    if let window = window(line.rule) { return words { $0.saysNothing(ofLater: name(window.until)) } }
    if let unsaid = otherOutcome(line.rule) { return unsaid }
    let facts = factsRead(line.rule)
    if facts.isEmpty { return words { $0.hasNoEffect() } }
    let isSilent = facts.allSatisfy {
      matrix.facts[ref: $0].kind == .flag && given.facts.value($0, item: line.item) == nil
    }
    return isSilent ? words { $0.takenAsNotSo() } : "\(self.facts(line) { $0.doesNotApply() })."
  }

  /// A statement that belongs to another outcome than this one.
  private func otherOutcome(_ rule: Ref<Rule>) -> String? {
    switch (statement(rule)?.on, assessment.outcome) {
    case (.refusal, .awarded): words { $0.onlyWithRefusal() }
    case (.offer, .refused): words { $0.onlyWithOffer() }
    default: nil
    }
  }

  private func statement(_ rule: Ref<Rule>) -> Statement? {
    (matrix.payment + matrix.statements).first { $0.rule == rule }
  }

  private func exception(_ rule: Ref<Rule>) -> Ref<Decision>? {
    matrix.exclusions.first { $0.rule == rule }?.exception
  }

  /// After what a rule keeps out: the decision that could let it in all the same, or how it was declined.
  func letInBy(_ decision: Ref<Decision>?) -> String {
    guard let decision else { return "" }
    if given.facts.declined.contains(decision) { return " \(words(decision))" }
    return " Only the decision \(matrix.decisions[ref: decision].name) could let it in, and none is recorded."
  }

  // MARK: Facts

  /// The facts that a rule's condition read: what was said, and how what was left out was taken.
  func factWords(_ line: Line) -> String { facts(line) { _ in } }

  /// The start of a sentence, with the facts behind it that the rule's condition read.
  private func facts(_ line: Line, after start: (inout SentenceText) -> Void) -> String {
    words { sentence in
      start(&sentence)
      let facts = factsRead(line.rule)
      for (place, fact) in facts.enumerated() {
        sentence.fact(name(fact), isFirst: place == 0)
        say(fact, item: line.item, to: &sentence)
      }
      if !facts.isEmpty { sentence.endFacts() }
    }
  }

  /// Sentences as text.
  func words(_ write: (inout SentenceText) -> Void) -> String { SentenceText.of(write) }

  /// What files call a fact.
  func name(_ ref: Ref<Fact>) -> String { matrix.facts[ref: ref].name }

  /// The facts that the condition of a rule reads, each once.
  package func factsRead(_ rule: Ref<Rule>) -> [Ref<Fact>] {
    let condition =
      matrix.exclusions.first { $0.rule == rule }?.when ?? statement(rule)?.when ?? window(rule)?.openWhile
      ?? otherCondition(rule)
    var facts: [Ref<Fact>] = []
    for fact in condition?.facts ?? [] where !facts.contains(fact) { facts.append(fact) }
    return facts
  }

  /// The condition of a rule that is neither an exclusion, a window nor a statement.
  private func otherCondition(_ rule: Ref<Rule>) -> Condition? {
    if let setOff = matrix.setOff, setOff.rule == rule { return setOff.notWhen }
    if let paid = matrix.alreadyPaid, paid.rule == rule { return paid.when }
    return matrix.combinations.first { $0.rule == rule }?.when ?? matrix.authority.first { $0.rule == rule }?.when
      ?? matrix.substitutes.first { $0.rule == rule }?.when ?? matrix.duties.first { $0.rule == rule }?.when
  }

  private func say(_ ref: Ref<Fact>, item: Int, to sentence: inout SentenceText) {
    let fact = matrix.facts[ref: ref]
    if let value = given.facts.value(ref, item: item) { return sentence.say(words(value, fact)) }
    switch fact.leftOut {
    case .derived:
      if let value = known(ref, item: item) { sentence.say(words(value, fact)) } else { sentence.notKnown() }
    case .taken(let value):
      sentence.notSaidTakenAs()
      sentence.say(words(value, fact))
    case .same(let other):
      sentence.notSaidTakenAs()
      sentence.say(name(other))
    case .missing, .unstated: sentence.notSaid()
    }
  }

  /// What a fact that was left out is taken to be.
  public func wordsTaken(_ value: Int64, _ fact: Fact) -> String {
    fact.kind == .money && value == 0 ? "nothing" : words(value, fact)
  }

  package func words(_ value: Int64, _ fact: Fact) -> String {
    switch fact.kind {
    case .count: "\(value)"
    case .percent: Fraction(value, over: 10_000).map { "\($0)" } ?? ""
    case .date: CivilDate(dayNumber: Int32(value)).description
    case .money, .receipts: Money(pence: value).description
    case .flag: words { $0.flag(value == 1) }
    case .choice(let choices): choices[Int(value)].name
    case .text: words { $0.given() }
    }
  }

  /// Who decided what, when and why.
  func words(_ decision: Ref<Decision>) -> String {
    let name = matrix.decisions[ref: decision].name
    let verb = given.facts.accepted.contains(decision) ? "accepted" : "declined"
    guard let recorded = recorded(decision) else { return "\(name) was \(verb)." }
    let isKnown = officers?.holdsPost(recorded.by, on: recorded.on) ?? false
    let who = "\(recorded.by)\(isKnown ? "" : " (name not verified)") on \(recorded.on)"
    return ended("\(name) was \(verb) by \(who): \(recorded.because)")
  }

  /// A person's words, ended like a sentence.
  func ended(_ text: String) -> String { text.last.map { ".!?".contains($0) } == true ? text : text + "." }
}

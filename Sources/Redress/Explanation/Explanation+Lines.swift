extension Explanation {
  /// What a line says, in one or two plain sentences.
  public func says(_ line: Line) -> String {
    switch line.finding {
    case .notReached: "Not tried: something before it already decided, or stands in the way."
    case .doesNotApply: doesNotApply(line)
    case .bites: "Applies\(factWords(line)). \(say(Refusal(rule: line.rule, item: 0)))\(letInBy(exception(line.rule)))"
    case .excepted(let decision): "Would apply\(factWords(line)), but an exception was made. \(words(decision))"
    case .asksException(let decision):
      "Would apply\(factWords(line)). A person must decide: \(matrix.decisions[ref: decision].name)."
    case .notKnown, .derivedDay, .derivedCount: derivedSays(line)
    case .suspended, .waived, .owed, .done, .doneLate: dutySays(line)
    case .notStarted: duty(line.rule) == nil ? windowSays(line) : dutySays(line)
    case .opens, .staysOpen, .inTime, .allowed, .declined, .awaits, .late, .noted: windowSays(line)
    case .notClaimed: "Nothing was claimed under this head."
    case .keptOut(let rule): "Not priced, because another rule keeps it out: \(self.rule(rule).title)."
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
    if line.rule == matrix.setOff?.rule { return "Nothing is set off here\(factWords(line))." }
    if let window = window(line.rule) { return "Says nothing of a later \(matrix.facts[ref: window.until].name)." }
    if let unsaid = otherOutcome(line.rule) { return unsaid }
    let facts = factsRead(line)
    if facts.isEmpty { return "Has no effect here." }
    let isSilent = facts.allSatisfy {
      matrix.facts[ref: $0].kind == .flag && given.facts.value($0, item: line.item) == nil
    }
    return isSilent ? "Not said, so taken as not so." : "Does not apply\(factWords(line))."
  }

  /// A statement that belongs to another outcome than this one.
  private func otherOutcome(_ rule: Ref<Rule>) -> String? {
    switch (statement(rule)?.on, assessment.outcome) {
    case (.refusal, .awarded): "Said only with a refusal."
    case (.offer, .refused): "Said only with an offer."
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
  func factWords(_ line: Line) -> String {
    let facts = factsRead(line)
    return facts.isEmpty ? "" : " (\(facts.map { words($0, item: line.item) }.joined(separator: "; ")))"
  }

  private func factsRead(_ line: Line) -> [Ref<Fact>] {
    let condition =
      matrix.exclusions.first { $0.rule == line.rule }?.when ?? statement(line.rule)?.when
      ?? window(line.rule)?.openWhile ?? otherCondition(line.rule)
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

  private func words(_ ref: Ref<Fact>, item: Int) -> String {
    let fact = matrix.facts[ref: ref]
    if let value = given.facts.value(ref, item: item) { return "\(fact.name): \(words(value, fact))" }
    switch fact.leftOut {
    case .derived: return "\(fact.name): \(known(ref, item: item).map { words($0, fact) } ?? "not known")"
    case .taken(let value): return "\(fact.name): not said, taken as \(words(value, fact))"
    case .same(let other): return "\(fact.name): not said, taken as \(matrix.facts[ref: other].name)"
    case .missing, .unstated: return "\(fact.name): not said"
    }
  }

  /// What a fact that was left out is taken to be.
  public func wordsTaken(_ value: Int64, _ fact: Fact) -> String {
    fact.kind == .money && value == 0 ? "nothing" : words(value, fact)
  }

  func words(_ value: Int64, _ fact: Fact) -> String {
    switch fact.kind {
    case .count: "\(value)"
    case .percent: Fraction(value, over: 10_000).map { "\($0)" } ?? ""
    case .date: CivilDate(dayNumber: Int32(value)).description
    case .money, .receipts: Money(pence: value).description
    case .flag: value == 1 ? "yes" : "no"
    case .choice(let choices): choices[Int(value)].name
    case .text: "given"
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

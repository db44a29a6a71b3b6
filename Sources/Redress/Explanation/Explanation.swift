/// An assessment in words: what each line says, what is asked, why something is refused.
///
/// The engine writes numbers only; everything a person reads of them is made here, from the matrix and the case.
public struct Explanation: Sendable {
  /// The matrix that the case was assessed under.
  public let matrix: Matrix
  /// The case with the words that a person gave.
  public let given: Case
  /// The numbers that are put into words.
  public let assessment: Assessment
  /// The officers by whom names in decisions are verified; `nil` where nobody looked.
  public let officers: Officers?

  /// The words for an assessment. All three must belong together: the assessment of these facts under this matrix.
  public init(of assessment: Assessment, given: Case, under matrix: Matrix, officers: Officers? = nil) {
    self.officers = officers
    self.assessment = assessment
    self.given = given
    self.matrix = matrix
  }

  /// The rule at a place.
  public func rule(_ ref: Ref<Rule>) -> Rule { matrix.rules[ref: ref] }

  /// The head that an item stands under.
  func head(_ item: Int) -> Head { matrix.heads[ref: given.facts.heads[item - 1]] }

  func window(_ ref: Ref<Rule>) -> Window? {
    matrix.windows.first { $0.rule == ref } ?? matrix.acceptance.flatMap { $0.rule == ref ? $0 : nil }
  }

  /// The ids of the rules that decided, in the order in which they were tried, each once.
  public var codes: [String] {
    switch assessment.outcome {
    case .faulty: []
    case .refused: unique(assessment.refusals.map(\.rule))
    case .undecided: unique(assessment.questions.map(\.rule))
    case .awarded: unique(assessment.lines.filter(\.decides).map(\.rule))
    }
  }

  /// The paragraphs that a line rests on: those of its rule, and of the level or step that it came to.
  public func citations(of line: Line) -> [Citation] {
    let rule = rule(line.rule)
    switch line.finding {
    case .banded(let node, let level, _, _):
      guard case .band(let band) = price(line.item, node).kind else { return rule.citations }
      return rule.citations + band.levels[level].citations
    case .fixed(let node, _), .accrued(let node, _, _), .shared(let node, _), .worn(let node, _, _, _),
      .interest(let node, _, _, _):
      return rule.citations + figureCitations(price(line, node), item: line.item)
    case .signedBy(let step, _):
      let own = matrix.authority.first { $0.rule == line.rule }?.steps[step].citations ?? []
      return own.isEmpty ? rule.citations : own
    default: return rule.citations
    }
  }

  private func unique(_ rules: some Sequence<Ref<Rule>>) -> [String] {
    var ids: [String] = []
    for rule in rules where !ids.contains(self.rule(rule).id) { ids.append(self.rule(rule).id) }
    return ids
  }

  // MARK: Refusals and questions

  /// What the person is told in a refusal.
  public func say(_ refusal: Refusal) -> String {
    let words: String
    if let exclusion = matrix.exclusions.first(where: { $0.rule == refusal.rule }) {
      words = exclusion.say + (exclusion.referTo.map { " It belongs to: \($0)." } ?? "")
    } else if let combination = matrix.combinations.first(where: { $0.rule == refusal.rule }) {
      words = supersededSays(combination)
    } else if refusal.rule == matrix.total {
      words = "Every item comes to £0.00, so there is nothing to offer."
    } else {
      words = windowSay(refusal) ?? rule(refusal.rule).title
    }
    return refusal.item == 0 ? words : "Item \(refusal.item): \(words)"
  }

  /// Why an item or the case is not entitled, as a letter says it: in the words that the matrix has for letters, or
  /// else in its own.
  public func letterWords(for refusal: Refusal) -> String {
    if let exclusion = matrix.exclusions.first(where: { $0.rule == refusal.rule }) {
      return exclusion.letter ?? exclusion.say
    }
    let step = stepOfWindow(refusal)
    return step?.letter ?? step?.say ?? say(Refusal(rule: refusal.rule, item: 0))
  }

  private func windowSay(_ refusal: Refusal) -> String? { stepOfWindow(refusal)?.say }

  private func stepOfWindow(_ refusal: Refusal) -> Window.Step? {
    let lines = assessment.lines.filter { $0.rule == refusal.rule }
    let line = lines.first { $0.item == refusal.item } ?? lines.first { $0.item == 0 }
    switch line?.finding {
    case .late(let count), .declined(let count, _): return window(refusal.rule)?.steps[count.step]
    default: return nil
    }
  }

  /// The name of what is asked about: a decision, a reading or a fact.
  public func about(_ question: Question) -> String {
    switch question.about {
    case .decision(let decision): matrix.decisions[ref: decision].name
    case .reading(let reading): matrix.readings[ref: reading].name
    case .fact(let fact): matrix.facts[ref: fact].name
    }
  }

  /// What the person is asked, with the band to pick from where the level is known.
  public func ask(_ question: Question) -> String {
    let words: String
    switch question.about {
    case .decision(let decision): words = matrix.decisions[ref: decision].ask
    case .reading(let reading):
      let reading = matrix.readings[ref: reading]
      words = "\(reading.question) \(reading.because)"
    case .fact(let fact): words = matrix.facts[ref: fact].ask + range(question)
    }
    return question.item == 0 ? words : "Item \(question.item): \(words)"
  }

  /// The band within which a point is to be picked, where the level is known.
  private func range(_ question: Question) -> String {
    guard let band = band(question), let level = level(of: band, item: question.item) else { return "" }
    let range = band.levels[level]
    let end = range.to.map { "to \($0)" } ?? "upwards, with no limit printed"
    let suggestion = range.suggested.map { " \($0) is suggested." } ?? ""
    return " \(title(band, level)) runs from \(range.from) \(end).\(suggestion)"
  }

  /// The band whose point is asked for.
  private func band(_ question: Question) -> Band? {
    guard question.item > 0, case .fact(let fact) = question.about else { return nil }
    return head(question.item).price.bands.first { $0.amount == fact }
  }

  /// The level that was stated for an item, or the one at which the policy places cases like it.
  private func level(of band: Band, item: Int) -> Int? {
    let placed = Set(band.placed.map(\.level))
    guard let row = given.facts.value(band.by, item: item).map({ Int($0) }) else {
      return placed.count == 1 ? placed.first : nil
    }
    guard let second = band.splitBy else { return row }
    return given.facts.value(second, item: item).map { row * matrix.facts[ref: second].choices.count + Int($0) }
  }

  /// The roles that may answer.
  public func who(_ question: Question) -> [String] {
    let roles: [Ref<Role>]
    switch question.about {
    case .decision(let decision): roles = self.roles(deciding: decision)
    case .reading(let reading):
      if case .ask(let some) = matrix.readings[ref: reading].answer { roles = some } else { roles = [] }
    case .fact(let fact): roles = judges(of: fact, item: question.item)
    }
    return roles.map { matrix.roles[ref: $0].name }
  }

  /// The roles that may take a decision.
  public func roles(deciding decision: Ref<Decision>) -> [Ref<Role>] {
    switch matrix.decisions[ref: decision].who {
    case .anyOf(let some), .jointly(let some): some
    case .authority: authorityRoles
    }
  }

  /// Who may authorise the sum as far as it is known: of each ladder that counts here the step it falls in and those
  /// above it. While no sum is known, everybody on a ladder.
  var authorityRoles: [Ref<Role>] {
    var roles: [Ref<Role>] = []
    let isKnown = matrix.authority.indices.contains { assessment.authority[$0] != nil }
    for (place, ladder) in matrix.authority.enumerated() {
      guard let step = assessment.authority[place] ?? (isKnown ? nil : 0) else { continue }
      let steps = ladder.steps.dropFirst(step)
      for role in steps.flatMap({ $0.signers.flatMap { $0 } }) where !roles.contains(role) { roles.append(role) }
    }
    return roles
  }

  /// Who picks an amount in a band, or decides one that the policy leaves to judgement and what goes with it.
  /// Of several prices that ask for the same fact, those of the first.
  private func judges(of fact: Ref<Fact>, item: Int) -> [Ref<Role>] {
    guard item > 0 else { return [] }
    for node in head(item).price.nodes {
      switch node.kind {
      case .band(let band) where band.amount == fact: return band.pickedBy
      case .judgement(let judgement) where judgement.facts.contains(fact): return judgement.pickedBy
      default: continue
      }
    }
    return []
  }

  /// What people call the role of a name; the name itself where no such role is declared.
  public func title(ofRole name: String) -> String { matrix.roles.first { $0.name == name }?.title ?? name }

  // MARK: Decisions

  /// Decisions on record that no rule asked for.
  public var unusedDecisions: [RecordedDecision] {
    given.decisions.filter { recorded in
      guard let known = matrix.decision(named: recorded.about) else { return true }
      return !assessment.usedDecisions.contains(known)
    }
  }

  /// The decision on record that was followed.
  func recorded(_ decision: Ref<Decision>) -> RecordedDecision? {
    let isAccepted = given.facts.accepted.contains(decision)
    return given.decisions.first { $0.about == matrix.decisions[ref: decision].name && $0.isAccepted == isAccepted }
  }

  func title(_ band: Band, _ level: Int) -> String { matrix.title(ofLevel: level, in: band) }
}

extension Line {
  /// Whether the line had a part in an award.
  public var decides: Bool { finding.decides }
}

extension Finding {
  /// Whether it has a part in an award: a window that was met, a head that was priced, what followed from them, and
  /// what took an item out.
  @inline(__always)
  var decides: Bool {
    switch self {
    case .inTime, .allowed, .staysOpen, .opens, .excepted: true
    case .banded, .receipted, .evidenced, .unproven, .recovered, .fixed, .accrued, .shared, .worn, .interest: true
    case .judged, .chosen, .added, .takenOver, .adjusted, .limited: true
    case .compared, .superseded, .changed, .together: true
    case .deducted, .overpaid, .setOff, .notSetOff, .split, .signedBy, .standsIn, .keptOut: true
    case .bites, .late, .declined: true
    default: false
    }
  }
}

import Redress

/// A made-up scheme, put together by name and piece by piece, so that a test shows only what it is about.
///
/// Each rule rests on a paragraph of its own, named as the rule is.
struct Scheme {
  var facts: [Fact] = []
  var decisions: [Decision] = []
  var readings: [Reading] = []
  var roles: [Role] = []
  var rules: [Rule] = []
  var exclusions: [Exclusion] = []
  var windows: [Window] = []
  var heads: [Head] = []
  var alreadyPaid: AlreadyPaid?
  var setOff: SetOff?
  var duties: [Duty] = []
  var combinations: [Combination] = []
  var payees: Payees?
  var authority: [Authority] = []
  var substitutes: [Substitute] = []
  var acceptance: Window?
  var payment: [Statement] = []
  var statements: [Statement] = []
  var review: Review?
  var ombudsman: OmbudsmanChoice?
  var status = Matrix.Status.approved
  var reviewBy: CivilDate?

  /// The scheme as an edition. Its total comes last of the rules unless one was declared.
  func matrix() -> Matrix {
    var whole = self
    let total = whole.rules.firstIndex { $0.kind == .total }.map(Ref.init) ?? whole.rule("total", .total)
    let paragraphs = whole.rules.map { Source.Paragraph(name: $0.id, shownAs: "paragraph \($0.id)") }
    return Matrix(
      scheme: "anyshire", edition: "2026-01-01", status: status, title: "Putting things right",
      body: "Anyshire Homes", inForceFrom: day(2026, 1, 1), reviewBy: reviewBy, selectsOn: [],
      sources: [Source(name: "policy", title: "The policy", paragraphs: paragraphs)], readings: readings, roles: roles,
      facts: facts, decisions: decisions, rules: whole.rules, exclusions: exclusions, windows: windows, heads: heads,
      total: total, alreadyPaid: alreadyPaid, setOff: setOff, authority: authority, acceptance: acceptance,
      payment: payment, statements: statements, duties: duties, combinations: combinations, payees: payees,
      substitutes: substitutes, review: review, ombudsman: ombudsman)
  }

  // MARK: What rules refer to

  @discardableResult
  mutating func fact(
    _ name: String, _ kind: Fact.Kind, of reach: Fact.Reach = .ofCase, leftOut: Fact.LeftOut? = nil,
    notBefore: [String] = []
  ) -> Ref<Fact> {
    let usual: Fact.LeftOut = kind == .flag ? .taken(0) : .missing
    facts.append(
      Fact(
        name: name, kind: kind, ask: "What of \(name)?", reach: reach, leftOut: leftOut ?? usual,
        notBefore: notBefore.map { self[fact: $0] }))
    return Ref(facts.count - 1)
  }

  @discardableResult
  mutating func choice(
    _ name: String, _ choices: [String], of reach: Fact.Reach = .ofCase, leftOut: Fact.LeftOut? = nil
  ) -> Ref<Fact> {
    let choices = choices.map { Fact.Choice(name: $0, title: $0.capitalizedFirst) }
    return fact(name, .choice(choices), of: reach, leftOut: leftOut)
  }

  subscript(fact name: String) -> Ref<Fact> { Ref(facts.firstIndex { $0.name == name }!) }
  subscript(decision name: String) -> Ref<Decision> { Ref(decisions.firstIndex { $0.name == name }!) }
  subscript(reading name: String) -> Ref<Reading> { Ref(readings.firstIndex { $0.name == name }!) }
  subscript(head name: String) -> Ref<Head> { Ref(heads.firstIndex { $0.name == name }!) }

  mutating func role(_ name: String) -> Ref<Role> {
    if let place = roles.firstIndex(where: { $0.name == name }) { return Ref(place) }
    roles.append(Role(name: name, title: name.capitalizedFirst))
    return Ref(roles.count - 1)
  }

  mutating func decision(_ name: String, _ who: Decision.Who = .authority) {
    decisions.append(Decision(name: name, ask: "May \(name) be?", who: who, citations: [], readings: []))
  }

  mutating func reading(_ name: String, asks roles: [String]? = nil) {
    let answer: Reading.Answer = roles.map { names in .ask(names.map { role($0) }) } ?? .settled("So.")
    readings.append(
      Reading(
        name: name, question: "What of \(name)?", answer: answer, because: "Nobody says.", decidedBy: "the board",
        decidedOn: day(2026, 1, 1), citations: []))
  }

  mutating func rule(_ id: String, _ kind: Rule.Kind) -> Ref<Rule> {
    let citation = Citation(source: Ref(0), paragraph: Ref(rules.count))
    rules.append(Rule(id: id, kind: kind, title: "Rule of \(id)", citations: [citation]))
    return Ref(rules.count - 1)
  }
}

extension String {
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

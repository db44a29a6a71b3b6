import Redress
import RedressFiles
import RedressSigning

extension RegisterWriting {
  /// Records that the person accepted an offer, or some of it, and settles it on the balances of that day.
  ///
  /// After the last day it is accepted only with the decision that the matrix leaves to a person. A decision against it
  /// is recorded too, and nothing is paid.
  public func accept(
    _ number: Int, _ order: AcceptanceOrder, pricer: CasePricer, conditions: SigningConditions?
  ) throws -> ActOutcome {
    var life = try life(number)
    try checkAcceptable(life)
    let record = try reading.files(of: life).record
    let offered = try pricer.assess(record.outline)
    let settlement = Settlement(
      life: life, record: record, offered: offered, order: order, pricer: pricer, day: stamp.on)
    let decisions = try order.decisions + renewed(life, order)
    let isInTime = life.lastDay.map { stamp.on <= $0 } ?? true
    let isByPrinted = life.drafted.lastDay.map { stamp.on <= $0 } ?? false
    // An offer that was sent later than its date runs longer than its facts say. The register knows until when, so an
    // acceptance in that time is settled as one that is in time.
    let isLongerThanItsFacts = isInTime && !isByPrinted && life.renewal == nil && !order.givesTime(offered)
    let settled = try settlement.settle(saysAcceptedOn: !isLongerThanItsFacts, decisions: decisions)
    // Within the time of a renewal it is not late: the renewal itself is on record.
    let isRenewed = decisions.count > order.decisions.count
    let late = isRenewed ? nil : try lateDecision(settled.assessed, decisions, life)
    try checkDecisionMakers(settled.assessed, decisions, life, conditions)
    let act = try act(of: settled, order, late, life)
    if let event = try earlier(in: life, { $0.act == act }) {
      return ActOutcome(life: life, event: event, isRepeated: true)
    }
    try checkAlreadyPaid(life, offered)
    if case .accepted(let acceptance) = act {
      try keep(settled.bytes, .settlement)
      try checkAccount(life, acceptance)
    }
    let outcome = try self.record(act, to: &life)
    try settleReplaced(by: outcome.life)
    return outcome
  }

  /// A balance is not right while something that was accepted before is still to be credited to its account.
  private func checkAccount(_ life: OfferLife, _ acceptance: Acceptance) throws {
    guard acceptance.sums.setOff > .zero, let account = life.drafted.rentAccount,
      let other = try reading.openCredit(on: account, besides: life.number)
    else { return }
    throw ActRefusal(
      .balance,
      "\(other.amount) of offer \(other.offer) is still to be credited to the account \(account). Record that credit "
        + "first, and say the balance after it: one debt is not cleared twice.",
      sources: ["house#arrears-of-the-day"])
  }

  /// What becomes of an accepted offer whose place a sent revision was to take: it is superseded once the person
  /// accepts the revision, and stands again once they do not.
  func settleReplaced(by revision: OfferLife) throws {
    guard let number = revision.drafted.supersedes else { return }
    var replaced = try life(number)
    guard replaced.pendingRevision == revision.number else { return }
    let isAccepted = revision.acceptance != nil
    try append(isAccepted ? .superseded(by: revision.number) : .revisionWithdrawn(revision.number), to: &replaced)
  }

  private func checkAcceptable(_ life: OfferLife) throws {
    guard life.drafted.isOffer else {
      throw ActRefusal(.order, "Decision \(life.number) is a refusal, and there is nothing to accept.")
    }
    guard life.state == .issued || life.state == .accepted || life.state == .paid || life.state == .turnedDown else {
      throw ActRefusal(.order, "Offer \(life.number) is \(life.state.rawValue), and cannot be accepted now.")
    }
    try check(life.issuedOn, "on which it was sent")
    if let revision = life.pendingRevision {
      throw ActRefusal(
        .revisionPending,
        "A revision of it is being prepared: offer \(revision). To accept this one, withdraw that one first: "
          + "redress withdraw \(revision). The day on which the person confirmed still counts.")
    }
  }

  /// A renewed offer is accepted by the discretion of whoever renewed it.
  private func renewed(_ life: OfferLife, _ order: AcceptanceOrder) throws -> [RecordedDecision] {
    guard let renewal = life.renewal, let last = life.lastDay, stamp.on <= last,
      !order.decisions.contains(where: { $0.about == renewal.value.about }),
      life.drafted.lastDay.map({ stamp.on > $0 }) ?? false
    else { return [] }
    return [
      RecordedDecision(
        about: renewal.value.about, isAccepted: true, by: renewal.by, on: renewal.on, because: renewal.value.because)
    ]
  }

  /// The decision on an acceptance after its last day; `nil` where it was in time.
  private func lateDecision(
    _ assessed: AssessedCase, _ decisions: [RecordedDecision], _ life: OfferLife
  ) throws -> LateDecision? {
    let assessment = assessed.explanation.assessment
    let window = assessed.edition.matrix.acceptance
    let line = assessment.lines.first { $0.rule == window?.rule }
    switch line?.finding {
    case .allowed(_, let decision)?, .declined(_, let decision)?:
      let name = assessed.edition.matrix.decisions[ref: decision].name
      return decisions.first { $0.about == name }.map {
        LateDecision(about: $0.about, isAccepted: $0.isAccepted, by: $0.by, on: $0.on, because: $0.because)
      }
    case .awaits(_, let decision)?:
      let known = assessed.edition.matrix.decisions[ref: decision]
      throw ActRefusal(
        .acceptanceWindow,
        "It was accepted on \(stamp.on), after its last day, \(life.lastDay.map { "\($0)" } ?? ""). \(known.ask) "
          + "It is for \(titles(assessed.explanation.roles(deciding: decision), known, assessed)): "
          + "--decision \(known.name)=accept --decided-by OFFICER --because WHY",
        sources: AcceptanceTime(assessed, life).sources)
    case .late?:
      throw ActRefusal(
        .acceptanceWindow, "It was accepted on \(stamp.on), after its last day, and no decision helps.",
        sources: AcceptanceTime(assessed, life).sources)
    default: return nil
    }
  }

  /// `Service Manager, Head of Department or Chief Executive`.
  private func titles(_ roles: [Ref<Role>], _ decision: Decision, _ assessed: AssessedCase) -> String {
    let titles = roles.map { assessed.edition.matrix.roles[ref: $0].title }
    let isJoint = if case .jointly = decision.who { true } else { false }
    guard let last = titles.last, titles.count > 1 else { return titles.first ?? "nobody who is named" }
    return titles.dropLast().joined(separator: ", ") + (isJoint ? " and " : " or ") + last
  }

  /// A decision of the day is taken by somebody who may take it.
  private func checkDecisionMakers(
    _ assessed: AssessedCase, _ decisions: [RecordedDecision], _ life: OfferLife, _ conditions: SigningConditions?
  ) throws {
    if decisions.isEmpty { return }
    guard let conditions else {
      throw ActRefusal(
        .officer, "A decision is recorded with it, so --officers FILE is needed to know who may take it.")
    }
    for decision in decisions where decision.on < life.issuedOn ?? decision.on {
      throw ActRefusal(.day, "The decision \(decision.about) is dated \(decision.on), before the offer was sent.")
    }
    for decision in decisions where decision.on > stamp.on {
      throw ActRefusal(.day, "The decision \(decision.about) is dated \(decision.on), after \(stamp.on).")
    }
    guard let draft = Draft(assessed.explanation, author: life.author, offerDate: stamp.on) else { return }
    if let refusal = draft.refusalOfDecisionMakers(in: conditions) {
      throw ActRefusal(.decisionMaker, refusal.says, sources: refusal.sources)
    }
    let isOwn = decisions.contains { decision in
      decision.about != "arrears-disputed"
        && conditions.officers.named(in: decision.by).contains { $0?.id == life.author }
    }
    if isOwn, life.renewal == nil {
      throw ActRefusal(.ownWork, "\(life.author) drafted the offer, and does not let in its acceptance.")
    }
  }

  private func act(
    of settled: Settlement.Settled, _ order: AcceptanceOrder, _ late: LateDecision?, _ life: OfferLife
  ) throws -> Act {
    let explanation = settled.assessed.explanation
    switch explanation.assessment.outcome {
    case .refused:
      if let late { return .turnedDown(late) }
      throw ActRefusal(.notAwarded, "With what is said now, nothing is owed under it. Revise the offer.")
    case .undecided:
      let asks = explanation.assessment.questions.map { "\(explanation.about($0)): \(explanation.ask($0))" }
      let sources = explanation.assessment.questions.flatMap { explanation.rule($0.rule).citations }
      throw ActRefusal(
        .balance, "Answer first, with --fact or --decision. \(asks.joined(separator: " "))",
        sources: sources.map { settled.assessed.edition.matrix.name(of: $0) })
    case .faulty: throw ActRefusal(.notAwarded, "Its facts are at fault.")
    case .awarded: break
    }
    if let first = settled.assessed.discrepancies.first {
      throw ActRefusal(.notAwarded, "A second calculation does not come out the same: \(first.rule), \(first.says).")
    }
    return .accepted(
      Acceptance(
        items: settled.items, sums: settled.sums, settlement: Digest(of: settled.bytes),
        credits: credits(settled), payTo: order.payTo,
        waitsFor: conditions(settled), payBy: payBy(settled.assessed, order), late: late))
  }

  /// What is credited to each debt.
  private func credits(_ settled: Settlement.Settled) -> [Acceptance.Credit] {
    settled.assessed.explanation.assessment.lines.compactMap { line in
      guard case .cleared(let debt, _, let credited) = line.finding, credited > .zero else { return nil }
      return Acceptance.Credit(debt: settled.assessed.edition.matrix.facts[ref: debt].name, amount: credited)
    }
  }

  /// What payment waits for, item by item.
  private func conditions(_ settled: Settlement.Settled) -> [Acceptance.Condition] {
    let (explanation, matrix) = (settled.assessed.explanation, settled.assessed.edition.matrix)
    return explanation.assessment.lines.compactMap { line in
      guard line.finding == .carried, matrix.payment.contains(where: { $0.rule == line.rule }) else { return nil }
      let rule = explanation.rule(line.rule)
      return Acceptance.Condition(
        name: rule.id.split(separator: ".").last.map(String.init) ?? rule.id,
        item: line.item == 0 ? 0 : settled.items[line.item - 1], sources: rule.citations.map { matrix.name(of: $0) })
    }
  }

  private func payBy(_ assessed: AssessedCase, _ order: AcceptanceOrder) -> CivilDate? {
    order.payWithin.flatMap { Deadline($0).lastDay(from: stamp.on, calendar: assessed.edition.calendar?.calendar) }
  }
}

extension AcceptanceOrder {
  /// Whether more time to accept is said to have been agreed.
  func givesTime(_ offered: AssessedCase) -> Bool {
    let matrix = offered.edition.matrix
    guard let fact = matrix.acceptance?.extendedTo.map({ matrix.facts[ref: $0].name }) else { return false }
    return facts.contains { $0.name == fact }
  }
}

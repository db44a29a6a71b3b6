import Redress
import RedressFiles
import RedressSigning

extension RegisterWriting {
  /// Records that the person does not want the offer. They keep their right to go on with the complaint.
  public func decline(_ number: Int, because: String?) throws -> ActOutcome {
    var life = try life(number)
    guard life.drafted.isOffer else {
      throw ActRefusal(.order, "Decision \(number) is a refusal, and there is nothing to decline.")
    }
    try check(life.issuedOn, "on which it was sent")
    let outcome = try record(.declined(because: because), to: &life)
    if !outcome.isRepeated { try settleReplaced(by: outcome.life) }
    return outcome
  }

  /// Takes a decision back that nobody has accepted. One that was sent is taken back only by somebody who could have
  /// signed it.
  ///
  /// - Parameter couldSign: the officers who could; `nil` where no officers file was given.
  public func withdraw(_ number: Int, because: String, couldSign: [String]?) throws -> ActOutcome {
    let because = try words(because, "--because")
    var life = try life(number)
    if life.state == .issued {
      guard let couldSign else {
        throw ActRefusal(.officer, "It was sent, so --officers FILE is needed to know who may take it back.")
      }
      guard couldSign.contains(stamp.by) else {
        let who = couldSign.isEmpty ? "nobody as things stand" : couldSign.joined(separator: ", ")
        throw ActRefusal(
          .notSigned, "It was sent, and is taken back by somebody who could have signed it: \(who).")
      }
      try check(life.issuedOn, "on which it was sent")
    }
    let outcome = try record(.withdrawn(because: because), to: &life)
    if !outcome.isRepeated { try settleReplaced(by: outcome.life) }
    return outcome
  }

  /// Opens an offer again whose last day is over. It is for whoever may let in an acceptance after that day.
  ///
  /// - Parameters:
  ///   - lastDay: the new last day; as long as the matrix gives at first, where it is `nil`.
  ///   - assessed: the case as it was offered.
  public func renew(
    _ number: Int, until lastDay: CivilDate?, because: String, _ assessed: AssessedCase, conditions: SigningConditions
  ) throws -> ActOutcome {
    let because = try words(because, "--because")
    var life = try life(number)
    let time = AcceptanceTime(assessed, life)
    guard let decision = time.discretion, let given = lastDay ?? time.lastDay(from: stamp.on) else {
      throw ActRefusal(
        .acceptanceWindow, "Under \(life.drafted.scheme) an offer has no last day that somebody may move.",
        sources: time.sources)
    }
    let name = assessed.edition.matrix.decisions[ref: decision].name
    let act = Act.renewed(Renewal(lastDay: given, about: name, because: because))
    if let event = try earlier(in: life, { $0.act == act }) {
      return ActOutcome(life: life, event: event, isRepeated: true)
    }
    guard life.state == .turnedDown || life.isLapsed(on: stamp.on) else {
      throw ActRefusal(
        .order,
        life.state == .issued
          ? "It can be accepted until \(life.lastDay.map { "\($0)" } ?? "any day"), and needs no renewal."
          : "Offer \(number) is \(life.state.rawValue), and cannot be renewed.", sources: time.sources)
    }
    if let revision = life.pendingRevision {
      throw ActRefusal(.revisionPending, "A revision of it is being prepared: offer \(revision).")
    }
    guard given > stamp.on else {
      throw ActRefusal(.day, "\(given) is not after \(stamp.on), the day of the renewal.")
    }
    if let draft = Draft(assessed.explanation, author: life.author, offerDate: life.drafted.offerDate),
      let refusal = draft.refusal(of: stamp.by, deciding: decision, on: stamp.on, in: conditions)
    {
      throw ActRefusal(.decisionMaker, refusal.says, sources: refusal.sources)
    }
    if life.author == stamp.by {
      throw ActRefusal(.ownWork, "\(stamp.by) drafted the offer, and does not open it again.")
    }
    return try record(act, to: &life)
  }

  /// Records that a promised remedy that is not money was delivered.
  public func deliver(_ number: Int, remedy: Int, proof: String) throws -> ActOutcome {
    let proof = try words(proof, "--proof")
    var life = try life(number)
    if life.delivered[remedy] != nil, let event = try delivery(of: remedy, in: life) {
      return ActOutcome(life: life, event: event, isRepeated: true)
    }
    try check(life.issuedOn, "on which it was promised")
    return try record(.delivered(remedy: remedy, proof: proof), to: &life)
  }

  private func delivery(of remedy: Int, in life: OfferLife) throws -> Event? {
    try reading.events(of: life.number).last {
      if case .delivered(remedy, _) = $0.act { true } else { false }
    }
  }

  /// Closes an offer for which nothing is left to do.
  ///
  /// - Parameter remediesBy: the paragraphs that want every promised remedy delivered first; empty where none do.
  public func close(_ number: Int, remediesBy sources: [String]) throws -> ActOutcome {
    var life = try life(number)
    if life.state == .closed, let event = try reading.events(of: number).last(where: { $0.act == .closed }) {
      return ActOutcome(life: life, event: event, isRepeated: true)
    }
    try checkNothingOpen(life)
    let missing = life.drafted.remedies - life.delivered.count
    if missing > 0, !sources.isEmpty, life.state != .withdrawn {
      let open = (1...life.drafted.remedies).filter { life.delivered[$0] == nil }.map(String.init)
      throw ActRefusal(
        .closing,
        "It is closed once everything that was promised is delivered. Still open: "
          + "remedy \(open.joined(separator: ", ")). "
          + "Record each: redress deliver \(number) --remedy N", sources: sources)
    }
    let outcome = try record(.closed, to: &life)
    if life.acceptance == nil { try settleReplaced(by: outcome.life) }
    return outcome
  }

  private func checkNothingOpen(_ life: OfferLife) throws {
    if let revision = life.pendingRevision {
      throw ActRefusal(.revisionPending, "A revision of it is being prepared: offer \(revision).")
    }
    if life.state == .accepted, !life.isSettled {
      let open = [
        (life.sums.payable - life.paid, "to pay"), (life.sums.setOff - life.credited, "to credit to arrears"),
        (life.sums.inKind - life.given, "to give in kind"),
      ].filter { $0.0 > .zero }.map { "\($0.0) \($0.1)" }
      throw ActRefusal(.closing, "Still open of what was accepted: \(open.joined(separator: ", ")).")
    }
    if life.state == .issued, life.drafted.isOffer, !life.isLapsed(on: stamp.on) {
      let until = life.lastDay.map { " until \($0)" } ?? ""
      throw ActRefusal(.closing, "It can still be accepted\(until).")
    }
    try check(life.lastActOn, "of its last act")
    if life.acceptance != nil, let number = life.drafted.supersedes {
      let before = try self.life(number)
      let paid = before.sums.alreadyPaid + before.paid + before.credited
      if life.sums.alreadyPaid > paid {
        throw ActRefusal(
          .alreadyPaid,
          "It counts \(life.sums.alreadyPaid) as paid before, and of that only \(paid) stayed where it went. Revise it."
        )
      }
    }
  }
}

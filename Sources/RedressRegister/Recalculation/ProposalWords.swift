import Redress
import RedressFiles

/// Says of an offer what it comes to now, and who has to do what.
struct ProposalWords {
  private let offer: OpenOffer
  private let stages: RecalculationStages
  private let recalculation: Recalculation
  private let author: String
  private static let shown = 5

  init(_ offer: OpenOffer, _ stages: RecalculationStages, _ recalculation: Recalculation, author: String) {
    self.offer = offer
    self.stages = stages
    self.recalculation = recalculation
    self.author = author
  }

  private var explanation: Explanation { stages.answer.explanation }

  func write(to found: inout RecalculatedOffer) {
    for kind in found.kinds { found.says += says(kind, found) }
    if offer.state == .accepted, found.isProposal {
      found.says.append(
        "It was accepted and settled, and that stands. This is what would change if it were revised; it is taken up "
          + "only by its number.")
    }
    if let revision = offer.revision {
      found.says.append("Offer \(revision) is to take its place already.")
    }
    if stages.now.matrix.status == .draft, stages.now.matrix.edition != offer.edition {
      found.says.append("The edition \(stages.now.matrix.edition) is a draft, and nothing is signed under it.")
    }
    if recalculation.edition != nil, stages.now.matrix.appliesTo == nil {
      found.says.append(
        "The edition \(stages.now.matrix.edition) was only tried: it does not say that it applies to open offers.")
    }
    found.actors = actors(found)
  }

  // MARK: What it comes to

  private func says(_ kind: RecalculatedOffer.Kind, _ found: RecalculatedOffer) -> [String] {
    let (before, now) = (found.before, stages.answer.result)
    switch kind {
    case .faulty:
      return ["It cannot be assessed now."]
        + stages.answer.faults.sorted.prefix(Self.shown).map { "\($0.says) \($0.mend)" }
    case .undecided:
      return ["A person has to answer first."]
        + explanation.assessment.questions.prefix(Self.shown).map { explanation.ask($0) }
    case .refused:
      return ["Nothing is owed now, and £0.00 would be offered in place of \(before?.offered ?? .zero)."]
        + explanation.assessment.refusals.prefix(Self.shown).map { explanation.say($0) }
    case .reasonMoved:
      return ["It is refused as before, for another reason."]
        + explanation.assessment.refusals.prefix(Self.shown).map { explanation.say($0) }
    case .raise, .topUp: return [difference(before, now, "more")]
    case .lower: return [difference(before, now, "less"), "A lowering is taken up only if it is named."]
    case .tierMoved: return ["It has to be approved by \(now.tier) now; before it was \(before?.tier ?? "nobody")."]
    case .setOffChanged:
      return [
        "\(before?.setOff ?? .zero) was to be set off, and \(now.setOff) is now; \(before?.payable ?? .zero) was to be "
          + "paid, and \(now.payable) is now.",
        "It is settled afresh on the day of acceptance in any case, so no revision is needed for it.",
      ]
    case .headsMoved: return ["It comes to the same total, made up of other sums."]
    case .lastDayMoved:
      return ["The last day to accept would be \(day(now.lastDay)); before it was \(day(before?.lastDay))."]
    case .lapsed: return [lapsedSays]
    case .notReproduced, .factsArrived, .editionWithdrawn: return []
    }
  }

  private func difference(_ before: CaseResult?, _ now: CaseResult, _ word: String) -> String {
    let (old, new) = (before?.offered ?? .zero, now.offered ?? .zero)
    return "It comes to \(new), \(new > old ? new - old : old - new) \(word) than the \(old) that was offered."
  }

  private func day(_ day: CivilDate?) -> String { day.map { "\($0)" } ?? "none" }

  private var lapsedSays: String {
    renewers.isEmpty
      ? "Nobody is named who may renew it. It can be closed, or revised with a new date."
      : "It can be renewed by \(renewers.joined(separator: " or ")). Else it is closed, or revised with a new date."
  }

  // MARK: Who

  private func actors(_ found: RecalculatedOffer) -> [RecalculatedOffer.Actor] {
    typealias Actor = RecalculatedOffer.Actor
    var actors: [Actor] = []
    switch found.kind {
    case .faulty: actors.append(Actor(task: .mend, who: [author]))
    case .undecided:
      let who = explanation.assessment.questions.flatMap { explanation.who($0) }
      actors.append(Actor(task: .answer, who: unique(who.isEmpty ? [author] : who)))
    default: break
    }
    if found.needsRevision {
      actors.append(Actor(task: .draft, who: [author]))
      let sets = stages.answer.result.outcome == .refused ? refusalSigners : stages.answer.result.authority
      actors += sets.map { Actor(task: .sign, who: $0) }
    }
    if found.kinds.contains(.lapsed), !renewers.isEmpty { actors.append(Actor(task: .renew, who: renewers)) }
    if found.kinds.contains(.editionWithdrawn) { actors.append(Actor(task: .mend, who: ["policy-owner"])) }
    return actors
  }

  /// Who signs a refusal: whoever the matrix names, or else the author's manager.
  private var refusalSigners: [[String]] {
    let matrix = explanation.matrix
    guard let named = matrix.refusals else { return [["manager of \(author)"]] }
    return named.signers.map { set in set.map { matrix.roles[ref: $0].name } }
  }

  /// The roles that may let an acceptance in after the last day, and so open the offer again.
  private var renewers: [String] {
    let decision = (explanation.matrix.acceptance?.steps ?? []).lazy.compactMap { step in
      if case .discretion(let decision, _) = step.outcome { decision } else { nil }
    }.first
    guard let decision else { return [] }
    return explanation.roles(deciding: decision).map { explanation.matrix.roles[ref: $0].name }
  }

  private func unique(_ names: [String]) -> [String] {
    names.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

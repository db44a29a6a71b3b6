import Redress
import RedressDocuments
import RedressFiles
import RedressSigning

extension LetterWriter {
  var award: Assessment.Award? { if case .offer(let award)? = subject.draft?.decision { award } else { nil } }

  /// An offer of money, of something else, or of both, with the form to accept it.
  var offerLetter: Document {
    guard let award else { return refusalLetter }
    let blocks =
      opening(award) + decided + sums(award) + leftOut + actions + payment(award) + arrears(award)
      + accepting(award) + nextSteps() + goodToKnow()
    let title = offer.supersedes == nil ? LetterEntry.titleOffer : .titleRevised
    return frame(title, marking: .markingOffer, dated: draft.offerDate, blocks, form: acceptanceForm(award))
  }

  // MARK: What it comes to

  @BlockBuilder private func opening(_ award: Assessment.Award) -> [Block] {
    wording(.offerOpen)
    if let old = offer.supersedes {
      Block.note(Note(.information, wording(.offerReplaces, [.amount: "\(old.total)", .day: "\(old.offerDate)"])))
    }
    if award.gross > .zero {
      Block.paragraph(summary(award))
      if !ruled(.payment).isEmpty { wording(.offerNeeds) }
    } else {
      wording(.offerInKindOnly, [.amount: "\(strong: "\(award.inKind)")", .form: formsInKind])
    }
    if let day = award.lastDayToAccept {
      wording(.offerBy, [.day: "\(strong: "\(day)")"])
    } else {
      wording(.offerNoLastDay)
    }
  }

  private func summary(_ award: Assessment.Award) -> Phrase {
    let gross: Phrase = "\(strong: "\(award.gross)")"
    var parts = [wording(.offerTotal, [.amount: gross])]
    if award.inKind > .zero {
      parts = [wording(.offerMixed, [.amount: gross, .other: "\(strong: "\(award.inKind)")", .form: formsInKind])]
    }
    if award.payable > .zero {
      parts.append(
        award.payable == award.gross
          ? wording(.offerPaidAll) : wording(.offerPaid, [.amount: "\(strong: "\(award.payable)")"]))
    }
    if award.alreadyPaid > .zero {
      parts.append(wording(.offerAlreadyPaid, [.amount: "\(strong: "\(award.alreadyPaid)")"]))
    }
    if award.setOff > .zero { parts.append(wording(.offerCredited, [.amount: "\(strong: "\(award.setOff)")"])) }
    return parts.dropFirst().reduce(parts[0]) { "\($0) \($1)" }
  }

  // MARK: What was decided

  /// Each point of the complaint with the decision on it, and the apology.
  var decided: [Block] {
    let isDecided = personal.points.contains { decision(of: $0) != nil } || personal.points.isEmpty
    let title = wording(isDecided ? .decidedTitle : .toldTitle)
    return [.section(Section(title) { points + ruled(.decision) + lateAccepted + policyNamed })] + apology
  }

  @BlockBuilder var points: [Block] {
    if personal.points.isEmpty {
      Phrase(missing("The letter does not say what was complained about.", "Add `points` under `letter`: a list."))
    } else {
      List(
        .numbered,
        personal.points.map { point in
          List.Item(told(point)) { decision(on: point) }
        })
    }
  }

  /// A point that was not found to be so is told as what the person said, so that nobody takes it for an admission.
  private func told(_ point: PersonalPart.Point) -> Phrase {
    let decision = decision(of: point)
    let isFound = decision == nil || decision == "upheld"
    return isFound ? typed(point.says) : wording(.decidedTold, [.action: typed(point.says)])
  }

  /// What is given in other forms than money, such as flowers, in the middle of a sentence.
  var formsInKind: Phrase {
    let forms = keptItems.map { explanation.assessment.items[$0 - 1] }.filter(\.isInKind).map { form($0) }
    return wording.list(forms.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }) ?? "none"
  }

  @BlockBuilder private func decision(on point: PersonalPart.Point) -> [Block] {
    switch decision(of: point) {
    case "upheld": wording(.decidedUpheld)
    case "partly-upheld": wording(.decidedPartlyUpheld)
    case "not-upheld": wording(.decidedNotUpheld)
    case nil where award == nil: []
    default:
      Phrase(
        missing(
          "The letter does not say what was decided on the point “\(point.says.text)”.",
          "Write it as `{ point: …, decision: upheld, because: … }`, or `partly-upheld`, or `not-upheld`."))
    }
    if let because = point.because {
      wording(.decidedReason, [.reason: typed(because)])
    } else if let decision = decision(of: point), decision != "upheld", personal.reasons.isEmpty {
      Phrase(
        missing(
          "The letter gives no reason for its decision on the point “\(point.says.text)”.",
          "Add `because` to the point, or `reasons` to the letter."))
    }
  }

  /// What was decided on a point: what is typed, or the finding of the case. Where nothing is offered, a finding that
  /// was only taken for granted decides nothing.
  private func decision(of point: PersonalPart.Point) -> String? {
    let isStated = matrix.fact(named: "finding").map { explanation.given.facts.value($0) != nil } ?? false
    return point.decision ?? (award != nil || isStated ? finding : nil)
  }

  /// The finding of the case, where the scheme has one: what was stated, or what it is taken to be.
  var finding: String? {
    guard let ref = matrix.fact(named: "finding") else { return nil }
    let fact = matrix.facts[ref: ref]
    let value: Int64? =
      explanation.given.facts.value(ref) ?? { if case .taken(let value) = fact.leftOut { value } else { nil } }()
    return value.map { fact.choices[Int($0)].name }
  }

  private var isUpheld: Bool {
    let decisions = personal.points.map { decision(of: $0) }
    return decisions.contains("upheld") || decisions.contains("partly-upheld")
  }

  private var lateAccepted: [Block] {
    let isAllowed = explanation.assessment.lines.contains { line in
      if case .allowed = line.finding { matrix.windows.contains { $0.rule == line.rule } } else { false }
    }
    return isAllowed ? [.paragraph(wording(.decidedLateAccepted))] : []
  }

  private var policyNamed: [Block] { [.paragraph(wording(.decidedPolicy, [.policy: policy]))] }

  /// A specific apology where the complaint was upheld, and regret where it was not.
  private var apology: [Block] {
    guard isUpheld else { return isRegretRuled ? [] : [.paragraph(wording(.regret))] }
    let words =
      personal.apology
      ?? missing(
        "The letter has no apology, though the complaint was upheld.",
        "Add `apology` under `letter`: say what you are sorry for.")
    return [.section(Section(wording(.sorryTitle)) { typed(words) })]
  }

  /// Whether the policy has its own words of regret for a complaint that was not upheld.
  private var isRegretRuled: Bool {
    guard let finding = matrix.fact(named: "finding") else { return false }
    return matrix.statements.contains { statement in
      statement.letter?.part == .decision && statement.when.map { $0.facts.contains(finding) } ?? false
        && explanation.assessment.lines.contains { $0.rule == statement.rule && $0.finding == .carried }
    }
  }

  // MARK: What else is done

  var actions: [Block] {
    if personal.actions.isEmpty { return [] }
    let items = personal.actions.map { action -> List.Item in
      guard let day = action.by else { return List.Item(typed(action.says)) }
      return List.Item(wording(.actionsBy, [.action: typed(action.says), .day: "\(day)"]))
    }
    return [.section(Section(wording(.actionsTitle)) { List(.bulleted, items) })]
  }

  /// Items that were kept out, each with the reason and where to go instead.
  var leftOut: [Block] {
    let insurer = Block.paragraph(wording(.leftInsurer))
    return [.section(Section(wording(.leftTitle)) { refusedItems + ruled(.leftOut) + [insurer] })]
  }

  private var refusedItems: [Block] {
    explanation.assessment.refusals.filter { $0.item > 0 }.flatMap { refusal in
      reasons(for: refusal, named: described(item: refusal.item))
    }
  }

  /// What an item is for and, in brackets, what the case manager wrote of it: two items can be for the same.
  private func described(item number: Int) -> Phrase {
    let because = explanation.given.reasons.first { $0.item == number }?.because.flatMap { Words($0) }
    return because.map { "\(title(ofItem: number)) (\(typed($0)))" } ?? title(ofItem: number)
  }

  /// Why something is refused and where to go instead, as the matrix says it to the resident.
  func reasons(for refusal: Refusal, named name: Phrase? = nil) -> [Block] {
    let rule = matrix.rules[ref: refusal.rule]
    let exclusion = matrix.exclusions.first { $0.rule == refusal.rule }
    let says = wording.rule(rule.id, explanation.letterWords(for: refusal))
    var first = says
    if let name { first = "\(strong: wording(.leftItem, [.name: name])) \(says)" }
    var blocks: [Block] = [.paragraph(first)]
    if let refer = exclusion?.referTo {
      let says = wording(.leftRefer, [.refer: wording.rule("\(rule.id).refer-to", refer)])
      // Words that the policy has for the letter say what the offer does not stop.
      let isSaid = name == nil || exclusion?.letter != nil
      blocks.append(.paragraph(isSaid ? says : "\(says) \(wording(.leftOfferStands))"))
    }
    blocks.append(.paragraph(wording(.refusedRule, [.paragraph: paragraphs(refusal.rule)])))
    return blocks
  }
}

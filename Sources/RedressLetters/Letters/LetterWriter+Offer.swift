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
      + accepting(award) + nextSteps + goodToKnow
    let title = offer.supersedes == nil ? LetterEntry.titleOffer : .titleRevised
    return frame(title, marking: .markingOffer, dated: draft.offerDate, blocks, form: acceptanceForm(award))
  }

  // MARK: What it comes to

  @BlockBuilder private func opening(_ award: Assessment.Award) -> [Block] {
    wording(.offerOpen)
    if let old = offer.supersedes {
      Block.note(Note(.information, wording(.offerReplaces, [.amount: "\(old.total)", .day: "\(old.offerDate)"])))
    }
    Block.paragraph(summary(award))
    if award.inKind > .zero {
      wording(award.gross > .zero ? .offerInKind : .offerInKindOnly, [.amount: "\(strong: "\(award.inKind)")"])
    }
    if let day = award.lastDayToAccept {
      wording(.offerBy, [.day: "\(strong: "\(day)")"])
    } else {
      wording(.offerNoLastDay)
    }
  }

  private func summary(_ award: Assessment.Award) -> Phrase {
    var parts = [wording(.offerTotal, [.amount: "\(strong: "\(award.gross + award.inKind)")"])]
    if award.payable > .zero {
      parts.append(
        award.payable == award.gross + award.inKind
          ? wording(.offerPaidAll) : wording(.offerPaid, [.amount: "\(strong: "\(award.payable)")"]))
    } else if award.gross > .zero {
      parts.append(wording(.offerPaidNone))
    }
    if award.setOff > .zero { parts.append(wording(.offerCredited, [.amount: "\(strong: "\(award.setOff)")"])) }
    return parts.dropFirst().reduce(parts[0]) { "\($0) \($1)" }
  }

  // MARK: What was decided

  /// Each point of the complaint with the decision on it, and the apology.
  var decided: [Block] {
    [.section(Section(wording(.decidedTitle)) { points + ruled(.decision) + lateAccepted + policyNamed })] + apology
  }

  @BlockBuilder private var points: [Block] {
    if personal.points.isEmpty {
      Phrase(missing("The letter does not say what was complained about.", "Add `points` under `letter`: a list."))
    } else {
      List(
        .numbered,
        personal.points.map { point in
          List.Item(typed(point.says)) { decision(on: point) }
        })
    }
  }

  @BlockBuilder private func decision(on point: PersonalPart.Point) -> [Block] {
    switch point.decision ?? finding {
    case "upheld": wording(.decidedUpheld)
    case "partly-upheld": wording(.decidedPartlyUpheld)
    case "not-upheld": wording(.decidedNotUpheld)
    default:
      Phrase(
        missing(
          "The letter does not say what was decided on the point “\(point.says.text)”.",
          "Write it as `{ point: …, decision: upheld, because: … }`, or `partly-upheld`, or `not-upheld`."))
    }
    if let because = point.because {
      wording(.decidedReason, [.reason: typed(because)])
    } else if (point.decision ?? finding) != "upheld", personal.reasons.isEmpty {
      Phrase(
        missing(
          "The letter gives no reason for its decision on the point “\(point.says.text)”.",
          "Add `because` to the point, or `reasons` to the letter."))
    }
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
    let decisions = personal.points.map { $0.decision ?? finding }
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
    guard isUpheld else { return [.paragraph(wording(.regret))] }
    let words =
      personal.apology
      ?? missing(
        "The letter has no apology, though the complaint was upheld.",
        "Add `apology` under `letter`: say what you are sorry for.")
    return [.section(Section(wording(.sorryTitle)) { typed(words) })]
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
      reasons(for: refusal, named: title(ofItem: refusal.item))
    }
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
      let where_ = wording(.leftRefer, [.refer: wording.rule("\(rule.id).refer-to", refer)])
      blocks.append(.paragraph(name == nil ? where_ : "\(where_) \(wording(.leftOfferStands))"))
    }
    blocks.append(.paragraph(wording(.refusedRule, [.paragraph: paragraphs(refusal.rule)])))
    return blocks
  }
}

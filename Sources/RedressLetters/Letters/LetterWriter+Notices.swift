import Redress
import RedressDocuments
import RedressFiles
import RedressSigning

extension LetterWriter {
  /// Before the last day to accept.
  var reminderLetter: Document {
    guard let award, let lastDay = award.lastDayToAccept else { return noOffer(.titleReminder) }
    if context.today < draft.offerDate {
      fault(
        offer.source.fault(
          .letterKind, says: "The offer is dated \(draft.offerDate), and today is \(context.today).",
          mend: "Send the offer first; a reminder comes after it."))
    }
    if context.today > lastDay {
      fault(
        offer.source.fault(
          .letterKind, says: "The last day to accept was \(lastDay), and today is \(context.today).",
          mend: "Write the letter that says that the offer has ended: `--kind lapse`."))
    }
    let blocks: [Block] = [
      .paragraph(wording(.reminderOpen, [.day: "\(draft.offerDate)", .amount: "\(strong: "\(draft.total)")"])),
      .paragraph(wording(.reminderBy, [.day: "\(strong: "\(lastDay)")"])), .paragraph(wording(.reminderHow)),
      .paragraph(wording(.acceptForm)), .paragraph(wording(.reminderHelp)),
    ]
    let rest = [Block.paragraph(rightsKept)] + nextSteps() + goodToKnow()
    return frame(
      .titleReminder, marking: .markingOther, dated: context.today, isDecision: false, blocks + rest,
      form: acceptanceForm(award))
  }

  /// After the last day: the offer has ended, and how it can be opened again.
  var lapseLetter: Document {
    guard let award, let lastDay = award.lastDayToAccept else { return noOffer(.titleLapse) }
    if context.today <= lastDay {
      fault(
        offer.source.fault(
          .letterKind, says: "The offer may be accepted until \(lastDay), and today is \(context.today).",
          mend: "Write a reminder: `--kind reminder`."))
    }
    let blocks: [Block] = [
      .paragraph(
        wording(
          .lapseOpen,
          [.day: "\(draft.offerDate)", .amount: "\(strong: "\(draft.total)")", .other: "\(strong: "\(lastDay)")"]))
    ]
    let renew: [Block] = [
      .section(
        Section(wording(.lapseRenewTitle)) {
          renewal.says
          if !renewal.isOpen { ruled(.accepting) }
        })
    ]
    return frame(
      .titleLapse, marking: .markingOther, dated: context.today, isDecision: false,
      blocks + [.paragraph(wording(.lapseAnswered))] + renew + nextSteps() + goodToKnow(isPaid: false))
  }

  /// Who may open a lapsed offer again, as the scheme says.
  private var renewal: (says: Phrase, isOpen: Bool) {
    for step in matrix.acceptance?.steps ?? [] {
      guard case .discretion(let decision, _) = step.outcome else { continue }
      let roles: [Ref<Role>] =
        switch matrix.decisions[ref: decision].who {
        case .anyOf(let roles), .jointly(let roles): roles
        case .authority: []
        }
      guard let role = roles.first else { continue }
      return (wording(.lapseRenew, [.role: wording.english("The \(words(matrix.roles[ref: role].title))")]), true)
    }
    return (wording(.lapseRenewNobody), false)
  }

  private func noOffer(_ title: LetterEntry) -> Document {
    fault(
      offer.source.fault(
        .letterKind, says: "There is no offer here that could lapse.",
        mend: "Give an offer of money under a scheme with a last day to accept."))
    return frame(title, marking: .markingOther, dated: context.today, [])
  }

  /// No new date could be agreed for an answer, so the person need not wait for it.
  var extensionLetter: Document {
    let rules = extensionRules
    let told = personal.points.isEmpty ? [] : [Block.section(Section(wording(.toldTitle)) { points })]
    let blocks =
      [.paragraph(wording(.extensionOpen)), .paragraph(wording(.extensionGoOn))] + told
      + nextSteps(
        after: (rules.isEmpty ? [.paragraph(wording(.extensionNotAgreed))] : rules)
          + [.paragraph(wording(.extensionChoice))])
    return frame(
      .titleExtension, marking: .markingOther, dated: context.today, closes: false,
      blocks + goodToKnow())
  }

  /// What the policy says where no new date was agreed. The case is not assessed yet, so its statements have no lines.
  private var extensionRules: [Block] {
    matrix.statements.compactMap { statement in
      guard let when = statement.when, let letter = statement.letter,
        when.facts.contains(where: { matrix.facts[ref: $0].name.contains("extension") }),
        explanation.given.facts.meets(when, under: matrix, calendar: context.calendar)
      else { return nil }
      return .paragraph(wording.rule(matrix.rules[ref: statement.rule].id, letter.say))
    }
  }
}

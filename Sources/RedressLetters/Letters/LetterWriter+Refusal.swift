import Redress
import RedressDocuments
import RedressFiles
import RedressSigning

extension LetterWriter {
  /// What a refusal is about, which sets its title and its first words.
  private enum RefusalKind {
    case late, time, finding, elsewhere, other

    var title: LetterEntry {
      switch self {
      case .late: .titleRefusedLate
      case .time: .titleRefusedTime
      case .finding: .titleRefusedFinding
      case .elsewhere: .titleRefusedElsewhere
      case .other: .titleRefused
      }
    }

    var opening: LetterEntry {
      switch self {
      case .late: .refusedOpenLate
      case .time: .refusedOpenTime
      case .finding: .refusedOpenFinding
      case .elsewhere: .refusedOpenElsewhere
      case .other: .refusedOpen
      }
    }
  }

  private var refusalKind: RefusalKind {
    guard let first = explanation.assessment.refusals.first else { return .other }
    if matrix.rules[ref: first.rule].kind == .window {
      return explanation.lateness(of: first.rule)?.decided == nil ? .time : .late
    }
    if finding == "not-upheld" { return .finding }
    let exclusion = matrix.exclusions.first { $0.rule == first.rule }
    return exclusion?.referTo == nil ? .other : .elsewhere
  }

  /// A decision that nothing is offered: the reasons, the rights and where to go.
  var refusalLetter: Document {
    let kind = refusalKind
    let blocks: [Block] =
      [.paragraph(wording(kind.opening))] + decided + [.section(Section(wording(.refusedTitle)) { reasons })]
      + actions + nextSteps(after: [.paragraph(wording(.refusedRights))]) + goodToKnow()
    return frame(kind.title, marking: .markingRefusal, dated: draft.offerDate, blocks)
  }

  @BlockBuilder private var reasons: [Block] {
    for refusal in explanation.assessment.refusals {
      reasons(for: refusal, named: refusal.item > 0 ? title(ofItem: refusal.item) : nil)
      lateness(of: refusal)
    }
    personal.reasons.map { Block.paragraph(typed($0)) }
    ruled(.leftOut)
  }

  /// Which day it came, which was the last, and what was decided about that and why.
  @BlockBuilder private func lateness(of refusal: Refusal) -> [Block] {
    if let late = explanation.lateness(of: refusal.rule) {
      if let lastDay = late.lastDay { wording(.refusedLate, [.day: "\(late.on)", .other: "\(lastDay)"]) }
      if let decided = late.decided {
        wording(.refusedDecided, [.day: "\(decided.on)", .reason: typed(words(decided.because))])
      }
    }
  }
}

import Redress

extension WorkedSum {
  /// Whether every item has an amount, so that there is a sum to show.
  var hasSum: Bool {
    explanation.assessment.lines.contains { if case .totalled = $0.finding { true } else { false } }
  }

  /// Item by item to the sum that is paid, each row with the line that it comes from.
  var sum: Section {
    Section(sumTitle) {
      Table(
        "Item by item, to what is paid", columns: [.figures("Line"), "For", "Paragraph", .figures("Amount")], rows: rows
      )
    }
  }

  /// A refusal has a sum only where an offer was made and accepted too late.
  private var sumTitle: Phrase {
    switch explanation.assessment.outcome {
    case .awarded: "The sum"
    case .refused: "The sum that was offered"
    case .undecided, .faulty: "The sum, if it is decided so"
    }
  }

  private var rows: [Table.Row] {
    let rows = explanation.assessment.lines.enumerated().compactMap { place, line -> Table.Row? in
      guard let label = label(line, place), let amount = explanation.amount(line) else { return nil }
      return Table.Row(["\(place + 1)", label, paragraphs(line), "\(amount)"])
    }
    let kept = explanation.assessment.items.filter { $0.keptOutBy == nil }
    let inKind = kept.filter(\.isInKind).reduce(Money.zero) { $0 + $1.amount }
    let given: [Table.Row] = inKind > .zero ? [.total("Given in kind", ["\(inKind)"])] : []
    return rows + given + [.total("To be paid", ["\(kept.reduce(.zero) { $0 + $1.payable })"])]
  }

  /// Of an item only the last line of its head counts: it is what the item was priced at.
  private func isLastOfItem(_ line: Line, _ place: Int) -> Bool {
    line.item > 0 && explanation.rule(line.rule).kind == .head
      && !explanation.assessment.lines[(place + 1)...].contains {
        $0.rule == line.rule && $0.item == line.item && explanation.amount($0) != nil
      }
  }

  private func label(_ line: Line, _ place: Int) -> Phrase? {
    if isLastOfItem(line, place) {
      let title = words(explanation.rule(line.rule).title)
      return explanation.assessment.items[line.item - 1].isInKind
        ? "Item \(line.item): \(title), in kind" : "Item \(line.item): \(title)"
    }
    switch line.finding {
    case .totalled: return "Total"
    case .deducted: return "Less already paid"
    case .setOff: return "Set against arrears"
    default: return nil
    }
  }

  /// What it all comes to, in one sentence or two.
  var lastLine: Phrase {
    let assessment = explanation.assessment
    switch assessment.outcome {
    case .awarded: return assessment.award.map { awarded($0) } ?? "No award."
    case .refused: return "Refused. No sum is due under this policy; the letter gives the reasons and the rights."
    case .undecided:
      let count = assessment.questions.count
      return count == 1 ? "Not decided: 1 question is open." : "Not decided: \(count) questions are open."
    case .faulty: return "Not assessed: the facts must be corrected first."
    }
  }

  private func awarded(_ award: Assessment.Award) -> Phrase {
    let inKind: Phrase? = award.inKind > .zero ? ", \(award.inKind) is given in kind" : nil
    let credited: Phrase? = award.setOff > .zero ? ", \(award.setOff) is credited to arrears" : nil
    let paid: Phrase? = award.alreadyPaid > .zero ? ", \(award.alreadyPaid) was paid before" : nil
    let excess: Phrase? = award.paidInExcess > .zero ? ", \(award.paidInExcess) was paid in excess" : nil
    let start: Phrase = "Offer \(award.gross + award.inKind): \(award.payable) is paid"
    var sentence = start
    for part in [credited, paid, excess, inKind] { if let part { sentence = "\(sentence)\(part)" } }
    sentence = "\(sentence)."
    if let who = Words(explanation.signers(of: award)) {
      sentence = "\(sentence) To be authorised by \(who)."
    }
    if let day = award.lastDayToAccept { sentence = "\(sentence) To be accepted by \(day)." }
    return sentence
  }
}

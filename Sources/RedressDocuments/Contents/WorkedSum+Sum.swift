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
    let items = explanation.assessment.items.indices.compactMap { itemRow($0) }
    let sums = explanation.assessment.lines.enumerated().compactMap { place, line -> Table.Row? in
      guard let label = label(line), let amount = explanation.amount(line) else { return nil }
      return Table.Row(["\(place + 1)", label, paragraphs(line), "\(amount)"])
    }
    let kept = explanation.assessment.items.filter { $0.keptOutBy == nil }
    let inKind = kept.filter(\.isInKind).reduce(Money.zero) { $0 + $1.amount }
    let given: [Table.Row] = inKind > .zero ? [.total("Given in kind", ["\(inKind)"])] : []
    return items + sums + given + [.total("To be paid", ["\(kept.reduce(.zero) { $0 + $1.payable })"])]
  }

  /// An item that counts, at the amount that it came to in the end, with the line that set it: the last of its head
  /// or, where heads met, of their combination.
  private func itemRow(_ index: Int) -> Table.Row? {
    let item = explanation.assessment.items[index]
    guard item.keptOutBy == nil, let (number, line) = explanation.pricing(of: index + 1) else { return nil }
    let head = explanation.matrix.heads[ref: item.head].rule
    let title = words(explanation.rule(head).title)
    var label: Phrase = "Item \(index + 1): \(title)"
    if line.rule != head { label = "\(label), after \(words(explanation.rule(line.rule).title))" }
    if item.isInKind { label = "\(label), in kind" }
    return Table.Row(["\(number)", label, paragraphs(line), "\(item.amount)"])
  }

  private func label(_ line: Line) -> Phrase? {
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

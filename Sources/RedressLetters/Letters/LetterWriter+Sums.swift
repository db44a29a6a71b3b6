import Redress
import RedressDocuments
import RedressFiles
import RedressSigning

extension LetterWriter {
  /// One line for each item, then the total, what comes off it, and what is paid.
  func sums(_ award: Assessment.Award) -> [Block] {
    let table = Table(
      wording(.sumsCaption),
      columns: [.init(wording(.sumsFor)), .init(wording(.sumsHow)), .figures(wording(.sumsAmount))],
      rows: keptItems.map(row) + totals(award))
    return [
      .section(
        Section(wording(.sumsTitle)) {
          table
          if award.payees > 1 {
            List(.bulleted, award.shares.map { List.Item(wording(.sumsShare, [.amount: "\($0)"])) })
          }
          if award.paidInExcess > .zero { wording(.sumsExcess, [.amount: "\(award.paidInExcess)"]) }
          ruled(.offer)
        })
    ]
  }

  /// The items that count, by their number from 1.
  var keptItems: [Int] {
    explanation.assessment.items.indices.filter { explanation.assessment.items[$0].keptOutBy == nil }.map { $0 + 1 }
  }

  /// What an item is for, in the letter's words.
  func title(ofItem number: Int) -> Phrase {
    let head = matrix.heads[ref: explanation.given.facts.heads[number - 1]]
    let rule = matrix.rules[ref: head.rule]
    return wording.rule(rule.id, head.letter ?? rule.title)
  }

  private func row(_ number: Int) -> Table.Row {
    let item = explanation.assessment.items[number - 1]
    return Table.Row(title(ofItem: number), [working(number), "\(item.amount)"])
  }

  private func totals(_ award: Assessment.Award) -> [Table.Row] {
    var rows: [Table.Row] = [.total(wording(.sumsTotal), ["\(award.gross + award.inKind)"])]
    if award.inKind > .zero, award.gross > .zero { rows.append(.total(wording(.sumsNotMoney), ["−\(award.inKind)"])) }
    if award.alreadyPaid > .zero { rows.append(.total(wording(.sumsLessPaid), ["−\(award.alreadyPaid)"])) }
    if award.setOff > .zero { rows.append(.total(wording(.sumsCredited), ["−\(award.setOff)"])) }
    if award.gross > .zero, award.payable != award.gross + award.inKind {
      rows.append(.total(wording(.sumsToPay), ["\(award.payable)"]))
    }
    return rows
  }

  // MARK: How an item was worked out

  private func working(_ number: Int) -> Phrase {
    var parts: [Phrase] = []
    if let days = explanation.days(of: number) {
      parts.append(wording(.sumsDates, [.from: "\(days.first)", .to: "\(days.last)"]))
    }
    parts += basis(number)
    if let reason = explanation.given.reasons.first(where: { $0.item == number })?.because.flatMap({ Words($0) }) {
      parts.append(wording(.sumsReason, [.reason: typed(reason)]))
    }
    let item = explanation.assessment.items[number - 1]
    if item.isInKind { parts.append(wording(.sumsInKind, [.form: form(item), .amount: "\(item.amount)"])) }
    if let line = explanation.pricing(of: number)?.line {
      parts.append(wording(.sumsRule, [.paragraph: paragraphs(explanation.citations(of: line))]))
    }
    return parts.dropFirst().reduce(parts.first ?? wording.english("not stated")) { "\($0) \($1)" }
  }

  /// The level and its range, the receipts or, for any other price, the sum itself.
  private func basis(_ number: Int) -> [Phrase] {
    if let band = explanation.band(of: number) {
      let level = wording.english(Phrase(words(band.title)))
      if let to = band.level.to {
        return [wording(.sumsBand, [.level: level, .from: "\(band.level.from)", .to: "\(to)"])]
      }
      return [wording(.sumsBandOpen, [.level: level, .from: "\(band.level.from - Money(pence: 1))"])]
    }
    if isJudged(number) {
      if explanation.given.reasons.first(where: { $0.item == number })?.because == nil {
        _ = missing(
          "The letter gives no reason for the sum of item \(number), which a person judged.",
          "Add `by` and `because` to the item.")
      }
      return [wording(.sumsJudged)]
    }
    let receipts = explanation.receipts(of: number)
    if !receipts.isEmpty {
      let list = receipts.map { receipt -> Phrase in
        Words(receipt.words).map { "\(typed($0)) \(receipt.amount)" } ?? "\(receipt.amount)"
      }
      return [wording(.sumsReceipts, [.list: wording.list(list) ?? "\(Money.zero)"])]
    }
    for line in explanation.assessment.lines where line.item == number {
      switch line.finding {
      case .evidenced: return [wording(.sumsEvidence)]
      case .unproven: return [wording(.sumsUnproven)]
      default: continue
      }
    }
    return Words(explanation.working(of: number)).map { [wording.english(Phrase($0))] } ?? []
  }

  private func isJudged(_ number: Int) -> Bool {
    let head = matrix.heads[ref: explanation.assessment.items[number - 1].head]
    if case .judgement = head.price.kind { return true }
    return false
  }

  /// The form in which an item is given, such as flowers.
  func form(_ item: Assessment.Item) -> Phrase {
    guard let place = item.form, let forms = matrix.heads[ref: item.head].forms else {
      return wording.english(Phrase(words(matrix.rules[ref: matrix.heads[ref: item.head].rule].title)))
    }
    return wording.english(Phrase(words(matrix.facts[ref: forms.fact].choices[Int(place)].title)))
  }
}

import Redress
import RedressDocuments
import RedressFiles
import RedressSigning

extension LetterWriter {
  /// How and when it is paid, and what is needed first.
  func payment(_ award: Assessment.Award) -> [Block] {
    var phrases: [Phrase] = []
    if award.payable > .zero {
      phrases.append(wording(.payForm))
      phrases.append(wording(.payChoose))
      phrases.append(wording(.payNoEmail))
      if let within = organisation.scheme(matrix.scheme)?.payWithin {
        phrases.append(wording(.payWithin, [.period: wording.period(within)]))
      }
    } else if award.gross > .zero {
      phrases.append(wording(.payNothing))
    }
    if award.inKind > .zero { phrases.append(wording(.payInKind, [.form: formsInKind])) }
    let title = wording(award.gross > .zero ? .payTitle : .payTitleInKind)
    return [.section(Section(title) { phrases.map { Block.paragraph($0) } + ruled(.payment) })]
  }

  /// What is credited to which debt and what is left of it; nothing for somebody who owes nothing.
  func arrears(_ award: Assessment.Award) -> [Block] {
    guard let setOff = matrix.setOff, !debts.isEmpty else { return [] }
    let credited = explanation.debts
    let disputed = setOff.disputed.flatMap { explanation.given.facts.value($0) }.map { Money(pence: $0) } ?? .zero
    return [
      .section(
        Section(wording(.arrearsTitle)) {
          for debt in debts {
            Block.paragraph(says(of: debt, credited.first { $0.name == debt.name }?.credited ?? .zero))
          }
          if !creditedHeads.isEmpty, creditedHeads.count < keptItems.count {
            wording(.arrearsFrom, [.list: wording.list(creditedHeads) ?? "none"])
          }
          if disputed > .zero { wording(.arrearsDisputed, [.amount: "\(disputed)"]) }
          wording(.arrearsDay, [.day: "\(draft.offerDate)"])
          if canBeSetOff { wording(.arrearsAgain) }
          ruled(.arrears)
          wording(.arrearsDispute)
        })
    ]
  }

  /// Whether anything that is offered may be set against debts, on this day or another.
  private var canBeSetOff: Bool {
    keptItems.contains { number in
      let item = explanation.assessment.items[number - 1]
      return !item.isInKind && matrix.heads[ref: item.head].allowsSetOff
    }
  }

  /// The items that give something for the debts.
  private var creditedHeads: [Phrase] {
    keptItems.filter { explanation.assessment.items[$0 - 1].setOff > .zero }.map { title(ofItem: $0) }
  }

  /// The debts that were stated, each with what is owed.
  private var debts: [(name: String, title: String, owed: Money)] {
    (matrix.setOff?.debts ?? []).compactMap { ref in
      guard let owed = explanation.given.facts.value(ref), owed > 0 else { return nil }
      let name = matrix.facts[ref: ref].name
      let title = name.split(separator: "-").filter { $0 != "arrears" }.joined(separator: " ")
      return (name, title.isEmpty ? "arrears" : title, Money(pence: owed))
    }
  }

  private func says(of debt: (name: String, title: String, owed: Money), _ credited: Money) -> Phrase {
    let owed = wording(.arrearsDebt, [.amount: "\(debt.owed)", .name: wording.english(Phrase(words(debt.title)))])
    if credited == .zero { return "\(owed) \(wording(.arrearsUnchanged))" }
    let rest = wording(.arrearsCredited, [.amount: "\(strong: "\(credited)")", .other: "\(debt.owed - credited)"])
    return "\(owed) \(rest)"
  }

  /// How to say yes or no, by when, and what saying yes does not end.
  func accepting(_ award: Assessment.Award) -> [Block] {
    [
      .section(
        Section(wording(.acceptTitle)) {
          wording(.acceptForm)
          if keptItems.count > 1 { wording(.acceptSome) }
          if let day = award.lastDayToAccept {
            "\(wording(.acceptBy, [.day: "\(strong: "\(day)")"])) \(wording(.acceptAfter))"
          }
          ruled(.accepting)
          rightsKept
        })
    ]
  }

  /// What saying yes does not end.
  var rightsKept: Phrase {
    wording(chosenOmbudsman?.isTribunal ?? false ? .acceptRightsTribunal : .acceptRights)
  }

  /// What is good to know with any letter: benefits, other formats, whom to ask, personal data.
  func goodToKnow(isPaid: Bool = true) -> [Block] {
    let contact = contact(organisation.contacts, of: organisation.name)
    return [
      .section(
        Section(wording(.knowTitle)) {
          if isPaid, award.map({ $0.gross > .zero }) ?? false { wording(.knowBenefits) }
          if let person = personal.contact { wording(.knowPerson, [.name: typed(person)]) }
          if let contact { definitions(contact) }
          wording(.knowFormats)
          wording.english(Phrase(organisation.dataProtection))
        })
    ]
  }
}

import Redress
import RedressDocuments
import RedressFiles
import RedressSigning

extension LetterWriter {
  /// The last page: a form to send back.
  func acceptanceForm(_ award: Assessment.Award) -> [Block] {
    let total = award.gross + award.inKind
    let about: [WordsTemplate.Value: Phrase] = [.amount: "\(total)", .day: "\(draft.offerDate)"]
    let contact = contact(organisation.contacts, of: organisation.name)
    let isTribunal = chosenOmbudsman?.isTribunal ?? false
    return [
      .pageBreak,
      .section(
        Section(wording(.formTitle)) {
          if let phone = contact?.phone {
            "\(wording(.formIntro)) \(wording(.formPhone, [.phone: Phrase(phone)]))"
          } else {
            wording(.formIntro)
          }
          Definitions(
            [
              .init(wording(.formTo), joined([organisation.name] + organisation.returnAddress))
            ] + replyBy(award) + [
              .init(wording(.headReference), "\(strong: Phrase(words(explanation.given.name)))"),
              .init(wording(.formAboutLabel), wording(award.gross > .zero ? .formAbout : .formInKind, about)),
            ])
          Form([.line(wording(.formName)), .line(wording(.formPhoneNumber))] + answers + [.box(wording(.formWhy))])
          if award.payable > .zero { payment }
          if award.setOff > .zero { consent }
          Form([.line(wording(.formJoint)), .line(wording(.formFormats))])
          Block.note(Note(.information, wording(isTribunal ? .formKeptTribunal : .formKept)))
          Form([.line(wording(.formSignature)), .line(wording(.formDate)), .line(wording(.formSpoken))])
        }),
    ]
  }

  private func replyBy(_ award: Assessment.Award) -> [Definitions.Entry] {
    award.lastDayToAccept.map { [.init(wording(.formReply), "\(strong: "\($0)")")] } ?? []
  }

  private var answers: [Form.Field] {
    var fields: [Form.Field] = [.choice(wording(.formAll))]
    if keptItems.count > 1 {
      fields.append(.choice(wording(.formSome)))
      fields += keptItems.map { number in
        let item = explanation.assessment.items[number - 1]
        let title = title(ofItem: number)
        let name: Phrase = item.isInKind ? "\(title), \(form(item))" : title
        return .choice(wording(.formPart, [.name: name, .amount: "\(item.amount)"]))
      }
    }
    return fields + [.choice(wording(.formNone))]
  }

  @BlockBuilder private var payment: [Block] {
    wording(.formPay)
    let hasAccount = offer.references.contains { $0.name == "rent-account" }
    Form(
      [.choice(wording(.formPayBank)), .choice(wording(.formPayCheque))]
        + (hasAccount ? [.choice(wording(.formPayAccount))] : []))
  }

  /// Asked for only where the scheme wants the person's agreement to a set-off.
  @BlockBuilder private var consent: [Block] {
    if matrix.setOff?.consent != nil {
      Form([.choice(wording(.formConsent)), .choice(wording(.formNoConsent))])
    }
  }
}

import Redress
import RedressDocuments
import RedressFiles
import RedressSigning

extension LetterWriter {
  /// Where to go next: the next stage, and the ombudsman or tribunal that this kind of complaint belongs to.
  func nextSteps(after first: [Block] = []) -> [Block] {
    [
      .section(
        Section(wording(.nextTitle)) {
          first
          ruled(.nextSteps)
          ombudsman
        })
    ]
  }

  @BlockBuilder private var ombudsman: [Block] {
    if let found = chosenOmbudsman {
      let name = wording.english(Phrase(found.name))
      Block.section(
        Section(wording(.ombudsmanTitle, [.name: name])) {
          wording(found.isTribunal ? .ombudsmanTribunal : .ombudsmanIntro, [.name: name])
          if let contact = contact(found.contacts, of: found.name) { definitions(contact) }
        })
    }
  }

  /// The one that the policy chooses for this kind of complaint, or that the organisation names for the scheme.
  var chosenOmbudsman: Organisation.Ombudsman? {
    let id: String
    if let choice = matrix.ombudsman {
      guard let place = explanation.given.facts.ombudsman(under: matrix, calendar: context.calendar) else {
        let fact = matrix.facts[ref: choice.fact]
        _ = missing(
          "The case does not say to which ombudsman or tribunal the complaint belongs, and the policy suggests none.",
          "Add `\(fact.name)` under `facts`: \(fact.choices.map(\.name).joined(separator: ", ")).")
        return nil
      }
      id = matrix.facts[ref: choice.fact].choices[Int(place)].name
    } else if let named = organisation.scheme(matrix.scheme)?.ombudsman {
      id = named
    } else {
      fault(
        organisation.source.fault(
          .letterMissing, says: "Nobody says which ombudsman complaints under \(matrix.scheme) belong to.",
          mend: "Add `schemes: { \(matrix.scheme): { ombudsman: … } }` to the organisation file."))
      return nil
    }
    if let found = organisation.ombudsmen.first(where: { $0.id == id }) { return found }
    fault(
      organisation.source.fault(
        .letterMissing, says: "The organisation file has no ombudsman or tribunal `\(id)`.",
        mend: "Add it under `ombudsmen`, with its name and contacts."))
    return nil
  }

  // MARK: The record sheet

  /// How the letter can be checked, by those who want to.
  var record: [Block] {
    let record = offer
    let edition: Phrase = "\(words(matrix.scheme)) \(words(matrix.edition)), \(code: words(record.editionDigest.text))"
    var entries: [Definitions.Entry] = [
      .init(wording(.recordDigest), "\(code: words(record.digest.text))"), .init(wording(.recordEdition), edition),
      .init(wording(.recordAuthor), "\(words(record.author))"),
    ]
    let signers = subject.signatures.map { signed($0) }
    if let signers = wording.list(signers) {
      entries.append(.init(wording(.recordSigners), signers))
    }
    return [
      .section(
        Section(wording(.recordTitle)) {
          subject.isSigned ? wording(.recordIntro) : wording(.recordDraft)
          Definitions(entries)
          commands
        })
    ]
  }

  @BlockBuilder private var commands: [Block] {
    for signature in subject.signatures {
      wording(.recordOpenssh)
      Block.lines(VerifyCommand(offer, path: context.path, officer: signature.signer.officer.id).lines)
    }
    let name = ShellWord(context.path.split(separator: "/").last.map(String.init) ?? context.path)
    wording(.recordOurs)
    Block.lines(["\(code: words("redress verify \(name.quoted) --officers OFFICERS"))"])
  }
}

extension Organisation.Ombudsman {
  /// A tribunal decides; an ombudsman can also be asked for help.
  var isTribunal: Bool { id.contains("tribunal") }
}

import Redress
import RedressDocuments
import RedressFiles
import RedressSigning

/// Writes the parts of a letter and collects what is missing.
final class LetterWriter {
  let subject: LetterSubject
  let context: LetterContext
  let wording: Wording
  private var faults = FaultList()

  init(_ subject: LetterSubject, _ context: LetterContext) throws(FaultList) {
    self.subject = subject
    self.context = context
    wording = try Wording(context.language, context.organisation)
  }

  /// The decision. ``document(_:)`` writes a letter that needs one only where there is one.
  var draft: Draft {
    guard let draft = subject.draft else { preconditionFailure("a letter of a decision needs one") }
    return draft
  }

  /// The record of the decision.
  var offer: OfferRecord {
    guard let record = subject.record else { preconditionFailure("a letter of a decision needs its record") }
    return record
  }

  var explanation: Explanation { subject.explanation }
  var matrix: Matrix { explanation.matrix }
  var organisation: Organisation { context.organisation }
  var personal: PersonalPart { context.personal }

  func document(_ kind: LetterKind) throws(FaultList) -> Document {
    if subject.draft == nil, kind != .extensionNotAgreed {
      throw FaultList(
        context.place.fault(
          .letterKind, says: "This is a case, and the letter `\(kind.rawValue)` is written of a decision.",
          mend: "Draft the decision with `redress offer`, and give the file that it writes."))
    }
    if let misfit = misfit(kind) { throw FaultList(misfit) }
    let document =
      switch kind {
      case .offer: offerLetter
      case .refusal: refusalLetter
      case .reminder: reminderLetter
      case .lapse: lapseLetter
      case .extensionNotAgreed: extensionLetter
      case .financeSheet: FinanceSheet(draft, offer, subject.signatures, context).document
      }
    try faults.throwIfAny()
    return document
  }

  /// Why a letter of this kind cannot be written of this decision; `nil` where it can.
  private func misfit(_ kind: LetterKind) -> Fault? {
    guard let draft = subject.draft else { return nil }
    func fault(_ says: String, _ mend: String) -> Fault { offer.source.fault(.letterKind, says: says, mend: mend) }
    switch (kind, draft.decision) {
    case (.offer, .refusal): return fault("This is a refusal, and no offer.", "Leave `--kind` out, or write `refusal`.")
    case (.refusal, .offer): return fault("This is an offer, and no refusal.", "Leave `--kind` out, or write `offer`.")
    case (.extensionNotAgreed, _):
      return fault(
        "This is a decision, and that letter decides nothing.", "Give the file of a case that is not decided yet.")
    default: return nil
    }
  }

  // MARK: What is missing

  /// Notes that the letter needs something, and gives words to go on with; nobody sees them.
  func missing(_ says: String, _ mend: String) -> Words {
    let fault = context.place.fault(.letterMissing, says: says, mend: mend)
    if !faults.faults.contains(fault) { faults.add(fault) }
    return "missing"
  }

  func fault(_ fault: Fault) {
    if !faults.faults.contains(fault) { faults.add(fault) }
  }

  // MARK: Words

  func words(_ text: String) -> Words { Words(text, ifBlank: "not stated").keptTogether }

  /// Words that the case manager typed.
  func typed(_ words: Words) -> Phrase { wording.typed(words, in: personal.written) }

  /// What the rules that hold for this case say in a part of the letter.
  func ruled(_ part: LetterWords.Part) -> [Block] {
    let blocks = explanation.assessment.lines.compactMap { line -> Block? in
      guard line.finding == .carried,
        let statement = (matrix.payment + matrix.statements).first(where: { $0.rule == line.rule }),
        let letter = statement.letter, letter.part == part
      else { return nil }
      return .paragraph(wording.rule(matrix.rules[ref: statement.rule].id, letter.say))
    }
    return blocks.reduce(into: [Block]()) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The paragraphs of the policy that a rule rests on, as people read them.
  func paragraphs(_ rule: Ref<Rule>) -> Phrase { paragraphs(matrix.rules[ref: rule].citations) }

  func paragraphs(_ citations: [Redress.Citation]) -> Phrase {
    wording.english(MatrixParagraphs(matrix).phrase(citations))
  }

  var policy: Phrase { wording.english("\(words(matrix.title))") }

  // MARK: Contacts

  /// What holds of some contacts on the day of the letter.
  func contact(_ contacts: [Organisation.Contact], of name: Words) -> Organisation.Contact? {
    if let contact = contacts.first(where: { $0.days.contains(context.today) }) { return contact }
    fault(
      organisation.source.fault(
        .contactDays,
        says:
          "The organisation file has no contact of \(name.text) that holds on \(context.today), the day of the letter.",
        mend: "Find out how \(name.text) is reached now, and add it with `from` and `checked-on`."))
    return nil
  }

  func definitions(_ contact: Organisation.Contact) -> Definitions {
    let lines: [(LetterEntry, Words?)] = [
      (.contactPhone, contact.phone), (.contactHours, contact.hours), (.contactEmail, contact.email),
      (.contactWeb, contact.web),
    ]
    let entries = lines.compactMap { entry, words in
      (words?.keptTogether).map {
        Definitions.Entry(wording(entry), entry == .contactHours ? wording.english(Phrase($0)) : Phrase($0))
      }
    }
    let post = contact.post.isEmpty ? [] : [Definitions.Entry(wording(.contactPost), joined(contact.post))]
    return Definitions(entries + post)
  }

  func joined(_ lines: [Words]) -> Phrase {
    lines.dropFirst().reduce(lines.first.map { Phrase($0) } ?? "none") { "\($0), \($1)" }
  }

  // MARK: The frame of every letter

  func frame(
    _ title: LetterEntry, marking: LetterEntry, dated day: CivilDate, closes: Bool = true, isDecision: Bool = true,
    _ blocks: [Block],
    form: [Block] = []
  ) -> Document {
    let name = Phrase(words(explanation.given.name))
    let marking = subject.isSigned || !closes ? nil : wording(marking)
    return Document(wording(title), language: wording.language, marking: marking) {
      letterhead(dated: day, reference: name)
      foreignNote(in: blocks + form)
      blocks
      closing(isDecision: closes && isDecision)
      if closes, isDecision { record }
      form
    }
  }

  @BlockBuilder private func letterhead(dated day: CivilDate, reference: Phrase) -> [Block] {
    if let logo = organisation.logo { [Block.picture(wording.english(logo))] }
    Block.lines([Phrase(organisation.name)] + organisation.address.map { Phrase($0) })
    Block.lines(reader.map { Phrase($0) })
    Definitions(
      [.init(wording(.headDate), "\(day)"), .init(wording(.headReference), "\(strong: reference)")] + stage
        + [.init(wording(.headPolicy), policy)])
    wording(.greeting, [.name: Phrase(personal.dear ?? reader[0])])
  }

  private var reader: [Words] {
    if !personal.to.isEmpty { return personal.to }
    return [missing("The letter does not say to whom it goes.", "Add `to` under `letter`: the name, then the address.")]
  }

  private var stage: [Definitions.Entry] {
    if let stage = personal.stage { return [.init(wording(.headStage), typed(stage))] }
    guard matrix.review != nil else { return [] }
    let isReview = explanation.given.facts.isReview(under: matrix)
    return [.init(wording(.headStage), wording(isReview ? .stageTwo : .stageOne))]
  }

  /// The reader is told where parts of the letter are in another language than theirs.
  private func foreignNote(in blocks: [Block]) -> [Block] {
    wording.isEnglish ? [] : [.note(Note(.information, wording(.foreignNote)))]
  }

  @BlockBuilder private func closing(isDecision: Bool) -> [Block] {
    wording(.close)
    if !isDecision {
      Block.lines([Phrase(organisation.name)])
    } else if subject.isSigned {
      for signature in subject.signatures { Block.lines([signed(signature), Phrase(organisation.name)]) }
    } else {
      if draft.required.origin == .nobody {
        wording(.closeUnsignedNobody)
      } else {
        wording(.closeUnsigned, [.role: wording.english(SignersWords(draft).needed)])
      }
    }
  }

  /// The post that somebody signs in; a manager's own one, as far as the scheme knows it.
  private func title(of signer: Authorised.Signer) -> String? {
    if signer.role != RequiredSignatures.managerRole { return explanation.title(ofRole: signer.role) }
    let posts = signer.officer.posts.filter { $0.days.contains(draft.offerDate) }.map(\.role)
    return matrix.roles.first { posts.contains($0.name) }?.title
  }

  func signed(_ signature: SignedOffer.Signature) -> Phrase {
    let signer = signature.signer
    let name = Phrase(words(signer.officer.name))
    guard let title = title(of: signer) else { return name }
    let role = wording.english(Phrase(words(title)))
    return wording(signer.standsInFor == nil ? .recordSigner : .recordDeputy, [.name: name, .role: role])
  }
}

import Redress
import RedressDocuments
import RedressFiles
import RedressSigning

/// One page for finance that goes with an offer: who had the authority, how the sum comes about, what is posted where.
///
/// It is a paper of the house and always in English.
struct FinanceSheet {
  private let draft: Draft
  private let record: OfferRecord
  private let signatures: [SignedOffer.Signature]
  private let context: LetterContext

  init(_ draft: Draft, _ record: OfferRecord, _ signatures: [SignedOffer.Signature], _ context: LetterContext) {
    self.draft = draft
    self.record = record
    self.signatures = signatures
    self.context = context
  }

  private var explanation: Explanation { draft.explanation }
  private var matrix: Matrix { explanation.matrix }

  var document: Document {
    let marking: Phrase? = !signatures.isEmpty ? nil : "Draft: not signed, nothing to pay"
    return Document("Finance sheet: \(words(explanation.given.name))", marking: marking) {
      particulars
      authority
      working
      if case .offer(let award) = draft.decision { postings(award) }
    }
  }

  private var particulars: Definitions {
    let references = record.references
    return Definitions(
      [
        .init("Decision", decision), .init("Policy", "\(words(matrix.title)), edition \(words(matrix.edition))"),
        .init("Offer date", "\(draft.offerDate)"), .init("Last day to accept", lastDay),
        .init("Record", "\(code: words(record.digest.text))"),
      ]
        + references.compactMap { reference in
          Words(reference.name.replacingHyphens).map { .init("\($0)", "\(words(reference.text))") }
        })
  }

  private var decision: Phrase {
    switch draft.decision {
    case .offer(let award): "an offer of \(award.gross + award.inKind)"
    case .refusal: "a refusal; nothing is paid"
    }
  }

  private var lastDay: Phrase {
    if case .offer(let award) = draft.decision, let day = award.lastDayToAccept { return "\(day)" }
    return "none"
  }

  // MARK: Authority

  private var authority: Section {
    Section("Authority") {
      Definitions(
        [
          .init("Authority measured on", "\(draft.required.measured)"), .init("Needed", SignersWords(draft).needed),
          .init("Laid down in", origin), .init("Prepared by", "\(words(draft.author))"),
        ] + signers)
    }
  }

  private var origin: Phrase {
    switch draft.required.origin {
    case .policy(let citations): MatrixParagraphs(matrix).phrase(citations)
    case .house(let source): "\(words(source))"
    case .manager: "house rule: a refusal is signed by the author's manager"
    case .nobody: "nowhere; it cannot be signed"
    }
  }

  private var signers: [Definitions.Entry] {
    if signatures.isEmpty { return [.init("Signed by", "nobody yet")] }
    return signatures.map { signature in
      let signer = signature.signer
      let other = signer.standsInFor.flatMap { Words($0) }.map { Phrase(", for \($0)") }
      let role = words(explanation.title(ofRole: signer.role))
      let name: Phrase = "\(words(signer.officer.name)), \(role)"
      return .init(
        "Signed by", "\(other.map { "\(name)\($0)" } ?? name), key \(code: words(signature.key.fingerprint))")
    }
  }

  // MARK: Working

  private var working: Section {
    Section("Working") {
      Table(
        "Item by item", columns: [.figures("Line"), "For", "Working", .figures("Amount")], rows: rows,
        ifNone: "Nothing is offered.")
    }
  }

  private var rows: [Table.Row] {
    guard case .offer(let award) = draft.decision else { return [] }
    let items = explanation.assessment.items.indices.compactMap { row($0 + 1) }
    var totals: [Table.Row] = [.total("Gross", ["\(award.gross)"])]
    if award.inKind > .zero { totals.append(.total("In kind, no money", ["\(award.inKind)"])) }
    if award.alreadyPaid > .zero { totals.append(.total("Already paid", ["−\(award.alreadyPaid)"])) }
    if award.setOff > .zero { totals.append(.total("Set against arrears", ["−\(award.setOff)"])) }
    return items + totals + [.total("Payable", ["\(award.payable)"])]
  }

  private func row(_ number: Int) -> Table.Row? {
    let item = explanation.assessment.items[number - 1]
    guard item.keptOutBy == nil, let pricing = explanation.pricing(of: number) else { return nil }
    let title = matrix.rules[ref: matrix.heads[ref: item.head].rule].title
    return Table.Row([
      "\(pricing.number)", "\(words(title))", "\(words(explanation.says(pricing.line)))", "\(item.amount)",
    ])
  }

  // MARK: Postings

  private func postings(_ award: Assessment.Award) -> Section {
    Section("Postings, once it is accepted") {
      Table(
        "Payments", columns: ["Payee", "For", "Method", "Cost code", .figures("Amount")],
        rows: payments + (payments.isEmpty ? [] : [.total("Payments", ["\(award.payable)"])]),
        ifNone: "Nothing is paid out.")
      Table(
        "Credits to accounts", columns: ["Account", "Narrative", .figures("Amount")],
        rows: credits + (credits.isEmpty ? [] : [.total("Credits", ["\(award.setOff)"])]),
        ifNone: "Nothing is credited.")
      Phrase("Set-off and payment are settled again on the balance of the day of acceptance. \(together(award))")
    }
  }

  private func together(_ award: Assessment.Award) -> Phrase {
    "Together they come to \(award.gross - award.alreadyPaid)."
  }

  private var payee: Words { context.personal.to.first ?? "the resident" }

  private func reference(_ name: String) -> Words {
    words(record.references.first { $0.name == name }?.text ?? "")
  }

  private var payments: [Table.Row] {
    explanation.assessment.items.filter { $0.keptOutBy == nil && $0.payable > .zero }.map { item in
      let head = matrix.heads[ref: item.head]
      let form = item.form.flatMap { place in
        head.forms.map { matrix.facts[ref: $0.fact].choices[Int(place)].title }
      }
      return Table.Row([
        Phrase(payee), "\(words(matrix.rules[ref: head.rule].title))", "\(words(form ?? "as the form says"))",
        "\(reference("cost-code"))", "\(item.payable)",
      ])
    }
  }

  private var credits: [Table.Row] {
    let heads = explanation.assessment.items.filter { $0.setOff > .zero }.map { matrix.heads[ref: $0.head].name }
    return explanation.debts.filter { $0.credited > .zero }.map { debt in
      let account = debt.name.hasPrefix("rent") ? "rent-account" : debt.name.replacingOccurrence
      let narrative = "compensation, \(explanation.given.name), \(unique(heads).joined(separator: " and "))"
      return Table.Row(["\(reference(account)) (\(words(debt.name)))", "\(words(narrative))", "\(debt.credited)"])
    }
  }

  private func unique(_ names: [String]) -> [String] {
    names.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private func words(_ text: String) -> Words { Words(text, ifBlank: "not stated") }
}

/// The paragraphs that a rule rests on, as people read them.
struct MatrixParagraphs {
  private let matrix: Matrix

  init(_ matrix: Matrix) { self.matrix = matrix }

  func phrase(_ citations: [Redress.Citation]) -> Phrase {
    let places = citations.reduce(into: [String]()) {
      if !$0.contains(matrix.shown($1)) { $0.append(matrix.shown($1)) }
    }
    // Their names hold commas and "and", so that a list of them is told apart by semicolons.
    let phrases = places.compactMap { Words($0) }.map { Phrase($0) }
    return phrases.dropFirst().reduce(phrases.first ?? "no paragraph") { "\($0); \($1)" }
  }
}

extension String {
  /// `rent-account` as `Rent account`.
  fileprivate var replacingHyphens: String {
    let text = String(map { $0 == "-" ? " " : $0 })
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  /// The reference of the account that a debt stands on: `service-charge-arrears` as `service-charge-account`.
  fileprivate var replacingOccurrence: String {
    hasSuffix("-arrears") ? dropLast("arrears".count) + "account" : self
  }
}

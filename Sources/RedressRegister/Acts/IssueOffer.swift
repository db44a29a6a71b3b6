import Redress
import RedressFiles
import RedressSigning

extension RegisterWriting {
  /// A document as it is sent.
  public struct SentDocument: Sendable {
    /// The name of its file, without the folder.
    public let name: String
    /// Its exact bytes.
    public let bytes: [UInt8]

    /// A document as it is sent.
    public init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// Records that a decision was sent. Only a signed one can be, which its type says.
  ///
  /// The time to accept counts from the day of sending where that is later than the date on the offer. A decision
  /// whose place this one takes is superseded from here.
  public func issue(
    _ number: Int, _ signed: SignedOffer, _ assessed: AssessedCase, documents: [SentDocument]
  ) throws -> ActOutcome {
    var life = try life(number)
    let sent = documents.map { Issued.Document(name: $0.name, digest: Digest(of: $0.bytes)) }
    let lastDay = AcceptanceTime(assessed, life).lastDay(sentOn: stamp.on)
    let act = Act.issued(Issued(documents: sent, lastDay: lastDay))
    if life.state != .withdrawn, life.state != .superseded, let event = try earlier(in: life, { $0.act == act }) {
      return ActOutcome(life: life, event: event, isRepeated: true)
    }
    try check(life.drafted.offerDate, "that stands on it. A letter is not sent before its date")
    try checkAlreadyPaid(life, assessed)
    for document in documents { try keep(document.bytes, .document) }
    let event = try append(act, to: &life)
    if let replaced = life.drafted.supersedes {
      var replaced = try self.life(replaced)
      // What the person accepted stands until they accept what is to take its place. A decision that was never sent was
      // superseded when its revision was drafted.
      if replaced.acceptance == nil, replaced.pendingRevision == number {
        try append(.superseded(by: number), to: &replaced)
      }
    }
    return ActOutcome(life: life, event: event, isRepeated: false)
  }

  /// What was paid on the decision before, and what that one stated as paid before it, must be what this one states as
  /// already paid. Less would be paid twice, and more was never paid.
  func checkAlreadyPaid(_ life: OfferLife, _ assessed: AssessedCase) throws {
    guard let number = life.drafted.supersedes else { return }
    let before = try self.life(number)
    if let listed = try reading.openRunEntries(of: before).first {
      throw ActRefusal(
        .run,
        "Run \(listed.run) lists \(listed.amount) of offer \(number) by \(listed.method). "
          + "Record that it was paid, or take it off the run, before another decision takes its place: "
          + "redress pay \(number) --run \(listed.run) --cancel"
      )
    }
    let rule = assessed.edition.matrix.alreadyPaid
    let fact = rule.map { assessed.edition.matrix.facts[ref: $0.fact].name }
    let statedBefore = try fact.flatMap { try reading.files(of: before).record.sum(of: $0) } ?? .zero
    let recorded = before.paid + before.credited
    let stated = rule.flatMap { assessed.reading.given.facts.value($0.fact) }.map { Money(pence: $0) } ?? .zero
    if stated == statedBefore + recorded { return }
    let sources = rule.map { rule in
      assessed.explanation.rule(rule.rule).citations.map { assessed.edition.matrix.name(of: $0) }
    }
    let parts = statedBefore == .zero ? "" : " (\(statedBefore) stated by offer \(number), \(recorded) recorded on it)"
    let how = fact.map { " Revise it with --fact \($0)=\((statedBefore + recorded).decimalText)." } ?? ""
    throw ActRefusal(
      .alreadyPaid,
      "\(statedBefore + recorded) was paid and credited before this decision\(parts), and its case states \(stated) as "
        + "already paid.\(how)", sources: sources ?? [])
  }
}

/// The time within which an offer can be accepted.
struct AcceptanceTime {
  private let assessed: AssessedCase
  private let life: OfferLife

  init(_ assessed: AssessedCase, _ life: OfferLife) {
    self.assessed = assessed
    self.life = life
  }

  private var window: Window? { assessed.edition.matrix.acceptance }

  /// The last day for an offer that is sent on a day: the printed one, or as long after the day of sending.
  func lastDay(sentOn day: CivilDate) -> CivilDate? {
    guard let printed = life.drafted.lastDay else { return nil }
    guard day > life.drafted.offerDate, let again = lastDay(from: day) else { return printed }
    return max(printed, again)
  }

  /// The last day of the time to accept, were it to begin on a day.
  func lastDay(from day: CivilDate) -> CivilDate? {
    window?.steps.first?.within?.lastDay(from: day, calendar: assessed.edition.calendar?.calendar)
  }

  /// The decision that lets an acceptance in after the last day; `nil` where the matrix has none.
  var discretion: Ref<Decision>? {
    (window?.steps ?? []).lazy.compactMap { step in
      if case .discretion(let decision, _) = step.outcome { decision } else { nil }
    }.first
  }

  /// The paragraphs of the window, as programs write them.
  var sources: [String] {
    guard let window else { return [] }
    return assessed.edition.matrix.rules[ref: window.rule].citations.map { assessed.edition.matrix.name(of: $0) }
  }
}

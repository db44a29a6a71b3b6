import Redress
import RedressDocuments

/// One offer as it stands in a register, and what comes next.
public struct OfferSummary {
  private let life: OfferLife
  private let today: CivilDate
  private let done: String?

  /// - Parameter done: what was just done, in a sentence; `nil` where the offer is only looked at.
  public init(_ life: OfferLife, today: CivilDate, done: String? = nil) {
    self.life = life
    self.today = today
    self.done = done
  }

  /// The summary as a document.
  public var document: Document {
    Document("\(words(life.drafted.reference)): \(words(what)) \(life.number), \(words(life.stateWords(on: today)))") {
      if let done { Phrase(words(done)) }
      Definitions(entries)
    }
  }

  private var what: String { life.drafted.isOffer ? "offer" : "refusal" }

  private var entries: [Definitions.Entry] {
    let sums = life.sums
    var entries: [Definitions.Entry] = [
      .init("Scheme and edition", "\(words(life.drafted.scheme)) \(words(life.drafted.edition))"),
      .init("Offer date", "\(life.drafted.offerDate), drafted by \(words(life.author))"),
    ]
    if life.drafted.isOffer {
      entries.append(.init("Offered", offered(life.drafted.sums)))
      if life.acceptance != nil { entries.append(.init("Accepted", accepted(sums))) }
      entries.append(
        .init(
          "Already paid, set off, to pay", "\(sums.alreadyPaid), \(sums.setOff), \(sums.payable)"))
    }
    if !life.signers.isEmpty { entries.append(.init("Signed by", "\(words(life.signers.joined(separator: ", ")))")) }
    if let issuedOn = life.issuedOn { entries.append(.init("Sent on", "\(issuedOn)")) }
    if let lastDay = life.lastDay { entries.append(.init("Last day to accept", "\(lastDay)")) }
    if let acceptedOn = life.acceptedOn { entries.append(.init("Accepted on", "\(acceptedOn)")) }
    if life.acceptance != nil {
      entries.append(.init("Paid, credited", "\(life.paid), \(life.credited)"))
      if life.sums.inKind > .zero { entries.append(.init("Given in kind", "\(life.given)")) }
    }
    entries.append(.init("Next", "\(words(next))"))
    return entries
  }

  /// What was accepted and, where it is not all, which items were.
  private func accepted(_ sums: Sums) -> Phrase {
    if sums.items.count == life.drafted.sums.items.count { return offered(sums) }
    let heads = sums.items.map { "item \($0.number), \($0.head)" }.joined(separator: "; ")
    return "\(offered(sums)), for \(words(heads))"
  }

  private func offered(_ sums: Sums) -> Phrase {
    sums.inKind == .zero ? "\(sums.gross)" : "\(sums.gross), and \(sums.inKind) in kind"
  }

  /// What comes next, in a sentence.
  private var next: String {
    if let revision = life.pendingRevision { return "Offer \(revision), a revision of it, is being prepared." }
    switch life.state {
    case .drafted: return "To be signed: redress sign \(life.number)"
    case .signed: return "To be sent: redress letter \(life.number), then redress issue \(life.number)"
    case .issued where !life.drafted.isOffer: return "Nothing is awaited: redress close \(life.number)"
    case .issued where life.isLapsed(on: today):
      return "Its last day is over. It can be renewed, accepted by discretion, or closed."
    case .issued: return "The person accepts or declines it."
    case .accepted: return open
    case .declined, .turnedDown: return "To be revised, or closed: redress close \(life.number)"
    case .paid, .withdrawn: return "To be closed: redress close \(life.number)"
    case .superseded: return "Offer \(life.supersededBy ?? 0) took its place."
    case .closed: return "Nothing."
    }
  }

  private var open: String {
    let sums = [
      (life.sums.payable - life.paid, "to pay"), (life.sums.setOff - life.credited, "to credit to arrears"),
      (life.sums.inKind - life.given, "to give in kind"),
    ].filter { $0.0 > .zero }.map { "\($0.0) \($0.1)" }
    if sums.isEmpty { return "To be closed: redress close \(life.number)" }
    let waits = life.sums.payable > life.paid ? life.stillUnseen().map(\.name) : []
    let waiting = waits.isEmpty ? "" : " Payment waits for: \(Set(waits).sorted().joined(separator: ", "))."
    let by = life.acceptance?.payBy.map { " To be paid by \($0)." } ?? ""
    return "\(sums.joined(separator: ", ")).\(by)\(waiting)"
  }

  private func words(_ text: String) -> Words { Words(text, ifBlank: "not stated") }
}

extension OfferLife {
  /// Where it is, for a person: an offer whose last day is over is told as lapsed.
  public func stateWords(on day: CivilDate) -> String {
    if isLapsed(on: day) { return "issued, past its last day" }
    if state == .turnedDown { return "accepted too late and not paid" }
    if let revision = pendingRevision { return "\(state.rawValue), revision \(revision) being prepared" }
    return state.rawValue
  }
}

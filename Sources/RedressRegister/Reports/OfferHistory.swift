import Redress
import RedressDocuments
import RedressFiles

/// Everything that happened to an offer, with who, when and the digests.
public struct OfferHistory {
  private let life: OfferLife
  private let events: [Event]
  private let today: CivilDate

  /// The history of an offer from its events.
  public init(_ life: OfferLife, _ events: [Event], today: CivilDate) {
    self.life = life
    self.events = events
    self.today = today
  }

  /// The history as a document.
  public var document: Document {
    Document("\(words(life.drafted.reference)): history of offer \(life.number)") {
      for block in OfferSummary(life, today: today).document.blocks { block }
      Table(
        "What happened", columns: [.figures("Event"), "Day", "Who", "What", "Recorded"],
        rows: events.map { event in
          Table.Row([
            "\(event.number)", "\(event.stamp.on)", "\(words(who(event)))", "\(words(event.act.says))",
            "\(words(recorded(event)))",
          ])
        })
      Section("Digests") {
        Definitions(digests)
      }
    }
  }

  private func who(_ event: Event) -> String { event.stamp.by + (event.stamp.isVerified ? "" : " (not verified)") }

  private func recorded(_ event: Event) -> String {
    event.stamp.recordedAt + (event.stamp.statedToday.map { ", today said to be \($0.isoText)" } ?? "")
  }

  private var digests: [Definitions.Entry] {
    var entries: [Definitions.Entry] = [.init("Offer", code(life.drafted.offerDigest))]
    if let letter = life.drafted.letterDigest { entries.append(.init("Letter part", code(letter))) }
    entries.append(.init("Edition", code(life.drafted.editionDigest)))
    for document in life.issued?.documents ?? [] {
      entries.append(.init("Sent: \(words(document.name))", code(document.digest)))
    }
    if let settlement = life.acceptance?.settlement { entries.append(.init("Settlement", code(settlement))) }
    if let last = events.last { entries.append(.init("Event \(last.number)", code(last.digest))) }
    return entries
  }

  private func code(_ digest: Digest) -> Phrase { "\(code: words(digest.text))" }

  private func words(_ text: String) -> Words { Words(text, ifBlank: "not stated") }
}

extension Act {
  /// What was done, in a sentence or two.
  public var says: String {
    switch self {
    case .begun: "The register was begun."
    case .drafted(let drafted):
      drafted.isOffer
        ? "Drafted: \(drafted.sums.total) under \(drafted.scheme) \(drafted.edition)."
        : "Drafted: a refusal under \(drafted.scheme) \(drafted.edition)."
    case .signed(let signed):
      "Signed as \(signed.role)\(signed.standsInFor.map { " for \($0)" } ?? "")."
        + (signed.isLast ? "" : " More signatures are needed.")
    case .issued(let issued):
      "Sent\(issued.documents.isEmpty ? ", and no document was recorded" : "")."
        + (issued.lastDay.map { " To be accepted by \($0)." } ?? "")
    case .revised(let number): "A revision was drafted: offer \(number)."
    case .revisionWithdrawn(let number): "The revision, offer \(number), was withdrawn."
    case .superseded(let number): "Offer \(number) took its place."
    case .accepted(let acceptance):
      "Accepted: \(acceptance.sums.gross). Set off \(acceptance.sums.setOff), to pay \(acceptance.sums.payable)."
        + (acceptance.late.map { " After the last day: \($0.by) allowed it, because \($0.because)." } ?? "")
    case .turnedDown(let decision):
      "Accepted after its last day. \(decision.by) decided not to pay, because \(decision.because)."
    case .declined(let because): "Declined\(because.map { ": \($0)" } ?? "")."
    case .withdrawn(let because): "Withdrawn: \(because)."
    case .renewed(let renewal): "Renewed until \(renewal.lastDay): \(renewal.because)."
    case .paid(let payment): "\(payment.amount) by \(payment.method). Proof: \(payment.proof)."
    case .returned(let payment, let because): "Payment \(payment) came back: \(because)."
    case .delivered(let remedy, let proof): "Remedy \(remedy) was delivered. Proof: \(proof)."
    case .closed: "Closed."
    case .run(let run): "A list of \(run.kind.rawValue) was made: \(run.entries.count), \(run.total)."
    case .runCancelled(let cancellation):
      "Taken off run \(cancellation.run): \(cancellation.offers.count) offers, \(cancellation.because)."
    case .recalculated(let record):
      "Open offers were recalculated to \(record.asOf): \(record.offers), of which \(record.proposals) changed."
    case .erased(let erasure): "What is personal was erased of \(erasure.offers.count) offers: \(erasure.because)."
    case .imported(let imported): "The case \(imported.reference) came in."
    }
  }
}

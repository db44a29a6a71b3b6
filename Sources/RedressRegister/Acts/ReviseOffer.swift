import Redress
import RedressFiles
import RedressSigning

extension RegisterWriting {
  /// Drafts a decision that takes the place of another, as facts or the edition changed.
  ///
  /// A decision that was not sent is void from here, its signatures with it. One that was sent stands until the
  /// revision is sent, and cannot be accepted while the revision is prepared.
  public func revise(
    _ number: Int, _ record: OfferRecord, _ assessed: AssessedCase, _ draft: Draft, letter: [UInt8]?
  ) throws -> OfferLife {
    let replaced = try life(number)
    if let pending = replaced.pendingRevision ?? replaced.supersededBy {
      throw ActRefusal(
        .revisionPending,
        replaced.supersededBy == nil
          ? "Its revision is being prepared already: offer \(pending). Revise or withdraw that one."
          : "Offer \(pending) took its place already. Revise that one.")
    }
    let life = try self.draft(record, assessed, draft, letter: letter)
    try checkAlreadyPaid(life, assessed)
    return life
  }

  /// The revision that is being prepared of an offer, if it was drafted from the same case by the same officer; what is
  /// personal is salted, and not compared.
  public func revision(of number: Int, like record: OfferRecord) throws -> OfferLife? {
    let replaced = try life(number)
    guard let pending = replaced.pendingRevision ?? replaced.supersededBy else { return nil }
    let life = try life(pending)
    let other = try reading.files(of: life).record
    let isSame = other.decidesTheSame(as: record)
    return isSame && life.state == .drafted ? life : nil
  }

  /// The draft of the same case that decides the same, if there is one; what is personal is salted, and not compared.
  public func draftLike(_ record: OfferRecord) throws -> OfferLife? {
    guard let number = try reading.offers(ofCase: record.name).last else { return nil }
    let life = try life(number)
    guard life.state == .drafted else { return nil }
    return try reading.files(of: life).record.decidesTheSame(as: record) ? life : nil
  }
}

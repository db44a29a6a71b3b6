import Redress
import RedressFiles

/// Holds an offer against everything that can be checked of it: its edition, its sums, its letter part, its
/// signatures and the authority of those who signed.
public struct OfferCheck: Sendable {
  /// One thing that was looked at.
  public struct Finding: Hashable, Sendable {
    /// What was looked at.
    public enum About: String, CaseIterable, Hashable, Sendable {
      /// In the order in which they are looked at.
      case edition, sums, letter, signature, authority
    }

    /// What was looked at.
    public let about: About
    /// Whether all is well with it.
    public let isGood: Bool
    /// What was found, in whole sentences.
    public let says: String
  }

  /// What was found, in order.
  public let findings: [Finding]
  /// The offer as one that is signed; `nil` unless everything is well and enough of the right people signed.
  public let signed: SignedOffer?
  /// The officers whose signatures are good, whether or not they may sign.
  public let provedSigners: [String]
  /// Those of them who may sign the decision, whether or not they are enough.
  public let countedSigners: [String]
  /// The posts that those sign in.
  public let countedPosts: [Authorised.Signer]
  /// The case as it was assessed again.
  public let assessed: AssessedCase
  /// The draft as its facts come to now.
  public let draft: Draft

  /// Whether everything that was looked at is well.
  public var isGood: Bool { findings.allSatisfy(\.isGood) }
}

extension OfferCheck {
  /// Checks an offer against its edition alone: whether it is what `redress offer` would write today.
  /// - Throws: the faults of its edition or its facts.
  public static func assess(
    _ record: OfferRecord, with pricer: CasePricer, house: [HouseAuthority]
  ) throws(FaultList) -> (assessed: AssessedCase, draft: Draft, findings: [Finding]) {
    let assessed: AssessedCase
    do { assessed = try pricer.assess(record.outline) } catch {
      // What is wrong with the file itself is said first.
      _ = try record.whole()
      throw error
    }
    let house = house.first { $0.scheme == assessed.edition.matrix.scheme }
    guard
      let draft = Draft(
        assessed.explanation, author: record.author, offerDate: record.offerDate, house: house)
    else {
      throw FaultList(
        record.source.fault(
          .offerShape, says: "Its facts come to no decision: the case is undecided.",
          mend: "Price the case, and draft it again."))
    }
    // A file that would be written the same to the byte need not be read to the end.
    let discrepancies = assessed.discrepancies
    let again = OfferWriter(
      draft, of: assessed, letterDigest: record.letterDigest, supersedes: record.supersedes, draftedOn: record.draftedOn
    )
    if discrepancies.isEmpty, assessed.reading.offerDate == record.offerDate, again.bytes == record.bytes {
      return (assessed, draft, [edition(record, assessed), Finding(about: .sums, isGood: true, says: Self.same)])
    }
    let whole = try record.whole()
    return (assessed, draft, [edition(record, assessed), sums(whole, assessed, draft, discrepancies)])
  }

  private static func edition(_ record: OfferRecord, _ assessed: AssessedCase) -> Finding {
    let name = "\(assessed.edition.matrix.scheme)/\(assessed.edition.matrix.edition)"
    let isSame = assessed.edition.digest == record.editionDigest
    return Finding(
      about: .edition, isGood: isSame,
      says: isSame
        ? "The edition \(name) has the digest that the offer states."
        : "The offer was made under other bytes of the edition \(name): it states \(record.editionDigest.text), "
          + "and the file has \(assessed.edition.digest.text).")
  }

  private static let same = "Every sum and every line comes out the same, twice."

  private static func sums(
    _ record: OfferRecord, _ assessed: AssessedCase, _ draft: Draft, _ discrepancies: [Discrepancy]
  ) -> Finding {
    var differences = discrepancies.map { "a second calculation differs: \($0.rule), \($0.says)" }
    var json = AssessmentJSON()
    let bytes = json.bytes(
      of: assessed.explanation, digest: assessed.edition.digest.text,
      notices: assessed.notices(today: record.offerDate))
    if let source = try? SourceText(name: "assessment", bytes: bytes),
      let fresh = try? JSONReader(longestValue: SourceText.largest).read(source).first
    {
      differences += OfferComparison(stated: record.assessment, fresh: fresh).differences
    }
    if record.authority != draft.required.roleSets {
      let needed = draft.required.roleSets.map { $0.joined(separator: " or ") }.joined(separator: ", and ")
      differences.append("the authority that is needed is \(needed.isEmpty ? "not named" : needed)")
    }
    // A house rule may be written down again in another place, so its words are the organisation's own.
    let isHouse = if case .house = draft.required.origin { true } else { false }
    if !isHouse, record.authorityFrom != draft.authorityFrom {
      differences.append("the authority comes from \(draft.authorityFrom)")
    }
    let outcome = assessed.explanation.assessment.outcome.rawValue
    if record.outcome != outcome { differences.append("the outcome is \(record.outcome), and comes to \(outcome)") }
    if assessed.reading.offerDate != record.offerDate { differences.append("the offer date is not that of its facts") }
    return Finding(
      about: .sums, isGood: differences.isEmpty,
      says: differences.isEmpty
        ? same
        : "It does not come out the same: "
          + differences.joined(separator: "; ") + ".")
  }
}

extension CaseReader.Reading {
  /// The date that stands, or will stand, on the offer.
  public var offerDate: CivilDate? { outline.day(of: "offer-date") }
}

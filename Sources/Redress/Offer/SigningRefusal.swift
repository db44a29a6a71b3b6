/// Why a decision may not be signed: the rule, the paragraph, what is wrong, and who could sign.
public struct SigningRefusal: Error, Hashable, Sendable {
  /// The rules in their order of precedence: of several that are broken the first is reported, so that the same input
  /// always gives the same answer.
  public enum Rule: String, CaseIterable, Hashable, Sendable {
    /// The edition is a draft.
    case editionDraft = "edition.draft"
    /// The edition is not in the lock file.
    case editionUnlocked = "edition.not-in-lock"
    /// A reading of the edition is open.
    case readingOpen = "reading.open"
    /// A figure of the edition is not confirmed.
    case figureUnconfirmed = "figure.unconfirmed"
    /// The sum does not come out the same a second time.
    case recheckDiffers = "recheck.differs"
    /// The signer, or the author, is not in the officers file.
    case officerUnknown = "officer.unknown"
    /// The signer held no post on the offer date that may sign.
    case roleNotHeld = "role.not-held"
    /// The signer drafted the offer, set one of its amounts, or stands in for somebody who did.
    case ownWork = "own-work"
    /// The signer's post, or their own limit, does not reach as far as this decision.
    case authorityTooLow = "authority.too-low"
    /// More signatures are needed than were given.
    case secondSigner = "second-signer.missing"
    /// The signer decided the stage that this one reviews.
    case sameReviewer = "review.same-person"
    /// A recorded decision was taken by somebody who may not take it.
    case decisionMaker = "decision.not-entitled"
    /// It is signed after the date that stands on it.
    case offerDatePassed = "offer-date.passed"
    /// The signer's limit looks at other offers as well, which cannot be known here.
    case cumulativeLimit = "limit.cumulative"

    /// Whose rule it is, where no paragraph of a policy is cited.
    public var house: String {
      switch self {
      case .editionDraft, .editionUnlocked: "house#frozen-editions"
      case .readingOpen, .figureUnconfirmed: "house#nothing-open"
      case .recheckDiffers: "house#two-calculations"
      case .officerUnknown, .roleNotHeld: "house#officers-file"
      case .ownWork: "house#own-work"
      case .authorityTooLow, .secondSigner: "house#authority"
      case .sameReviewer: "house#independent-review"
      case .decisionMaker: "house#decision-makers"
      case .offerDatePassed: "house#dated-when-signed"
      case .cumulativeLimit: "house#limits"
      }
    }
  }

  /// The rule that is broken.
  public let rule: Rule
  /// The signer whom it is about; `nil` where it is about the decision itself.
  public let officer: String?
  /// What is wrong, in whole sentences.
  public let says: String
  /// The paragraphs that the rule rests on, as programs write them: `policy#appendix-1-high`, or a house rule.
  public let sources: [String]
  /// The officers who could sign; empty where nobody can as things stand.
  public let whoCould: [String]
}

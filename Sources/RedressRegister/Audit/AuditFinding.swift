/// One thing that an audit found of an offer.
public struct AuditFinding: Hashable, Sendable {
  /// How grave it is.
  public enum Grade: String, CaseIterable, Hashable, Sendable {
    /// Somebody has to look at it.
    case finding
    /// It is in order, and good to know.
    case note
  }

  /// What was found. The words are never renamed.
  public enum Code: String, CaseIterable, Hashable, Sendable {
    /// Somebody signed or decided who may not, or a signature is missing.
    case authority
    /// A signature is not one of these bytes by a key that counted.
    case signature
    /// The sums do not come out the same again.
    case sums
    /// The letter part is not the one that was signed.
    case letter
    /// The edition is not in the lock file.
    case editionNotLocked = "edition.not-locked"
    /// The edition has other bytes now than the offer states.
    case editionChanged = "edition.changed"
    /// The record, its facts or its edition cannot be read any more.
    case recordUnread = "record.unread"
    /// An event cannot come where it stands in the offer's life.
    case lifeOrder = "life.order"
    /// A table of the register does not say what the events say.
    case tablesDiffer = "tables.differ"
    /// More was set off than the debts that were stated on the day.
    case setOffAboveArrears = "set-off.above-arrears"
    /// What was accepted does not come out the same from the case that it was settled by.
    case settlementSums = "settlement.sums"
    /// The offers to one household together need a higher authority than those who signed this one hold.
    case householdSplit = "household.split"
    /// It was accepted and not fully paid.
    case paymentWaiting = "payment.waiting"
    /// Money left for an offer that nobody had accepted.
    case paymentNotAccepted = "payment.not-accepted"
    /// Whoever recorded a payment prepared or approved the offer.
    case paymentByPreparer = "payment.by-preparer"
    /// More was paid than was accepted.
    case paymentAbove = "payment.above"
    /// A payment came back, and its money is still owed.
    case paymentReturnedOpen = "payment.returned-open"
    /// A credit to arrears was accepted and not posted.
    case creditWaiting = "credit.waiting"
    /// Two decisions of one case stand.
    case duplicateCase = "duplicate.case"
    /// Another case of the household claims for the same day, or with the same receipt.
    case duplicateClaim = "duplicate.claim"
    /// The same proof stands on two payments.
    case duplicateProof = "duplicate.proof"
    /// It was sent without a document being kept.
    case documentNone = "document.none"
    /// An act was recorded without the officers file.
    case officerUnverified = "officer.unverified"
    /// An act was recorded with a day that somebody said was today.
    case todayStated = "today.stated"
    /// An act was recorded long after its day.
    case backDated = "back-dated"
    /// A decision that the matrix leaves to a person was followed.
    case decisionUsed = "decision.used"
    /// Somebody decided on an acceptance after the last day.
    case decisionLate = "decision.late-acceptance"
    /// Somebody opened a lapsed offer again.
    case decisionRenewal = "decision.renewal"
    /// Something was given instead of money.
    case inKindGiven = "in-kind.given"
    /// The register itself is not in order: its chain, its files or its tables.
    case register
    /// A run of which not everything was recorded as paid, or taken off it.
    case runOpen = "run.open"
    /// It lapsed, and was neither renewed nor closed.
    case lapsedOpen = "lapsed.open"

    /// Whether an offer of which it is found is left out of payment runs.
    public var holdsPayment: Bool {
      switch self {
      case .authority, .signature, .sums, .letter, .editionNotLocked, .editionChanged, .recordUnread, .lifeOrder,
        .tablesDiffer, .setOffAboveArrears, .settlementSums, .paymentNotAccepted, .paymentAbove, .duplicateCase:
        true
      default: false
      }
    }

    /// The rule of the house that it rests on, where no paragraph of a policy is cited.
    public var house: String {
      switch self {
      case .authority, .decisionUsed, .decisionLate, .decisionRenewal: "house#authority"
      case .signature: "house#officers-file"
      case .sums, .settlementSums, .recordUnread: "house#two-calculations"
      case .letter, .documentNone: "house#kept-as-sent"
      case .editionNotLocked, .editionChanged: "house#frozen-editions"
      case .lifeOrder, .paymentNotAccepted, .lapsedOpen: "house#life-of-an-offer"
      case .tablesDiffer, .register: "house#events-are-the-truth"
      case .runOpen: "house#paid-in-time"
      case .setOffAboveArrears: "house#arrears-of-the-day"
      case .householdSplit: "house#cumulative-authority"
      case .paymentWaiting, .creditWaiting, .paymentReturnedOpen: "house#paid-in-time"
      case .paymentByPreparer: "house#payer-is-another"
      case .paymentAbove, .duplicateCase, .duplicateClaim, .duplicateProof, .inKindGiven: "house#paid-once"
      case .officerUnverified: "house#officers-file"
      case .todayStated, .backDated: "house#dated-acts"
      }
    }
  }

  /// What was found.
  public let code: Code
  /// How grave it is.
  public let grade: Grade
  /// The number of the offer; `nil` for the register as a whole.
  public let offer: Int?
  /// The reference of its case.
  public let reference: String?
  /// The officer whom it is about; `nil` where it is about none.
  public let officer: String?
  /// The rule of signing that is broken, as ``SigningRefusal/Rule`` words it; `nil` for other findings.
  public let rule: String?
  /// What was found, in whole sentences.
  public let says: String
  /// The paragraphs that it rests on, or a rule of the house.
  public let sources: [String]
}

extension AuditFinding {
  /// Something that was found of the register as a whole.
  init(register code: Code, grade: Grade, offer: Int?, says: String) {
    self.init(
      code: code, grade: grade, offer: offer, reference: nil, officer: nil, rule: nil, says: says,
      sources: [code.house])
  }
}

/// Why an act is not done: the rule, what is wrong, and the paragraphs that the rule rests on.
public struct ActRefusal: Error, Hashable, Sendable {
  /// The rules that an act can break. Their words are never renamed.
  public enum Rule: String, CaseIterable, Hashable, Sendable {
    /// There is no offer of the number.
    case offerUnknown = "offer.unknown"
    /// The act cannot come where the offer is in its life.
    case order = "life.order"
    /// The case has a decision already that this one does not take the place of.
    case caseTwice = "case.twice"
    /// The day of the act is not one on which it can have happened.
    case day = "act.day"
    /// The officer is not in the officers file, or held no post on the day.
    case officer = "officer.unknown"
    /// It is not signed by enough of the right people, or something of it is not in order.
    case notSigned = "offer.not-signed"
    /// A document that was sent says that it is a draft.
    case documentDraft = "document.draft"
    /// A revision of it is being prepared.
    case revisionPending = "revision.pending"
    /// What was paid before is not what the revision states as already paid.
    case alreadyPaid = "already-paid"
    /// It was accepted after its last day, and nobody who may has allowed it.
    case acceptanceWindow = "acceptance-window"
    /// The balances of the day, or an answer that the set-off waits for, are missing.
    case balance = "set-off"
    /// Heads that depend on one another cannot be accepted one without the other.
    case headsDepend = "heads.depend"
    /// The facts of the acceptance come to no award.
    case notAwarded = "acceptance.not-awarded"
    /// The decision was taken by somebody who may not take it.
    case decisionMaker = "decision.not-entitled"
    /// Who pays drafted the offer, signed it, or decided on it.
    case ownWork = "own-work"
    /// The sum is not one that is open.
    case amount = "payment.amount"
    /// Payment waits for something that nobody has seen.
    case paymentWaits = "payment.waits"
    /// The method is not one that the offer can be paid by.
    case method = "payment.method"
    /// Something was promised and not delivered, or accepted and not paid.
    case closing = "closing"
    /// The time for which records are kept is not over.
    case retention = "retention"
    /// The run lists what another run lists already, or lists nothing.
    case run = "run"

    /// Whose rule it is, where no paragraph of a policy is cited.
    public var house: String {
      switch self {
      case .offerUnknown, .order, .caseTwice, .headsDepend, .notAwarded, .acceptanceWindow, .balance:
        "house#life-of-an-offer"
      case .day: "house#dated-acts"
      case .officer: "house#officers-file"
      case .notSigned: "house#authority"
      case .documentDraft: "house#nothing-sent-unsigned"
      case .revisionPending: "house#revisions"
      case .alreadyPaid: "house#paid-once"
      case .decisionMaker: "house#decision-makers"
      case .ownWork: "house#payer-is-another"
      case .amount, .method, .run: "house#paid-once"
      case .paymentWaits: "house#seen-before-paid"
      case .closing: "house#closing"
      case .retention: "house#retention"
      }
    }
  }

  /// The rule that is broken.
  public let rule: Rule
  /// What is wrong and what to do, in whole sentences.
  public let says: String
  /// The paragraphs that the rule rests on, as programs write them: `policy#appendix-1-accepting`, or a house rule.
  public let sources: [String]

  /// A refusal of an act. Without paragraphs it is a house rule.
  public init(_ rule: Rule, _ says: String, sources: [String] = []) {
    self.rule = rule
    self.says = says
    self.sources = sources.isEmpty ? [rule.house] : sources
  }
}

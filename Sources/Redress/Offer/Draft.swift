/// A decision of a case that nobody has authorised: an offer, or a refusal. It can be shown as a draft and as nothing
/// else.
public struct Draft: Sendable {
  /// What is decided.
  public enum Decision: Hashable, Sendable {
    /// A sum is offered.
    case offer(Assessment.Award)
    /// Nothing is offered.
    case refusal
  }

  /// The assessment with its working.
  public let explanation: Explanation
  /// What is decided.
  public let decision: Decision
  /// The officer who drafted it.
  public let author: String
  /// The date that stands on it. Posts and keys are looked at on this day.
  public let offerDate: CivilDate
  /// The signatures that it needs.
  public internal(set) var required: RequiredSignatures

  /// The draft of an assessed case; `nil` while the case is undecided or faulty.
  ///
  /// - Parameter house: who may sign where the policy names nobody.
  public init?(
    _ explanation: Explanation, author: String, offerDate: CivilDate, house: HouseAuthority? = nil
  ) {
    switch explanation.assessment.outcome {
    case .awarded:
      guard let award = explanation.assessment.award else { return nil }
      decision = .offer(award)
    case .refused: decision = .refusal
    case .undecided, .faulty: return nil
    }
    self.explanation = explanation
    self.author = author
    self.offerDate = offerDate
    required = RequiredSignatures(explanation, house: house)
  }

  /// What a person signs for: everything offered, in money and in kind; zero for a refusal.
  public var total: Money {
    if case .offer(let award) = decision { award.gross + award.inKind } else { .zero }
  }
}

/// A decision that enough of the right people stand for. Only ``Draft/authorised(by:in:)`` makes one; that they really
/// signed is proved by their keys, outside of the engine.
public struct Authorised: Sendable {
  /// A person who stands for it, with the post that lets them.
  public struct Signer: Hashable, Sendable {
    /// The officer.
    public let officer: Officer
    /// The role that they sign in.
    public let role: String
    /// The officer whose post it is, where the signer stands in.
    public let standsInFor: String?
  }

  /// What is decided.
  public let draft: Draft
  /// Who stands for it, in the order in which they were named.
  public let signers: [Signer]

  init(_ draft: Draft, signers: [Signer]) {
    self.draft = draft
    self.signers = signers
  }
}

/// An offer that an officer signed beside the one that is looked at.
public struct SignedBeside: Hashable, Sendable {
  /// Who signed it.
  public let officer: String
  /// The date that stands on it.
  public let offerDate: CivilDate
  /// Everything that it offers, in money and in kind.
  public let total: Money

  /// An offer with its signer.
  public init(officer: String, offerDate: CivilDate, total: Money) {
    self.officer = officer
    self.offerDate = offerDate
    self.total = total
  }
}

/// What a decision is held against before it is signed.
public struct SigningConditions: Sendable {
  /// The officers of the organisation.
  public let officers: Officers
  /// Whether the edition's exact bytes stand in the lock file.
  public let isLocked: Bool
  /// The calendar of the edition, for the second calculation.
  public let calendar: WorkingCalendar?
  /// The day it is; `nil` where a signature of the past is looked at again.
  public let today: CivilDate?
  /// What officers signed beside this decision, for limits on all offers of a period together; `nil` where nobody
  /// knows, and nothing is signed under such a limit.
  public let signedBeside: [SignedBeside]?

  /// Conditions on a day.
  public init(
    officers: Officers, isLocked: Bool, calendar: WorkingCalendar?, today: CivilDate?,
    signedBeside: [SignedBeside]? = nil
  ) {
    self.officers = officers
    self.isLocked = isLocked
    self.calendar = calendar
    self.today = today
    self.signedBeside = signedBeside
  }
}

extension Draft {
  /// The decision as one that these officers stand for, all of them and no fewer than are needed.
  ///
  /// - Throws: the first rule that is broken, in the order of ``SigningRefusal/Rule``.
  public func authorised(by ids: [String], in conditions: SigningConditions) throws(SigningRefusal) -> Authorised {
    let check = SigningCheck(self, conditions)
    let signers = try check.signers(ids, areAll: true)
    return Authorised(self, signers: signers)
  }

  /// Whether an officer may add their signature to those already there, and which are still needed after it.
  ///
  /// - Throws: the first rule that is broken, in the order of ``SigningRefusal/Rule``; never for signatures that are
  ///   still to come.
  public func stillNeeded(
    after id: String, beside others: [String], in conditions: SigningConditions
  ) throws(SigningRefusal) -> [RequiredSignatures.Signature] {
    let check = SigningCheck(self, conditions)
    let signers = try check.signers(others + [id], areAll: false)
    return check.unfilled(signers)
  }

  /// The posts that officers sign in, whether or not they are enough.
  ///
  /// - Throws: the first rule that is broken, in the order of ``SigningRefusal/Rule``.
  public func posts(of ids: [String], in conditions: SigningConditions) throws(SigningRefusal) -> [Authorised.Signer] {
    try SigningCheck(self, conditions).signers(ids, areAll: false)
  }

  /// Why a decision that the case follows was not one for whoever took it; `nil` where all of them were.
  public func refusalOfDecisionMakers(in conditions: SigningConditions) -> SigningRefusal? {
    SigningCheck(self, conditions).refusalOfDecisionMakers()
  }

  /// Why an officer may not take a decision of the matrix on a day; `nil` where they may.
  public func refusal(
    of officer: String, deciding decision: Ref<Redress.Decision>, on day: CivilDate, in conditions: SigningConditions
  ) -> SigningRefusal? {
    SigningCheck(self, conditions).refusal(of: officer, deciding: decision, on: day)
  }

  /// The officers who could make a signature that is needed, whatever others have signed.
  public func possibleSigners(in conditions: SigningConditions) -> [Officer] {
    let check = SigningCheck(self, conditions)
    return check.refusalOfDecisionMakers() == nil ? check.able : []
  }
}

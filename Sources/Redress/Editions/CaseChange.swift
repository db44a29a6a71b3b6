/// What an edition changes in one case.
public struct CaseChange: Hashable, Sendable {
  /// What a case comes to under one edition.
  public struct Side: Hashable, Sendable {
    /// The outcome.
    public let outcome: Assessment.Outcome
    /// The sums, authority and last day, where it is an award.
    public let award: Award?
    /// Why it is not an award: refusals, questions or faults, each by its name.
    public let reasons: [String]
    /// The facts that it needs and does not state.
    public let missing: [String]

    /// What a case comes to.
    public init(outcome: Assessment.Outcome, award: Award?, reasons: [String], missing: [String]) {
      self.outcome = outcome
      self.award = award
      self.reasons = reasons
      self.missing = missing
    }

    /// What is offered in money and in kind: nothing where it is refused, and `nil` where there is no answer yet.
    public var offered: Money? { award?.offered ?? (outcome == .refused ? .zero : nil) }
  }

  /// The figures of an award.
  public struct Award: Hashable, Sendable {
    /// In money, before anything comes off.
    public let gross: Money
    /// In kind.
    public let inKind: Money
    /// What is left to pay.
    public let payable: Money
    /// What each item comes to, in order.
    public let items: [Money]
    /// Those who may sign, a set for each signature.
    public let signers: [[Role]]
    /// The last day on which it may be accepted.
    public let lastDay: CivilDate?

    /// The figures of an award.
    public init(
      gross: Money, inKind: Money, payable: Money, items: [Money], signers: [[Role]], lastDay: CivilDate?
    ) {
      self.gross = gross
      self.inKind = inKind
      self.payable = payable
      self.items = items
      self.signers = signers
      self.lastDay = lastDay
    }

    /// In money and in kind, before anything comes off.
    public var offered: Money { gross + inKind }
  }

  /// What the change means for the person.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Awarded under both: more, less or as much is offered.
    case more, less, same
    /// Awarded under one of them only, or not awarded for another reason.
    case anotherOutcome = "another outcome"
  }

  /// The case.
  public let name: String
  /// What it comes to under the old edition.
  public let old: Side
  /// What it comes to under the new edition.
  public let new: Side

  /// A case under two editions.
  public init(name: String, old: Side, new: Side) {
    self.name = name
    self.old = old
    self.new = new
  }

  /// What the change means for the person.
  public var kind: Kind {
    guard old.outcome == new.outcome else { return .anotherOutcome }
    let difference = difference ?? .zero
    return difference > .zero ? .more : difference < .zero ? .less : .same
  }

  /// How much more is offered under the new edition; `nil` where either has no answer.
  public var difference: Money? {
    guard let before = old.offered, let after = new.offered else { return nil }
    return after - before
  }

  /// Whether nothing that is compared has changed.
  public var isUnchanged: Bool { old == new }
  /// Whether both are awards and others may sign.
  public var hasOtherSigners: Bool { both { $0.signers != $1.signers } }
  /// Whether both are awards and another day is the last to accept.
  public var hasOtherLastDay: Bool { both { $0.lastDay != $1.lastDay } }
  /// Whether both are awards of as much, of which another part is paid out.
  public var hasOtherPayment: Bool { both { $0.offered == $1.offered && $0.payable != $1.payable } }

  private func both(_ differ: (Award, Award) -> Bool) -> Bool {
    guard let old = old.award, let new = new.award else { return false }
    return differ(old, new)
  }
}

extension CaseChange.Award {
  /// The figures of an assessment; `nil` where it is no award.
  public init?(_ assessment: Assessment, under matrix: Matrix) {
    guard let award = assessment.award else { return nil }
    self.init(
      gross: award.gross, inKind: award.inKind, payable: award.payable,
      items: assessment.items.map { $0.keptOutBy == nil ? $0.amount : .zero },
      signers: matrix.signers(award.authority).map { set in set.map { matrix.roles[ref: $0] } },
      lastDay: award.lastDayToAccept)
  }
}

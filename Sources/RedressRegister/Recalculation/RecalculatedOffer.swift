import Redress
import RedressFiles

/// An open offer that is not what it was: a proposal to somebody, or a fault that somebody has to look into. An offer
/// of which nothing changed is only counted.
public struct RecalculatedOffer: Hashable, Sendable {
  /// What it comes to for the person, the gravest first. The words are never renamed.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// It does not come out the same under its own edition: our own fault.
    case notReproduced = "not-reproduced"
    /// It cannot be assessed under what holds now.
    case faulty
    /// A person must answer a question first.
    case undecided
    /// Nothing is owed under what holds now.
    case refused = "now-refused"
    /// It comes to less.
    case lower
    /// It comes to more.
    case raise
    /// It comes to more, only because something still goes on.
    case topUp = "top-up"
    /// Somebody else has to approve it.
    case tierMoved = "tier-moved"
    /// Another part of it is set off, or counts as already paid.
    case setOffChanged = "set-off-changed"
    /// It comes to the same, made up of other sums.
    case headsMoved = "heads-moved"
    /// There is more or less time to accept it.
    case lastDayMoved = "last-day-moved"
    /// It is refused as before, for another reason.
    case reasonMoved = "reason-moved"
    /// Facts that arrived had a part in it.
    case factsArrived = "facts-arrived"
    /// Its last day has passed.
    case lapsed
    /// The edition that it was made under is not there any more, or is another one now.
    case editionWithdrawn = "edition-withdrawn"
  }

  /// Why something changed.
  public struct Cause: Hashable, Sendable {
    /// What it was. The words are never renamed.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
      /// Another edition, or a correction of it.
      case edition
      /// Something that is counted still goes on.
      case time
      /// Facts that became known.
      case facts
      /// Other balances.
      case balances
      /// Its last day passed.
      case lapse
    }

    /// What it was.
    public let kind: Kind
    /// The same in a sentence.
    public let says: String
    /// How much more it makes of what is offered.
    public let difference: Money
    /// How much more it makes of what is set off.
    public let setOffDifference: Money
  }

  /// Somebody who has to do something.
  public struct Actor: Hashable, Sendable {
    /// What is to be done. The words are never renamed.
    public enum Task: String, CaseIterable, Hashable, Sendable {
      /// Draft a revision, sign it, renew the offer.
      case draft, sign, renew
      /// Answer a question, mend the case, look into our own fault.
      case answer, mend, report
    }

    /// What is to be done.
    public let task: Task
    /// The officer, or the roles that may do it.
    public let who: [String]
  }

  /// The number of the offer.
  public let number: Int
  /// The reference of its case.
  public let reference: String
  /// Its scheme.
  public let scheme: String
  /// Where it is in its life.
  public let state: OfferState
  /// What it comes to for the person, the gravest first; at least one.
  public internal(set) var kinds: [Kind]
  /// Why, in the order in which it was worked out.
  public internal(set) var causes: [Cause] = []
  /// The edition that it was made under.
  public let edition: String
  /// The edition that it was recalculated under; `nil` where there was none.
  public internal(set) var editionNow: String?
  /// What it came to: as it was offered or, where it was accepted, as it was settled.
  public internal(set) var before: CaseResult?
  /// What it comes to now.
  public internal(set) var now: CaseResult?
  /// Everything that somebody should know of it, in whole sentences.
  public internal(set) var says: [String] = []
  /// Who has to do what.
  public internal(set) var actors: [Actor] = []
  /// The facts that are other ones now: what a revision of it would say.
  public internal(set) var changes: [FactChange] = []
  /// The revision of it that somebody drafted already; `nil` where there is none.
  public internal(set) var revision: Int?

  /// What it comes to, above all.
  public var kind: Kind { kinds[0] }
  /// How much more is offered; `nil` where either has no answer.
  public var difference: Money? {
    guard let before = before?.offered, let now = now?.offered else { return nil }
    return now - before
  }
  /// Whether it could be taken up as a revision.
  public var isProposal: Bool {
    kinds.contains { ![.lapsed, .factsArrived, .editionWithdrawn].contains($0) } && now?.offered != nil
      && kind != .notReproduced
  }
  /// Whether it should be revised. For another set-off alone nobody has to: it is settled afresh on the day of
  /// acceptance.
  public var needsRevision: Bool {
    let others = kinds.filter { ![.setOffChanged, .lapsed, .factsArrived, .editionWithdrawn].contains($0) }
    return isProposal && (!others.isEmpty || before?.alreadyPaid != now?.alreadyPaid)
  }
  /// Whether taking it up would leave the person with less.
  public var isLowering: Bool { kinds.contains(.lower) || kinds.contains(.refused) }
}

/// A fact that is another one now.
public struct FactChange: Hashable, Sendable {
  /// The item that states it, counted from 1; 0 for the case.
  public let item: Int
  /// The name of the fact.
  public let fact: String
  /// What the case states; `nil` where it says nothing.
  public let before: String?
  /// What holds now.
  public let now: String
}

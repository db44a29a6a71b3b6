/// What the engine found when it tried a rule: small numbers only, from which the words are made later.
public enum Finding: Hashable, Sendable {
  /// Something before this rule had already decided, so it was not tried.
  case notReached
  /// Its condition does not hold.
  case doesNotApply
  /// It keeps the case or the item out.
  case bites
  /// It would keep it out, but the decision makes an exception.
  case excepted(Ref<Decision>)

  /// Nobody has acted yet, so nothing is early or late: the last day is known where one is given.
  case notStarted
  case opens(from: CivilDate, lastDay: CivilDate, extended: Bool)
  /// Nothing is late while the condition of the window holds.
  case staysOpen
  case inTime(WindowCount)
  /// Later than the step before, with the decision that allows it.
  case allowed(WindowCount, Ref<Decision>)
  case declined(WindowCount, Ref<Decision>)
  /// Open to discretion, and nobody has decided.
  case awaits(WindowCount, Ref<Decision>)
  case late(WindowCount)
  case noted(WindowCount)

  /// The head was not claimed.
  case notClaimed
  /// The item was kept out by the rule.
  case keptOut(Ref<Rule>)
  case banded(level: Int, amount: Money, placed: Bool)
  case receipted(count: Int, amount: Money)
  case evidenced(amount: Money)
  case unproven(amount: Money)
  /// The item cannot be priced until the question is answered.
  case unpriced(Question.About)

  case totalled(gross: Money, inKind: Money)
  case nothingPaid
  case deducted(Money)
  /// So much was paid before beyond the gross. It is not taken back.
  case overpaid(Money)
  case nothingToSetOff
  case nothingOwed
  case setOff(owed: Money, disputed: Money, from: Money, taken: Money)
  case cleared(debt: Ref<Fact>, owed: Money, credited: Money)
  /// An item gave so much for an earlier payment or for arrears, and has so much left.
  case taken(amount: Money, left: Money)
  case signedBy(step: Int, measured: Money)

  /// The statement holds: payment waits for it, or the letter says it.
  case carried

  /// Whether the rule had an effect on this case. Rules without one are told apart in every explanation.
  public var isUsed: Bool {
    switch self {
    case .notReached, .doesNotApply, .notStarted, .notClaimed, .nothingPaid, .nothingToSetOff, .nothingOwed: false
    default: true
    }
  }
}

/// How an act stood to a window: from which day it counts, on which day it came, and the last day of the step it fell
/// in.
public struct WindowCount: Hashable, Sendable {
  public let step: Int
  public let from: CivilDate
  public let on: CivilDate
  /// The last day of this step; of the step before it where this one has no end.
  public let lastDay: CivilDate
}

/// One numbered step of an explanation.
public struct Line: Hashable, Sendable {
  public let finding: Finding
  public let rule: Ref<Rule>
  private let number: UInt16

  init(rule: Ref<Rule>, item: Int, finding: Finding) {
    self.finding = finding
    self.rule = rule
    number = UInt16(item)
  }

  /// The item, counted from 1; 0 for the case as a whole.
  public var item: Int { Int(number) }
}

/// A point that a person must settle before the case can be decided.
public struct Question: Hashable, Sendable {
  public enum About: Hashable, Sendable {
    case decision(Ref<Decision>)
    case reading(Ref<Reading>)
    case fact(Ref<Fact>)
  }

  public let about: About
  public let rule: Ref<Rule>
  /// The item, counted from 1; 0 for the case as a whole.
  public let item: Int
}

/// Why the resident is not entitled, or not to this item.
public struct Refusal: Hashable, Sendable {
  public let rule: Ref<Rule>
  /// The item, counted from 1; 0 for the case as a whole.
  public let item: Int
}

/// Something wrong in the facts of a case, found when a rule came to read them.
public enum CaseFault: Hashable, Sendable {
  case missing(Ref<Fact>, item: Int)
  case noItems
  /// A day that must not come before another does.
  case outOfOrder(Ref<Fact>, earlier: Ref<Fact>, item: Int)
  case outsideBand(level: Int, item: Int)
  case differsFromReceipts(item: Int)
  case nothingSpent(item: Int)
  case disputedAboveOwed
  /// A period of working days runs past the days that the calendar covers.
  case beyondCalendar
}

/// What the engine found when it tried a rule: small numbers only, from which the words are made later.
public enum Finding: Hashable, Sendable, BitwiseCopyable {
  /// Something before this rule had already decided, so it was not tried.
  case notReached
  /// Its condition does not hold.
  case doesNotApply
  /// It keeps the case or the item out.
  case bites
  /// It would keep it out, but the decision makes an exception.
  case excepted(Ref<Decision>)
  /// It would keep it out, and a person is asked about an exception first.
  case asksException(Ref<Decision>)

  /// A derived fact cannot be known from what was stated.
  case notKnown
  /// A derived day.
  case derivedDay(CivilDate)
  /// A derived count; whether it is still running.
  case derivedCount(Int64, isRunning: Bool)

  /// The clock of a duty stands still, without an end so far.
  case suspended
  /// The person released the organisation from a duty.
  case waived
  /// A duty that is not done yet, with its last day, which is a forecast while the event before it has not happened.
  case owed(by: CivilDate, isForecast: Bool)
  /// A duty that was done in time.
  case done(by: CivilDate, on: CivilDate)
  /// A duty that was done so many days late.
  case doneLate(by: CivilDate, on: CivilDate, days: Int)

  /// Nobody has acted yet, so nothing is early or late: the last day is known where one is given.
  case notStarted
  /// The offer may be accepted until the last day, which may be a later one that was agreed.
  case opens(from: CivilDate, lastDay: CivilDate, extended: Bool)
  /// Nothing is late while the condition of the window holds.
  case staysOpen
  /// The act came within a step that is in time.
  case inTime(WindowCount)
  /// Later than the step before, with the decision that allows it.
  case allowed(WindowCount, Ref<Decision>)
  /// It came later than the step before, and the decision does not allow it.
  case declined(WindowCount, Ref<Decision>)
  /// Open to discretion, and nobody has decided.
  case awaits(WindowCount, Ref<Decision>)
  /// It came too late, and no decision helps, or none was taken where that refuses.
  case late(WindowCount)
  /// It came late, and the policy makes nothing of it but a note.
  case noted(WindowCount)

  /// The head was not claimed.
  case notClaimed
  /// The item was kept out by the rule.
  case keptOut(Ref<Rule>)
  /// The amount lies in the band of its level, which was stated or placed by the policy.
  case banded(node: Int = 0, level: Int, amount: Money, placed: Bool)
  /// The amount is the total of so many receipts.
  case receipted(node: Int = 0, count: Int, amount: Money)
  /// The amount is shown by other evidence.
  case evidenced(node: Int = 0, amount: Money)
  /// The amount was stated, and receipts or evidence are still to come.
  case unproven(node: Int = 0, amount: Money)
  /// What somebody else paid came off a cost, which leaves so much.
  case recovered(node: Int, paid: Money, amount: Money)
  /// A sum that is printed, stated or found in a table.
  case fixed(node: Int, amount: Money)
  /// So much for each of so many units, after the grace.
  case accrued(node: Int, units: Int64, amount: Money)
  /// A part of a sum, so many times.
  case shared(node: Int, amount: Money)
  /// A cost less wear, at an age within a life.
  case worn(node: Int, age: Int64, life: Int64, amount: Money)
  /// Interest for so many days on a sum.
  case interest(node: Int, days: Int64, on: Money, amount: Money)
  /// A person decided the amount.
  case judged(node: Int, amount: Money)
  /// The highest or lowest part, by its place from 0.
  case chosen(node: Int, part: Int, amount: Money)
  /// The parts added up.
  case added(node: Int, amount: Money)
  /// What the items under other heads come to.
  case takenOver(node: Int, total: Money)
  /// An adjustment, by its place from 0, made the amount this.
  case adjusted(node: Int, place: Int, amount: Money)
  /// A limit made the amount this.
  case limited(node: Int, Limit, amount: Money)
  /// The item cannot be priced until the question is answered.
  case unpriced(Question.About)

  /// Of two heads or more this one counts, with what it comes to.
  case compared(kept: Ref<Head>, amount: Money)
  /// The item does not count beside another head.
  case superseded
  /// A combination changed an item to this amount.
  case changed(amount: Money)
  /// The heads together come to the first sum, and are limited to the second.
  case together(Money, limitedTo: Money)
  /// Nothing is changed: the limit or test of a combination is not met.
  case withinLimit(Money)

  /// All items that are not kept out, in money and in kind.
  case totalled(gross: Money, inKind: Money)
  /// No earlier payment was stated, or one of nothing.
  case nothingPaid
  /// So much of the earlier payments comes off the gross.
  case deducted(Money)
  /// So much was paid before beyond the gross. It is not taken back.
  case overpaid(Money)
  /// No item with money left allows arrears to be taken from it.
  case nothingToSetOff
  /// No debt was stated, or each as nothing.
  case nothingOwed
  /// Of what is owed, the disputed part stays out; so much of the offer may be set off, and so much is taken.
  case setOff(owed: Money, disputed: Money, from: Money, taken: Money)
  /// So much of one debt is credited.
  case cleared(debt: Ref<Fact>, owed: Money, credited: Money)
  /// An item gave so much for an earlier payment or for arrears, and has so much left.
  case taken(amount: Money, left: Money)
  /// The person does not agree to a set-off, or it was decided not to make one.
  case notSetOff
  /// Whether to set off is open: the person's answer, or a decision, is wanted.
  case setOffOpen
  /// So many payees share what is paid. Each gets the sum, and the first ones a penny more.
  case split(payees: Int64, each: Money, pennies: Int64)
  /// The lowest step, from 0, that may sign the sum that was measured.
  case signedBy(step: Int, measured: Money)
  /// Nothing of this award is measured by the ladder.
  case nothingMeasured
  /// Others may sign in place of the role.
  case standsIn

  /// The statement holds: payment waits for it, or the letter says it.
  case carried

  /// Whether the rule had an effect on this case. Rules without one are told apart in every explanation.
  public var isUsed: Bool {
    switch self {
    case .notReached, .doesNotApply, .notStarted, .notClaimed, .nothingPaid, .nothingToSetOff, .nothingOwed, .notKnown,
      .withinLimit, .nothingMeasured:
      false
    default: true
    }
  }
}

/// A limit of a price.
public enum Limit: String, CaseIterable, Hashable, Sendable, BitwiseCopyable {
  /// In the order in which they are applied.
  case nothingUnder = "nothing-under"
  case nothingUpTo = "nothing-up-to"
  case atLeast = "at-least"
  case atMost = "at-most"
}

/// How an act stood to a window: from which day it counts, on which day it came, and the last day of the step it fell
/// in.
public struct WindowCount: Hashable, Sendable, BitwiseCopyable {
  /// The step of the window, from 0.
  public let step: Int
  /// The day from which the time counts.
  public let from: CivilDate
  /// The day of the act.
  public let on: CivilDate
  /// The last day of this step; of the step before it where this one has no end.
  public let lastDay: CivilDate
}

/// One numbered step of an explanation.
public struct Line: Hashable, Sendable, BitwiseCopyable {
  /// What was found.
  public let finding: Finding
  /// The rule that was tried.
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

/// Something wrong in the facts of a case, found when a rule came to read them.
public enum CaseFault: Hashable, Sendable {
  /// A fact that a rule cannot do without was left out, of the item or (0) of the case.
  case missing(Ref<Fact>, item: Int)
  /// Nothing to price.
  case noItems
  /// A day that must not come before another does.
  case outOfOrder(Ref<Fact>, earlier: Ref<Fact>, item: Int)
  /// The amount of an item lies outside the band of its level, from 0. The band is the one of this number in its head.
  case outsideBand(node: Int = 0, level: Int, item: Int)
  /// The amount that was stated for an item is not the total of its receipts.
  case differsFromReceipts(node: Int = 0, item: Int)
  /// An item whose cost comes to nothing.
  case nothingSpent(node: Int = 0, item: Int)
  /// More of the debts is disputed than is owed.
  case disputedAboveOwed
  /// A period of working days runs past the days that the calendar covers.
  case beyondCalendar
  /// The day of this fact comes before the first figure that the policy prints.
  case beforeFirstFigure(Ref<Fact>, item: Int)
  /// An item is worked out to more than ``Money/largest``. What was really spent may be more, with many receipts.
  case tooLarge(item: Int)
}

/// From the total of an offer to what is paid, and who signs it.
extension Sentences where Self: ~Copyable {
  /// The items that are not kept out, added up.
  @inlinable
  public mutating func totalled(_ items: borrowing KeptRow<Assessment.Item>, gross: Money, inKind: Money) {
    var count = 0
    var last = Money.zero
    for place in 0..<items.count {
      let item = items[place]
      if item.keptOutBy != nil { continue }
      if count > 0 {
        say(last)
        say(" + ")
      }
      last = item.amount
      count += 1
    }
    if count > 1 {
      say(last)
      say(" = ")
    }
    say(gross + inKind)
    if inKind > .zero {
      say(", of which ")
      say(inKind)
      say(" in kind")
    }
    say(".")
  }

  /// No earlier payment, before ``takenAsNone(_:isFirst:)`` and ``end()``.
  @inlinable @inline(__always)
  public mutating func noEarlierPayment() { say("No earlier payment") }

  /// No arrears, before ``takenAsNone(_:isFirst:)`` and ``end()``.
  @inlinable @inline(__always)
  public mutating func noArrears() { say("No arrears") }

  /// A sum that was left out, before ``endTakenAsNone()``.
  @inlinable @inline(__always)
  public mutating func takenAsNone(_ name: Words, isFirst: Bool) {
    if isFirst { say(" (") } else { say(", ") }
    say(name)
  }

  /// After the sums that were left out.
  @inlinable @inline(__always)
  public mutating func endTakenAsNone() { say(": not said, taken as none)") }

  /// What was paid before and comes off.
  @inlinable @inline(__always)
  public mutating func deducted(_ used: Money) {
    say(used)
    say(" was paid before and is deducted.")
  }

  /// What was paid before beyond what there is to pay.
  @inlinable @inline(__always)
  public mutating func overpaid(_ excess: Money) {
    say(excess)
    say(" more was paid than there is to pay, and is not taken back here.")
  }

  /// No item allows arrears to be taken from it.
  @inlinable @inline(__always)
  public mutating func nothingToSetOff() { say("Nothing in this offer may be set against arrears.") }

  /// What is set against arrears.
  @inlinable
  public mutating func setOff(owed: Money, disputed: Money, from: Money, taken: Money) {
    say(owed)
    say(" is owed")
    if disputed > .zero {
      say(", of which ")
      say(disputed)
      say(" is disputed and stays out")
    }
    say(". ")
    say(from)
    say(" of the offer may be set against arrears: ")
    say(taken)
    say(" is credited.")
  }

  /// How much of one debt is credited.
  @inlinable
  public mutating func cleared(_ debt: Words, owed: Money, credited: Money) {
    say(debt)
    say(": ")
    say(credited)
    say(" of the ")
    say(owed)
    say(" owed is credited, ")
    say(owed - credited)
    say(" stays owed.")
  }

  /// What an item gives.
  @inlinable
  public mutating func taken(_ amount: Money, left: Money) {
    say(amount)
    say(" comes off this item, which leaves ")
    say(left)
    say(".")
  }

  /// Who may authorise a sum.
  @inlinable
  public mutating func signed(_ measured: Money, by who: Words, isLastStep: Bool) {
    say(measured)
    say(" may be authorised by ")
    say(who)
    if !isLastStep { say(", or by a later step") }
    say(".")
  }

  /// A ladder that measures nothing.
  @inlinable @inline(__always)
  public mutating func nothingMeasured() { say("Nothing in this offer is measured by it.") }
}

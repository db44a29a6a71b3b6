/// How an amount was worked out.
extension Sentences where Self: ~Copyable {
  /// Units for which nothing is due.
  @inlinable
  public mutating func nothingAccrued(_ name: Words, _ count: Int64, _ amount: Money) {
    say(name)
    say(": ")
    say(count)
    say(", for which nothing is due: ")
    say(amount)
    say(".")
  }

  /// How many units there are, and how many of them count.
  @inlinable
  public mutating func units(_ name: Words, _ count: Int64, paid: Int64) {
    say(name)
    say(": ")
    say(count)
    if paid != count {
      say(", of which ")
      say(paid)
      say(" count")
    }
    say(". ")
  }

  /// Between two parts of a sum.
  @inlinable @inline(__always)
  public mutating func plus() { say(" + ") }

  /// So many units, before their rate.
  @inlinable @inline(__always)
  public mutating func times(_ count: Int64) {
    say(count)
    say(" × ")
  }

  /// After the rate of units that are paid several at a time.
  @inlinable @inline(__always)
  public mutating func forEach(_ count: Int64) {
    if count == 1 { return }
    say(" for each ")
    say(count)
  }

  /// What a sum comes to, as the end of its sentence.
  @inlinable @inline(__always)
  public mutating func comes(to amount: Money) {
    say(" = ")
    say(amount)
    say(".")
  }

  /// A part taken so many times.
  @inlinable @inline(__always)
  public mutating func times(_ count: Int64, _ name: Words) {
    say(" × ")
    say(count)
    say(" (")
    say(name)
    say(")")
  }

  /// The most that a part may come to.
  @inlinable @inline(__always)
  public mutating func together(atMost part: Words) {
    say(", together at most ")
    say(part)
  }

  /// Between a part and what it is a part of.
  @inlinable @inline(__always)
  public mutating func of() { say(" of ") }

  /// A sum at its lower limit.
  @inlinable @inline(__always)
  public mutating func atLeast(_ amount: Money) {
    say("It is at least ")
    say(amount)
    say(".")
  }

  /// A sum at its upper limit.
  @inlinable @inline(__always)
  public mutating func atMost(_ amount: Money) {
    say("It is at most ")
    say(amount)
    say(".")
  }

  /// Parts that were added up.
  @inlinable @inline(__always)
  public mutating func together(_ amount: Money) {
    say("Together ")
    say(amount)
    say(".")
  }
}

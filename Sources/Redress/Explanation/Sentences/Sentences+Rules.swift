/// Whether a rule applies, and what it read.
extension Sentences where Self: ~Copyable {
  /// Something before the rule had decided.
  @inlinable @inline(__always)
  public mutating func notReached() { say("Not tried: something before it already decided, or stands in the way.") }

  /// Nothing was claimed under a head.
  @inlinable @inline(__always)
  public mutating func notClaimed() { say("Nothing was claimed under this head.") }

  /// Another rule keeps the item out.
  @inlinable @inline(__always)
  public mutating func keptOut(by title: Words) {
    say("Not priced, because another rule keeps it out: ")
    say(title)
    say(".")
  }

  /// The act of a window has not been stated, by the name of its day.
  @inlinable @inline(__always)
  public mutating func notActed(_ until: Words) {
    say("Not tried: ")
    say(until)
    say(" is not given.")
  }

  /// A window that says nothing of an act after another.
  @inlinable @inline(__always)
  public mutating func saysNothing(ofLater until: Words) {
    say("Says nothing of a later ")
    say(until)
    say(".")
  }

  /// A statement that goes with a refusal alone.
  @inlinable @inline(__always)
  public mutating func onlyWithRefusal() { say("Said only with a refusal.") }

  /// A statement that goes with an offer alone.
  @inlinable @inline(__always)
  public mutating func onlyWithOffer() { say("Said only with an offer.") }

  /// A rule that reads nothing.
  @inlinable @inline(__always)
  public mutating func hasNoEffect() { say("Has no effect here.") }

  /// A rule all of whose flags were left out.
  @inlinable @inline(__always)
  public mutating func takenAsNotSo() { say("Not said, so taken as not so.") }

  /// The start of a rule that does not apply, before the facts that it read and ``end()``.
  @inlinable @inline(__always)
  public mutating func doesNotApply() { say("Does not apply") }

  /// The start of a set-off that is not made, before the facts that it read and ``end()``.
  @inlinable @inline(__always)
  public mutating func nothingIsSetOff() { say("Nothing is set off here") }

  /// The start of a rule that applies, before the facts that it read and ``andSo()``.
  @inlinable @inline(__always)
  public mutating func applies() { say("Applies") }

  /// Between a sentence and the next one.
  @inlinable @inline(__always)
  public mutating func andSo() { say(". ") }

  /// The end of a sentence.
  @inlinable @inline(__always)
  public mutating func end() { say(".") }

  // MARK: Facts

  /// Before a fact in brackets.
  @inlinable @inline(__always)
  public mutating func fact(_ name: Words, isFirst: Bool) {
    if isFirst { say(" (") } else { say("; ") }
    say(name)
    say(": ")
  }

  /// After the facts in brackets.
  @inlinable @inline(__always)
  public mutating func endFacts() { say(")") }

  /// A fact that was left out.
  @inlinable @inline(__always)
  public mutating func notSaid() { say("not said") }

  /// A fact that was left out, before what it is taken to be.
  @inlinable @inline(__always)
  public mutating func notSaidTakenAs() { say("not said, taken as ") }

  /// A derived fact that is not known.
  @inlinable @inline(__always)
  public mutating func notKnown() { say("not known") }

  /// A flag.
  @inlinable @inline(__always)
  public mutating func flag(_ isSo: Bool) { if isSo { say("yes") } else { say("no") } }

  /// A text, which is shown elsewhere.
  @inlinable @inline(__always)
  public mutating func given() { say("given") }

  /// A figure that cannot be told.
  @inlinable @inline(__always)
  public mutating func unknownFigure() { say("an unknown figure") }
}

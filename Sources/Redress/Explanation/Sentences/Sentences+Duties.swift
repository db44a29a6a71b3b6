/// Days that were worked out, and what the organisation has to do by them.
extension Sentences where Self: ~Copyable {
  /// A derived fact that cannot be known.
  @inlinable @inline(__always)
  public mutating func notKnownFromWhatWasSaid() { say("Not known from what was said.") }

  /// A duty without a last day, though its start is known.
  @inlinable @inline(__always)
  public mutating func lastDayCannotBeCounted() { say("Its last day cannot be counted.") }

  /// A duty whose start has not come.
  @inlinable @inline(__always)
  public mutating func notCounted() { say("Not counted: what it is counted from has not happened.") }

  /// A duty whose clock stands still.
  @inlinable @inline(__always)
  public mutating func standsStill() { say("The time stands still and has no last day so far.") }

  /// A duty that the person gave up.
  @inlinable @inline(__always)
  public mutating func waived() { say("The person released the organisation from it.") }

  /// A duty that is not done yet.
  @inlinable
  public mutating func owed(by day: CivilDate, isForecast: Bool) {
    say("Due by ")
    say(day)
    if isForecast { say(", as a forecast.") } else { say("; no day is given on which it was done.") }
  }

  /// A duty that was done in time.
  @inlinable
  public mutating func done(on day: CivilDate, by lastDay: CivilDate) {
    say("Done on ")
    say(day)
    say(", in time: the last day was ")
    say(lastDay)
    say(".")
  }

  /// A duty that was done late.
  @inlinable
  public mutating func done(on day: CivilDate, late days: Int, after lastDay: CivilDate) {
    say("Done on ")
    say(day)
    say(", ")
    say(Int64(days))
    if days == 1 { say(" day late: the last day was ") } else { say(" days late: the last day was ") }
    say(lastDay)
    say(".")
  }
}

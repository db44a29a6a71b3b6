/// How a last day is reached.
public enum LastDayWords<Words> {
  /// It was agreed.
  case agreed
  /// It is counted: so long from a day.
  case counted(Words, from: CivilDate)
}

/// How far a step reaches in which a late act came.
public enum StepWords<Words> {
  /// A period that ends on the last day.
  case period(Words)
  /// The day that a fact says, and how it says it.
  case day(Words)
  /// It has no end.
  case endless
}

/// Windows, and how an act stood to them.
extension Sentences where Self: ~Copyable {
  /// How a last day is reached.
  @inlinable @inline(__always)
  public mutating func how(_ how: LastDayWords<Words>) {
    switch how {
    case .agreed: say("as was agreed")
    case .counted(let length, let from):
      say(length)
      say(" from ")
      say(from)
    }
  }

  /// The last day to accept an offer.
  @inlinable
  public mutating func opens(lastDay: CivilDate, _ how: LastDayWords<Words>) {
    say("The last day to accept is ")
    say(lastDay)
    say(", ")
    self.how(how)
    say(".")
  }

  /// An act that came in time.
  @inlinable
  public mutating func inTime(on day: CivilDate, lastDay: CivilDate, _ how: LastDayWords<Words>) {
    say(day)
    say(" is in time: the last day was ")
    say(lastDay)
    say(", ")
    self.how(how)
    say(".")
  }

  /// An act in a step without an end, which is in time.
  @inlinable
  public mutating func inTime(on day: CivilDate) {
    say(day)
    say(" is in time.")
  }

  /// How late an act was: after the last day in time, and within or after the step that it fell in.
  ///
  /// - Parameters:
  ///   - end: The last day of the first step, where it can be told.
  ///   - how: How that day is reached.
  @inlinable
  public mutating func late(
    _ count: WindowCount, _ step: StepWords<Words>, end: CivilDate?, _ how: LastDayWords<Words>
  ) {
    say(count.on)
    if count.step == 0 {
      say(" is ")
      if !within(step, count.lastDay) { say("not in time") }
      return say(".")
    }
    say(" is after the last day, ")
    if let end {
      say(end)
      say(" (")
      self.how(how)
      say(")")
    } else {
      self.how(how)
    }
    if case .endless = step {
      if let end, count.lastDay != end {
        say(", and after ")
        say(count.lastDay)
      }
    } else {
      say(", and ")
      _ = within(step, count.lastDay)
    }
    say(".")
  }

  /// Writes how far a step reaches; `false` where it has no end.
  @inlinable
  public mutating func within(_ step: StepWords<Words>, _ lastDay: CivilDate) -> Bool {
    switch step {
    case .period(let period):
      say("within ")
      say(period)
      say(", which end on ")
      say(lastDay)
    case .day(let length):
      say("not after ")
      say(lastDay)
      say(", ")
      say(length)
    case .endless: return false
    }
    return true
  }

  /// What is made of a late act that the policy makes nothing else of.
  @inlinable @inline(__always)
  public mutating func noted() { say("This is noted, and by itself changes no sum.") }
}

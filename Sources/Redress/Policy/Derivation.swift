/// How a fact that nobody states is worked out from those that people do.
///
/// Wherever a rule may name a date or a count, it may name a derived one. The result is `nil` where a fact that it
/// takes was left out, and a rule that cannot do without it then asks for that fact.
public struct Derivation: Hashable, Sendable {
  /// The ways to work out a fact. The set is closed.
  public enum Kind: Hashable, Sendable {
    /// A day, so long after or before another.
    case day(DayRule)
    /// The earliest of the days that are known; unknown where none is.
    case earliest([Ref<Fact>])
    /// The latest of the days that are known; unknown where none is.
    case latest([Ref<Fact>])
    /// How many units of time lie between two days.
    case elapsed(Elapsed)
    /// How many items stand under a head.
    case items(Ref<Head>)
    /// The last day for a duty.
    case due(Ref<Duty>)
    /// By how many days a duty was done late; 0 where it was done in time, is not owed or was waived.
    case late(Lateness)
  }

  /// Its title and its paragraphs.
  public let rule: Ref<Rule>
  /// How it is worked out.
  public let kind: Kind

  /// A derivation with the rule that it rests on.
  public init(rule: Ref<Rule>, kind: Kind) {
    self.rule = rule
    self.kind = kind
  }
}

/// A day, so long after or before an event.
public struct DayRule: Hashable, Sendable {
  /// In which direction the time is counted.
  public enum Direction: String, CaseIterable, Hashable, Sendable {
    /// After the event, or before it.
    case after, before
  }

  /// Where a day that is not a working day moves to.
  public enum Closed: String, CaseIterable, Hashable, Sendable {
    /// The next working day.
    case next = "next working day"
    /// The working day before.
    case previous = "previous working day"
  }

  /// A time during which the clock stands still.
  public struct Suspension: Hashable, Sendable {
    /// The first day that does not count.
    public let from: Ref<Fact>
    /// The last day that does not count. While it is not stated, the clock stands still without an end.
    public let to: Ref<Fact>

    /// A suspension between two days, both of them in it.
    public init(from: Ref<Fact>, to: Ref<Fact>) {
      self.from = from
      self.to = to
    }
  }

  /// The event.
  public let from: Ref<Fact>
  /// The day that is counted from while the event has not happened: a forecast.
  public let elseFrom: Ref<Fact>?
  /// How long there is; a period.
  public let within: Figure
  /// After the event, or before it.
  public let direction: Direction
  /// Which day is counted as the first.
  public let dayOne: DayOne
  /// Where months end if the last one has no such day.
  public let monthEnd: MonthEnd
  /// Where the day moves if it is not a working day; `nil` where it stays.
  public let closed: Closed?
  /// When the clock stands still.
  public let suspension: Suspension?

  /// A day rule with all that it says.
  public init(
    from: Ref<Fact>, elseFrom: Ref<Fact>? = nil, within: Figure, direction: Direction = .after,
    dayOne: DayOne = .nextDay, monthEnd: MonthEnd = .lastDay, closed: Closed? = nil, suspension: Suspension? = nil
  ) {
    self.from = from
    self.elseFrom = elseFrom
    self.within = within
    self.direction = direction
    self.dayOne = dayOne
    self.monthEnd = monthEnd
    self.closed = closed
    self.suspension = suspension
  }

  /// Every fact that it reads.
  public var facts: [Ref<Fact>] {
    [from] + (elseFrom.map { [$0] } ?? []) + within.facts + (suspension.map { [$0.from, $0.to] } ?? [])
  }
}

/// How many units of time lie between two days.
public struct Elapsed: Hashable, Sendable {
  /// What becomes of a unit that is not full.
  public enum Parts: String, CaseIterable, Hashable, Sendable {
    /// It does not count.
    case full
    /// It counts as a whole one.
    case started
  }

  /// The day on which it begins.
  public let from: Ref<Fact>
  /// The day on which it ends.
  public let to: Ref<Fact>
  /// The day that is counted to while it still goes on; `nil` where the end must be known.
  public let runningTo: Ref<Fact>?
  /// One unit: 1 day, 1 week, 3 days, 1 working day, 1 month.
  public let unit: Period
  /// Whether the day on which it begins is counted.
  public let countsFirstDay: Bool
  /// Whether the day on which it ends is counted.
  public let countsLastDay: Bool
  /// What becomes of a unit that is not full.
  public let parts: Parts

  /// A count of time with all that it says.
  public init(
    from: Ref<Fact>, to: Ref<Fact>, runningTo: Ref<Fact>? = nil, unit: Period, countsFirstDay: Bool,
    countsLastDay: Bool, parts: Parts
  ) {
    precondition(unit.count > 0, "a unit of time is not empty")
    self.from = from
    self.to = to
    self.runningTo = runningTo
    self.unit = unit
    self.countsFirstDay = countsFirstDay
    self.countsLastDay = countsLastDay
    self.parts = parts
  }

  /// Every fact that it reads.
  public var facts: [Ref<Fact>] { [from, to] + (runningTo.map { [$0] } ?? []) }
}

/// By how many days a duty was done late.
public struct Lateness: Hashable, Sendable {
  /// The duty.
  public let duty: Ref<Duty>
  /// The day that is counted to while it is not done; `nil` where it must be done to be late.
  public let until: Ref<Fact>?
  /// Whether working days are counted, instead of calendar days.
  public let inWorkingDays: Bool

  /// The lateness of a duty.
  public init(duty: Ref<Duty>, until: Ref<Fact>?, inWorkingDays: Bool) {
    self.duty = duty
    self.until = until
    self.inWorkingDays = inWorkingDays
  }
}

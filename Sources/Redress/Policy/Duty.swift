/// Something that the organisation has to do by a day: one line of the timetable of a case.
public struct Duty: Hashable, Sendable {
  /// How the policy binds the organisation to the day.
  public enum Strength: String, CaseIterable, Hashable, Sendable {
    /// It must be done by then, or it is aimed at. The day is the same, the word differs.
    case must, aim
  }

  /// A later last day, with the limit on it.
  public struct Extension: Hashable, Sendable {
    /// The day until which it was extended.
    public let to: Ref<Fact>
    /// How long after the printed last day it may be at most; `nil` where there is no limit.
    public let atMost: Deadline?
    /// The decision that allows more than that.
    public let unless: Ref<Decision>?

    /// An extension with its limit.
    public init(to: Ref<Fact>, atMost: Deadline?, unless: Ref<Decision>?) {
      self.to = to
      self.atMost = atMost
      self.unless = unless
    }
  }

  /// What files and answers call it, such as `acknowledge`.
  public let name: String
  /// Its title and its paragraphs.
  public let rule: Ref<Rule>
  /// It is owed only where this holds; `nil` for always.
  public let when: Condition?
  /// It was waived where this holds.
  public let waived: Condition?
  /// How its last day is counted.
  public let due: DayRule
  /// Another last day: the earlier of the two counts.
  public let orBy: Ref<Fact>?
  /// The day on which it was done.
  public let done: Ref<Fact>
  /// Whether it must be done, or is aimed at.
  public let strength: Strength
  /// How it may be extended.
  public let extended: Extension?

  /// A duty with all that it says.
  public init(
    name: String, rule: Ref<Rule>, when: Condition?, waived: Condition?, due: DayRule, orBy: Ref<Fact>?,
    done: Ref<Fact>, strength: Strength, extended: Extension?
  ) {
    self.name = name
    self.rule = rule
    self.when = when
    self.waived = waived
    self.due = due
    self.orBy = orBy
    self.done = done
    self.strength = strength
    self.extended = extended
  }

  /// Every fact that says when it is due.
  public var factsOfDue: [Ref<Fact>] {
    due.facts + (orBy.map { [$0] } ?? []) + (extended.map { [$0.to] } ?? [])
  }

  /// Every fact that it reads.
  public var facts: [Ref<Fact>] { factsOfDue + [done] + (when?.facts ?? []) + (waived?.facts ?? []) }
}

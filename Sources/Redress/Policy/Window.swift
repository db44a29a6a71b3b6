/// A time within which a person must act, and what happens to one who acts later.
public struct Window: Hashable, Sendable {
  /// A part of the time, with what an act in it comes to.
  public struct Step: Hashable, Sendable {
    /// What an act beyond the steps before this one, and within this one, comes to.
    public enum Outcome: Hashable, Sendable {
      /// The act counts.
      case inTime
      /// Open to a person's discretion. Without a decision it is asked, or refused where the policy says that lateness
      /// bars.
      case discretion(Ref<Decision>, undecided: Undecided)
      /// The act comes too late, and no decision helps.
      case refused
      /// Late for something else than money; said in the explanation, without effect on the sum.
      case noted
    }

    /// What an act comes to before the decision is taken.
    public enum Undecided: String, CaseIterable, Hashable, Sendable {
      /// A question to a person, a refusal, or a note: the act counts unless the decision is against it.
      case ask, refuse, accept
    }

    /// How long it reaches; `nil` for the last step, which has no end, and for one that ends on the day of a fact.
    public let within: Deadline?
    /// The day on which it ends, where a fact says so; mostly one that is derived.
    public let by: Ref<Fact>?
    /// The step counts only where this holds; otherwise the next one is tried.
    public let when: Condition?
    /// What an act in this step comes to.
    public let outcome: Outcome
    /// What the person is told where this step refuses.
    public let say: String?
    /// What the letter says instead of ``say``; `nil` where that will do.
    public let letter: String?

    /// Whether it ends: the last step does not.
    public var hasEnd: Bool { within != nil || by != nil }

    /// A step with all that it says.
    public init(
      within: Deadline?, by: Ref<Fact>? = nil, when: Condition?, outcome: Outcome, say: String?, letter: String? = nil
    ) {
      self.letter = letter
      self.within = within
      self.by = by
      self.when = when
      self.outcome = outcome
      self.say = say
    }
  }

  /// Its title and its paragraphs.
  public let rule: Ref<Rule>
  /// The date from which the time counts.
  public let from: Ref<Fact>
  /// The date of the act that must be in time.
  public let until: Ref<Fact>
  /// Nothing is late while this holds, such as a fault that still goes on.
  public let openWhile: Condition?
  /// A later last day that was agreed; it counts in place of the first step's.
  public let extendedTo: Ref<Fact>?
  /// In order; the first has an end and is in time.
  public let steps: [Step]

  /// A window with all that it says.
  public init(
    rule: Ref<Rule>, from: Ref<Fact>, until: Ref<Fact>, openWhile: Condition?, extendedTo: Ref<Fact>?, steps: [Step]
  ) {
    self.rule = rule
    self.from = from
    self.until = until
    self.openWhile = openWhile
    self.extendedTo = extendedTo
    self.steps = steps
  }
}

extension Window {
  /// Every fact that the window reads.
  public var facts: [Ref<Fact>] {
    [from, until] + (openWhile?.facts ?? []) + (extendedTo.map { [$0] } ?? [])
      + steps.flatMap { ($0.by.map { [$0] } ?? []) + ($0.when?.facts ?? []) }
  }
}

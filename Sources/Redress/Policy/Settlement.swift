/// What was paid before under the same offer, and the order in which heads are reduced by it.
public struct AlreadyPaid: Hashable, Sendable {
  /// Its title and its paragraphs.
  public let rule: Ref<Rule>
  /// The fact of the case that states the sum that was paid.
  public let fact: Ref<Fact>

  /// A deduction of what this fact states.
  public init(rule: Ref<Rule>, fact: Ref<Fact>) {
    self.rule = rule
    self.fact = fact
  }
}

/// Which debts an award is set against, in which order, and when not.
public struct SetOff: Hashable, Sendable {
  /// Its title and its paragraphs.
  public let rule: Ref<Rule>
  /// In the order in which they are cleared.
  public let debts: [Ref<Fact>]
  /// The part of the debts that the person disputes.
  public let disputed: Ref<Fact>?
  /// The decision that lets a disputed part be set off all the same.
  public let disputedDecision: Ref<Decision>?
  /// Nothing is set off where this holds, such as for people with no account.
  public let notWhen: Condition?

  /// A set-off with all that it says.
  public init(
    rule: Ref<Rule>, debts: [Ref<Fact>], disputed: Ref<Fact>?, disputedDecision: Ref<Decision>?, notWhen: Condition?
  ) {
    self.rule = rule
    self.debts = debts
    self.disputed = disputed
    self.disputedDecision = disputedDecision
    self.notWhen = notWhen
  }
}

/// Who may sign an offer: a ladder of ceilings, in which a hole cannot be written.
public struct Authority: Hashable, Sendable {
  /// Who may sign up to one ceiling.
  public struct Step: Hashable, Sendable {
    /// The highest total that this step may sign; `nil` for the last.
    public let upTo: Money?
    /// One signature is needed from each set; the roles inside a set are alternatives.
    public let signers: [[Ref<Role>]]
    /// The paragraph that prints this step.
    public let citations: [Citation]

    /// A step with all that it says.
    public init(upTo: Money?, signers: [[Ref<Role>]], citations: [Citation]) {
      self.upTo = upTo
      self.signers = signers
      self.citations = citations
    }
  }

  /// Its title and its paragraphs.
  public let rule: Ref<Rule>
  /// The steps from the lowest ceiling up; the last has none.
  public let steps: [Step]

  /// A ladder of steps.
  public init(rule: Ref<Rule>, steps: [Step]) {
    self.rule = rule
    self.steps = steps
  }
}

/// Something that must be there before money is paid, or that a letter must say; it changes no sum.
public struct Statement: Hashable, Sendable {
  /// On which outcome it counts.
  public enum On: String, CaseIterable, Hashable, Sendable {
    /// With an award, with a refusal, or with either.
    case offer, refusal, both
  }

  /// Its title and its paragraphs.
  public let rule: Ref<Rule>
  /// The outcome on which it counts.
  public let on: On
  /// Where it belongs to one head, it is tried for each item under that head.
  public let head: Ref<Head>?
  /// It counts where this holds; `nil` for always.
  public let when: Condition?
  /// What it says, to the person or to whoever pays.
  public let say: String

  /// A statement with all that it says.
  public init(rule: Ref<Rule>, on: On, head: Ref<Head>?, when: Condition?, say: String) {
    self.rule = rule
    self.on = on
    self.head = head
    self.when = when
    self.say = say
  }
}

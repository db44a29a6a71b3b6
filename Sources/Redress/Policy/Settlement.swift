/// What was paid before under the same offer, and the order in which heads are reduced by it.
public struct AlreadyPaid: Hashable, Sendable {
  /// Its title and its paragraphs.
  public let rule: Ref<Rule>
  /// The fact of the case that states the sum that was paid.
  public let fact: Ref<Fact>
  /// It comes off only where this holds, such as for an offer that includes an earlier one; `nil` for always.
  public let when: Condition?

  /// A deduction of what this fact states.
  public init(rule: Ref<Rule>, fact: Ref<Fact>, when: Condition? = nil) {
    self.rule = rule
    self.fact = fact
    self.when = when
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
  /// Whether the person agrees to it; `nil` where nobody is asked. Unanswered it is a question, and no means nothing is
  /// set off.
  public let consent: Ref<Fact>?
  /// The decision to set off, where the policy says that it may be done; `nil` where it must. Undecided it is a
  /// question, and declined means nothing is set off.
  public let discretion: Ref<Decision>?

  /// A set-off with all that it says.
  public init(
    rule: Ref<Rule>, debts: [Ref<Fact>], disputed: Ref<Fact>?, disputedDecision: Ref<Decision>?, notWhen: Condition?,
    consent: Ref<Fact>? = nil, discretion: Ref<Decision>? = nil
  ) {
    self.consent = consent
    self.discretion = discretion
    self.rule = rule
    self.debts = debts
    self.disputed = disputed
    self.disputedDecision = disputedDecision
    self.notWhen = notWhen
  }
}

/// Who may sign an offer: a ladder of ceilings, in which a hole cannot be written.
///
/// A matrix may have several, such as one for each head. An award needs a signature from each ladder that measures
/// something of it.
public struct Authority: Hashable, Sendable {
  /// What is measured against the ceilings.
  public enum Measure: String, CaseIterable, Hashable, Sendable {
    /// The amounts of all its items, money and in kind together.
    case total
    /// The largest amount of a single item.
    case eachItem = "each item"
  }

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
  /// The items that it measures, by their heads; `nil` for all.
  public let heads: [Ref<Head>]?
  /// It counts only where this holds, such as at one stage; `nil` for always.
  public let when: Condition?
  /// What is measured against the ceilings.
  public let measure: Measure
  /// What the same household was offered before, which is measured together with this offer; `nil` where each offer is
  /// measured alone.
  public let plus: Ref<Fact>?
  /// The steps from the lowest ceiling up; the last has none.
  public let steps: [Step]

  /// A ladder of steps.
  public init(
    rule: Ref<Rule>, heads: [Ref<Head>]? = nil, when: Condition? = nil, measure: Measure = .total,
    plus: Ref<Fact>? = nil, steps: [Step]
  ) {
    self.rule = rule
    self.heads = heads
    self.when = when
    self.measure = measure
    self.plus = plus
    self.steps = steps
  }
}

/// Roles that may sign in place of another while a condition holds, such as its absence.
public struct Substitute: Hashable, Sendable {
  /// Its title and its paragraphs.
  public let rule: Ref<Rule>
  /// The role that is replaced.
  public let role: Ref<Role>
  /// The roles that may sign in its place.
  public let by: [Ref<Role>]
  /// When they may.
  public let when: Condition

  /// A substitute with all that it says.
  public init(rule: Ref<Rule>, role: Ref<Role>, by: [Ref<Role>], when: Condition) {
    self.rule = rule
    self.role = role
    self.by = by
    self.when = when
  }
}

/// Several people who share what is paid: joint tenants, or each household of a building.
public struct Payees: Hashable, Sendable {
  /// Its title and its paragraphs.
  public let rule: Ref<Rule>
  /// How many there are. They have equal shares; pennies that are left go to the first ones, a penny each.
  public let count: Ref<Fact>

  /// Payees by their number.
  public init(rule: Ref<Rule>, count: Ref<Fact>) {
    self.rule = rule
    self.count = count
  }
}

/// Something that the policy's document does not hold, such as a table that it refers to.
public struct Missing: Hashable, Sendable {
  /// What files call it, such as `figures`.
  public let name: String
  /// What is missing, what follows from it, and where to put it.
  public let say: String
  /// The paragraphs that refer to it.
  public let citations: [Citation]

  /// What is missing, in words.
  public init(name: String, say: String, citations: [Citation]) {
    self.name = name
    self.say = say
    self.citations = citations
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
  /// What it says, to whoever makes the offer or pays it.
  public let say: String
  /// What the letter says for it; `nil` where it puts no words into the letter.
  public let letter: LetterWords?

  /// A statement with all that it says.
  public init(
    rule: Ref<Rule>, on: On, head: Ref<Head>?, when: Condition?, say: String, letter: LetterWords? = nil
  ) {
    self.letter = letter
    self.rule = rule
    self.on = on
    self.head = head
    self.when = when
    self.say = say
  }
}

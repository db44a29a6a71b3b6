/// Something that a person states about a case, or about one item of it, and that a rule reads.
public struct Fact: Hashable, Sendable {
  /// What may be stated, and as which number ``CaseFacts`` keeps it.
  public enum Kind: Hashable, Sendable {
    /// A day, as its ``CivilDate/dayNumber``.
    case date
    /// A sum, in pence.
    case money
    /// Yes or no.
    case flag
    /// One of several names, each with the words that people see.
    case choice([Choice])
    /// Words for people; a rule only asks whether they were given.
    case text
    /// Sums that were spent, each with its receipt. The value is their total.
    case receipts
    /// A whole number of things, from 0.
    case count
    /// A part of a hundred, in hundredths of a per cent: 1250 for 12.5%.
    case percent
  }

  /// One of the answers of a fact of kind choice.
  public struct Choice: Hashable, Sendable {
    /// What a file states.
    public let name: String
    /// The words that people see.
    public let title: String

    /// An answer with its words.
    public init(name: String, title: String) {
      self.name = name
      self.title = title
    }
  }

  /// Where the fact may be stated.
  public enum Reach: String, CaseIterable, Hashable, Sendable {
    /// On the case only.
    case ofCase = "case"
    /// On an item only.
    case ofItem = "item"
    /// On the case as the default of all its items, and on an item in its place.
    case ofEither = "case or item"
  }

  /// What it means that the fact was left out.
  public enum LeftOut: Hashable, Sendable {
    /// A rule that is reached cannot go on without it.
    case missing
    /// Rules may ask whether it was given.
    case unstated
    /// It is taken to have this value, and the explanation says so.
    case taken(Int64)
    /// It is taken to be the same as another fact.
    case same(Ref<Fact>)
    /// Nobody states it: it is worked out from other facts.
    case derived(Derivation)
  }

  /// What files call it.
  public let name: String
  /// What may be stated.
  public let kind: Kind
  /// The question that a person is asked.
  public let ask: String
  /// A sentence that helps to answer; `nil` where the question says enough.
  public let help: String?
  /// Where it may be stated.
  public let reach: Reach
  /// What it means to leave it out.
  public let leftOut: LeftOut
  /// Days that this day must not come before.
  public let notBefore: [Ref<Fact>]

  /// A fact that is needed and stated on the case, unless it is said otherwise.
  public init(
    name: String, kind: Kind, ask: String, help: String? = nil, reach: Reach = .ofCase, leftOut: LeftOut = .missing,
    notBefore: [Ref<Fact>] = []
  ) {
    self.name = name
    self.kind = kind
    self.ask = ask
    self.help = help
    self.reach = reach
    self.leftOut = leftOut
    self.notBefore = notBefore
  }

  /// How it is worked out; `nil` for a fact that people state.
  public var derivation: Derivation? {
    if case .derived(let derivation) = leftOut { derivation } else { nil }
  }

  /// The names a choice may have; empty for every other kind.
  public var choices: [Choice] {
    if case .choice(let choices) = kind { choices } else { [] }
  }
}

/// A point that the policy leaves to a person, whose answer is recorded with who, when and why.
public struct Decision: Hashable, Sendable {
  /// Who may take a decision.
  public enum Who: Hashable, Sendable {
    /// Any one of these roles.
    case anyOf([Ref<Role>])
    /// All of these roles together.
    case jointly([Ref<Role>])
    /// Whoever may authorise the sum in question.
    case authority
  }

  /// What files call it.
  public let name: String
  /// The question that is decided.
  public let ask: String
  /// Who may decide it.
  public let who: Who
  /// The paragraphs that leave the point to a person.
  public let citations: [Citation]
  /// The readings that say how it is to be decided.
  public let readings: [Ref<Reading>]

  /// A decision with all that it says.
  public init(name: String, ask: String, who: Who, citations: [Citation], readings: [Ref<Reading>]) {
    self.name = name
    self.ask = ask
    self.who = who
    self.citations = citations
    self.readings = readings
  }
}

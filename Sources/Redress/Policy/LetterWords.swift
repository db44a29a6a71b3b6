/// What a letter says for a rule, and in which part of it. The parts are the same in every letter; their words are the
/// policy's.
public struct LetterWords: Hashable, Sendable {
  /// A part of a letter, in the order in which they are read.
  public enum Part: String, CaseIterable, Hashable, Sendable {
    /// What was complained about, what was decided and why.
    case decision
    /// What is offered, and on what terms.
    case offer
    /// What is not part of the offer.
    case leftOut = "left-out"
    /// How and when it is paid.
    case payment
    /// What is done about arrears.
    case arrears
    /// How to accept, and what accepting does not end.
    case accepting
    /// Where to go next: the next stage, the ombudsman.
    case nextSteps = "next-steps"
  }

  /// Where the letter says it.
  public let part: Part
  /// What it says to the resident, in whole sentences.
  public let say: String

  /// Words for a part of a letter.
  public init(part: Part, say: String) {
    self.part = part
    self.say = say
  }
}

/// Which ombudsman or tribunal a complaint belongs to: what the case says or, where it says nothing, what the policy
/// suggests for such a case. A letter that needs one and finds none is refused.
public struct OmbudsmanChoice: Hashable, Sendable {
  /// One that is taken where the case does not say which.
  public struct Suggestion: Hashable, Sendable {
    /// For whom it is suggested.
    public let when: Condition
    /// The choice of the fact, by its place.
    public let choice: Int64

    /// A choice for those for whom this holds.
    public init(when: Condition, choice: Int64) {
      self.when = when
      self.choice = choice
    }
  }

  /// The choice that says to which one the complaint belongs.
  public let fact: Ref<Fact>
  /// In order; the first that holds counts.
  public let suggested: [Suggestion]
  /// The paragraphs that it rests on.
  public let citations: [Citation]
  /// The readings that it follows.
  public let readings: [Ref<Reading>]

  /// A choice with what is suggested.
  public init(fact: Ref<Fact>, suggested: [Suggestion], citations: [Citation], readings: [Ref<Reading>]) {
    self.fact = fact
    self.suggested = suggested
    self.citations = citations
    self.readings = readings
  }
}

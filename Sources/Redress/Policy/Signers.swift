/// Who signs a decision that nothing is offered. A refusal is a decision too.
public struct RefusalSigners: Hashable, Sendable {
  /// One signature from each set; the roles inside a set are alternatives.
  public let signers: [[Ref<Role>]]
  /// The paragraphs that it rests on.
  public let citations: [Citation]
  /// The readings that it follows.
  public let readings: [Ref<Reading>]

  /// Signers with the paragraphs that name them.
  public init(signers: [[Ref<Role>]], citations: [Citation], readings: [Ref<Reading>]) {
    self.signers = signers
    self.citations = citations
    self.readings = readings
  }
}

/// A stage that reviews the one before: whoever decided that one may not sign.
public struct Review: Hashable, Sendable {
  /// The case is a review where this fact is given, such as the day on which the next stage was asked for.
  public let given: Ref<Fact>
  /// The text that names who decided the stage before, by officer, with commas between several.
  public let decidedBy: Ref<Fact>
  /// The paragraphs that it rests on.
  public let citations: [Citation]
  /// The readings that it follows.
  public let readings: [Ref<Reading>]

  /// A review with the facts that tell it.
  public init(given: Ref<Fact>, decidedBy: Ref<Fact>, citations: [Citation], readings: [Ref<Reading>]) {
    self.given = given
    self.decidedBy = decidedBy
    self.citations = citations
    self.readings = readings
  }
}

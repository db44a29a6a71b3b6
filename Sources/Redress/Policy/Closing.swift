/// What must be done before an offer is closed, beside paying and crediting all that was accepted.
public struct Closing: Hashable, Sendable {
  /// What is waited for.
  public enum Need: String, CaseIterable, Hashable, Sendable {
    /// Everything that the letter promises and that is not money.
    case everyRemedy = "every remedy delivered"
  }

  /// What is waited for.
  public let needs: Need
  /// The paragraphs that it rests on.
  public let citations: [Citation]
  /// The readings that it follows.
  public let readings: [Ref<Reading>]

  /// A closing rule with the paragraphs that name it.
  public init(needs: Need, citations: [Citation], readings: [Ref<Reading>]) {
    self.needs = needs
    self.citations = citations
    self.readings = readings
  }
}

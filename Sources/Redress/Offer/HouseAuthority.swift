/// Who may sign under a scheme whose policy names nobody, as the organisation has laid down: a house rule, never cited
/// as a paragraph of the policy.
public struct HouseAuthority: Hashable, Sendable {
  /// Who signs up to a ceiling.
  public struct Step: Hashable, Sendable {
    /// The highest total that this step may sign; `nil` for the last.
    public let upTo: Money?
    /// One signature from each set; the roles inside a set are alternatives.
    public let signers: [[String]]

    /// A step of the ladder.
    public init(upTo: Money?, signers: [[String]]) {
      self.upTo = upTo
      self.signers = signers
    }
  }

  /// The scheme that it is for.
  public let scheme: String
  /// Where the organisation laid it down: a minute, a scheme of delegation.
  public let source: String
  /// The steps from the lowest ceiling up; the last may have none.
  public let steps: [Step]
  /// Who signs a refusal; `nil` where the author's manager does.
  public let refusals: [[String]]?

  /// A ladder for a scheme.
  public init(scheme: String, source: String, steps: [Step], refusals: [[String]]?) {
    self.scheme = scheme
    self.source = source
    self.steps = steps
    self.refusals = refusals
  }
}

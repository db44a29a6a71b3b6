/// What every rule of a matrix has, whatever it does: its name, the paragraphs it rests on, the readings it follows.
public struct Rule: Hashable, Sendable {
  /// The part of the policy that a rule belongs to.
  public enum Kind: Hashable, Sendable {
    /// In the order in which they are tried.
    case derived, duty, scope, exclusion, window, head, combination, total, alreadyPaid, setOff, payees, authority,
      substitute, payment, statement
  }

  /// As it appears in output: `exclusion.right-to-repair`, `claim-window`, `head.inconvenience`.
  public let id: String
  /// The part of the policy that it belongs to.
  public let kind: Kind
  /// What it is called in an explanation.
  public let title: String
  /// The paragraphs that it rests on.
  public let citations: [Citation]
  /// The readings that it follows.
  public let readings: [Ref<Reading>]

  /// A rule with all that it says of itself.
  public init(id: String, kind: Kind, title: String, citations: [Citation], readings: [Ref<Reading>] = []) {
    self.id = id
    self.kind = kind
    self.title = title
    self.citations = citations
    self.readings = readings
  }
}

/// What every rule of a matrix has, whatever it does: its name, the paragraphs it rests on, the readings it follows.
public struct Rule: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case scope, exclusion, window, head, total, alreadyPaid, setOff, authority, payment, statement
  }

  /// As it appears in output: `exclusion.right-to-repair`, `claim-window`, `head.inconvenience`.
  public let id: String
  public let kind: Kind
  public let title: String
  public let citations: [Citation]
  public let readings: [Ref<Reading>]

  public init(id: String, kind: Kind, title: String, citations: [Citation], readings: [Ref<Reading>] = []) {
    self.id = id
    self.kind = kind
    self.title = title
    self.citations = citations
    self.readings = readings
  }
}

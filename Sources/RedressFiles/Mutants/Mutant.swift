import Redress

/// A matrix with one slip in it: one figure, word or edge changed by one step.
public struct Mutant: Sendable {
  /// Where in the file it stands, by keys: `windows.claim.steps[2].within`.
  public let path: String
  /// The rule or the fact in which it stands, as the first keys of the path name it.
  public let section: String
  /// Where in the text it stands.
  public let place: Place
  /// What stands there now.
  public let from: String
  /// What it is changed to; `nothing` where it is taken out.
  public let to: String
  let changes: [TreeChange]

  /// What ``to`` says of something that is taken out.
  public static let takenOut = "nothing"

  /// The tree of the file with the slip in it.
  func applied(to root: Node) -> Node { changes.reduce(root) { $0.changed(by: $1) } }
}

extension Mutant: CustomStringConvertible {
  /// `12:5  windows.claim.steps[1].within: 28 days → 29 days`
  public var description: String { "\(place.line):\(place.column)  \(path): \(from) → \(to)" }
}

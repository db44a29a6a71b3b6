/// What an edition changes over many cases.
public struct CaseChanges: Hashable, Sendable {
  /// The cases in the order of their file.
  public let cases: [CaseChange]

  /// Cases under two editions.
  public init(_ cases: [CaseChange]) { self.cases = cases }

  /// Those in which anything has changed.
  public var changed: [CaseChange] { cases.filter { !$0.isUnchanged } }
  /// Those with an answer under both editions, which alone are summed.
  public var answered: [CaseChange] { cases.filter { $0.difference != nil } }
  /// What those with an answer are offered together under the old edition.
  public var offeredBefore: Money { answered.reduce(.zero) { $0 + ($1.old.offered ?? .zero) } }
  /// What those with an answer are offered together under the new edition.
  public var offeredAfter: Money { answered.reduce(.zero) { $0 + ($1.new.offered ?? .zero) } }

  /// How many cases the change means this for.
  public func count(_ kind: CaseChange.Kind) -> Int { cases.count { $0.kind == kind } }

  /// The cases that need facts under the new edition which they do not state, with those facts.
  public var lacking: [CaseChange] { cases.filter { !$0.new.missing.isEmpty && $0.new.missing != $0.old.missing } }
}

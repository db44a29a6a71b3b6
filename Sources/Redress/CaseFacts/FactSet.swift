/// A set of facts of one matrix, as bits by place.
public struct FactSet: Hashable, Sendable {
  var bits: UInt128 = 0

  public init() {}

  public init(_ facts: some Sequence<Ref<Fact>>) {
    for fact in facts { insert(fact) }
  }

  public func contains(_ fact: Ref<Fact>) -> Bool { bits >> UInt128(fact.number) & 1 == 1 }
  public mutating func insert(_ fact: Ref<Fact>) { bits |= 1 << UInt128(fact.number) }
  public func isDisjoint(with other: FactSet) -> Bool { bits & other.bits == 0 }
  public mutating func formUnion(_ other: FactSet) { bits |= other.bits }
}

/// A set of decisions of one matrix, as bits by place.
public struct DecisionSet: Hashable, Sendable {
  var bits: UInt64 = 0

  public init() {}

  public func contains(_ decision: Ref<Decision>) -> Bool { bits >> UInt64(decision.number) & 1 == 1 }
  public mutating func insert(_ decision: Ref<Decision>) { bits |= 1 << UInt64(decision.number) }
}

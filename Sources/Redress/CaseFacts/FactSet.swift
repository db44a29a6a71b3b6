/// A set of facts of one matrix, as bits by place. A matrix has at most ``Matrix/mostFacts`` of them.
public struct FactSet: Hashable, Sendable, BitwiseCopyable {
  @usableFromInline var low: UInt64 = 0
  @usableFromInline var high: UInt64 = 0

  /// A set of no facts.
  @inlinable public init() {}

  /// A set of these facts.
  public init(_ facts: some Sequence<Ref<Fact>>) {
    for fact in facts { insert(fact) }
  }

  /// Whether it holds no fact.
  public var isEmpty: Bool { low | high == 0 }

  /// Whether it holds a fact.
  @inlinable @inline(__always)
  public func contains(_ fact: Ref<Fact>) -> Bool {
    (fact.number < 64 ? low : high) &>> UInt64(fact.number & 63) & 1 == 1
  }

  /// Adds a fact, which may be in it.
  @inlinable @inline(__always)
  public mutating func insert(_ fact: Ref<Fact>) {
    let bit: UInt64 = 1 &<< UInt64(fact.number & 63)
    if fact.number < 64 { low |= bit } else { high |= bit }
  }

  /// Takes a fact out. Gives whether it was in it.
  @inlinable @inline(__always)
  public mutating func remove(_ fact: Ref<Fact>) -> Bool {
    let bit: UInt64 = 1 &<< UInt64(fact.number & 63)
    if fact.number < 64 {
      let isIn = low & bit != 0
      low &= ~bit
      return isIn
    }
    let isIn = high & bit != 0
    high &= ~bit
    return isIn
  }

  /// Takes the facts of another set out. Gives whether one of them was in it.
  @inlinable @inline(__always)
  public mutating func remove(_ others: FactSet) -> Bool {
    let isIn = !isDisjoint(with: others)
    low &= ~others.low
    high &= ~others.high
    return isIn
  }

  /// Whether no fact is in both sets.
  @inlinable @inline(__always)
  public func isDisjoint(with other: FactSet) -> Bool { (low & other.low) | (high & other.high) == 0 }

  /// Adds every fact of another set.
  @inlinable @inline(__always)
  public mutating func formUnion(_ other: FactSet) {
    low |= other.low
    high |= other.high
  }
}

/// A set of decisions of one matrix, as bits by place.
public struct DecisionSet: Hashable, Sendable {
  @usableFromInline var bits: UInt64 = 0

  /// A set of no decisions.
  @inlinable public init() {}

  /// Whether it holds a decision.
  public func contains(_ decision: Ref<Decision>) -> Bool { bits >> UInt64(decision.number) & 1 == 1 }

  /// Adds a decision, which may be in it.
  public mutating func insert(_ decision: Ref<Decision>) {
    precondition(decision.index < Matrix.mostDecisions, "a matrix has at most \(Matrix.mostDecisions) decisions")
    bits |= 1 << UInt64(decision.number)
  }
}

struct TestRoot: Sendable {
  /// Where it stands in the row of tests: its root first, then its parts.
  let place: Int
  let reads: FactSet
  /// The answer where none of the facts that it reads is stated; `nil` where that takes a closer look.
  let silent: Bool?
}

struct Test: Sendable {
  enum Kind: Sendable {
    case given
    case notGiven
    case compare(Condition.Comparison)
    case oneOf
    case all
    case any
  }

  var kind: Kind
  var fact = Ref<Fact>(0)
  /// The other fact of a comparison, or no fact where `value` is compared with.
  var other: Ref<Fact>?
  /// What is compared with; for `oneOf` a bit for each choice.
  var value: Int64 = 0
  /// Where the parts of `all` and `any` stand.
  var parts: Range<Int> = 0..<0
}

struct Slots: Sendable {
  private(set) var taken: ContiguousArray<Int64> = []
  private(set) var isTaken = FactSet()
  private(set) var same: ContiguousArray<Ref<Fact>?> = []
  private(set) var isMissing = FactSet()
  /// Facts that only items may state.
  private(set) var isOfItemOnly = FactSet()
  /// The place of a derived fact among those of the plan, or -1.
  private var derivedPlaces: ContiguousArray<Int16> = []

  func derived(_ fact: Ref<Fact>) -> Int? {
    let place = derivedPlaces[fact.index]
    return place < 0 ? nil : Int(place)
  }

  init(_ facts: [Fact]) {
    var derivedCount: Int16 = 0
    for (ref, fact) in zip(facts.refs, facts) {
      var value: Int64 = 0
      var other: Ref<Fact>?
      if fact.reach == .ofItem { isOfItemOnly.insert(ref) }
      switch fact.leftOut {
      case .missing: isMissing.insert(ref)
      case .unstated: break
      case .taken(let it):
        value = it
        isTaken.insert(ref)
      case .same(let it): other = it
      case .derived: break
      }
      derivedPlaces.append(fact.derivation == nil ? -1 : derivedCount)
      if fact.derivation != nil { derivedCount += 1 }
      taken.append(value)
      same.append(other)
    }
  }
}

struct DayOrder: Sendable {
  let later: Ref<Fact>
  let earlier: Ref<Fact>
  /// Those of the two that an item may state for itself.
  let ofItem: FactSet
}

extension Slots {
  /// The answer to a condition none of whose facts is stated; `nil` where a fact is needed, or another stands in for
  /// it.
  func answer(to condition: Condition) -> Bool? {
    func assumed(_ fact: Ref<Fact>) -> Int64? { isTaken.contains(fact) ? taken[fact.index] : nil }
    func isUnstated(_ fact: Ref<Fact>) -> Bool {
      same[fact.index] == nil && derived(fact) == nil && !isMissing.contains(fact) && !isTaken.contains(fact)
    }
    switch condition {
    case .given: return false
    case .notGiven: return true
    case .oneOf(let fact, let values):
      return assumed(fact).map { values.contains($0) } ?? (isUnstated(fact) ? false : nil)
    case .compare(let fact, let comparison, .value(let value)):
      return assumed(fact).map { comparison.holds($0, value) } ?? (isUnstated(fact) ? false : nil)
    case .compare(_, _, .fact): return nil
    case .all(let parts):
      let answers = parts.map { answer(to: $0) }
      return answers.contains(false) ? false : answers.contains(nil) ? nil : true
    case .any(let parts):
      let answers = parts.map { answer(to: $0) }
      return answers.contains(true) ? true : answers.contains(nil) ? nil : false
    }
  }
}

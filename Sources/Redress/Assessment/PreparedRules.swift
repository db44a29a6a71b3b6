/// A condition as an assessor holds it.
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

/// Which facts have a value though they were left out, and which stand for another.
struct Slots: Sendable {
  private(set) var taken: ContiguousArray<Int64> = []
  private(set) var isTaken = FactSet()
  private(set) var same: ContiguousArray<Ref<Fact>?> = []
  private(set) var isMissing = FactSet()

  init(_ facts: [Fact]) {
    for (ref, fact) in zip(facts.refs, facts) {
      var value: Int64 = 0
      var other: Ref<Fact>?
      switch fact.leftOut {
      case .missing: isMissing.insert(ref)
      case .unstated: break
      case .taken(let it):
        value = it
        isTaken.insert(ref)
      case .same(let it): other = it
      }
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

struct PreparedExclusion: Sendable {
  let rule: Ref<Rule>
  let when: TestRoot
  /// The facts it reads that an item may state for itself.
  let ofItem: FactSet
  let exception: Ref<Decision>?
}

struct PreparedWindow: Sendable {
  struct Step: Sendable {
    let within: Deadline?
    let when: TestRoot?
    let outcome: Window.Step.Outcome
  }

  let rule: Ref<Rule>
  let from: Ref<Fact>
  let until: Ref<Fact>
  let openWhile: TestRoot?
  let extendedTo: Ref<Fact>?
  let ofItem: FactSet
  let steps: Range<Int>
  /// Whether it is the time to accept an offer, which runs once the sums are known.
  let isOfOffer: Bool
}

struct PreparedHead: Sendable {
  enum Price: Sendable {
    case band(PreparedBand)
    case actualCost(ActualCost)
  }

  let rule: Ref<Rule>
  let allowsSetOff: Bool
  let price: Price
  let forms: PreparedForms?
}

struct PreparedBand: Sendable {
  struct Level: Sendable {
    let from: Money
    let to: Money?
  }

  struct Placed: Sendable {
    let when: TestRoot
    let level: Int
    let reading: Ref<Reading>
  }

  let by: Ref<Fact>
  let amount: Ref<Fact>
  let levels: Range<Int>
  let holes: Range<Int>
  let placed: Range<Int>
}

struct PreparedForms: Sendable {
  let fact: Ref<Fact>
  /// A bit for each choice.
  let inKind: Int64
  /// A bit for each level.
  let inKindAt: Int64
  let otherwise: Ref<Reading>
}

struct PreparedStatement: Sendable {
  let rule: Ref<Rule>
  let on: Statement.On
  let head: Ref<Head>?
  let when: TestRoot?

  func isFor(_ outcome: Assessment.Outcome) -> Bool { on == .both || (on == .offer) == (outcome == .awarded) }

  /// Its finding where none of the facts that it reads is stated; `nil` where it must be looked at.
  func quiet(on outcome: Assessment.Outcome) -> (rule: Ref<Rule>, reads: FactSet, finding: Finding)? {
    guard isFor(outcome) else { return (rule, FactSet(), .doesNotApply) }
    guard head == nil else { return nil }
    guard let when else { return (rule, FactSet(), .carried) }
    return when.silent.map { (rule, when.reads, $0 ? .carried : .doesNotApply) }
  }
}

struct PreparedSetOff: Sendable {
  let rule: Ref<Rule>
  let disputed: Ref<Fact>?
  let disputedDecision: Ref<Decision>?
}

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

struct PreparedExclusion: Sendable {
  let rule: Ref<Rule>
  let when: TestRoot
  /// The facts it reads that an item may state for itself.
  let ofItem: FactSet
  let exception: Ref<Decision>?
  let undecided: Window.Step.Undecided
  /// Whether it reads a fact that only items may state, so that each item is tried for itself.
  let isOfItems: Bool
  /// The heads that it is tried on; `nil` where it is tried on the case.
  let heads: HeadSet?
}

struct PreparedDerived: Sendable {
  enum Kind: Sendable {
    case day(PreparedDayRule)
    case earliest(Range<Int>)
    case latest(Range<Int>)
    case elapsed(Elapsed)
    case items(Ref<Head>)
    case due(Ref<Duty>)
    case late(Lateness)
  }

  let rule: Ref<Rule>
  let kind: Kind
  /// The facts it takes that an item may state for itself.
  let ofItem: FactSet
  /// Whether the case cannot state all that it takes.
  let isOfItemOnly: Bool
}

struct PreparedDayRule: Sendable {
  let from: Ref<Fact>
  let elseFrom: Ref<Fact>?
  /// Where the period stands in the row of figures.
  let within: Int
  let direction: DayRule.Direction
  let dayOne: DayOne
  let monthEnd: MonthEnd
  let closed: DayRule.Closed?
  let suspension: DayRule.Suspension?
}

struct PreparedDuty: Sendable {
  let rule: Ref<Rule>
  let when: TestRoot?
  let waived: TestRoot?
  let due: PreparedDayRule
  let orBy: Ref<Fact>?
  let done: Ref<Fact>
  let extended: Duty.Extension?
}

struct PreparedWindow: Sendable {
  struct Step: Sendable {
    let within: Deadline?
    let by: Ref<Fact>?
    let when: TestRoot?
    let outcome: Window.Step.Outcome

    var hasEnd: Bool { within != nil || by != nil }
  }

  let rule: Ref<Rule>
  let from: Ref<Fact>
  let until: Ref<Fact>
  let openWhile: TestRoot?
  let extendedTo: Ref<Fact>?
  let ofItem: FactSet
  /// Whether it reads a fact that only items may state, so that each item is tried for itself.
  let isOfItems: Bool
  let steps: Range<Int>
  /// Whether it is the time to accept an offer, which runs once the sums are known.
  let isOfOffer: Bool
}

struct PreparedHead: Sendable {
  let rule: Ref<Rule>
  let allowsSetOff: Bool
  /// Where its price stands in the row of prices.
  let price: Int
  let forms: PreparedForms?
  let isInKind: Bool
  /// Where its evidence stands in its row.
  let evidence: Range<Int>
  /// Heads that take the totals of others are priced after them.
  let rank: Int
}

struct PreparedEvidence: Sendable {
  let fact: Ref<Fact>
  let when: TestRoot?
  let above: Money?
}

/// A price as an assessor holds it, its parts in a range of the row of prices.
struct PreparedPrice: Sendable {
  enum Kind: Sendable {
    case band(PreparedBand)
    case actualCost(PreparedCost)
    case fixed(Int)
    case accrual(PreparedAccrual)
    case share(PreparedShare)
    case wear(PreparedWear)
    case interest(PreparedInterest)
    case judgement(PreparedJudgement)
    case highest
    case lowest
    case sum
    case totalOf(HeadSet)
  }

  var kind: Kind
  /// Its number within its head.
  var node = 0
  /// The places of its parts, in the row of places.
  var parts: Range<Int> = 0..<0
  var adjustments: Range<Int> = 0..<0
  var rounding = Rounding.penny
  var nothingUnder: Int?
  var nothingUpTo: Int?
  var atLeast: Int?
  var atMost: Int?

  var isPlain: Bool {
    adjustments.isEmpty && nothingUnder == nil && nothingUpTo == nil && atLeast == nil && atMost == nil
  }
}

struct PreparedCost: Sendable {
  let receipts: Ref<Fact>
  let evidence: Ref<Fact>
  let amount: Ref<Fact>
  let less: Range<Int>
}

struct PreparedAccrual: Sendable {
  let count: Ref<Fact>
  let steps: Range<Int>
  let per: Int64
  let grace: Int?
  let onlyAbove: Int?
  let plus: Int?
}

struct PreparedRate: Sendable {
  let upTo: Int64?
  let rate: Int
  let isOnEach: Bool
}

struct PreparedShare: Sendable {
  let of: Int
  let part: Int
  let times: Range<Int>
  let partAtMost: Fraction?
  let partTimes: Range<Int>
  let eachRounded: Rounding?
}

struct PreparedWear: Sendable {
  let cost: Ref<Fact>
  let less: Range<Int>
  let age: Ref<Fact>
  let life: Int
}

struct PreparedInterest: Sendable {
  let principal: Ref<Fact>?
  /// The heads whose total bears interest.
  let heads: HeadSet
  let days: Ref<Fact>
  let rate: Int
  let yearOf: Interest.YearOf
  let compound: Interest.Compound
  let dailyRounded: Rounding?
}

struct PreparedJudgement: Sendable {
  let amount: Ref<Fact>
  /// The facts that are asked for, in order, before the amount.
  let wanted: Range<Int>
}

struct PreparedAdjustment: Sendable {
  let direction: Adjustment.Direction
  let part: Int
  let when: TestRoot?
}

struct PreparedCombination: Sendable {
  enum Kind: Sendable {
    case higherOf
    case lowerOf
    case supersedes
    case onlyWith
    case deduct
    case adjust(PreparedAdjustment, Rounding)
    case atMost(Int, less: Ref<Fact>?)
    case atLeast(Int)
    case nothingUnder(Int)
    case nothingUpTo(Int)
  }

  let rule: Ref<Rule>
  let kind: Kind
  let when: TestRoot?
  /// The heads, in order, in the row of heads.
  let heads: Range<Int>
  /// The other heads that they meet.
  let others: Range<Int>
}

struct PreparedLadder: Sendable {
  let rule: Ref<Rule>
  /// The heads that it measures.
  let heads: HeadSet
  let when: TestRoot?
  let measure: Authority.Measure
  let plus: Ref<Fact>?
  let ceilings: Range<Int>
}

struct PreparedSubstitute: Sendable {
  let rule: Ref<Rule>
  let when: TestRoot
}

struct PreparedAlreadyPaid: Sendable {
  let rule: Ref<Rule>
  let fact: Ref<Fact>
  let when: TestRoot?
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
  let splitBy: Ref<Fact>?
  /// How many choices the second axis has; 1 without one.
  let columns: Int
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
  let otherwise: Ref<Reading>?
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
  let consent: Ref<Fact>?
  let discretion: Ref<Decision>?
}

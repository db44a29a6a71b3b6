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

  /// Whether no item has to be looked at by itself.
  var isOfCaseOnly: Bool { heads == nil && !isOfItems }
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
  /// All facts it takes; `nil` where it also counts items.
  let reads: FactSet?
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
  /// All facts it reads; `nil` where it also counts items.
  let reads: FactSet?
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
  /// The figure that is all of its price, where it has no forms and asks for no evidence either.
  let plain: Int?
  /// Whether it has no forms and asks for no evidence.
  var isBare: Bool { forms == nil && evidence.isEmpty }
  let forms: PreparedForms?
  let isInKind: Bool
  /// Where its evidence stands in its row.
  let evidence: Range<Int>
  /// Heads that take the totals of others are priced after them.
  let rank: Int
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
  /// Whether it measures all items together, which is the total where they come to anything.
  let measuresAll: Bool
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

struct PreparedPrice: Sendable {
  /// What it is, with the place of the rest in the row of its kind: prices are copied, and so are kept small.
  enum Kind: Sendable {
    case band(Int)
    case actualCost(Int)
    case fixed(Int)
    case accrual(Int)
    case share(Int)
    case wear(Int)
    case interest(Int)
    case judgement(Int)
    case highest
    case lowest
    case sum
    case totalOf(Int)
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

  /// What its kind needs to know of it.
  var own: PriceNode { PriceNode(node: node, rounding: rounding) }

  var isPlain: Bool {
    adjustments.isEmpty && nothingUnder == nil && nothingUpTo == nil && atLeast == nil && atMost == nil
  }
}

/// The number of a price within its head, and how it is rounded.
struct PriceNode: Sendable {
  let node: Int
  let rounding: Rounding
}

extension PriceNode {
  /// Whole pence that were rounded part by part, rounded as the price is. Anything too large to be a sum is left.
  @inline(__always)
  func rounded(_ pence: Int128) -> Int128 {
    guard rounding.step.pence > 1, pence <= Int128(Money.largest.pence) else { return pence }
    return Int128(rounding.money(pence: pence, over: 1).pence)
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

struct PreparedEvidence: Sendable {
  let fact: Ref<Fact>
  let when: TestRoot?
  let above: Money?
}

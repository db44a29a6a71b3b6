/// The facts of one case as numbers, each in the slot of its fact: pence for money, ``CivilDate/dayNumber`` for a date,
/// 1 or 0 for a flag, the place of a choice, 1 for a text that was given.
///
/// Whoever fills it has read and checked what a person wrote. A number that is none of those, or a fact, head or item
/// that is not there, is a mistake of the program and stops it, so that it can never become a sum.
///
/// Row 0 holds the case, and one row for each item follows. A value is read only where its bit is set, so that clearing
/// a case for the next one costs next to nothing and a batch allocates nothing for each case.
public struct CaseFacts: Sendable {
  @usableFromInline let slotCount: Int
  @usableFromInline let headCount: Int
  /// What may be stated of each fact.
  @usableFromInline let bounds: KeptRow<Bounds>
  @usableFromInline var values: KeptRow<Int64>
  /// What was stated of the case, then of each item.
  @usableFromInline var stated: KeptRow<FactSet>
  /// What any item stated for itself.
  @usableFromInline var statedByItems = FactSet()
  @usableFromInline var headRow = KeptRow<Ref<Head>>()
  @usableFromInline var receiptRow = KeptRow<Receipt>()
  /// The decisions that were accepted.
  public var accepted: DecisionSet { acceptedDecisions }
  /// The decisions that were declined.
  public var declined: DecisionSet { declinedDecisions }
  @usableFromInline var acceptedDecisions = DecisionSet()
  @usableFromInline var declinedDecisions = DecisionSet()

  /// One sum that was spent, for an item.
  public struct Receipt: Hashable, Sendable, BitwiseCopyable {
    /// The item, counted from 1.
    public let item: Int
    /// The fact of kind receipts that it is a part of.
    public let fact: Ref<Fact>
    /// The sum.
    public let amount: Money

    @inlinable
    init(item: Int, fact: Ref<Fact>, amount: Money) {
      self.item = item
      self.fact = fact
      self.amount = amount
    }
  }

  /// A fact with its value, as a number.
  public struct Stated: Hashable, Sendable, BitwiseCopyable {
    /// The fact.
    public let fact: Ref<Fact>
    /// Its value.
    public let value: Int64

    /// A fact with its value.
    @inlinable
    public init(_ fact: Ref<Fact>, _ value: Int64) {
      self.fact = fact
      self.value = value
    }
  }

  /// The numbers that may be stated of a fact: none of a derived one.
  @usableFromInline
  struct Bounds: BitwiseCopyable, Sendable {
    @usableFromInline let least: Int64
    @usableFromInline let most: Int64

    init(_ fact: Fact) {
      let range = fact.kind.range
      (least, most) = fact.derivation == nil ? (range.lowerBound, range.upperBound) : (1, 0)
    }

    @inlinable func contains(_ value: Int64) -> Bool { least <= value && value <= most }
  }

  /// The most items that a case may have. Within it and ``mostReceipts`` no total can overflow.
  @inlinable public static var mostItems: Int { 1000 }
  /// The most receipts that a case may have, in all its items together.
  @inlinable public static var mostReceipts: Int { 10_000 }

  /// The largest count that a case may state.
  public static let largestCount: Int64 = 1_000_000
  /// The largest part that a case may state, in hundredths of a per cent: 10,000%.
  public static let largestPercent: Int64 = 1_000_000

  /// Room for the facts of a case under a matrix, with nothing stated yet.
  public init(for matrix: Matrix) {
    slotCount = matrix.facts.count
    headCount = matrix.heads.count
    bounds = KeptRow(matrix.facts.map { Bounds($0) })
    values = KeptRow(repeatElement(0, count: slotCount))
    stated = KeptRow([FactSet()])
  }

  /// The head of each item, in the order of the items.
  public var heads: ContiguousArray<Ref<Head>> { ContiguousArray(headRow) }

  /// All receipts, in the order in which they were added.
  public var receipts: ContiguousArray<Receipt> { ContiguousArray(receiptRow) }

  /// How many items the case has.
  @inlinable public var itemCount: Int { headRow.count }

  /// How many receipts the case has.
  @inlinable public var receiptCount: Int { receiptRow.count }

  /// The head of an item, counted from 1.
  @inlinable public func head(ofItem item: Int) -> Ref<Head> { headRow[item - 1] }
}

extension CaseFacts {
  /// Whether the fact was stated on exactly this row.
  @inlinable @inline(__always)
  public func isStated(_ fact: Ref<Fact>, item: Int = 0) -> Bool { stated[item].contains(fact) }

  /// The value stated on exactly this row.
  @inlinable @inline(__always)
  public func statedValue(_ fact: Ref<Fact>, item: Int = 0) -> Int64? {
    isStated(fact, item: item) ? values[item * slotCount + fact.index] : nil
  }

  /// The value stated for an item, or else for its case.
  @inlinable @inline(__always)
  public func value(_ fact: Ref<Fact>, item: Int = 0) -> Int64? {
    // What is stated on a row lies within the row of values, so that only the row is checked.
    if stated[item].contains(fact) { return values[inside: item &* slotCount &+ fact.index] }
    if item > 0, stated[inside: 0].contains(fact) { return values[inside: fact.index] }
    return nil
  }

  /// The value that a rule which asks about an item of this case reads: the item is known to be there.
  @inline(__always)
  func value(_ fact: Ref<Fact>, ofItem item: Int) -> Int64? {
    assert(item >= 0 && item <= itemCount, "an item of the case")
    if stated[inside: item].contains(fact) { return values[inside: item &* slotCount &+ fact.index] }
    if stated[inside: 0].contains(fact) { return values[inside: fact.index] }
    return nil
  }

  /// What the case itself states.
  @inlinable
  public var statedOfCase: FactSet {
    @inline(__always) get { stated[inside: 0] }
  }

  /// The value of a fact that the case itself states.
  @inline(__always)
  func valueOfCase(_ fact: Ref<Fact>) -> Int64 { values[inside: fact.index] }

  /// What the case or any item states.
  @inline(__always)
  var statedAnywhere: FactSet {
    var all = stated[inside: 0]
    all.formUnion(statedByItems)
    return all
  }

  /// Whether neither the case nor any item states one of these facts.
  @inline(__always)
  func isSilent(on facts: FactSet) -> Bool { statedAnywhere.isDisjoint(with: facts) }

  /// Whether the case or any item states a fact.
  @inline(__always)
  func isStatedAnywhere(_ fact: Ref<Fact>) -> Bool { statedAnywhere.contains(fact) }

  /// Whether an item states one of these facts for itself.
  @inline(__always)
  func item(_ item: Int, statesAnyOf facts: FactSet) -> Bool { !stated[item].isDisjoint(with: facts) }
}

extension Fact.Kind {
  /// The numbers that a fact of this kind is stated as.
  fileprivate var range: ClosedRange<Int64> {
    switch self {
    case .date: Int64(CivilDate.earliest.dayNumber)...Int64(CivilDate.latest.dayNumber)
    case .money: 0...Money.largest.pence
    case .receipts: 0...Int64(CaseFacts.mostReceipts) * Money.largest.pence
    case .flag: 0...1
    case .text: 1...1
    case .count: 0...CaseFacts.largestCount
    case .percent: 0...CaseFacts.largestPercent
    case .choice(let choices): 0...Int64(max(choices.count, 1) - 1)
    }
  }
}

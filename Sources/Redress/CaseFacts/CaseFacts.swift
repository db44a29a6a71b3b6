/// The facts of one case as numbers, each in the slot of its fact: pence for money, ``CivilDate/dayNumber`` for a date,
/// 1 or 0 for a flag, the place of a choice, 1 for a text that was given.
///
/// Whoever fills it has read and checked what a person wrote. A number that is none of those, or a fact, head or item
/// that is not there, is a mistake of the program and stops it, so that it can never become a sum.
///
/// Row 0 holds the case, and one row for each item follows. A value is read only where its bit is set, so that clearing
/// a case for the next one costs next to nothing and a batch allocates nothing for each case.
public struct CaseFacts: Sendable {
  let slotCount: Int
  private let headCount: Int
  /// What may be stated of each fact.
  private let ranges: ContiguousArray<ClosedRange<Int64>>
  /// Facts that nobody states.
  private let derived: FactSet
  private(set) var values: ContiguousArray<Int64>
  /// What was stated of the case.
  private var statedOfCase = FactSet()
  /// What was stated of each item.
  private var statedOfItems: ContiguousArray<FactSet> = []
  /// What any item stated for itself.
  private(set) var statedByItems = FactSet()
  /// The head of each item, in the order of the items.
  public private(set) var heads: ContiguousArray<Ref<Head>>
  /// All receipts, in the order in which they were added.
  public private(set) var receipts: ContiguousArray<Receipt>
  /// The decisions that were accepted.
  public private(set) var accepted = DecisionSet()
  /// The decisions that were declined.
  public private(set) var declined = DecisionSet()

  /// One sum that was spent, for an item.
  public struct Receipt: Hashable, Sendable {
    /// The item, counted from 1.
    public let item: Int
    /// The fact of kind receipts that it is a part of.
    public let fact: Ref<Fact>
    /// The sum.
    public let amount: Money
  }

  /// The most items that a case may have. Within it and ``mostReceipts`` no total can overflow.
  public static let mostItems = 1000
  /// The most receipts that a case may have, in all its items together.
  public static let mostReceipts = 10_000

  /// The largest count that a case may state.
  public static let largestCount: Int64 = 1_000_000
  /// The largest part that a case may state, in hundredths of a per cent: 10,000%.
  public static let largestPercent: Int64 = 1_000_000

  /// Room for the facts of a case under a matrix, with nothing stated yet.
  public init(for matrix: Matrix) {
    slotCount = matrix.facts.count
    headCount = matrix.heads.count
    ranges = ContiguousArray(matrix.facts.map(\.kind.range))
    derived = FactSet(matrix.facts.refs.filter { matrix.facts[ref: $0].derivation != nil })
    values = ContiguousArray(repeating: 0, count: slotCount)
    heads = []
    receipts = []
  }

  /// Makes room for the next case.
  public mutating func clear() {
    statedOfCase = FactSet()
    statedOfItems.removeAll(keepingCapacity: true)
    statedByItems = FactSet()
    heads.removeAll(keepingCapacity: true)
    receipts.removeAll(keepingCapacity: true)
    accepted = DecisionSet()
    declined = DecisionSet()
  }

  /// How many items the case has.
  public var itemCount: Int { heads.count }

  /// Adds an item and gives its number, counted from 1.
  @discardableResult
  public mutating func addItem(_ head: Ref<Head>) -> Int {
    precondition(heads.count < Self.mostItems, "a case has at most \(Self.mostItems) items")
    precondition(head.index < headCount, "a head of another matrix")
    heads.append(head)
    statedOfItems.append(FactSet())
    let needed = (heads.count + 1) * slotCount
    if values.count < needed { values.append(contentsOf: repeatElement(0, count: needed - values.count)) }
    return heads.count
  }

  /// States a fact of the case (item 0) or of an item, over what was stated there before.
  public mutating func state(_ fact: Ref<Fact>, _ value: Int64, item: Int = 0) {
    precondition(fact.index < slotCount, "a fact of another matrix")
    precondition(ranges[fact.index].contains(value), "not a value of a fact of this kind")
    precondition(!derived.contains(fact), "a derived fact is worked out and never stated")
    values[item * slotCount + fact.index] = value
    guard item > 0 else { return statedOfCase.insert(fact) }
    statedOfItems[item - 1].insert(fact)
    statedByItems.insert(fact)
  }

  /// Adds a receipt to an item; the fact's value is the total of its receipts.
  public mutating func addReceipt(_ fact: Ref<Fact>, _ amount: Money, item: Int) {
    precondition(receipts.count < Self.mostReceipts, "a case has at most \(Self.mostReceipts) receipts")
    precondition(amount >= .zero && amount <= .largest, "a receipt from £0.00 to \(Money.largest)")
    let before = isStated(fact, item: item) ? values[item * slotCount + fact.index] : 0
    state(fact, before + amount.pence, item: item)
    receipts.append(Receipt(item: item, fact: fact, amount: amount))
  }

  /// Records that a point was decided. Recorded both ways, it counts as accepted; files may state it once only.
  public mutating func record(_ decision: Ref<Decision>, accepted isAccepted: Bool) {
    if isAccepted { accepted.insert(decision) } else { declined.insert(decision) }
  }

  /// Whether the fact was stated on exactly this row.
  @inline(__always)
  public func isStated(_ fact: Ref<Fact>, item: Int = 0) -> Bool {
    item == 0 ? statedOfCase.contains(fact) : statedOfItems[item - 1].contains(fact)
  }

  /// The value stated on exactly this row.
  @inline(__always)
  public func statedValue(_ fact: Ref<Fact>, item: Int = 0) -> Int64? {
    isStated(fact, item: item) ? values[item * slotCount + fact.index] : nil
  }

  /// The value stated for an item, or else for its case.
  @inline(__always)
  public func value(_ fact: Ref<Fact>, item: Int = 0) -> Int64? {
    statedValue(fact, item: item) ?? (item > 0 ? statedValue(fact) : nil)
  }

  /// Whether neither the case nor any item states one of these facts.
  @inline(__always)
  func isSilent(on facts: FactSet) -> Bool {
    statedOfCase.isDisjoint(with: facts) && statedByItems.isDisjoint(with: facts)
  }

  /// Whether the case or any item states a fact.
  @inline(__always)
  func isStatedAnywhere(_ fact: Ref<Fact>) -> Bool { statedOfCase.contains(fact) || statedByItems.contains(fact) }

  /// Whether an item states one of these facts for itself.
  @inline(__always)
  func item(_ item: Int, statesAnyOf facts: FactSet) -> Bool {
    !statedOfItems[item - 1].isDisjoint(with: facts)
  }
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

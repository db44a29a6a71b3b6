/// The facts of one case as numbers, each in the slot of its fact: pence, day numbers, 1 or 0, places of choices.
///
/// Row 0 holds the case, and one row for each item follows. A value is read only where its bit is set, so that clearing
/// a case for the next one costs next to nothing and a batch allocates nothing for each case.
public struct CaseFacts: Sendable {
  let slotCount: Int
  private(set) var values: ContiguousArray<Int64>
  /// What was stated of the case.
  private var statedOfCase = FactSet()
  /// What was stated of each item.
  private var statedOfItems: ContiguousArray<FactSet> = []
  /// What any item stated for itself.
  private(set) var statedByItems = FactSet()
  public private(set) var heads: ContiguousArray<Ref<Head>>
  public private(set) var receipts: ContiguousArray<Receipt>
  public private(set) var accepted = DecisionSet()
  public private(set) var declined = DecisionSet()

  public struct Receipt: Hashable, Sendable {
    /// The item, counted from 1.
    public let item: Int
    public let fact: Ref<Fact>
    public let amount: Money
  }

  /// The most items that a case may have, and the most receipts. Within them no total can overflow.
  public static let mostItems = 1000
  public static let mostReceipts = 10_000

  public init(for matrix: Matrix) {
    slotCount = matrix.facts.count
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

  public var itemCount: Int { heads.count }

  /// Adds an item and gives its number, counted from 1.
  @discardableResult
  public mutating func addItem(_ head: Ref<Head>) -> Int {
    precondition(heads.count < Self.mostItems, "a case has at most \(Self.mostItems) items")
    heads.append(head)
    statedOfItems.append(FactSet())
    let needed = (heads.count + 1) * slotCount
    if values.count < needed { values.append(contentsOf: repeatElement(0, count: needed - values.count)) }
    return heads.count
  }

  /// States a fact of the case (item 0) or of an item.
  public mutating func state(_ fact: Ref<Fact>, _ value: Int64, item: Int = 0) {
    values[item * slotCount + fact.index] = value
    guard item > 0 else { return statedOfCase.insert(fact) }
    statedOfItems[item - 1].insert(fact)
    statedByItems.insert(fact)
  }

  /// Adds a receipt to an item; the fact's value is the total of its receipts.
  public mutating func addReceipt(_ fact: Ref<Fact>, _ amount: Money, item: Int) {
    precondition(receipts.count < Self.mostReceipts, "a case has at most \(Self.mostReceipts) receipts")
    let before = isStated(fact, item: item) ? values[item * slotCount + fact.index] : 0
    state(fact, before + amount.pence, item: item)
    receipts.append(Receipt(item: item, fact: fact, amount: amount))
  }

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

  /// Whether an item states one of these facts for itself.
  @inline(__always)
  func item(_ item: Int, statesAnyOf facts: FactSet) -> Bool {
    !statedOfItems[item - 1].isDisjoint(with: facts)
  }
}

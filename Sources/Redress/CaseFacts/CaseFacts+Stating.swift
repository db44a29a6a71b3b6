/// Filling the facts of a case. It is inlined into the readers of files, which fill one case after another.
extension CaseFacts {
  /// Makes room for the next case.
  @inlinable @inline(__always)
  public mutating func clear() {
    makeOwn()
    stated.drop()
    stated.add(FactSet())
    statedByItems = FactSet()
    headRow.drop()
    receiptRow.drop()
    acceptedDecisions = DecisionSet()
    declinedDecisions = DecisionSet()
  }

  /// Adds an item and gives its number, counted from 1.
  @inlinable @inline(__always) @discardableResult
  public mutating func addItem(_ head: Ref<Head>) -> Int {
    precondition(headRow.count < Self.mostItems, "a case has at most 1000 items")
    precondition(head.index < headCount, "a head of another matrix")
    makeOwn()
    headRow.add(head)
    stated.add(FactSet())
    if values.count < stated.count * slotCount { addValues() }
    return headRow.count
  }

  /// States a fact of the case (item 0) or of an item, over what was stated there before.
  @inlinable @inline(__always)
  public mutating func state(_ fact: Ref<Fact>, _ value: Int64, item: Int = 0) {
    precondition(bounds[fact.index].contains(value), "not a value of a fact of this kind, or of a derived one")
    makeOwn()
    stated[own: item].insert(fact)
    values[inside: item * slotCount + fact.index] = value
    if item > 0 { statedByItems.insert(fact) }
  }

  /// States several facts of the case (item 0) or of an item at once, which is quicker than one by one.
  @inlinable
  public mutating func state(_ several: Span<Stated>, item: Int = 0) {
    makeOwn()
    let (row, slotCount) = (item * slotCount, slotCount)
    var all = stated[item]
    // What is stated on a row lies within the row of values, so that only the fact is checked.
    values.withRoom { values in
      bounds.withValues { bounds in
        var place = 0
        while place < several.count {
          let one = several[unchecked: place]
          let index = Int(truncatingIfNeeded: one.fact.number)
          precondition(
            index < slotCount && bounds[index].contains(one.value),
            "not a value of a fact of this kind, or of a derived one")
          all.insert(one.fact)
          values[row &+ index] = one.value
          place &+= 1
        }
      }
    }
    stated[own: item] = all
    if item > 0 { statedByItems.formUnion(all) }
  }

  /// Adds a receipt to an item; the fact's value is the total of its receipts.
  @inlinable @inline(__always)
  public mutating func addReceipt(_ fact: Ref<Fact>, _ amount: Money, item: Int) {
    precondition(receiptRow.count < Self.mostReceipts, "a case has at most 10,000 receipts")
    precondition(amount >= .zero && amount <= .largest, "a receipt from nothing to the largest sum")
    state(fact, (statedValue(fact, item: item) ?? 0) + amount.pence, item: item)
    receiptRow.add(Receipt(item: item, fact: fact, amount: amount))
  }

  /// Adds several receipts to an item at once, which is quicker than one by one.
  @inlinable
  public mutating func addReceipts(_ fact: Ref<Fact>, _ amounts: Span<Money>, item: Int) {
    precondition(receiptRow.count + amounts.count <= Self.mostReceipts, "a case has at most 10,000 receipts")
    if amounts.isEmpty { return }
    makeOwn()
    var total = Money(pence: statedValue(fact, item: item) ?? 0)
    for place in amounts.indices {
      let amount = amounts[place]
      precondition(amount >= .zero && amount <= .largest, "a receipt from nothing to the largest sum")
      total += amount
      receiptRow.add(Receipt(item: item, fact: fact, amount: amount))
    }
    state(fact, total.pence, item: item)
  }

  /// Records that a point was decided. Recorded both ways, it counts as accepted; files may state it once only.
  public mutating func record(_ decision: Ref<Decision>, accepted isAccepted: Bool) {
    if isAccepted { acceptedDecisions.insert(decision) } else { declinedDecisions.insert(decision) }
  }

  // MARK: Room

  /// Makes the rows its own where a copy of the case shares them. They are all copied together, and none is given to
  /// anybody, so that one answers for all.
  @inlinable @inline(__always)
  mutating func makeOwn() {
    if !values.isOwn { makeAllOwn() }
  }

  @usableFromInline @inline(never)
  mutating func makeAllOwn() {
    values.makeOwn()
    stated.makeOwn()
    headRow.makeOwn()
    receiptRow.makeOwn()
  }

  @usableFromInline @inline(never)
  mutating func addValues() {
    while values.count < stated.count * slotCount { values.add(0) }
  }
}

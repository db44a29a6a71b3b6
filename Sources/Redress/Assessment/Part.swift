/// What a rule is tried on: an item that states one of the rule's facts for itself, or (item 0) all the others
/// together.
struct Part {
  let item: Int
  /// Whether it stands for the whole case, no item having facts of its own for the rule.
  let isWhole: Bool
}

/// The parts of a case that a rule is tried on, the case first. It holds no reference to the facts or the sheet, which
/// the rule may write to between one part and the next.
struct Parts {
  private let ofItem: FactSet
  /// Items that something keeps out already are left aside.
  private let openOnly: Bool
  /// Whether every item speaks for itself, as the rule reads a fact that only items may state.
  private let eachItem: Bool
  private let ownCount: Int
  private let hasOthers: Bool
  private var item = 0

  init(
    of facts: CaseFacts, thatState ofItem: FactSet, eachItem: Bool, openOnly: Bool, _ sheet: Assessment
  ) {
    self.ofItem = ofItem
    self.eachItem = eachItem
    self.openOnly = openOnly
    let count = facts.itemCount
    if !eachItem, ofItem.isDisjoint(with: facts.statedByItems) {
      (ownCount, hasOthers) = (0, true)
      return
    }
    var (own, others) = (0, 0)
    for item in 0..<count where !openOnly || sheet.items[item].keptOutBy == nil {
      if eachItem || facts.item(item + 1, statesAnyOf: ofItem) { own += 1 } else { others += 1 }
    }
    ownCount = own
    hasOthers = others > 0 || own == 0
  }

  mutating func next(_ facts: CaseFacts, _ sheet: Assessment) -> Part? {
    if item == 0 {
      item = 1
      if hasOthers { return Part(item: 0, isWhole: ownCount == 0) }
    }
    guard ownCount > 0 else { return nil }
    while item <= facts.itemCount {
      defer { item += 1 }
      if openOnly, sheet.items[item - 1].keptOutBy != nil { continue }
      if eachItem || facts.item(item, statesAnyOf: ofItem) { return Part(item: item, isWhole: false) }
    }
    return nil
  }
}

extension CaseFacts {
  /// Whether a rule is tried on the case alone, no item speaking for itself.
  @inline(__always)
  func isOfCase(_ ofItem: FactSet, _ eachItem: Bool) -> Bool {
    !eachItem && ofItem.isDisjoint(with: statedByItems)
  }
}

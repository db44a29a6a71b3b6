import Redress

extension CaseReader.Reading {
  /// Assesses the case and puts into words, with their places, the faults that rules found in its facts.
  ///
  /// Rules are tried on what could be read of a faulty case too, so that all of its faults are found in one go.
  /// - Parameter saidMissing: A fact of the case whose absence is a fault already.
  public func assess(with assessor: Assessor, saidMissing: Ref<Fact>? = nil) -> (
    assessment: Assessment, faults: FaultList
  ) {
    var all = faults
    let assessment = assessor.assess(given.facts)
    for fault in assessment.faults where isWhole || fault != .noItems {
      if case .missing(let fact, _) = fault, fact == saidMissing { continue }
      if let fault = words(for: fault, assessor.matrix) { all.add(fault) }
    }
    return (assessment, all)
  }

  /// A fault that a rule found, with its place; `nil` where it is said already.
  func words(for fault: CaseFault, _ matrix: Matrix) -> Fault? {
    func name(_ fact: Ref<Fact>) -> String { matrix.facts[ref: fact].name }
    func at(_ code: FaultCode, _ span: Span, _ says: String, _ mend: String) -> Fault {
      outline.fault(code, at: span, says: says, mend: mend)
    }
    switch fault {
    case .missing(let fact, let item):
      if let none = noPayees(fact, item, matrix) { return none }
      // A fact that was stated and could not be read has its fault already.
      if places.span(of: fact, item: item) != nil || places.span(of: fact, item: 0) != nil { return nil }
      let isOfItem = item > 0 && matrix.facts[ref: fact].reach != .ofCase
      return at(
        .factMissing, places.beginning(of: item), "`\(name(fact))` is missing: \(matrix.facts[ref: fact].ask)",
        "Add `\(name(fact))`\(isOfItem ? " to this item" : " under `facts`")\(instead(of: fact, item, matrix)).")
    case .noItems:
      return at(
        .itemsMissing, places.beginning, "The case has no items, so there is nothing to price.",
        "Add an item for each head: \(matrix.heads.map(\.name).joined(separator: ", ")).")
    case .outOfOrder(let later, let earlier, let item):
      return at(
        .dateOrder, places.nearest(later, item: item),
        "`\(name(later))` (\(day(later, item))) comes before `\(name(earlier))` (\(day(earlier, item))).",
        "Correct one of the two days.")
    case .outsideBand(let node, let level, let item): return outsideBand(node, level, item, matrix)
    case .differsFromReceipts(let node, let item):
      guard case .actualCost(let cost) = price(node, item, matrix).kind else { return nil }
      return at(
        .amountDiffers, places.nearest(cost.amount, item: item),
        "`\(name(cost.amount))` of \(money(cost.amount, item)) is not what the receipts come to, "
          + "\(money(cost.receipts, item)).",
        "Leave `\(name(cost.amount))` out; the receipts are added up.")
    case .nothingSpent(let node, let item):
      guard case .actualCost(let cost) = price(node, item, matrix).kind else { return nil }
      return at(
        .amountNothing, (places.span(of: cost.receipts, item: item) ?? places.nearest(cost.amount, item: item)),
        "`\(name(cost.amount))` comes to £0.00, so nothing was spent.",
        "Enter what was spent, or take the item out.")
    case .disputedAboveOwed:
      guard let setOff = matrix.setOff, let disputed = setOff.disputed else { return nil }
      let owed = setOff.debts.reduce(Money.zero) { $0 + money($1, 0) }
      return at(
        .disputedAboveOwed, places.nearest(disputed, item: 0),
        "`\(name(disputed))` (\(money(disputed, 0))) is more than the arrears that are stated (\(owed)).",
        "Check both sums. At most the whole of the arrears can be disputed.")
    case .beyondCalendar:
      return at(
        .calendarBeyond, places.beginning(of: 0),
        "A period of this case runs outside the days that are counted: \(CivilDate.earliest) to \(CivilDate.latest), "
          + "and those that the calendar of working days covers.",
        "Check the days of the case. A calendar that does not reach them must be extended first.")
    case .beforeFirstFigure(let fact, let item):
      return at(
        .figureTooEarly, places.nearest(fact, item: item),
        "`\(name(fact))`\(stated(fact, item)) comes before the first figure that the policy prints for it.",
        "Check the day. No figure is taken from another time.")
    case .tooLarge(let item):
      return at(
        .amountTooLarge, places.beginning(of: item),
        "\(item > 0 ? "This item" : "The case") comes to more than \(Money.largest), the largest sum that is handled.",
        "Check the counts and sums that it is worked out from.")
    }
  }

  private func price(_ node: Int, _ item: Int, _ matrix: Matrix) -> Price {
    matrix.heads[ref: given.facts.heads[item - 1]].price.nodes[node]
  }

  /// A number of payees that is there, and is none.
  private func noPayees(_ fact: Ref<Fact>, _ item: Int, _ matrix: Matrix) -> Fault? {
    let isDerived = matrix.facts[ref: fact].derivation != nil
    guard fact == matrix.payees?.count, item == 0, isDerived || given.facts.value(fact) == 0 else { return nil }
    return outline.fault(
      .literalCount, at: places.nearest(fact, item: 0),
      says: "`\(matrix.facts[ref: fact].name)` is 0, and what is paid is shared between that many people.",
      mend: isDerived ? "Check the facts that it follows from." : "State 1 or more.")
  }

  /// What will do in place of receipts that are still to come.
  private func instead(of fact: Ref<Fact>, _ item: Int, _ matrix: Matrix) -> String {
    for case .elapsed(let elapsed)? in matrix.facts.map(\.derivation?.kind) where elapsed.to == fact {
      guard let running = elapsed.runningTo else { continue }
      return ", or `\(matrix.facts[ref: running].name)` while it still goes on"
    }
    guard item > 0 else { return "" }
    let nodes = matrix.heads[ref: given.facts.heads[item - 1]].price.nodes
    let costs = nodes.compactMap { if case .actualCost(let cost) = $0.kind { cost } else { nil } }
    guard let cost = costs.first(where: { $0.receipts == fact }) else { return "" }
    return ", or `\(matrix.facts[ref: cost.amount].name)` where they are still to come"
  }

  private func outsideBand(_ node: Int, _ level: Int, _ item: Int, _ matrix: Matrix) -> Fault? {
    guard case .band(let band) = price(node, item, matrix).kind else { return nil }
    let title = matrix.title(ofLevel: level, in: band)
    let range = band.levels[level]
    let to = range.to.map { "\(range.from) to \($0)" } ?? "\(range.from) and above"
    return outline.fault(
      .amountOutsideBand, at: places.nearest(band.amount, item: item),
      says: "`\(matrix.facts[ref: band.amount].name)` of \(money(band.amount, item)) lies outside \(title) (\(to)).",
      mend: "Choose the level that fits, or an amount within its band.")
  }

  private func money(_ fact: Ref<Fact>, _ item: Int) -> Money {
    Money(pence: given.facts.value(fact, item: item) ?? 0)
  }

  private func stated(_ fact: Ref<Fact>, _ item: Int) -> String {
    given.facts.value(fact, item: item) == nil ? "" : " (\(day(fact, item)))"
  }

  private func day(_ fact: Ref<Fact>, _ item: Int) -> CivilDate {
    CivilDate(dayNumber: Int32(given.facts.value(fact, item: item) ?? 0))
  }
}

extension Assessor {
  /// So much for each unit of a count, after the grace.
  func work(
    _ accrual: PreparedAccrual, _ price: PriceNode, _ run: PriceRun, _ facts: CaseFacts, _ sheet: inout Assessment
  ) -> Result<Money, Unpriced> {
    guard let count = needed(accrual.count, facts, item: run.item, &sheet) else { return .failure(.faulty) }
    var units = count
    if accrual.onlyAbove != nil || accrual.grace != nil {
      switch paidUnits(count, accrual, run, facts, &sheet) {
      case .failure(let why): return .failure(why)
      case .success(let paid): units = paid
      }
    }
    var pence: Int128 = 0
    var paid: Int64 = 0
    for place in accrual.steps where paid < units {
      let last = min(plan.rows.rates[place].upTo ?? units, units)
      guard last > paid else { continue }
      switch sum(of: plan.rows.rates[place], paid + 1...last, grace: count - units, accrual, run, facts, &sheet) {
      case .failure(let why): return .failure(why)
      case .success(let sum): pence += sum
      }
      paid = last
    }
    if accrual.per != 1 { pence = Int128(price.rounding.money(pence: pence, over: Int128(accrual.per)).pence) }
    if accrual.plus != nil {
      switch plus(accrual, units, run, facts, &sheet) {
      case .failure(let why): return .failure(why)
      case .success(let plus): pence += plus
      }
    }
    let found = checked(pence, run, &sheet)
    guard case .success(let amount) = found else { return found }
    sheet.note(run.rule, item: run.item, .accrued(node: price.node, units: units, amount: amount))
    return found
  }

  /// How many units are paid for: none up to a threshold, and not those of the grace.
  private func paidUnits(
    _ count: Int64, _ accrual: PreparedAccrual, _ run: PriceRun, _ facts: CaseFacts, _ sheet: inout Assessment
  ) -> Result<Int64, Unpriced> {
    var units = count
    if let onlyAbove = accrual.onlyAbove {
      switch needed(figure: onlyAbove, run, facts, &sheet) {
      case .failure(let why): return .failure(why)
      case .success(let (least, _)): if count <= least { units = 0 }
      }
    }
    if let grace = accrual.grace {
      switch needed(figure: grace, run, facts, &sheet) {
      case .failure(let why): return .failure(why)
      case .success(let (free, _)): units = max(units - free, 0)
      }
    }
    return .success(units)
  }

  /// The sum for some units, counted from 1 after the grace.
  @inline(__always)
  private func sum(
    of step: PreparedRate, _ units: ClosedRange<Int64>, grace: Int64, _ accrual: PreparedAccrual, _ run: PriceRun,
    _ facts: CaseFacts, _ sheet: inout Assessment
  ) -> Result<Int128, Unpriced> {
    if step.isOnEach { return sum(ofEach: step, units, grace: grace, accrual, run, facts, &sheet) }
    switch needed(figure: step.rate, run, facts, &sheet) {
    case .failure(let why): return .failure(why)
    case .success((let rate, _)): return .success(Int128(rate) * Int128(units.upperBound - units.lowerBound + 1))
    }
  }

  /// The same where the rate is dated on each unit.
  @inline(never)
  private func sum(
    ofEach step: PreparedRate, _ units: ClosedRange<Int64>, grace: Int64, _ accrual: PreparedAccrual, _ run: PriceRun,
    _ facts: CaseFacts, _ sheet: inout Assessment
  ) -> Result<Int128, Unpriced> {
    guard let derived = plan.slots.derived(accrual.count), case .elapsed(let elapsed) = plan.derived[derived].kind,
      let first = span(elapsed, facts, item: run.item)?.first
    else { preconditionFailure("a rate dated on each unit, of a count that has no days") }
    var sum: Int128 = 0
    for unit in units {
      let day = begin(of: Int(unit + grace - 1), elapsed.unit, from: first)
      switch needed(figure: step.rate, run, facts, each: (day, elapsed.from), &sheet) {
      case .failure(let why): return .failure(why)
      case .success(let (rate, _)): sum += Int128(rate)
      }
    }
    return .success(sum)
  }

  /// The first day of a unit, counted from 0.
  private func begin(of unit: Int, _ length: Period, from first: CivilDate) -> CivilDate {
    let count = unit * length.count
    switch length.unit {
    case .days: return first.adding(days: count)
    case .weeks: return first.adding(days: count * 7)
    case .months: return first.adding(months: count, .nextDay)
    case .years: return first.adding(months: count * 12, .nextDay)
    case .workingDays:
      guard let day = calendar?.day(count + 1, after: first.adding(days: -1)) else {
        preconditionFailure("a unit that was counted lies within the calendar")
      }
      return day
    }
  }

  /// What comes on top as soon as one unit is paid for.
  private func plus(
    _ accrual: PreparedAccrual, _ units: Int64, _ run: PriceRun, _ facts: CaseFacts, _ sheet: inout Assessment
  ) -> Result<Int128, Unpriced> {
    guard let plus = accrual.plus, units > 0 else { return .success(0) }
    return needed(figure: plus, run, facts, &sheet).map { value, _ in Int128(value) }
  }
}

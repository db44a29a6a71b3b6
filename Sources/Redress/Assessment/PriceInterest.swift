extension Assessor {
  /// Interest on a sum, simple or compound, at a rate that may change from day to day.
  func work(
    _ interest: PreparedInterest, _ price: PriceNode, _ run: PriceRun, _ facts: CaseFacts,
    _ sheet: inout Assessment
  ) -> Result<Money, Unpriced> {
    let principal: Money
    if let fact = interest.principal {
      guard let value = needed(fact, facts, item: run.item, &sheet) else { return .failure(.faulty) }
      principal = Money(pence: value)
    } else {
      principal = Money(pence: Int64(total(of: interest.heads, sheet)))
    }
    guard let days = needed(interest.days, facts, item: run.item, &sheet) else { return .failure(.faulty) }
    guard let derived = plan.slots.derived(interest.days), case .elapsed(let elapsed) = plan.derived[derived].kind,
      let span = span(elapsed, facts, item: run.item)
    else { preconditionFailure("interest for a count that has no days") }
    var accrued = Result<Int128, Unpriced>.success(0)
    if days > 0 {
      accrued = total(interest, on: principal, span.first, span.last, elapsed.from, price, run, facts, &sheet)
    }
    return accrued.flatMap { checked($0, run, &sheet) }.map { amount in
      sheet.note(run.rule, item: run.item, .interest(node: price.node, days: days, on: principal, amount: amount))
      return amount
    }
  }

  /// The interest of all periods. Compound interest is rounded at the end of each, and added to the sum after a full
  /// one. As everywhere where months are counted, one that has no such day ends with its last.
  private func total(
    _ interest: PreparedInterest, on principal: Money, _ first: CivilDate, _ last: CivilDate, _ from: Ref<Fact>,
    _ price: PriceNode, _ run: PriceRun, _ facts: CaseFacts, _ sheet: inout Assessment
  ) -> Result<Int128, Unpriced> {
    let months = interest.compound == .monthly ? 1 : 12
    var (start, period) = (first, 0)
    var (sum, total) = (Int128(principal.pence), Int128(0))
    while start <= last {
      period += 1
      let next = interest.compound == .never ? last.adding(days: 1) : first.adding(months: period * months, .nextDay)
      let end = min(next.adding(days: -1), last)
      let parts = part(interest, on: sum, start...end, from, price, run, facts, &sheet)
      guard case .success(let part) = parts else { return parts }
      total += part
      sum += part
      guard sum <= Int128(Money.largest.pence) * 2 else { return checked(.max, run, &sheet).map { Int128($0.pence) } }
      start = end.adding(days: 1)
    }
    return .success(total)
  }

  /// The interest of one period: each day rounded by itself before the whole of it is, or only that.
  private func part(
    _ interest: PreparedInterest, on sum: Int128, _ days: ClosedRange<CivilDate>, _ from: Ref<Fact>,
    _ price: PriceNode, _ run: PriceRun, _ facts: CaseFacts, _ sheet: inout Assessment
  ) -> Result<Int128, Unpriced> {
    if let daily = interest.dailyRounded {
      return add(interest, days, from, run, facts, &sheet) { rate, yearLength, count in
        Int128(daily.money(pence: sum * rate, over: 1_000_000 * yearLength).pence) * count
      }.map { price.rounded($0) }
    }
    // A millionth of the sum for a year of 365 days and one of 366: both lengths divide it.
    let divisor: Int128 = 1_000_000 * 365 * 366
    let numerator = add(interest, days, from, run, facts, &sheet) { rate, yearLength, count in
      sum * rate * (yearLength == 366 ? 365 : 366) * count
    }
    return numerator.flatMap { numerator in
      guard numerator / divisor <= Int128(Money.largest.pence) else {
        return checked(.max, run, &sheet).map { Int128($0.pence) }
      }
      return .success(Int128(price.rounding.money(pence: numerator, over: divisor).pence))
    }
  }

  /// Adds something up over each stretch of days with one rate and one length of the year.
  private func add(
    _ interest: PreparedInterest, _ days: ClosedRange<CivilDate>, _ from: Ref<Fact>, _ run: PriceRun,
    _ facts: CaseFacts, _ sheet: inout Assessment,
    _ each: (_ rate: Int128, _ yearLength: Int128, _ count: Int128) -> Int128
  ) -> Result<Int128, Unpriced> {
    var total: Int128 = 0
    var day = days.lowerBound
    while day <= days.upperBound {
      let end = min(sameRate(interest, from: day), days.upperBound)
      switch millionths(interest, on: day, from, run, facts, &sheet) {
      case .failure(let why): return .failure(why)
      case .success(let rate):
        total += each(rate, yearLength(interest, day), Int128(end.days(since: day) + 1))
      }
      day = end.adding(days: 1)
    }
    return .success(total)
  }

  private func yearLength(_ interest: PreparedInterest, _ day: CivilDate) -> Int128 {
    interest.yearOf == .actual && CivilDate.isLeap(day.parts.year) ? 366 : 365
  }

  /// The last day on which the rate and the length of the year are those of this day.
  private func sameRate(_ interest: PreparedInterest, from day: CivilDate) -> CivilDate {
    var last = CivilDate.latest
    if interest.yearOf == .actual { last = CivilDate(uncheckedYear: day.parts.year, month: 12, day: 31) }
    return nextChange(of: interest.rate, after: day).map { min(last, $0.adding(days: -1)) } ?? last
  }

  /// The first day after another on which a figure may change because it is dated on each day, itself or inside.
  private func nextChange(of figure: Int, after day: CivilDate) -> CivilDate? {
    let node = plan.rows.figures[figure]
    var next: CivilDate?
    for inner in node.inner {
      let key = plan.rows.figures[inner].key
      if case .datedOnEach = node.kind, key > Int64(day.dayNumber) {
        let change = CivilDate(dayNumber: Int32(key))
        next = min(next ?? change, change)
      }
      if let change = nextChange(of: inner, after: day) { next = min(next ?? change, change) }
    }
    return next
  }

  /// The rate for a year on a day, in millionths.
  private func millionths(
    _ interest: PreparedInterest, on day: CivilDate, _ from: Ref<Fact>, _ run: PriceRun, _ facts: CaseFacts,
    _ sheet: inout Assessment
  ) -> Result<Int128, Unpriced> {
    needed(figure: interest.rate, run, facts, each: (day, from), &sheet).map { value, over in
      Int128(value) * 1_000_000 / Int128(over)
    }
  }
}

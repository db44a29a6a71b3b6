/// Prices that count: units, shares and days of interest, one by one.
extension Recheck {
  mutating func amount(
    _ accrual: Accrual, _ rounding: Rounding, _ at: Priced
  ) throws(Halt) -> (units: Int64, amount: Money) {
    let count = try required(accrual.count, at)
    var units = count
    if let least = accrual.onlyAbove, try whole(least, at) >= count { units = 0 }
    var grace: Int64 = 0
    if let free = accrual.grace { grace = try whole(free, at) }
    units = grace < units ? units - grace : 0
    let rates = try rates(accrual, units, after: grace, at)
    var pence = accrual.per > 1 ? Int128(rounding.money(pence: rates, over: Int128(accrual.per)).pence) : rates
    if let plus = accrual.plus, units > 0 { pence += Int128(try whole(plus, at)) }
    return (units, try sum(pence, at))
  }

  /// The rates of all units added up, before they are divided.
  private mutating func rates(
    _ accrual: Accrual, _ units: Int64, after grace: Int64, _ at: Priced
  ) throws(Halt) -> Int128 {
    var (pence, place, unit) = (Int128(0), 0, Int64(0))
    var rate: Int64?
    while unit < units, place < accrual.steps.count {
      let step = accrual.steps[place]
      if let last = step.upTo, last <= unit {
        (place, rate) = (place + 1, nil)
        continue
      }
      if step.rate.isOfEachUnit {
        let day = begin(ofUnit: grace + unit, accrual.count, at.item)
        rate = try needed(step.rate, at, on: day).whole
      } else if rate == nil {
        rate = try whole(step.rate, at)
      }
      pence += Int128(rate ?? 0)
      unit += 1
    }
    return pence
  }

  /// The first day of a unit, counted from 0.
  private func begin(ofUnit unit: Int64, _ count: Ref<Fact>, _ item: Int) -> UnitDay? {
    guard case .elapsed(let elapsed)? = matrix.facts[ref: count].derivation?.kind,
      let first = bounds(of: elapsed, item)?.first
    else { return nil }
    let (size, of) = (elapsed.unit.count, elapsed.from)
    switch elapsed.unit.unit {
    case .days: return UnitDay(day: first.adding(days: Int(unit) * size), of: of)
    case .weeks: return UnitDay(day: first.adding(days: Int(unit) * size * 7), of: of)
    case .months: return UnitDay(day: first.adding(months: Int(unit) * size, .nextDay), of: of)
    case .years: return UnitDay(day: first.adding(months: Int(unit) * size * 12, .nextDay), of: of)
    case .workingDays:
      var (day, passed) = (first, 0)
      while let works = calendar?.isWorkingDay(day) {
        if works, passed == Int(unit) * size { return UnitDay(day: day, of: of) }
        passed += works ? 1 : 0
        day = day.adding(days: 1)
      }
      return nil
    }
  }

  // MARK: Shares

  mutating func amount(_ share: Share, _ rounding: Rounding, _ at: Priced) throws(Halt) -> Money {
    // Each is looked for, so that all that is missing is named.
    let found = [
      attempt { recheck throws(Halt) in try recheck.product(share.partTimes, at) },
      attempt { recheck throws(Halt) in try recheck.product(share.times, at) },
      attempt { recheck throws(Halt) in Int128(try recheck.whole(share.of, at)) },
    ]
    let (before, times, whole) = (try found[0].get(), try found[1].get(), try found[2].get())
    let part = try part(share.part, at)
    var (above, below) = (Int128(part.numerator) * before, Int128(part.denominator))
    if let most = share.partAtMost, Int128(most.numerator) * below < above * Int128(most.denominator) {
      (above, below) = (Int128(most.numerator), Int128(most.denominator))
    }
    // One share is a sum itself, and so are all of them.
    _ = try sum(whole * above / below, at)
    if let each = share.eachRounded {
      let all = try sum(times * Int128(each.money(pence: whole * above, over: below).pence), at)
      return try sum(Int128(rounding.money(pence: Int128(all.pence), over: 1).pence), at)
    }
    _ = try sum(whole * above * times / below, at)
    return try sum(Int128(rounding.money(pence: whole * above * times, over: below).pence), at)
  }

  private mutating func attempt(
    _ body: (inout Recheck) throws(Halt) -> Int128
  ) -> Result<Int128, Halt> {
    do { return .success(try body(&self)) } catch { return .failure(error) }
  }

  private mutating func product(_ refs: [Ref<Fact>], _ at: Priced) throws(Halt) -> Int128 {
    let counts = refs.map { ref in attempt { recheck throws(Halt) in Int128(try recheck.required(ref, at)) } }
    var product: Int128 = 1
    for count in counts {
      product *= try count.get()
      if product > 1_000_000_000_000 {
        add(.tooLarge(item: at.item))
        throw .faulty
      }
    }
    return product
  }

  // MARK: Interest

  mutating func amount(_ interest: Interest, _ rounding: Rounding, _ node: Int, _ at: Priced) throws(Halt) -> Money {
    let principal: Int128
    switch interest.principal {
    case .fact(let ref): principal = Int128(try required(ref, at))
    case .totalOf(let heads): principal = total(heads)
    }
    let days = try required(interest.days, at)
    var pence: Int128 = 0
    if days > 0, case .elapsed(let elapsed)? = matrix.facts[ref: interest.days].derivation?.kind,
      let (first, last) = bounds(of: elapsed, at.item)
    {
      for period in periods(interest.compound, first, last) {
        pence += try accrued(interest, on: principal + pence, period, elapsed.from, rounding, at)
        // A sum that has grown so far is none that is handled.
        if principal + pence > 2 * Int128(Money.largest.pence) { _ = try sum(.max, at) }
      }
    }
    let amount = try sum(pence, at)
    let on = Money(pence: Int64(principal))
    return write(.interest(node: node, days: days, on: on, amount: amount), amount, at)
  }

  /// The days after each of which interest is added to the sum: months or years that begin on the day of the first.
  private func periods(
    _ compound: Interest.Compound, _ first: CivilDate, _ last: CivilDate
  ) -> [ClosedRange<CivilDate>] {
    guard compound != .never else { return [first...last] }
    var periods: [ClosedRange<CivilDate>] = []
    var (start, months) = (first, 0)
    while start <= last {
      months += compound == .yearly ? 12 : 1
      let next = first.adding(months: months, .nextDay)
      periods.append(start...min(last, next.adding(days: -1)))
      start = next
    }
    return periods
  }

  /// The interest of one period, each of its days for itself.
  private mutating func accrued(
    _ interest: Interest, on sum: Int128, _ days: ClosedRange<CivilDate>, _ from: Ref<Fact>, _ rounding: Rounding,
    _ at: Priced
  ) throws(Halt) -> Int128 {
    var (inCommon, inLeap, pence) = (Int128(0), Int128(0), Int128(0))
    var day = days.lowerBound
    while day <= days.upperBound {
      let rate = try needed(interest.rate, at, on: UnitDay(day: day, of: from)).part
      let millionths = Int128(rate.numerator) * 1_000_000 / Int128(rate.denominator)
      let isLeap = interest.yearOf == .actual && CivilDate.isLeap(day.parts.year)
      if let daily = interest.dailyRounded {
        pence += Int128(daily.money(pence: sum * millionths, over: 1_000_000 * (isLeap ? 366 : 365)).pence)
      } else if isLeap {
        inLeap += sum * millionths
      } else {
        inCommon += sum * millionths
      }
      day = day.adding(days: 1)
    }
    if interest.dailyRounded != nil {
      let all = try self.sum(pence, at)
      return Int128(rounding.money(pence: Int128(all.pence), over: 1).pence)
    }
    let (above, below) = (inCommon * 366 + inLeap * 365, Int128(1_000_000) * 365 * 366)
    _ = try self.sum(above / below, at)
    return Int128(rounding.money(pence: above, over: below).pence)
  }
}

extension Figure {
  /// Whether it, or one inside, is dated on each unit.
  fileprivate var isOfEachUnit: Bool {
    if case .datedOnEach = self { return true }
    return inner.contains { $0.isOfEachUnit }
  }
}

extension Assessor {
  /// A part of a sum, so many times.
  func work(
    _ share: PreparedShare, _ price: PriceNode, _ run: PriceRun, _ facts: CaseFacts, _ sheet: inout Assessment
  ) -> Result<Money, Unpriced> {
    // Whatever of these is missing is named, all of it.
    let before = product(share.partTimes, run, facts, &sheet)
    let times = product(share.times, run, facts, &sheet)
    let of = needed(figure: share.of, run, facts, &sheet)
    guard let before, let times else { return .failure(.faulty) }
    let (whole, value, over): (Int64, Int64, Int64)
    switch of {
    case .failure(let why): return .failure(why)
    case .success((let found, _)): whole = found
    }
    switch needed(figure: share.part, run, facts, &sheet) {
    case .failure(let why): return .failure(why)
    case .success(let found): (value, over) = found
    }
    var (part, divisor) = (Int128(value) * before, Int128(over))
    if let most = share.partAtMost, part * Int128(most.denominator) > Int128(most.numerator) * divisor {
      (part, divisor) = (Int128(most.numerator), Int128(most.denominator))
    }
    let found = checked(pence(of: share, price, each: Int128(whole) * part, over: divisor, times), run, &sheet)
    guard case .success(let amount) = found else { return found }
    sheet.note(run.rule, item: run.item, .shared(node: price.node, amount: amount))
    return found
  }

  /// All the shares together, rounded. Anything too large to be a sum is too large to be rounded.
  @inline(__always)
  private func pence(
    of share: PreparedShare, _ price: PriceNode, each: Int128, over divisor: Int128, _ times: Int128
  ) -> Int128 {
    // The same as `each / divisor <= largest`, without a division of 128 bits.
    let tooLarge = (Int128(Money.largest.pence) + 1) * divisor
    guard each < tooLarge else { return .max }
    if let rounding = share.eachRounded {
      return price.rounded(Int128(rounding.money(pence: each, over: divisor).pence) * times)
    }
    guard each * times < tooLarge else { return .max }
    return Int128(price.rounding.money(pence: each * times, over: divisor).pence)
  }

  /// Several counts multiplied; `nil` where one is missing, or where they come to more than a million millions.
  @inline(__always)
  private func product(
    _ counts: Range<Int>, _ run: PriceRun, _ facts: CaseFacts, _ sheet: inout Assessment
  ) -> Int128? {
    var product: Int64? = 1
    for place in counts {
      guard let count = needed(plan.rows.refs[place], facts, item: run.item, &sheet), let so = product else {
        product = nil
        continue
      }
      let (next, isOver) = so.multipliedReportingOverflow(by: count)
      guard !isOver, next <= 1_000_000_000_000 else {
        sheet.fault(.tooLarge(item: run.item))
        return nil
      }
      product = next
    }
    return product.map { Int128($0) }
  }

  /// A cost less straight-line wear.
  func work(
    _ wear: PreparedWear, _ price: PriceNode, _ run: PriceRun, _ facts: CaseFacts, _ sheet: inout Assessment
  ) -> Result<Money, Unpriced> {
    guard let cost = needed(wear.cost, facts, item: run.item, &sheet),
      let age = needed(wear.age, facts, item: run.item, &sheet)
    else { return .failure(.faulty) }
    let less = wear.less.reduce(Int64(0)) { $0 + (value(plan.rows.refs[$1], facts, item: run.item) ?? 0) }
    return needed(figure: wear.life, run, facts, &sheet).flatMap { life, _ in
      let left = Int128(max(life - age, 0))
      let net = Int128(max(cost - less, 0))
      let amount = life == 0 ? .zero : price.rounding.money(pence: net * left, over: Int128(life))
      return checked(Int128(amount.pence), run, &sheet).map { amount in
        sheet.note(run.rule, item: run.item, .worn(node: price.node, age: age, life: life, amount: amount))
        return amount
      }
    }
  }
}

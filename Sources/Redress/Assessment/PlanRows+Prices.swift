/// Prices in rows, each with its parts behind it.
extension PlanRows {
  /// Adds a price and all inside it, and gives its place.
  mutating func add(_ price: Price, _ matrix: Matrix) -> Int {
    var number = 0
    return add(price, &number, matrix)
  }

  private mutating func add(_ price: Price, _ number: inout Int, _ matrix: Matrix) -> Int {
    let place = prices.count
    prices.append(PreparedPrice(kind: .sum))
    var prepared = PreparedPrice(kind: kind(price.kind, matrix))
    prepared.node = number
    number += 1
    let adjusting = price.adjustments.map { add($0, matrix) }
    prepared.adjustments = adjustments.count..<adjustments.count + adjusting.count
    adjustments.append(contentsOf: adjusting)
    prepared.rounding = price.rounding ?? .penny
    prepared.nothingUnder = price.limits.nothingUnder.map { add($0, matrix) }
    prepared.nothingUpTo = price.limits.nothingUpTo.map { add($0, matrix) }
    var inner: [Int] = []
    for part in price.parts { inner.append(add(part, &number, matrix)) }
    prepared.parts = parts.count..<parts.count + inner.count
    parts.append(contentsOf: inner)
    prepared.atLeast = price.limits.atLeast.map { add($0, &number, matrix) }
    prepared.atMost = price.limits.atMost.map { add($0, &number, matrix) }
    prices[place] = prepared
    return place
  }

  /// Prepares an adjustment, which its owner keeps.
  mutating func add(_ adjustment: Adjustment, _ matrix: Matrix) -> PreparedAdjustment {
    PreparedAdjustment(
      direction: adjustment.direction, part: add(adjustment.part, matrix),
      when: adjustment.when.map { test($0, matrix) })
  }

  private mutating func kind(_ kind: Price.Kind, _ matrix: Matrix) -> PreparedPrice.Kind {
    switch kind {
    case .band(let band): return .band(Self.add(prepare(band, matrix), to: &bands))
    case .actualCost(let cost):
      let prepared = PreparedCost(
        receipts: cost.receipts, evidence: cost.evidence, amount: cost.amount, less: add(cost.less))
      return .actualCost(Self.add(prepared, to: &costs))
    case .fixed(let figure): return .fixed(add(figure, matrix))
    case .accrual(let accrual): return .accrual(Self.add(prepare(accrual, matrix), to: &accruals))
    case .share(let share):
      let prepared = PreparedShare(
        of: add(share.of, matrix), part: add(share.part, matrix), times: add(share.times),
        partAtMost: share.partAtMost, partTimes: add(share.partTimes), eachRounded: share.eachRounded)
      return .share(Self.add(prepared, to: &shares))
    case .wear(let wear):
      let prepared = PreparedWear(
        cost: wear.cost, less: add(wear.less), age: wear.age, life: add(wear.life, matrix))
      return .wear(Self.add(prepared, to: &wears))
    case .interest(let interest): return .interest(Self.add(prepare(interest, matrix), to: &interests))
    case .judgement(let judgement):
      let wanted = judgement.factors + [judgement.evidence, judgement.reasons].compactMap(\.self)
      return .judgement(Self.add(PreparedJudgement(amount: judgement.amount, wanted: add(wanted)), to: &judgements))
    case .highest: return .highest
    case .lowest: return .lowest
    case .sum: return .sum
    case .totalOf(let heads): return .totalOf(Self.add(HeadSet(heads), to: &headSets))
    }
  }

  /// Adds something to a row, and gives its place.
  private static func add<Prepared>(_ prepared: Prepared, to row: inout ContiguousArray<Prepared>) -> Int {
    row.append(prepared)
    return row.count - 1
  }

  private mutating func prepare(_ band: Band, _ matrix: Matrix) -> PreparedBand {
    let (firstLevel, firstHole, firstPlaced) = (levels.count, holes.count, placed.count)
    for level in band.levels { levels.append(PreparedBand.Level(from: level.from, to: level.to)) }
    holes.append(contentsOf: band.holes)
    for place in band.placed {
      placed.append(
        PreparedBand.Placed(when: test(place.when, matrix), level: place.level, reading: place.reading))
    }
    return PreparedBand(
      by: band.by, splitBy: band.splitBy, columns: band.splitBy.map { matrix.facts[ref: $0].choices.count } ?? 1,
      amount: band.amount, levels: firstLevel..<levels.count, holes: firstHole..<holes.count,
      placed: firstPlaced..<placed.count)
  }

  private mutating func prepare(_ accrual: Accrual, _ matrix: Matrix) -> PreparedAccrual {
    let first = rates.count
    for step in accrual.steps {
      let rate = add(step.rate, matrix)
      rates.append(PreparedRate(upTo: step.upTo, rate: rate, isOnEach: step.rate.isOnEach))
    }
    return PreparedAccrual(
      count: accrual.count, steps: first..<rates.count, per: accrual.per, grace: accrual.grace.map { add($0, matrix) },
      onlyAbove: accrual.onlyAbove.map { add($0, matrix) }, plus: accrual.plus.map { add($0, matrix) })
  }

  private mutating func prepare(_ interest: Interest, _ matrix: Matrix) -> PreparedInterest {
    var (fact, heads): (Ref<Fact>?, [Ref<Head>]) = (nil, [])
    switch interest.principal {
    case .fact(let it): fact = it
    case .totalOf(let some): heads = some
    }
    return PreparedInterest(
      principal: fact, heads: HeadSet(heads), days: interest.days, rate: add(interest.rate, matrix),
      yearOf: interest.yearOf, compound: interest.compound, dailyRounded: interest.dailyRounded)
  }
}

extension Price {
  /// The prices that it is made of, without its limits.
  var parts: [Price] {
    switch kind {
    case .highest(let parts), .lowest(let parts), .sum(let parts): parts
    default: []
    }
  }

  /// Every head whose total it takes, to be added or to bear interest.
  var headsNeeded: [Ref<Head>] {
    headsTaken
      + nodes.flatMap { node -> [Ref<Head>] in
        guard case .interest(let interest) = node.kind, case .totalOf(let heads) = interest.principal else { return [] }
        return heads
      }
  }
}

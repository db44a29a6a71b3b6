extension Assessor {
  /// Lets heads meet, in the order of the matrix: which of them counts, and what they may come to together. Gives
  /// whether the amounts are settled.
  func combineHeads(_ facts: CaseFacts, isReached: Bool, _ sheet: inout Assessment) -> Bool {
    var isSettled = isReached
    for place in plan.combinations.indices {
      let combination = plan.combinations[place]
      let run = PriceRun(rule: combination.rule, item: 0)
      guard isSettled else {
        sheet.note(combination.rule, .notReached)
        continue
      }
      if let when = combination.when, !holds(when, facts, &sheet) {
        sheet.note(combination.rule, .doesNotApply)
        isSettled = sheet.faults.isEmpty
        continue
      }
      if case .failure(let why) = combine(combination, run, facts, &sheet) {
        if why == .faulty { sheet.note(combination.rule, .notReached) }
        isSettled = false
      }
    }
    return isSettled
  }

  private func combine(
    _ combination: PreparedCombination, _ run: PriceRun, _ facts: CaseFacts, _ sheet: inout Assessment
  ) -> Result<Void, Unpriced> {
    switch combination.kind {
    case .higherOf: keepOne(combination, isHigher: true, &sheet)
    case .lowerOf: keepOne(combination, isHigher: false, &sheet)
    case .supersedes: drop(combination, whereOthersCome: true, &sheet)
    case .onlyWith: drop(combination, whereOthersCome: false, &sheet)
    case .deduct: deduct(combination, &sheet)
    case .adjust(let adjustment, let rounding):
      return adjust(combination, adjustment, rounding, run, facts, &sheet)
    case .atMost(let price, let less): return limit(combination, most: price, less, run, facts, &sheet)
    case .atLeast(let price): return raise(combination, least: price, run, facts, &sheet)
    case .nothingUnder(let figure): return dropSmall(combination, figure, isWithin: false, run, facts, &sheet)
    case .nothingUpTo(let figure): return dropSmall(combination, figure, isWithin: true, run, facts, &sheet)
    }
    return .success(())
  }

  /// Whether an item counts and stands under one of some heads; under any where none are named.
  private func counts(_ item: Assessment.Item, _ heads: Range<Int>) -> Bool {
    item.keptOutBy == nil && (heads.isEmpty || plan.headRefs[heads].contains(item.head))
  }

  private func total(_ heads: Range<Int>, _ sheet: Assessment) -> Money {
    var total = Money.zero
    for index in sheet.items.indices where counts(sheet.items[index], heads) { total += sheet.items[index].amount }
    return total
  }

  private func set(_ index: Int, _ amount: Money, _ rule: Ref<Rule>, _ sheet: inout Assessment) {
    if sheet.items[index].amount == amount { return }
    sheet.items[own: index].amount = amount
    sheet.note(rule, item: index + 1, .changed(amount: amount))
  }

  private func supersede(_ heads: Range<Int>, but kept: Ref<Head>?, _ rule: Ref<Rule>, _ sheet: inout Assessment) {
    for index in sheet.items.indices where counts(sheet.items[index], heads) && sheet.items[index].head != kept {
      sheet.items[own: index].keptOutBy = rule
      sheet.items[own: index].amount = .zero
      sheet.note(rule, item: index + 1, .superseded)
      sheet.refuse(rule, item: index + 1)
    }
  }

  private func keepOne(_ combination: PreparedCombination, isHigher: Bool, _ sheet: inout Assessment) {
    var best: (head: Ref<Head>, total: Money)?
    var count = 0
    for place in combination.heads where sheet.items.contains(where: { counts($0, place..<place + 1) }) {
      let total = total(place..<place + 1, sheet)
      count += 1
      if best.map({ isHigher ? total > $0.total : total < $0.total }) ?? true { best = (plan.headRefs[place], total) }
    }
    guard let best, count > 1 else { return sheet.note(combination.rule, .doesNotApply) }
    sheet.note(combination.rule, .compared(kept: best.head, amount: best.total))
    supersede(combination.heads, but: best.head, combination.rule, &sheet)
  }

  /// Keeps heads out where others come to something, or where they do not.
  private func drop(_ combination: PreparedCombination, whereOthersCome: Bool, _ sheet: inout Assessment) {
    let isDropped = (total(combination.others, sheet) > .zero) == whereOthersCome
    guard isDropped, sheet.items.contains(where: { counts($0, combination.heads) }) else {
      return sheet.note(combination.rule, .doesNotApply)
    }
    supersede(combination.heads, but: nil, combination.rule, &sheet)
  }

  private func deduct(_ combination: PreparedCombination, _ sheet: inout Assessment) {
    var left = total(combination.others, sheet)
    guard left > .zero, total(combination.heads, sheet) > .zero else {
      return sheet.note(combination.rule, .doesNotApply)
    }
    for index in sheet.items.indices where counts(sheet.items[index], combination.heads) {
      let off = min(left, sheet.items[index].amount)
      left -= off
      set(index, sheet.items[index].amount - off, combination.rule, &sheet)
    }
  }

  private func adjust(
    _ combination: PreparedCombination, _ adjustment: PreparedAdjustment, _ rounding: Rounding, _ run: PriceRun,
    _ facts: CaseFacts, _ sheet: inout Assessment
  ) -> Result<Void, Unpriced> {
    var isUsed = false
    for index in sheet.items.indices where counts(sheet.items[index], combination.heads) {
      switch adjusted(sheet.items[index].amount, by: adjustment, rounded: rounding, run, facts, &sheet) {
      case .failure(let why): return .failure(why)
      case .success(nil): continue
      case .success(let amount?):
        isUsed = isUsed || amount != sheet.items[index].amount
        set(index, amount, combination.rule, &sheet)
      }
    }
    if !isUsed { sheet.note(combination.rule, .doesNotApply) }
    return .success(())
  }

  private func limit(
    _ combination: PreparedCombination, most price: Int, _ less: Ref<Fact>?, _ run: PriceRun, _ facts: CaseFacts,
    _ sheet: inout Assessment
  ) -> Result<Void, Unpriced> {
    let total = total(combination.heads, sheet)
    // Nothing stands under the heads, so what the limit would be is nobody's question.
    guard total > .zero else { return .success(sheet.note(combination.rule, .doesNotApply)) }
    return limit(price, run, facts, &sheet).map { most in
      let before = less.flatMap { money($0, facts) } ?? .zero
      let room = max(most - before, .zero)
      guard total > room else { return sheet.note(combination.rule, .withinLimit(total)) }
      sheet.note(combination.rule, .together(total, limitedTo: room))
      var over = total - room
      for index in sheet.items.indices.reversed() where counts(sheet.items[index], combination.heads) {
        let off = min(over, sheet.items[index].amount)
        over -= off
        set(index, sheet.items[index].amount - off, combination.rule, &sheet)
      }
    }
  }

  private func raise(
    _ combination: PreparedCombination, least price: Int, _ run: PriceRun, _ facts: CaseFacts,
    _ sheet: inout Assessment
  ) -> Result<Void, Unpriced> {
    let total = total(combination.heads, sheet)
    // Nothing stands under the heads, so what the limit would be is nobody's question.
    guard total > .zero else { return .success(sheet.note(combination.rule, .doesNotApply)) }
    return limit(price, run, facts, &sheet).map { least in
      guard total < least,
        let first = sheet.items.firstIndex(where: { counts($0, combination.heads) })
      else { return sheet.note(combination.rule, .withinLimit(total)) }
      sheet.note(combination.rule, .together(total, limitedTo: least))
      set(first, sheet.items[first].amount + (least - total), combination.rule, &sheet)
    }
  }

  private func dropSmall(
    _ combination: PreparedCombination, _ figure: Int, isWithin: Bool, _ run: PriceRun, _ facts: CaseFacts,
    _ sheet: inout Assessment
  ) -> Result<Void, Unpriced> {
    let total = total(combination.heads, sheet)
    guard total > .zero else { return .success(sheet.note(combination.rule, .doesNotApply)) }
    return needed(figure: figure, run, facts, &sheet).map { least, _ in
      guard isWithin ? total.pence <= least : total.pence < least else {
        return sheet.note(combination.rule, .withinLimit(total))
      }
      sheet.note(combination.rule, .together(total, limitedTo: .zero))
      for index in sheet.items.indices where counts(sheet.items[index], combination.heads) {
        set(index, .zero, combination.rule, &sheet)
      }
    }
  }
}

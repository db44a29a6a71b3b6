/// How many share what is paid, and who may sign it.
extension Assessor {
  /// Divides what is paid between the payees. `nil` where their number is at fault.
  @inline(__always)
  func split(_ payable: Money, _ facts: CaseFacts, _ sheet: inout Assessment) -> Int64? {
    guard let payees = plan.payees else { return 1 }
    guard let count = needed(payees.count, facts, &sheet) else {
      sheet.note(payees.rule, .notReached)
      return nil
    }
    guard count > 0 else {
      sheet.fault(.missing(plan.slots.standIn(for: payees.count), item: 0))
      sheet.note(payees.rule, .notReached)
      return nil
    }
    let (each, pennies) = payable.pence.quotientAndRemainder(dividingBy: count)
    sheet.note(payees.rule, .split(payees: count, each: Money(pence: each), pennies: pennies))
    return count
  }

  /// The lowest step of each ladder that reaches what it measures, then who may sign in whose place.
  @inline(__always)
  func findAuthority(_ facts: CaseFacts, total: Money, _ sheet: inout Assessment) {
    for place in plan.ladders.indices {
      let ladder = plan.ladders[place]
      if let when = ladder.when, !holds(when, facts, &sheet) {
        sheet.note(ladder.rule, .doesNotApply)
        continue
      }
      guard let items = ladder.measuresAll ? total : measured(ladder, &sheet) else {
        sheet.note(ladder.rule, .nothingMeasured)
        continue
      }
      let measured = items + (ladder.plus.flatMap { money($0, facts) } ?? .zero)
      guard let step = ladder.ceilings.first(where: { plan.ceilings[$0].map { measured <= $0 } ?? true }) else {
        sheet.note(ladder.rule, .notReached)
        continue
      }
      sheet.authority[place] = step - ladder.ceilings.lowerBound
      sheet.note(ladder.rule, .signedBy(step: step - ladder.ceilings.lowerBound, measured: measured))
    }
    for place in plan.substitutes.indices {
      let substitute = plan.substitutes[place]
      let isUsed = holds(substitute.when, facts, &sheet)
      if isUsed { sheet.authority.include(substitute: place) }
      sheet.note(substitute.rule, isUsed ? .standsIn : .doesNotApply)
    }
  }

  /// What a ladder measures of the items, money and in kind; `nil` where none of them is its own.
  @inline(__always)
  private func measured(_ ladder: PreparedLadder, _ sheet: inout Assessment) -> Money? {
    var measured: Money?
    for place in sheet.items.indices {
      guard sheet.items[place].keptOutBy == nil, ladder.heads.contains(sheet.items[place].head) else { continue }
      let before = measured ?? .zero
      let amount = sheet.items[place].amount
      measured = ladder.measure == .total ? before + amount : max(before, amount)
    }
    return measured
  }
}

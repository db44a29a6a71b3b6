extension Assessor {
  /// A band: the level gives a range, and a person picks the point. `nil` where the facts are at fault.
  func price(_ band: PreparedBand, _ head: PreparedHead, _ facts: CaseFacts, item: Int, _ sheet: inout Assessment)
    -> Finding?
  {
    let stated = value(band.by, facts, item: item)
    var level = stated.map(Int.init)
    let placed = band.placed.first { holds(plan.placed[$0].when, facts, item: item, &sheet) }.map { plan.placed[$0] }
    if let placed {
      if let level, level != placed.level { return .unpriced(.reading(placed.reading)) }
      level = placed.level
    }
    guard let level else {
      sheet.fault(.missing(band.by, item: item))
      return nil
    }
    guard let amount = money(band.amount, facts, item: item) else { return .unpriced(.fact(band.amount)) }
    if let hole = band.holes.first(where: { plan.holes[$0].contains(amount) }) {
      return .unpriced(.reading(plan.holes[hole].reading))
    }
    guard plan.levels[band.levels.lowerBound + level].contains(amount) else {
      if let placed, amount >= plan.levels[band.levels.lowerBound + level].from {
        return .unpriced(.reading(placed.reading))
      }
      sheet.fault(.outsideBand(level: level, item: item))
      return nil
    }
    if let reading = setForm(head.forms, level: level, facts, item: item, &sheet) {
      return .unpriced(.reading(reading))
    }
    return .banded(level: level, amount: amount, placed: placed != nil)
  }

  /// Takes the form in which the amount is given. In kind is only for the levels that the policy prints it at: at any
  /// other this gives the reading that answers.
  func setForm(
    _ forms: PreparedForms?, level: Int?, _ facts: CaseFacts, item: Int, _ sheet: inout Assessment
  ) -> Ref<Reading>? {
    guard let forms, let form = value(forms.fact, facts, item: item) else { return nil }
    sheet.items[item - 1].form = form
    guard forms.inKind >> form & 1 == 1 else { return nil }
    sheet.items[item - 1].isInKind = true
    if let level, forms.inKindAt >> Int64(level) & 1 == 1 { return nil }
    return forms.otherwise
  }
}

extension PreparedBand.Level {
  func contains(_ amount: Money) -> Bool { amount >= from && (to.map { amount <= $0 } ?? true) }
}

extension Band.Hole {
  func contains(_ amount: Money) -> Bool { amount >= from && amount <= to }
}

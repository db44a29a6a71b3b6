extension Assessor {
  /// A band: the level gives a range, and a person picks the point.
  func work(
    _ band: PreparedBand, _ forms: PreparedForms?, _ node: Int, _ run: PriceRun, _ facts: CaseFacts,
    _ sheet: inout Assessment
  ) -> Result<Money, Unpriced> {
    let item = run.item
    let placed = band.placed.first { holds(plan.rows.placed[$0].when, facts, item: item, &sheet) }
      .map { plan.rows.placed[$0] }
    guard let level = level(of: band, placed, run, facts, &sheet) else { return .failure(.faulty) }
    if let placed, level != placed.level { return .failure(ask(.reading(placed.reading), run, &sheet)) }
    guard let amount = money(band.amount, facts, item: item) else {
      return .failure(ask(.fact(band.amount), run, &sheet))
    }
    if let hole = band.holes.first(where: { plan.rows.holes[$0].contains(amount) }) {
      return .failure(ask(.reading(plan.rows.holes[hole].reading), run, &sheet))
    }
    let range = plan.rows.levels[band.levels.lowerBound + level]
    guard range.contains(amount) else {
      if let placed, amount >= range.from { return .failure(ask(.reading(placed.reading), run, &sheet)) }
      sheet.fault(.outsideBand(node: node, level: level, item: item))
      return .failure(.faulty)
    }
    if let reading = setForm(forms, level: level, facts, item: item, &sheet) {
      return .failure(ask(.reading(reading), run, &sheet))
    }
    sheet.note(run.rule, item: item, .banded(node: node, level: level, amount: amount, placed: placed != nil))
    return .success(amount)
  }

  /// The level that was stated, on one axis or two, or the one at which the policy places the case.
  private func level(
    of band: PreparedBand, _ placed: PreparedBand.Placed?, _ run: PriceRun, _ facts: CaseFacts,
    _ sheet: inout Assessment
  ) -> Int? {
    guard let row = value(band.by, facts, item: run.item) else {
      if let placed { return placed.level }
      sheet.fault(.missing(band.by, item: run.item))
      if let second = band.splitBy, value(second, facts, item: run.item) == nil {
        sheet.fault(.missing(second, item: run.item))
      }
      return nil
    }
    guard let second = band.splitBy else { return Int(row) }
    guard let column = needed(second, facts, item: run.item, &sheet) else { return nil }
    return Int(row) * band.columns + Int(column)
  }

  /// Takes the form in which the amount is given. In kind is only for the levels that the policy prints it at: at any
  /// other this gives the reading that answers.
  func setForm(
    _ forms: PreparedForms?, level: Int?, _ facts: CaseFacts, item: Int, _ sheet: inout Assessment
  ) -> Ref<Reading>? {
    guard let forms, let form = value(forms.fact, facts, item: item) else { return nil }
    sheet.items[own: item - 1].form = form
    guard forms.inKind >> form & 1 == 1 else { return nil }
    sheet.items[own: item - 1].isInKind = true
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

extension Assessor {
  /// Tries who is covered, what is not accepted and what is excluded, in the policy's order. All of them are tried, so
  /// that every one that bites is shown.
  func tryExclusions(_ facts: CaseFacts, _ sheet: inout Assessment) {
    pass(
      plan.quietExclusions, facts, &sheet,
      isAsQuiet: { place in
        facts.isOfCase(plan.exclusions[place].ofItem, plan.exclusions[place].isOfItems)
          && surelyFails(plan.exclusions[place].when.place, facts)
      },
      look: { place, sheet in `try`(place, facts, &sheet) })
  }

  @inline(never)
  private func `try`(_ place: Int, _ facts: CaseFacts, _ sheet: inout Assessment) {
    let exclusion = plan.exclusions[place]
    if let heads = exclusion.heads { return tryOnHeads(exclusion, heads, facts, &sheet) }
    if facts.isOfCase(exclusion.ofItem, exclusion.isOfItems) {
      return `try`(exclusion, facts, Part(item: 0, isWhole: true), &sheet)
    }
    var parts = Parts(of: facts, thatState: exclusion.ofItem, eachItem: exclusion.isOfItems, openOnly: false, sheet)
    while let part = parts.next(facts, sheet) {
      `try`(exclusion, facts, part, &sheet)
    }
  }

  /// A rule for some heads is tried for each item under them.
  private func tryOnHeads(
    _ exclusion: PreparedExclusion, _ heads: HeadSet, _ facts: CaseFacts, _ sheet: inout Assessment
  ) {
    var isTried = false
    for item in 0..<facts.itemCount where heads.contains(facts.headRow[item]) {
      isTried = true
      `try`(exclusion, facts, Part(item: item + 1, isWhole: false), &sheet)
    }
    if !isTried { sheet.note(exclusion.rule, .notClaimed) }
  }

  private func `try`(_ exclusion: PreparedExclusion, _ facts: CaseFacts, _ part: Part, _ sheet: inout Assessment) {
    guard holds(exclusion.when, facts, item: part.item, &sheet) else {
      return sheet.note(exclusion.rule, item: part.item, .doesNotApply)
    }
    if let exception = exclusion.exception, facts.accepted.contains(exception) {
      sheet.usedDecisions.insert(exception)
      return sheet.note(exclusion.rule, item: part.item, .excepted(exception))
    }
    if let exception = exclusion.exception, facts.declined.contains(exception) {
      sheet.usedDecisions.insert(exception)
    } else if let exception = exclusion.exception, exclusion.undecided == .ask {
      sheet.note(exclusion.rule, item: part.item, .asksException(exception))
      sheet.ask(.decision(exception), rule: exclusion.rule, item: part.item)
      return
    }
    sheet.note(exclusion.rule, item: part.item, .bites)
    keepOut(part, by: exclusion.rule, ofItem: exclusion.ofItem, openOnly: false, facts, &sheet)
  }

  /// Keeps out what the part stands for. The first rule that does so is the one an item names.
  func keepOut(
    _ part: Part, by rule: Ref<Rule>, ofItem: FactSet, openOnly: Bool, _ facts: CaseFacts, _ sheet: inout Assessment
  ) {
    if part.isWhole { sheet.refuse(rule) }
    for index in sheet.items.indices {
      let isOwn = !part.isWhole && facts.item(index + 1, statesAnyOf: ofItem)
      guard part.item == index + 1 || (part.item == 0 && !isOwn) else { continue }
      let isFirst = sheet.items[index].keptOutBy == nil
      if isFirst { sheet.items[own: index].keptOutBy = rule }
      if !part.isWhole, isFirst || !openOnly { sheet.refuse(rule, item: index + 1) }
    }
  }
}

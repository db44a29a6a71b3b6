extension Assessor {
  /// Tries who is covered, what is not accepted and what is excluded, in the policy's order. All of them are tried, so that
  /// every one that bites is shown.
  func tryExclusions(_ facts: CaseFacts, _ sheet: inout Assessment) {
    for exclusion in plan.exclusions {
      forEachPart(of: facts, thatStates: exclusion.ofItem) { part in
        `try`(exclusion, facts, part, &sheet)
      }
    }
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
    }
    sheet.note(exclusion.rule, item: part.item, .bites)
    keepOut(part, by: exclusion.rule, ofItem: exclusion.ofItem, facts, &sheet)
  }

  /// What a rule is tried on: an item that states one of the rule's facts for itself, or (item 0) all the others together.
  struct Part {
    let item: Int
    /// Whether it stands for the whole case, no item having facts of its own for the rule.
    let isWhole: Bool
  }

  func forEachPart(of facts: CaseFacts, thatStates ofItem: FactSet, _ body: (Part) -> Void) {
    let count = facts.itemCount
    var own = 0
    if ofItem != FactSet() {
      for item in 0..<count where facts.item(item + 1, statesAnyOf: ofItem) { own += 1 }
    }
    if own < count || count == 0 { body(Part(item: 0, isWhole: own == 0)) }
    guard own > 0 else { return }
    for item in 0..<count where facts.item(item + 1, statesAnyOf: ofItem) {
      body(Part(item: item + 1, isWhole: false))
    }
  }

  /// Keeps out what the part stands for. The first rule that does so is the one an item names.
  func keepOut(_ part: Part, by rule: Ref<Rule>, ofItem: FactSet, _ facts: CaseFacts, _ sheet: inout Assessment) {
    if part.isWhole { sheet.refuse(rule) }
    for index in sheet.items.indices {
      let isOwn = !part.isWhole && facts.item(index + 1, statesAnyOf: ofItem)
      guard part.item == index + 1 || (part.item == 0 && !isOwn) else { continue }
      if sheet.items[index].keptOutBy == nil { sheet.items[index].keptOutBy = rule }
      if !part.isWhole { sheet.refuse(rule, item: index + 1) }
    }
  }
}

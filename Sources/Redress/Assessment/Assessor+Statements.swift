extension Assessor {
  /// What payment waits for and what the letter must say. Neither changes a sum.
  func stateStatements(_ facts: CaseFacts, _ sheet: inout Assessment) {
    switch sheet.outcome {
    case .awarded: state(plan.quietOnOffer, facts, &sheet)
    case .refused: state(plan.quietOnRefusal, facts, &sheet)
    case .undecided, .faulty:
      for place in plan.statements.indices { sheet.note(plan.statements[place].rule, .notReached) }
    }
  }

  private func state(_ quiet: QuietRuns, _ facts: CaseFacts, _ sheet: inout Assessment) {
    pass(quiet, facts, &sheet, isAsQuiet: { _ in false }) { place, sheet in state(plan.statements[place], facts, &sheet)
    }
  }

  private func state(_ statement: PreparedStatement, _ facts: CaseFacts, _ sheet: inout Assessment) {
    guard statement.isFor(sheet.outcome) else { return sheet.note(statement.rule, .doesNotApply) }
    if let head = statement.head { return state(statement, on: head, facts, &sheet) }
    sheet.note(statement.rule, answer(statement, facts, item: 0) ? .carried : .doesNotApply)
  }

  /// A statement of one head is tried for each item under it.
  private func state(
    _ statement: PreparedStatement, on head: Ref<Head>, _ facts: CaseFacts, _ sheet: inout Assessment
  ) {
    var isTried = false
    for index in sheet.items.indices where sheet.items[index].head == head && sheet.items[index].keptOutBy == nil {
      isTried = true
      sheet.note(statement.rule, item: index + 1, answer(statement, facts, item: index + 1) ? .carried : .doesNotApply)
    }
    if !isTried { sheet.note(statement.rule, .notClaimed) }
  }

  private func answer(_ statement: PreparedStatement, _ facts: CaseFacts, item: Int) -> Bool {
    statement.when.map { answer($0, facts, item: item) ?? false } ?? true
  }
}

extension Assessor {
  /// What payment waits for and what the letter must say. Neither changes a sum.
  func state(_ statements: ContiguousArray<PreparedStatement>, _ facts: CaseFacts, _ sheet: inout Assessment) {
    for statement in statements {
      guard sheet.outcome == .awarded || sheet.outcome == .refused else {
        sheet.note(statement.rule, .notReached)
        continue
      }
      guard statement.on == .both || (statement.on == .offer) == (sheet.outcome == .awarded) else {
        sheet.note(statement.rule, .doesNotApply)
        continue
      }
      if let head = statement.head {
        state(statement, on: head, facts, &sheet)
      } else {
        sheet.note(statement.rule, answer(statement, facts, item: 0) ? .carried : .doesNotApply)
      }
    }
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

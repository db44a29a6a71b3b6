/// What payment waits for and what the letter must say.
extension Recheck {
  mutating func work(_ statement: Statement) {
    let isSaid: Bool
    switch (outcome, statement.on) {
    case (.faulty, _), (.undecided, _): return write(statement.rule, 0, .notReached)
    case (.awarded, .offer), (.refused, .refusal), (_, .both): isSaid = true
    case (.awarded, .refusal), (.refused, .offer): isSaid = false
    }
    guard isSaid else { return write(statement.rule, 0, .doesNotApply) }
    guard let head = statement.head else { return write(statement.rule, 0, finding(statement, 0)) }
    let places = items.indices.filter { items[$0].head == head && items[$0].keptOutBy == nil }
    if places.isEmpty { write(statement.rule, 0, .notClaimed) }
    for place in places { write(statement.rule, place + 1, finding(statement, place + 1)) }
  }

  private func finding(_ statement: Statement, _ item: Int) -> Finding {
    guard let when = statement.when else { return .carried }
    return truth(when, item) == true ? .carried : .doesNotApply
  }
}

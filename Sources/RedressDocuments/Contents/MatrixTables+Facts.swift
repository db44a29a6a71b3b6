import Redress

extension MatrixTables {
  var facts: Section {
    Section("Facts to state") {
      Table(
        "What a person states of a case, or of one item of it", columns: ["Fact", "Question", "Answer"],
        rows: matrix.facts.filter { $0.derivation == nil }.map {
          Table.Row(words.code($0.name), [question($0), answer($0)])
        },
        ifNone: "Nothing is stated.")
      if matrix.facts.contains(where: { !$0.choices.isEmpty }) { choices }
    }
  }

  private func question(_ fact: Fact) -> Phrase {
    let ask: Phrase = "\(fact.ask, ifBlank: "no question")"
    return fact.help.flatMap { Words($0) }.map { "\(ask) \($0)" } ?? ask
  }

  /// What may be stated and where, and what it means to leave it out.
  private func answer(_ fact: Fact) -> Phrase {
    let start: Phrase = "\(kind(fact.kind)), \(reach(fact.reach)). \(leftOut(fact))"
    guard !fact.notBefore.isEmpty else { return start }
    return "\(start) Not before \(words.facts(fact.notBefore, before: "or"))."
  }

  private func kind(_ kind: Fact.Kind) -> Phrase {
    switch kind {
    case .date: "A day"
    case .money: "A sum"
    case .flag: "Yes or no"
    case .text: "Words"
    case .receipts: "Sums with their receipts"
    case .choice: "One of its choices"
    case .count: "A whole number"
    case .percent: "A percentage"
    }
  }

  private func reach(_ reach: Fact.Reach) -> Phrase {
    switch reach {
    case .ofCase: "of the case"
    case .ofItem: "of an item"
    case .ofEither: "of the case or an item"
    }
  }

  private func leftOut(_ fact: Fact) -> Phrase {
    switch fact.leftOut {
    case .missing: return "Needed once a rule reads it."
    case .unstated: return "May be left out."
    case .same(let other): return "Left out: the same as \(words.fact(other))."
    case .taken(let value): return "Left out: \(taken(value, fact.kind))."
    case .derived: return "Worked out, and never stated."
    }
  }

  private func taken(_ value: Int64, _ kind: Fact.Kind) -> Phrase {
    switch kind {
    case .money where value == 0, .receipts where value == 0: "nothing"
    default: FactValue(kind, value).phrase
    }
  }

  private var choices: Section {
    Section("Choices") {
      for fact in matrix.facts where !fact.choices.isEmpty {
        Table(
          "What \(words.code(fact.name)) may be", columns: ["In a case file", "In words"],
          rows: fact.choices.map { Table.Row(words.code($0.name), ["\(words.words($0.title))"]) })
      }
    }
  }

  // MARK: Decisions and roles

  var decisions: Section {
    Section("Decisions that people take") {
      Table(
        "Each is recorded with who decided, when and why",
        columns: ["Decision", "Question", "Who may decide", "Paragraph and readings"],
        rows: matrix.decisions.refs.map { ref in
          let decision = matrix.decisions[ref: ref]
          return Table.Row(
            words.code(decision.name),
            [
              "\(decision.ask, ifBlank: "no question")", words.who(ref),
              words.basis(decision.citations, decision.readings),
            ])
        }, ifNone: "Nothing is left to a decision.")
    }
  }

  var roles: Section {
    Section("Roles") {
      Table(
        "Who may sign, decide or be asked", columns: ["Role", "In an officers file"],
        rows: matrix.roles.map { Table.Row("\(words.words($0.title))", [words.code($0.name)]) },
        ifNone: "No role is named.")
    }
  }
}

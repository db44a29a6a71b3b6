import Redress

extension MatrixTables {
  var facts: Section {
    Section("Facts to state") {
      Table(
        "What a person states of a case, or of one item of it",
        columns: ["Fact", "Question", "Answer", "Where, and what leaving it out means"],
        rows: matrix.facts.map { fact in
          Table.Row(words.code(fact.name), [question(fact), kind(fact.kind), place(fact)])
        }, ifNone: "Nothing is stated.")
    }
  }

  private func question(_ fact: Fact) -> Phrase {
    let ask: Phrase = "\(fact.ask, ifBlank: "no question")"
    return fact.help.flatMap { Words($0) }.map { "\(ask) \($0)" } ?? ask
  }

  private func kind(_ kind: Fact.Kind) -> Phrase {
    switch kind {
    case .date: return "A day."
    case .money: return "A sum."
    case .flag: return "Yes or no."
    case .text: return "Words."
    case .receipts: return "Sums, each with its receipt."
    case .choice(let choices):
      let listed = choices.map { Phrase("\(words.code($0.name)): \(words.words($0.title))") }
      return "One of: \(Phrase(joining: listed, with: "; ") ?? "nothing")."
    }
  }

  private func place(_ fact: Fact) -> Phrase {
    let reach: Phrase =
      switch fact.reach {
      case .ofCase: "Of the case."
      case .ofItem: "Of an item."
      case .ofEither: "Of the case, or of an item."
      }
    let start: Phrase = "\(reach) \(leftOut(fact))"
    guard !fact.notBefore.isEmpty else { return start }
    return "\(start) Not before \(words.facts(fact.notBefore, before: "or"))."
  }

  private func leftOut(_ fact: Fact) -> Phrase {
    switch fact.leftOut {
    case .missing: return "Needed once a rule reads it."
    case .unstated: return "May be left out."
    case .same(let other): return "Left out: the same as \(words.fact(other))."
    case .taken(let value): return "Left out: \(taken(value, fact.kind))."
    }
  }

  private func taken(_ value: Int64, _ kind: Fact.Kind) -> Phrase {
    switch kind {
    case .money where value == 0, .receipts where value == 0: "nothing"
    default: FactValue(kind, value).phrase
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
              "\(decision.ask, ifBlank: "no question")", words.who(ref), words.basis(decision.citations, decision.readings),
            ])
        }, ifNone: "Nothing is left to a decision.")
    }
  }

  var roles: Section {
    Section("Roles") {
      Table(
        "Who may sign, decide or be asked", columns: ["Role", "In an officers file"],
        rows: matrix.roles.map { Table.Row("\(words.words($0.title))", [words.code($0.name)]) }, ifNone: "No role is named.")
    }
  }
}

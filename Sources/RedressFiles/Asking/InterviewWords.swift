import Redress

extension Interview {
  /// What is asked, with its answers where they are numbered.
  public func ask(_ prompt: Prompt) -> String {
    switch prompt {
    case .name: return "What is the reference of the case?"
    case .fact(let ref, let item):
      let fact = matrix.facts[ref: ref]
      let place =
        item == 0 ? "" : "Item \(item), \(matrix.rules[ref: matrix.heads[ref: draft.items[item - 1]].rule].title): "
      return place + fact.ask + range(ref, item) + list(fact.choices.map(\.title))
    case .flags(let flags):
      return "Which of these are so?" + list(flags.map { matrix.facts[ref: $0].ask })
    case .head:
      let titles = matrix.heads.map { matrix.rules[ref: $0.rule].title }
      return (draft.items.isEmpty ? "What is asked for or offered?" : "Is there another item?") + list(titles)
    case .decision(let ref): return matrix.decisions[ref: ref].ask
    case .remark(.handling):
      return "Was the complaint itself handled late or badly, and is that reflected in the items?"
    case .remark(.vulnerability):
      return "Is anybody in the household vulnerable in a way that bears on this, and is that reflected?"
    }
  }

  /// How to answer, in brackets after the question.
  public func form(_ prompt: Prompt) -> String {
    switch prompt {
    case .name: "text"
    case .fact(let ref, let item): form(matrix.facts[ref: ref], isNeeded: isNeeded(ref, item))
    case .flags: "numbers with commas, or nothing for none"
    case .head: draft.items.isEmpty ? "a number" : "a number, or nothing if there is no other"
    case .decision: "accept or decline; who; day; reason, or nothing if nobody has decided"
    case .remark: "in your words, or no"
    }
  }

  /// What helps to answer: what the matrix says, where the question comes from, and what leaving it out means.
  public func help(_ prompt: Prompt) -> String {
    switch prompt {
    case .name: return "The number that your organisation knows the case by. It stands on the offer."
    case .fact(let ref, _):
      let fact = matrix.facts[ref: ref]
      return [fact.help, leftOut(fact), "In the case file it is called \(fact.name)."].compactMap { $0 }
        .joined(separator: " ")
    case .flags(let flags):
      return flags.compactMap { ref in
        let fact = matrix.facts[ref: ref]
        return fact.help.map { "\(fact.name): \($0)" }
      }.joined(separator: "\n") + (flags.isEmpty ? "" : "\nWhat is not named counts as not so.")
    case .head: return "One item for each head and event. Each has its own line in the offer."
    case .decision(let ref):
      let roles = explanation.who(
        explanation.assessment.questions.first { $0.about == .decision(ref) }
          ?? explanation.assessment.questions[0])
      return "It may be decided by: \(roles.map { explanation.title(ofRole: $0) }.joined(separator: ", "))."
    case .remark: return "It changes no sum by itself, and it is forgotten most often. It stands with the letter."
    }
  }

  /// What the case comes to as far as it is known, in a line.
  public var soFar: String {
    let explanation = explanation
    switch explanation.assessment.outcome {
    case .refused: return "So far: refused. \(explanation.assessment.refusals.map { explanation.say($0) }.first ?? "")"
    case .faulty: return "So far: more is needed."
    case .undecided:
      let count = explanation.assessment.questions.count
      return "So far: not decided, \(count) question\(count == 1 ? "" : "s") open."
    case .awarded:
      guard let award = explanation.assessment.award else { return "So far: an offer." }
      let who = explanation.signers(of: award)
      let inKind = award.inKind > .zero ? ", and \(award.inKind) in kind" : ""
      let signed = who.isEmpty ? "" : "; signed by \(who)"
      return "So far: an offer of \(award.gross)\(inKind), \(award.payable) to pay\(signed)."
    }
  }

  private func isNeeded(_ ref: Ref<Fact>, _ item: Int) -> Bool { matrix.facts[ref: ref].leftOut == .missing }

  private func form(_ fact: Fact, isNeeded: Bool) -> String {
    let form =
      switch fact.kind {
      case .date: "a day, such as 2026-08-14 or 14/8/2026"
      case .money: "a sum"
      case .flag: "yes or no"
      case .choice: "a number"
      case .text: "text"
      case .receipts: "sums, each with what it was for, with semicolons between"
      case .count: "a whole number"
      case .percent: "a percentage"
      }
    return isNeeded ? form : "\(form), or nothing"
  }

  private func leftOut(_ fact: Fact) -> String? {
    switch fact.leftOut {
    case .missing: return "It is needed."
    case .unstated: return "It may be left out."
    case .same(let other): return "Left out, it is taken to be the same as \(matrix.facts[ref: other].name)."
    case .taken(let value): return "Left out, it is taken to be \(explanation.wordsTaken(value, fact))."
    case .derived: return nil
    }
  }

  /// The band from which an amount is picked, where the level is known.
  private func range(_ ref: Ref<Fact>, _ item: Int) -> String {
    guard let question = explanation.assessment.questions.first(where: { $0.about == .fact(ref) && $0.item == item })
    else { return "" }
    let whole = explanation.ask(question)
    let asked = "Item \(item): \(matrix.facts[ref: ref].ask)"
    return whole.hasPrefix(asked) ? String(whole.dropFirst(asked.count)) : ""
  }

  private func list(_ lines: [String]) -> String {
    lines.enumerated().map { "\n  \($0.offset + 1)  \($0.element)" }.joined()
  }
}

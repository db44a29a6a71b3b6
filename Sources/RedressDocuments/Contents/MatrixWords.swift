import Redress

/// The parts of a matrix that many tables name: facts, roles, decisions, readings, rules and their paragraphs.
struct MatrixWords: Sendable {
  let matrix: Matrix

  func words(_ text: String) -> Words { Words(text, ifBlank: "not stated") }

  /// The name of something as files and answers write it.
  func code(_ name: String) -> Phrase { "\(code: words(name))" }

  func condition(_ condition: Condition) -> Phrase { ConditionWords(matrix: matrix).phrase(condition) }

  func fact(_ ref: Ref<Fact>) -> Phrase { code(matrix.facts[ref: ref].name) }

  func facts(_ refs: [Ref<Fact>], before last: Words) -> Phrase {
    Phrase(listing: refs.map(fact), before: last) ?? "none"
  }

  // MARK: Rules

  func title(_ ref: Ref<Rule>) -> Words { words(matrix.rules[ref: ref].title) }

  /// `Time to claim (claim-window)`.
  func rule(_ ref: Ref<Rule>) -> Phrase { "\(title(ref)) (\(code(matrix.rules[ref: ref].id)))" }

  /// The paragraphs of a rule, and the readings that it follows.
  func basis(_ ref: Ref<Rule>) -> Phrase {
    let rule = matrix.rules[ref: ref]
    return basis(rule.citations, rule.readings)
  }

  func basis(_ citations: [Redress.Citation], _ readings: [Ref<Reading>]) -> Phrase {
    guard let names = readingNames(readings) else { return "\(paragraphs(citations))." }
    let label: Phrase = readings.count == 1 ? "Reading" : "Readings"
    return "\(paragraphs(citations)). \(label): \(names)."
  }

  /// Each paragraph once: `2.3.4; 4.10.1`.
  func paragraphs(_ citations: [Redress.Citation]) -> Phrase {
    let once = citations.enumerated().filter { citations.firstIndex(of: $0.element) == $0.offset }
    return Phrase(joining: once.map { Phrase(words(matrix.shown($0.element))) }, with: "; ") ?? "no paragraph"
  }

  func readingNames(_ readings: [Ref<Reading>]) -> Phrase? {
    Phrase(joining: readings.map { code(matrix.readings[ref: $0].name) }, with: ", ")
  }

  // MARK: People

  func roles(_ refs: [Ref<Role>], before last: Words) -> Phrase {
    Phrase(listing: refs.map { Phrase(words(matrix.roles[ref: $0].title)) }, before: last) ?? "nobody"
  }

  /// Who signs: `the Head of Department`; one of each set where there are several.
  func signers(_ sets: [[Ref<Role>]]) -> Phrase {
    Phrase(listing: sets.map { roles($0, before: "or") }, before: "together with") ?? "nobody"
  }

  func who(_ decision: Ref<Decision>) -> Phrase {
    switch matrix.decisions[ref: decision].who {
    case .anyOf(let some): roles(some, before: "or")
    case .jointly(let some): "\(roles(some, before: "and")) together"
    case .authority: "whoever may authorise the sum"
    }
  }

  /// `late-claim (whoever may authorise the sum)`.
  func decision(_ ref: Ref<Decision>) -> Phrase { "\(code(matrix.decisions[ref: ref].name)) (\(who(ref)))" }

  // MARK: Readings

  /// What a reading comes to, after its name: `whole-pound-gap. A person is asked (Case Manager).`.
  func answer(_ ref: Ref<Reading>) -> Phrase {
    let reading = matrix.readings[ref: ref]
    return "\(code(reading.name)). \(answer(reading))"
  }

  func answer(_ reading: Reading) -> Phrase {
    switch reading.answer {
    case .settled(let words): "\(words, ifBlank: "settled")"
    case .ask(let some): "A person is asked (\(roles(some, before: "or")))."
    }
  }
}

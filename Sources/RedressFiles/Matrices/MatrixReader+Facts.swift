import Redress

/// How a matrix names the kinds of facts.
enum FactWord: String, CaseIterable {
  case date, money, flag, choice, text, receipts, count, percent

  init(_ kind: Fact.Kind) {
    switch kind {
    case .date: self = .date
    case .money: self = .money
    case .flag: self = .flag
    case .choice: self = .choice
    case .text: self = .text
    case .receipts: self = .receipts
    case .count: self = .count
    case .percent: self = .percent
    }
  }
}

extension MatrixReader {
  /// The most choices that a fact may have.
  static let mostChoices = 60

  mutating func readFacts(_ top: Mapping, derived: [Node.Entry]) {
    let entries = section(top, "facts")
    if entries.count + derived.count > Matrix.mostFacts {
      let span = (entries + derived)[Matrix.mostFacts].keySpan
      fault(
        .matrixTooMany, span, "A matrix has at most \(Matrix.mostFacts) facts, derived ones included.",
        "Take out those that are not needed.")
    }
    for entry in entries { facts.declare(entry.key, at: entry.keySpan) }
    // Kinds come first: what a fact is taken as, and what it is compared with, may be another fact.
    for entry in entries { facts.values.append(Fact(name: entry.key, kind: kind(entry), ask: "")) }
    declareDerived(derived)
    for (place, entry) in entries.enumerated() {
      guard let map = mapping(entry.value, "fact `\(entry.key)`", .fact) else { continue }
      facts.values[place] = fact(entry.key, Ref(place), map)
    }
    faultCircles()
  }

  private mutating func kind(_ entry: Node.Entry) -> Fact.Kind {
    guard
      let map = entry.value.entries.map({
        Mapping(what: "fact `\(entry.key)`", span: entry.keySpan, entries: $0, declared: .fact)
      }), let node = map.value("type", &self), let word = word(node, "the type of a fact", FactWord.self)
    else { return .text }
    switch word {
    case .date: return .date
    case .money: return .money
    case .flag: return .flag
    case .text: return .text
    case .receipts: return .receipts
    case .count: return .count
    case .percent: return .percent
    case .choice: return .choice(choices(map))
    }
  }

  private mutating func choices(_ map: Mapping) -> [Fact.Choice] {
    let entries = map.required("choices", &self).map { section($0, "choices") } ?? []
    if entries.count > Self.mostChoices {
      let span = entries[Self.mostChoices].keySpan
      fault(.matrixTooMany, span, "A fact has at most \(Self.mostChoices) choices.", "Split it into two facts.")
    }
    if entries.isEmpty, let node = map["choices"], node.entries != nil {
      fault(.matrixShape, node.span, "A choice has at least one answer.", "Add the answers, each with its words.")
    }
    return entries.map { Fact.Choice(name: $0.key, title: text($0.value, "the words for a choice") ?? $0.key) }
  }

  private mutating func fact(_ name: String, _ ref: Ref<Fact>, _ map: Mapping) -> Fact {
    let kind = facts.values[ref.index].kind
    if let node = map["choices"], FactWord(kind) != .choice {
      fault(.matrixKeyUnknown, node.span, "Only a choice has `choices`.", "Take them out, or write `type: choice`.")
    }
    return Fact(
      name: name, kind: kind, ask: text(map, "ask") ?? name, help: text(map, "help"),
      reach: map["of"].flatMap { word($0, "`of`", Fact.Reach.self) } ?? .ofCase, leftOut: leftOut(ref, kind, map),
      notBefore: map["not-before"].map { notBefore($0, ref) } ?? [])
  }

  private mutating func notBefore(_ node: Node, _ fact: Ref<Fact>) -> [Ref<Fact>] {
    guard FactWord(facts.values[fact.index].kind) == .date else {
      self.fault(.matrixType, node.span, "Only a date can be before another.", "Take `not-before` out.")
      return []
    }
    return statedDates(node)
  }

  /// What it means that the fact was left out. A flag left out is not so unless the file says otherwise.
  private mutating func leftOut(_ fact: Ref<Fact>, _ kind: Fact.Kind, _ map: Mapping) -> Fact.LeftOut {
    if let node = map["optional"], literal(node, "`optional`", Literal.flag) == true {
      if let other = map["left-out"] {
        self.fault(
          .matrixKeyUnknown, other.span, "A fact is `optional` or has `left-out`, not both.", "Take one of them out.")
      }
      return .unstated
    }
    guard let node = map["left-out"] else { return FactWord(kind) == .flag ? .taken(0) : .missing }
    if let name = node.text, let place = facts.place(of: name) {
      let other = facts.values[place].kind
      if FactWord(other) != FactWord(kind) {
        self.fault(.matrixType, node.span, "`\(name)` is a fact of another type.", "Name a fact of the same type.")
      } else if facts.values[place].choices.map(\.name) != facts.values[fact.index].choices.map(\.name) {
        self.fault(
          .matrixType, node.span, "`\(name)` has other choices.", "Name a fact with the same choices in order.")
      }
      facts.used.insert(place)
      return .same(Ref(place))
    }
    switch kind {
    case .choice: return choice(node, of: fact).map { .taken($0) } ?? .missing
    case .flag: return literal(node, "`left-out`", Literal.flag).map { .taken($0 ? 1 : 0) } ?? .missing
    case .money:
      if node.text == "nothing" { return .taken(0) }
      return literal(node, "`left-out`", Literal.money).map { .taken($0.pence) } ?? .missing
    case .count: return count(node).map { .taken($0) } ?? .missing
    case .percent: return percent(node).map { .taken($0) } ?? .missing
    case .date, .text, .receipts:
      self.fault(
        .matrixReference, node.span, "`\(node.text ?? "")` is not a declared fact.",
        "Name the fact that it is taken to be the same as, or write `optional: true`.")
      return .missing
    }
  }

  /// A count that a case may state.
  private mutating func count(_ node: Node) -> Int64? {
    guard let count = literal(node, "`left-out`", Literal.count).map({ Int64($0) }) else { return nil }
    if count <= CaseFacts.largestCount { return count }
    self.fault(
      .literalCount, node.span, "\(count) is above \(CaseFacts.largestCount), the most that a case may state.",
      "Check the number of digits.")
    return nil
  }

  /// Facts that stand in for one another must end somewhere.
  private mutating func faultCircles() {
    for place in facts.values.indices {
      var seen = [place]
      var current = place
      while case .same(let next) = facts.values[current].leftOut, seen.count <= facts.values.count {
        if next.index == place {
          guard seen.min() == place else { break }  // said once, of its first fact
          let span = facts.spans[place]
          fault(
            .factCircle, span, "`\(facts.names[place])`, left out, is taken to be itself in the end.",
            "Let one of the facts stand on its own.")
          break
        }
        seen.append(next.index)
        current = next.index
      }
    }
  }

  mutating func readDecisions(_ top: Mapping) {
    let entries = section(top, "decisions")
    if entries.count > Matrix.mostDecisions {
      let span = entries[Matrix.mostDecisions].keySpan
      fault(
        .matrixTooMany, span, "A matrix has at most \(Matrix.mostDecisions) decisions.", "Take out what is not needed.")
    }
    for entry in entries {
      decisions.declare(entry.key, at: entry.keySpan)
      guard let map = mapping(entry.value, "decision `\(entry.key)`", .decision) else {
        decisions.values.append(Decision(name: entry.key, ask: "", who: .authority, citations: [], readings: []))
        continue
      }
      decisions.values.append(
        Decision(
          name: entry.key, ask: text(map, "ask") ?? entry.key, who: who(map), citations: citations(map),
          readings: cited(map)))
    }
  }

  private mutating func who(_ map: Mapping) -> Decision.Who {
    if let node = map["jointly"] { return .jointly(references(node, to: \.roles)) }
    guard let node = map.required("by", &self) else { return .authority }
    if node.text == "authority" { return .authority }
    return .anyOf(references(node, to: \.roles))
  }
}

import Redress

extension MatrixReader {
  /// Reads the timetable, and settles where derived facts may be stated: some of them follow from its deadlines.
  mutating func readDuties(_ entries: [Node.Entry]) {
    let read = entries.map { duty($0) }
    duties.values = read.compactMap(\.self)
    settleDerived(read)
    for (duty, entry) in zip(read, entries) {
      if let duty { checkOfCase(duty.facts, at: entry.value) }
    }
  }

  private mutating func duty(_ entry: Node.Entry) -> Duty? {
    guard let map = mapping(entry.value, "deadline `\(entry.key)`", .deadline) else { return nil }
    let rule = rule("deadline.\(entry.key)", .duty, map)
    let due = dayRule(map)
    let done = fact(map, "done", of: .date)
    let strength = map.value("binding", &self).flatMap { word($0, "`binding`", Duty.Strength.self) }
    let orBy = map["or-by"].flatMap { fact($0, of: .date) }
    let when = map["when"].flatMap { condition($0) }
    let waived = map["waived-when"].flatMap { condition($0) }
    let extended = map["extended"].flatMap { self.extended($0) }
    guard let due, let done, let strength else { return nil }
    return Duty(
      name: entry.key, rule: rule, when: when, waived: waived, due: due, orBy: orBy, done: done, strength: strength,
      extended: extended)
  }

  private mutating func extended(_ node: Node) -> Duty.Extension? {
    guard let map = mapping(node, "an extension", .extended) else { return nil }
    let to = fact(map, "to", of: .date)
    let atMost = map["at-most"].flatMap { node -> Deadline? in
      guard let period = literal(node, "`at-most`", Literal.period) else { return nil }
      if period.unit == .workingDays { needsCalendar(node) }
      return Deadline(period)
    }
    let unless = map["unless"].flatMap { reference($0, to: \.decisions) }
    if let node = map["unless"], map["at-most"] == nil {
      fault(.matrixShape, node.span, "Without `at-most` there is nothing to make an exception from.", "Add `at-most`.")
    }
    return to.map { Duty.Extension(to: $0, atMost: atMost, unless: unless) }
  }

  // MARK: What derived facts rest on

  /// Where derived facts may be stated follows from those that they take. They must not be derived from themselves.
  private mutating func settleDerived(_ duties: [Duty?]) {
    let derived = firstDerived..<facts.values.count
    let taken = derived.map { self.taken(by: $0, duties) }
    for (place, all) in zip(derived, taken) where all.contains(place) {
      let circle = all.filter { derived.contains($0) && taken[$0 - firstDerived].contains(place) }
      guard circle.min() == place else { continue }  // said once, of its first fact
      fault(
        .factCircle, facts.spans[place], "`\(facts.names[place])` is derived from itself in the end.",
        "Let it rest on facts that people state.")
    }
    for (place, all) in zip(derived, taken) {
      let reaches = all.filter { $0 < firstDerived }.map { facts.values[$0].reach }
      let reach: Fact.Reach = reaches.contains(.ofItem) ? .ofItem : reaches.contains(.ofEither) ? .ofEither : .ofCase
      let fact = facts.values[place]
      facts.values[place] = Fact(
        name: fact.name, kind: fact.kind, ask: fact.ask, reach: reach, leftOut: fact.leftOut)
    }
  }

  /// Every fact that a derived one takes, directly or through others.
  private func taken(by place: Int, _ duties: [Duty?]) -> Set<Int> {
    var (seen, next) = (Set<Int>(), inputs(of: place, duties))
    while let one = next.popLast() {
      if seen.insert(one).inserted { next += inputs(of: one, duties) }
    }
    return seen
  }

  private func inputs(of place: Int, _ duties: [Duty?]) -> [Int] {
    switch facts.values[place].leftOut {
    case .same(let other): [other.index]
    case .derived(let derivation): derivation.facts(of: duties).map(\.index)
    case .missing, .unstated, .taken: []
    }
  }
}

extension Derivation {
  /// Every fact that it takes, where these deadlines could be read.
  fileprivate func facts(of duties: [Duty?]) -> [Ref<Fact>] {
    switch kind {
    case .day(let rule): return rule.facts
    case .earliest(let facts), .latest(let facts): return facts
    case .elapsed(let elapsed): return elapsed.facts
    case .items: return []
    case .due(let duty): return duties[duty.index]?.factsOfDue ?? []
    case .late(let late):
      return (duties[late.duty.index].map { $0.facts } ?? []) + (late.until.map { [$0] } ?? [])
    }
  }
}

import Redress

extension MatrixReader {
  /// The keys of which a derived fact has one, with the type of fact that it gives.
  private static let derivations: [(key: String, kind: Fact.Kind)] = [
    ("day", .date), ("earliest-of", .date), ("latest-of", .date), ("due", .date), ("elapsed", .count), ("items", .count),
    ("late", .count),
  ]

  /// Declares the names of derived facts, so that all rules may refer to them, before any of them is read.
  mutating func declareDerived(_ entries: [Node.Entry]) {
    for entry in entries {
      if let place = facts.place(of: entry.key) {
        fault(
          .factTwice, entry.keySpan, "`\(entry.key)` is declared already, under `facts`.",
          "Give the derived fact another name.")
        facts.used.insert(place)
      }
      let key = Self.derivations.first { entry.value[$0.key] != nil }
      facts.declare(entry.key, at: entry.keySpan)
      facts.values.append(Fact(name: entry.key, kind: key?.kind ?? .date, ask: "", leftOut: .unstated))
    }
  }

  mutating func readDerived(_ entries: [Node.Entry]) {
    let first = facts.values.count - entries.count
    for (number, entry) in entries.enumerated() {
      guard let map = mapping(entry.value, "derived fact `\(entry.key)`", .derived) else { continue }
      let rule = rule("derived.\(entry.key)", .derived, map)
      let keys = Self.derivations.map(\.key).filter { map[$0] != nil }
      guard keys.count == 1, let node = map[keys[0]] else {
        fault(
          .matrixShape, map.span, "A fact is derived in one way.",
          "Write one of: \(Self.derivations.map(\.key).joined(separator: ", ")).")
        continue
      }
      guard let kind = derivation(keys[0], node) else { continue }
      let known = facts.values[first + number]
      facts.values[first + number] = Fact(
        name: known.name, kind: known.kind, ask: rules[rule.index].title,
        leftOut: .derived(Derivation(rule: rule, kind: kind)))
    }
  }

  private mutating func derivation(_ key: String, _ node: Node) -> Derivation.Kind? {
    switch key {
    case "day":
      guard let map = mapping(node, "a day", .dayRule) else { return nil }
      return dayRule(map, "`day`").map { .day($0) }
    case "earliest-of": return .earliest(references(node, to: \.facts, of: .date))
    case "latest-of": return .latest(references(node, to: \.facts, of: .date))
    case "due": return reference(node, to: \.duties).map { .due($0) }
    case "items": return reference(node, to: \.heads).map { .items($0) }
    case "late": return lateness(node).map { .late($0) }
    default: return elapsed(node).map { .elapsed($0) }
    }
  }

  private mutating func lateness(_ node: Node) -> Lateness? {
    guard node.entries != nil else {
      return reference(node, to: \.duties).map { Lateness(duty: $0, until: nil, inWorkingDays: false) }
    }
    guard let map = mapping(node, "a lateness", .lateness) else { return nil }
    let duty = map.value("deadline", &self).flatMap { reference($0, to: \.duties) }
    let until = map["until"].flatMap { fact($0, of: .date) }
    let unit = map["in"].flatMap { word($0, "`in`", LateUnit.self) } ?? .days
    if unit == .workingDays, let node = map["in"] { needsCalendar(node) }
    return duty.map { Lateness(duty: $0, until: until, inWorkingDays: unit == .workingDays) }
  }

  enum LateUnit: String, CaseIterable {
    case days
    case workingDays = "working days"
  }

  enum CountedWord: String, CaseIterable {
    case counted
    case notCounted = "not counted"
  }

  private mutating func elapsed(_ node: Node) -> Elapsed? {
    guard let map = mapping(node, "a length of time", .elapsed) else { return nil }
    let from = fact(map, "from", of: .date)
    let to = fact(map, "to", of: .date)
    let runningTo = map["running-to"].flatMap { fact($0, of: .date) }
    let unit = map.value("in", &self).flatMap { literal($0, "`in`", Literal.period) }
    let first = map.value("first-day", &self).flatMap { word($0, "`first-day`", CountedWord.self) }
    let last = map.value("last-day", &self).flatMap { word($0, "`last-day`", CountedWord.self) }
    let parts = map.value("parts", &self).flatMap { word($0, "`parts`", Elapsed.Parts.self) }
    if unit?.unit == .workingDays, let node = map["in"] { needsCalendar(node) }
    if let node = map["in"], unit?.count == 0 {
      fault(.literalPeriod, node.span, "A unit of nothing cannot be counted.", "Write one, such as 1 day.")
      return nil
    }
    guard let from, let to, let unit, let first, let last, let parts else { return nil }
    return Elapsed(
      from: from, to: to, runningTo: runningTo, unit: unit, countsFirstDay: first == .counted,
      countsLastDay: last == .counted, parts: parts)
  }

  /// A day, counted from an event. The keys stand in a mapping of their own or in that of a deadline.
  mutating func dayRule(_ map: Mapping, _ what: String) -> DayRule? {
    let from = fact(map, "from", of: .date)
    let elseFrom = map["else-from"].flatMap { fact($0, of: .date) }
    let within = map.value("within", &self).flatMap {
      self.figure($0, "`within`", FigurePlace(kind: .period, mayAsk: false))
    }
    let direction = map["counted"].flatMap { word($0, "`counted`", DayRule.Direction.self) } ?? .after
    let dayOne = map.value("day-one", &self).flatMap { word($0, "`day-one`", DayOne.self) }
    let isInMonths = within?.values.contains { value, _ in
      if case .period(let period) = value { period.unit == .months || period.unit == .years } else { false }
    }
    let node = isInMonths == true ? map.required("month-end", &self) : map["month-end"]
    let monthEnd = node.flatMap { word($0, "`month-end`", MonthEnd.self) }
    let closed = map["if-closed"].flatMap { word($0, "`if-closed`", DayRule.Closed.self) }
    if let node = map["if-closed"] { needsCalendar(node) }
    let suspension = map["suspended"].flatMap { self.suspension($0) }
    if direction == .before, let node = map["suspended"] {
      fault(.matrixShape, node.span, "A time that is counted backwards is never suspended.", "Take one of the two out.")
    }
    guard let from, let within, let dayOne else { return nil }
    return DayRule(
      from: from, elseFrom: elseFrom, within: within, direction: direction, dayOne: dayOne,
      monthEnd: monthEnd ?? .lastDay, closed: closed, suspension: suspension)
  }

  private mutating func suspension(_ node: Node) -> DayRule.Suspension? {
    guard let map = mapping(node, "a suspension", .suspension) else { return nil }
    guard let from = fact(map, "from", of: .date), let to = fact(map, "to", of: .date) else { return nil }
    return DayRule.Suspension(from: from, to: to)
  }

  // MARK: Timetable

  mutating func readDuties(_ entries: [Node.Entry]) -> [Duty] {
    entries.compactMap { entry in
      guard let map = mapping(entry.value, "deadline `\(entry.key)`", .deadline) else { return nil }
      let rule = rule("deadline.\(entry.key)", .duty, map)
      let due = dayRule(map, "deadline `\(entry.key)`")
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
  mutating func settleDerived(_ entries: [Node.Entry], _ duties: [Duty]) {
    guard faults.isEmpty else { return }
    let places = (facts.values.count - entries.count)..<facts.values.count
    func inputs(_ place: Int) -> [Int] {
      guard let derivation = facts.values[place].derivation else {
        if case .same(let other) = facts.values[place].leftOut { return [other.index] }
        return []
      }
      return derivation.facts(of: duties).map(\.index)
    }
    for place in places {
      var (seen, next) = (Set<Int>(), inputs(place))
      while let one = next.popLast() {
        if seen.insert(one).inserted { next += inputs(one) }
      }
      guard !seen.contains(place) else {
        fault(
          .factCircle, facts.spans[place], "`\(facts.names[place])` is derived from itself in the end.",
          "Let it rest on facts that people state.")
        continue
      }
      let reaches = seen.filter { facts.values[$0].derivation == nil }.map { facts.values[$0].reach }
      let reach: Fact.Reach = reaches.contains(.ofItem) ? .ofItem : reaches.contains(.ofEither) ? .ofEither : .ofCase
      let fact = facts.values[place]
      facts.values[place] = Fact(
        name: fact.name, kind: fact.kind, ask: fact.ask, reach: reach, leftOut: fact.leftOut)
    }
  }
}

extension Derivation {
  /// Every fact that it takes, where the matrix has these duties.
  fileprivate func facts(of duties: [Duty]) -> [Ref<Fact>] {
    switch kind {
    case .day(let rule): rule.facts
    case .earliest(let facts), .latest(let facts): facts
    case .elapsed(let elapsed): elapsed.facts
    case .items: []
    case .due(let duty): duties[ref: duty].factsOfDue
    case .late(let late):
      duties[ref: late.duty].facts + (late.until.map { [$0] } ?? [])
    }
  }
}

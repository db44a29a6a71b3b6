import Redress

extension MatrixReader {
  /// The keys of which a derived fact has one, with the type of fact that it gives.
  private static let derivations: [(key: String, kind: Fact.Kind)] = [
    ("day", .date), ("earliest-of", .date), ("latest-of", .date), ("due", .date), ("elapsed", .count),
    ("items", .count),
    ("late", .count),
  ]

  /// Declares the names of derived facts, so that all rules may refer to them, before any of them is read.
  mutating func declareDerived(_ entries: [Node.Entry]) {
    firstDerived = facts.values.count
    for entry in entries {
      let key = Self.derivations.first { entry.value[$0.key] != nil }
      if facts.place(of: entry.key) != nil {
        fault(
          .factTwice, entry.keySpan, "`\(entry.key)` is declared already, under `facts`.",
          "Give the derived fact another name.")
        facts.used.insert(facts.names.count)
        facts.declareAgain(entry.key, at: entry.keySpan)
      } else {
        facts.declare(entry.key, at: entry.keySpan)
      }
      facts.values.append(Fact(name: entry.key, kind: key?.kind ?? .date, ask: "", leftOut: .unstated))
    }
  }

  mutating func readDerived(_ entries: [Node.Entry]) {
    for (number, entry) in entries.enumerated() {
      let place = firstDerived + number
      unreadDerived.insert(place)
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
      unreadDerived.remove(place)
      let known = facts.values[place]
      facts.values[place] = Fact(
        name: known.name, kind: known.kind, ask: rules[rule.index].title,
        leftOut: .derived(Derivation(rule: rule, kind: kind)))
    }
  }

  private mutating func derivation(_ key: String, _ node: Node) -> Derivation.Kind? {
    switch key {
    case "day":
      guard let map = mapping(node, "a day", .dayRule) else { return nil }
      return dayRule(map).map { .day($0) }
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
  mutating func dayRule(_ map: Mapping) -> DayRule? {
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
}

import Redress

extension MatrixReader {
  mutating func readWindows(_ top: Mapping) -> [Window] {
    section(top, "windows").compactMap { window($0.value, named: $0.key) }
  }

  mutating func readAcceptance(_ top: Mapping) -> Window? {
    guard let node = top["acceptance"], let window = window(node, named: "acceptance") else { return nil }
    checkOfCase(window.facts, at: node)
    return window
  }

  private mutating func window(_ node: Node, named name: String) -> Window? {
    guard let map = mapping(node, "window `\(name)`", .window) else { return nil }
    let rule = rule("\(name)-window", .window, map)
    let from = fact(map, "from", of: .date)
    let until = fact(map, "until", of: .date)
    let openWhile = map["open-while"].flatMap { condition($0) }
    let extendedTo = map["extended-to"].flatMap { fact($0, of: .date) }
    let steps = map.value("steps", &self).map { self.steps($0) } ?? []
    guard let from, let until, !steps.isEmpty else { return nil }
    return Window(
      rule: rule, from: from, until: until, openWhile: openWhile, extendedTo: extendedTo, steps: steps)
  }

  private mutating func steps(_ node: Node) -> [Window.Step] {
    guard let nodes = node.list, !nodes.isEmpty else {
      fault(.matrixShape, node.span, "`steps` is a list, with the time that is in time first.", "Begin each with `-`.")
      return []
    }
    var steps: [Window.Step] = []
    for (place, node) in nodes.enumerated() {
      if let step = step(node, isFirst: place == 0, isLast: place == nodes.count - 1) { steps.append(step) }
    }
    checkStepOrder(steps, nodes)
    return steps
  }

  enum OutcomeWord: String, CaseIterable { case refused, noted }

  private mutating func step(_ node: Node, isFirst: Bool, isLast: Bool) -> Window.Step? {
    guard let map = mapping(node, "a step", isFirst ? .firstStep : .laterStep) else { return nil }
    let within = map["within"].flatMap { deadline($0, map) }
    let by = map["by"].flatMap { fact($0, of: .date) }
    let hasEnd = map["within"] != nil || map["by"] != nil
    if let node = map["by"], map["within"] != nil {
      fault(.windowSteps, node.span, "A step has `within` or `by`, not both.", "Take one of them out.")
    }
    if isFirst && !hasEnd || isLast && hasEnd {
      fault(
        .windowSteps, map.span, "The first step has an end, and the last one has none.",
        "Write `within` or `by` on the first step, and end with a step that says what later means.")
    }
    for key in ["day-one", "month-end"] where map["within"] == nil {
      guard let node = map[key] else { continue }
      fault(.matrixKeyUnknown, node.span, "`\(key)` goes with `within`.", "Take it out.")
    }
    let when = map["when"].flatMap { condition($0) }
    if isLast, let node = map["when"] {
      fault(
        .windowSteps, node.span, "The last step holds for every act that no step before it took.",
        "Take `when` out, or add a step after this one.")
    }
    let outcome = outcome(map, isFirst: isFirst)
    let say = text(map, "say")
    let letter = text(map, "letter")
    guard let outcome else { return nil }
    if say == nil, outcome.mayRefuse { _ = map.required("say", &self) }
    if let node = map["letter"], map["say"] == nil || outcome == .noted {
      fault(
        .matrixKeyUnknown, node.span, "`letter` stands in place of a `say` that the person is told.",
        "Take it out, or say what the person is told where this step refuses.")
    }
    return Window.Step(within: within, by: by, when: when, outcome: outcome, say: say, letter: letter)
  }

  private mutating func deadline(_ node: Node, _ map: Mapping) -> Deadline? {
    guard let period = literal(node, "a period", Literal.period) else { return nil }
    if period.unit == .workingDays { needsCalendar(node) }
    let dayOne = map.required("day-one", &self).flatMap { word($0, "`day-one`", DayOne.self) }
    let isMonths = period.unit == .months || period.unit == .years
    let node = isMonths ? map.required("month-end", &self) : map["month-end"]
    let monthEnd = node.flatMap { word($0, "`month-end`", MonthEnd.self) }
    return Deadline(period, dayOne: dayOne ?? .nextDay, monthEnd: monthEnd ?? .lastDay)
  }

  private mutating func outcome(_ map: Mapping, isFirst: Bool) -> Window.Step.Outcome? {
    if let node = map["needs"] {
      if let other = map["outcome"] {
        fault(.windowSteps, other.span, "A step has `needs` or `outcome`, not both.", "Take one of them out.")
      }
      let undecided = map.required("undecided", &self).flatMap { word($0, "`undecided`", Window.Step.Undecided.self) }
      guard let decision = reference(node, to: \.decisions), let undecided else { return nil }
      return .discretion(decision, undecided: undecided)
    }
    if let node = map["outcome"] {
      switch word(node, "`outcome`", OutcomeWord.self) {
      case .refused: return .refused
      case .noted: return .noted
      case nil: return nil
      }
    }
    if isFirst { return .inTime }
    fault(.windowSteps, map.span, "Nothing says what this step means.", "Add `needs` with a decision, or `outcome`.")
    return nil
  }

  /// Later steps reach further than earlier ones, as far as units can be compared.
  private mutating func checkStepOrder(_ steps: [Window.Step], _ nodes: [Node]) {
    guard steps.count == nodes.count else { return }
    let lengths = steps.map { $0.within.map { $0.period.shortestDays } }
    for (place, (one, next)) in zip(lengths, lengths.dropFirst()).enumerated() {
      guard let one, let next, next <= one else { continue }
      fault(
        .windowSteps, nodes[place + 1].span, "This step ends no later than the one before it.",
        "Put the steps in the order of their length.")
    }
  }
}

extension Window.Step.Outcome {
  var mayRefuse: Bool {
    switch self {
    case .inTime, .noted: false
    case .discretion, .refused: true
    }
  }
}

extension Period {
  /// The fewest days that the period can have.
  var shortestDays: Int {
    switch unit {
    case .days, .workingDays: count
    case .weeks: count * 7
    case .months: count * 28
    case .years: count * 365
    }
  }
}

import Redress

extension MatrixReader {
  enum CombineWord: String, CaseIterable { case sum }
  enum MeasureWord: String, CaseIterable { case total }

  mutating func readTotal(_ top: Mapping) -> Ref<Rule>? {
    guard let node = top.value("total", &self), let map = mapping(node, "`total`", .total) else { return nil }
    _ = map.value("combine", &self).flatMap { word($0, "`combine`", CombineWord.self) }
    return rule("total", .total, map)
  }

  mutating func readAlreadyPaid(_ top: Mapping) -> AlreadyPaid? {
    guard let node = top["already-paid"], let map = mapping(node, "`already-paid`", .alreadyPaid) else { return nil }
    let rule = rule("already-paid", .alreadyPaid, map)
    guard let fact = fact(map, "fact", of: .money) else { return nil }
    checkOfCase([fact], at: map["fact"])
    return AlreadyPaid(rule: rule, fact: fact)
  }

  mutating func readSetOff(_ top: Mapping) -> SetOff? {
    guard let node = top["set-off"], let map = mapping(node, "`set-off`", .setOff) else { return nil }
    let rule = rule("set-off", .setOff, map)
    let debts = map.value("debts", &self).map { references($0, to: \.facts, of: .money) } ?? []
    let disputed = map["disputed"].flatMap { fact($0, of: .money) }
    let notWhen = map["not-when"].flatMap { condition($0) }
    checkOfCase(debts, at: map["debts"])
    checkOfCase(disputed.map { [$0] } ?? [], at: map["disputed"])
    checkOfCase(notWhen?.facts ?? [], at: map["not-when"])
    return SetOff(
      rule: rule, debts: debts, disputed: disputed,
      disputedDecision: map["disputed-decision"].flatMap { reference($0, to: \.decisions) }, notWhen: notWhen)
  }

  mutating func readAuthority(_ top: Mapping) -> Authority? {
    guard let node = top["authority"], let map = mapping(node, "`authority`", .authority) else { return nil }
    let rule = rule("authority", .authority, map)
    _ = map.required("measured-on", &self).flatMap { word($0, "`measured-on`", MeasureWord.self) }
    guard let steps = map.required("steps", &self) else { return nil }
    guard let nodes = steps.list, !nodes.isEmpty else {
      fault(.matrixShape, steps.span, "`steps` is a list, with the lowest ceiling first.", "Begin each step with `-`.")
      return nil
    }
    let read = nodes.compactMap { authorityStep($0) }
    if read.count == nodes.count { checkLadder(read, nodes) }
    return Authority(rule: rule, steps: read)
  }

  private mutating func authorityStep(_ node: Node) -> Authority.Step? {
    guard let map = mapping(node, "a step of authority", .authorityStep) else { return nil }
    let upTo = map["to"].flatMap { literal($0, "`to`", Literal.money) }
    let citations = optionalCitations(map)
    if let node = map["all-of"] {
      if let other = map["any-of"] {
        fault(.matrixShape, other.span, "A step has `any-of` or `all-of`, not both.", "Take one of them out.")
      }
      let signers = references(node, to: \.roles).map { [$0] }
      return Authority.Step(upTo: upTo, signers: signers, citations: citations)
    }
    guard let roles = map.required("any-of", &self).map({ references($0, to: \.roles) }) else { return nil }
    return Authority.Step(upTo: upTo, signers: [roles], citations: citations)
  }

  /// A ladder climbs, and only its last step is open.
  private mutating func checkLadder(_ steps: [Authority.Step], _ nodes: [Node]) {
    for (place, step) in steps.enumerated().dropLast() {
      let next = steps[place + 1].upTo
      guard let upTo = step.upTo else {
        fault(
          .authorityOrder, nodes[place].span, "Only the last step has no ceiling.",
          "Give this step a ceiling with `to`.")
        continue
      }
      if let next, next <= upTo {
        fault(
          .authorityOrder, nodes[place + 1].span, "This step ends at \(next), no higher than the one before it.",
          "Put the steps in the order of their ceilings.")
      }
    }
    if let highest = steps.last?.upTo, let last = nodes.last {
      fault(
        .authorityOrder, last.span, "This step ends at \(highest), and nobody may sign more.",
        "Leave `to` out of the last step, or add a step that says who signs above it.")
    }
  }

  mutating func readStatements(_ top: Mapping, _ key: String, _ kind: Rule.Kind) -> [Statement] {
    section(top, key).compactMap { entry in
      guard let map = mapping(entry.value, "`\(entry.key)`", .statement) else { return nil }
      let rule = rule("\(kind == .payment ? "payment" : "statement").\(entry.key)", kind, map)
      let on = map.value("on", &self).flatMap { word($0, "`on`", Statement.On.self) }
      let when = map["when"].flatMap { condition($0) }
      let head = map["head"].flatMap { reference($0, to: \.heads) }
      if head == nil { checkOfCase(when?.facts ?? [], at: map["when"]) }
      let say = text(map, "say")
      guard let on, let say else { return nil }
      return Statement(rule: rule, on: on, head: head, when: when, say: say)
    }
  }
}

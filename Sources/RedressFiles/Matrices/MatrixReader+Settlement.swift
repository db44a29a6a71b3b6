import Redress

extension MatrixReader {
  enum CombineWord: String, CaseIterable { case sum }

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
    let when = map["when"].flatMap { condition($0) }
    checkOfCase(when?.facts ?? [], at: map["when"])
    return AlreadyPaid(rule: rule, fact: fact, when: when)
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
    let consent = map["consent"].flatMap { fact($0, of: .flag) }
    checkOfCase(consent.map { [$0] } ?? [], at: map["consent"])
    if let consent, facts.values[consent.index].leftOut != .unstated, let node = map["consent"] {
      fault(
        .matrixType, node.span, "`\(facts.names[consent.index])`, left out, would count as an answer.",
        "Write `optional: true` where it is declared, so that it is asked.")
    }
    return SetOff(
      rule: rule, debts: debts, disputed: disputed,
      disputedDecision: map["disputed-decision"].flatMap { reference($0, to: \.decisions) }, notWhen: notWhen,
      consent: consent, discretion: map["may"].flatMap { reference($0, to: \.decisions) })
  }

  mutating func readPayees(_ top: Mapping) -> Payees? {
    guard let node = top["payees"], let map = mapping(node, "`payees`", .payees) else { return nil }
    let rule = rule("payees", .payees, map)
    guard let count = fact(map, "between", of: .count) else { return nil }
    checkOfCase([count], at: map["between"])
    return Payees(rule: rule, count: count)
  }

  /// One ladder under `authority`, or several under `ladders`.
  mutating func readAuthority(_ top: Mapping) -> [Authority] {
    if let node = top["ladders"] {
      if let one = top["authority"] {
        fault(.matrixShape, one.span, "A matrix has one ladder as `authority`, or several as `ladders`.", "Keep one.")
      }
      let entries = section(node, "ladders")
      if entries.count > Matrix.mostLadders {
        let span = entries[Matrix.mostLadders].keySpan
        fault(.matrixTooMany, span, "A matrix has at most \(Matrix.mostLadders) ladders.", "Join some of them.")
      }
      return entries.prefix(Matrix.mostLadders).compactMap { ladder($0.value, id: "authority.\($0.key)") }
    }
    return top["authority"].flatMap { ladder($0, id: "authority") }.map { [$0] } ?? []
  }

  private mutating func ladder(_ node: Node, id: String) -> Authority? {
    guard let map = mapping(node, "`\(id)`", .authority) else { return nil }
    let rule = rule(id, .authority, map)
    let measure = map.required("measured-on", &self).flatMap { word($0, "`measured-on`", Authority.Measure.self) }
    let measured = map["heads"].map { headList($0) }
    let when = map["when"].flatMap { condition($0) }
    let plus = map["plus"].flatMap { fact($0, of: .money) }
    checkOfCase(when?.facts ?? [], at: map["when"])
    checkOfCase(plus.map { [$0] } ?? [], at: map["plus"])
    guard let steps = map.required("steps", &self) else { return nil }
    guard let nodes = steps.list, !nodes.isEmpty else {
      fault(.matrixShape, steps.span, "`steps` is a list, with the lowest ceiling first.", "Begin each step with `-`.")
      return nil
    }
    if nodes.count > Signing.mostSteps {
      fault(.matrixTooMany, steps.span, "A ladder has at most \(Signing.mostSteps) steps.", "Join some of them.")
    }
    let read = nodes.compactMap { authorityStep($0) }
    if read.count == nodes.count { checkLadder(read, nodes) }
    guard let measure else { return nil }
    return Authority(rule: rule, heads: measured, when: when, measure: measure, plus: plus, steps: read)
  }

  mutating func readSubstitutes(_ top: Mapping) -> [Substitute] {
    let entries = section(top, "substitutes")
    if entries.count > Matrix.mostSubstitutes {
      let span = entries[Matrix.mostSubstitutes].keySpan
      fault(.matrixTooMany, span, "A matrix has at most \(Matrix.mostSubstitutes) substitutes.", "Join some of them.")
    }
    return entries.prefix(Matrix.mostSubstitutes).compactMap { entry in
      guard let map = mapping(entry.value, "substitute `\(entry.key)`", .substitute) else { return nil }
      let rule = rule("substitute.\(entry.key)", .substitute, map)
      let role = map.value("role", &self).flatMap { reference($0, to: \.roles) }
      let by = map.value("by", &self).map { references($0, to: \.roles) } ?? []
      let when = map.value("when", &self).flatMap { condition($0) }
      checkOfCase(when?.facts ?? [], at: map["when"])
      guard let role, let when else { return nil }
      return Substitute(rule: rule, role: role, by: by, when: when)
    }
  }

  /// What the policy's document does not hold, in words.
  mutating func readMissing(_ top: Mapping) -> [Missing] {
    section(top, "missing").compactMap { entry in
      guard let map = mapping(entry.value, "`\(entry.key)`", .missing) else { return nil }
      let citations = citations(map)
      return text(map, "say").map { Missing(name: entry.key, say: $0, citations: citations) }
    }
  }

  private mutating func authorityStep(_ node: Node) -> Authority.Step? {
    guard let map = mapping(node, "a step of authority", .authorityStep) else { return nil }
    let upTo = map["to"].flatMap { literal($0, "`to`", Literal.money) }
    let citations = optionalCitations(map)
    if let node = map["all-of"] {
      if let other = map["any-of"] {
        fault(.matrixShape, other.span, "A step has `any-of` or `all-of`, not both.", "Take one of them out.")
      }
      let signers = oneOrMore(node).map { references($0, to: \.roles) }
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
      let letter = letterWords(map)
      guard let on, let say else { return nil }
      return Statement(rule: rule, on: on, head: head, when: when, say: say, letter: letter)
    }
  }

  /// The words of a letter; `nil` for `none` and where they are left out, as only a draft may do.
  private mutating func letterWords(_ map: Mapping) -> LetterWords? {
    guard let node = map["letter"] else {
      if isApproved {
        fault(
          .matrixKeyMissing, map.span, "`letter` is missing in \(map.what), and the edition is approved.",
          "Add what the letter says, or `letter: none` where a part that every letter has says it.")
      }
      return nil
    }
    if node.text == "none" { return nil }
    guard let words = mapping(node, "the words of a letter", .letter) else { return nil }
    let part = words.value("part", &self).flatMap { word($0, "`part`", LetterWords.Part.self) }
    let say = text(words, "say")
    guard let part, let say else { return nil }
    return LetterWords(part: part, say: say)
  }
}

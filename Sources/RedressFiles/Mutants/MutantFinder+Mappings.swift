/// The keys of each kind of mapping.
extension MutantFinder {
  /// Words that say what a thing is, or that only people read.
  private static let passedOverKeys: [String: Set<String>] = [
    "fact": ["type", "of", "optional", "choices", "left-out"], "level": ["suggest"], "deadline": ["binding"],
    "total": ["combine"], "statement": ["letter"],
  ]

  /// Keys that may be left out, and whose absence changes what the rule does.
  private static let takenOut: Set<String> = [
    "when", "unless", "not-when", "open-while", "waived-when", "extended-to", "extended", "suspended", "or-by",
    "else-from", "running-to", "if-closed", "adjust", "grace", "only-above", "plus", "per", "less", "times",
    "part-times", "part-at-most", "each-rounded", "daily-rounded", "nothing-under", "nothing-up-to", "at-least",
    "at-most", "placed", "not-before", "heads", "disputed", "disputed-decision", "consent", "may", "evidence", "given",
    "head", "at",
  ]

  /// Lists of names of which each does its part.
  private static let takenApart: Set<String> = [
    "all", "any", "one-of", "heads", "debts", "not-before", "adjust", "placed", "evidence", "earliest-of", "latest-of",
    "total-of", "on-heads", "less", "times", "part-times", "highest-of", "lowest-of", "sum-of", "higher-of",
    "lower-of", "supersede", "only", "with", "deduct", "from", "in-kind", "at", "factors", "any-of", "all-of",
  ]

  /// Keys that stand for one another.
  private static let otherKeys: [String: [String: String]] = [
    "condition": [
      "is": "is-not", "is-not": "is", "above": "at-least", "at-least": "above", "below": "at-most", "at-most": "below",
      "before": "on-or-before", "on-or-before": "before", "given": "not-given", "not-given": "given",
    ],
    "price": [
      "highest-of": "lowest-of", "lowest-of": "highest-of", "nothing-under": "nothing-up-to",
      "nothing-up-to": "nothing-under",
    ],
    "combination": [
      "higher-of": "lower-of", "lower-of": "higher-of", "nothing-under": "nothing-up-to",
      "nothing-up-to": "nothing-under",
    ],
  ]

  /// Keys that are alike where their list has one element.
  private static let otherKeysOfSeveral: [String: [String: String]] = [
    "condition": ["all": "any", "any": "all"], "authority-step": ["any-of": "all-of", "all-of": "any-of"],
  ]

  mutating func mapping(_ node: Node, _ mapping: MatrixMapping, _ spot: Spot) {
    for (number, entry) in (node.entries ?? []).enumerated() where !isIdle(entry, of: node, mapping) {
      guard let key = mapping.keys.first(where: { $0.name == entry.key }) else { continue }
      let inner = spot.entry(number, entry.key)
      if !Self.passedOverKeys[mapping.name, default: []].contains(entry.key) { value(entry, key, mapping, inner) }
      keySlips(entry, key, mapping, inner)
    }
    switch mapping.name {
    case "fact": leftOut(node, spot)
    case "figure": tables(node, spot)
    case "band": levels(node, spot)
    default: break
    }
  }

  /// Whether a key has nothing to do in its place, whatever it says.
  private func isIdle(_ entry: Node.Entry, of node: Node, _ mapping: MatrixMapping) -> Bool {
    switch (mapping.name, entry.key) {
    case ("head", "set-off"): !ordersSetOff
    // A day that has begun is counted by its date, so there are no parts of one.
    case ("elapsed", "parts"): node["in"]?.text == "1 day"
    default: false
    }
  }

  /// What the value of a key could become.
  private mutating func value(_ entry: Node.Entry, _ key: MatrixKey, _ mapping: MatrixMapping, _ spot: Spot) {
    switch (mapping.name, entry.key) {
    case ("condition", let test) where MatrixReader.tests.contains(test) && test != "one-of": literal(entry.value, spot)
    case ("range", "to"): literal(entry.value, spot)
    case ("figure", "seasons"): seasons(entry.value, spot)
    default: visit(entry.value, key.shape, spot)
    }
    guard Self.takenApart.contains(entry.key), let nodes = entry.value.list, nodes.count > 1 else { return }
    for (number, node) in nodes.enumerated() { takeOut(spot.element(number), at: node.span, node.brief) }
  }

  /// What the key itself could become, and that it could be missing.
  private mutating func keySlips(_ entry: Node.Entry, _ key: MatrixKey, _ mapping: MatrixMapping, _ spot: Spot) {
    if let other = Self.otherKeys[mapping.name]?[entry.key] { rename(entry, spot, to: other) }
    if let other = Self.otherKeysOfSeveral[mapping.name]?[entry.key], (entry.value.list?.count ?? 1) > 1 {
      rename(entry, spot, to: other)
    }
    let isOneOfSeveral = mapping.rules.contains { $0.picksOne(of: entry.key) }
    if Self.takenOut.contains(entry.key), !key.isRequired, !isOneOfSeveral {
      takeOut(spot, at: entry.keySpan, entry.value.brief)
    }
  }

  // MARK: Conditions

  /// A flag alone could also stand the other way round.
  mutating func condition(_ node: Node, _ spot: Spot) {
    guard node.entries == nil else { return mapping(node, .condition, spot) }
    guard let flag = node.text else { return }
    let entries = [("fact", flag), ("is", "false")].map { key, text in
      Node.Entry(key: key, keySpan: node.span, value: Node(.scalar(.init(text, .plain)), at: node.span))
    }
    let other = Node(.map(entries), at: node.span)
    slip(node.span, spot, from: flag, to: "not \(flag)", [TreeChange(way: spot.way, act: .replace(by: other))])
  }

  // MARK: Facts

  private mutating func leftOut(_ fact: Node, _ spot: Spot) {
    guard let entries = fact.entries, let number = entries.firstIndex(where: { $0.key == "left-out" }) else { return }
    let node = entries[number].value
    let place = spot.entry(number, "left-out")
    switch (fact["type"]?.text, node.text) {
    case ("flag", "true"): replace(node, place, by: ["false"])
    case ("flag", "false"): replace(node, place, by: ["true"])
    case ("money", "nothing"), ("money", "£0"): replace(node, place, by: ["£1"])
    case ("choice", let text):
      let choices = fact["choices"]?.entries?.map(\.key) ?? []
      if let text, choices.contains(text) { replace(node, place, by: choices.filter { $0 != text }) }
    default: literal(node, place)
    }
  }
}

extension KeyRule {
  /// Whether a mapping has exactly one of several keys, this among them, so that it cannot simply be left out.
  func picksOne(of key: String) -> Bool {
    if case .exactlyOne(let keys, _) = self { keys.contains(key) } else { false }
  }
}

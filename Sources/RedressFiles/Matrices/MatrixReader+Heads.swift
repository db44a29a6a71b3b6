import Redress

extension MatrixReader {
  /// The most heads that a matrix may have.
  static let mostHeads = 60

  enum SetOffWord: String, CaseIterable { case allowed, never }

  enum GivenWord: String, CaseIterable {
    case money
    case inKind = "in kind"
  }

  mutating func readHeads(_ top: Mapping, _ entries: [Node.Entry]) {
    if entries.count > Self.mostHeads {
      let span = entries[Self.mostHeads].keySpan
      fault(.matrixTooMany, span, "A matrix has at most \(Self.mostHeads) heads.", "Join heads that are priced alike.")
    }
    for (number, entry) in entries.enumerated() {
      headBeingRead = number
      guard let map = mapping(entry.value, "head `\(entry.key)`", .head) else { continue }
      let rule = rule("head.\(entry.key)", .head, map)
      let price = map.value("price", &self).flatMap { self.price($0) }
      let forms = map["forms"].flatMap { self.forms($0, price) }
      let given = map["given"].flatMap { word($0, "`given`", GivenWord.self) }
      let evidence = (map["evidence"].map { oneOrMore($0) } ?? []).compactMap { self.evidence($0) }
      let setOff = map.value("set-off", &self).flatMap { word($0, "`set-off`", SetOffWord.self) }
      let letter = text(map, "letter")
      guard let price else { continue }
      heads.values.append(
        Head(
          name: entry.key, rule: rule, price: price, forms: forms, isInKind: given == .inKind, evidence: evidence,
          allowsSetOff: setOff == .allowed, letter: letter))
    }
    if entries.isEmpty, let node = top["heads"] {
      fault(.matrixShape, node.span, "A matrix has at least one head.", "Add one under `heads`.")
    }
  }

  private mutating func evidence(_ node: Node) -> Evidence? {
    if node.entries == nil {
      return shown(node).map { Evidence(fact: $0, when: nil, above: nil) }
    }
    guard let map = mapping(node, "evidence", .evidence) else { return nil }
    let fact = map.value("fact", &self).flatMap { shown($0) }
    let when = map["when"].flatMap { condition($0) }
    let above = map["above"].flatMap { literal($0, "`above`", Literal.money) }
    return fact.map { Evidence(fact: $0, when: when, above: above) }
  }

  /// A fact that shows something by being stated.
  private mutating func shown(_ node: Node) -> Ref<Fact>? {
    guard let fact = reference(node, to: \.facts) else { return nil }
    if case .flag = facts.values[fact.index].kind {
      self.fault(
        .matrixType, node.span, "`\(facts.names[fact.index])` would count as shown where it is false too.",
        "Name a fact that is only stated where something was shown, such as a text.")
    } else {
      checkAsked(fact, at: node)
    }
    return fact
  }

  private mutating func forms(_ node: Node, _ price: Price?) -> Forms? {
    guard let map = mapping(node, "the forms of a head", .forms) else { return nil }
    guard let fact = fact(map, "fact", of: .choice) else { return nil }
    let inKind = (map.value("in-kind", &self).map { oneOrMore($0) } ?? []).compactMap { choice($0, of: fact) }
    var levels: [Int64] = []
    if let at = map["at"] {
      if case .band(let band)? = price?.kind, band.splitBy == nil {
        levels = noneOrMore(at).compactMap { choice($0, of: band.by) }
      } else if price != nil, let first = at.list?.first ?? (at.list == nil ? at : nil) {
        self.fault(.matrixType, first.span, "This head has no levels on one axis.", "Write `at: []`.")
      }
      guard let otherwise = map.required("otherwise", &self).flatMap({ askedReading($0) }) else { return nil }
      return Forms(fact: fact, inKind: inKind, inKindAt: levels, otherwise: otherwise)
    }
    if let node = map["otherwise"] {
      self.fault(.matrixKeyUnknown, node.span, "Without `at`, forms in kind are allowed everywhere.", "Add `at`.")
    }
    return Forms(fact: fact, inKind: inKind, inKindAt: levels, otherwise: nil)
  }

  /// A reading that a person is asked about, as opposed to one with an answer.
  mutating func askedReading(_ node: Node) -> Ref<Reading>? {
    guard let ref = reference(node, to: \.readings) else { return nil }
    if case .ask = readings.values[ref.index].answer { return ref }
    fault(
      .readingSettled, node.span,
      "The reading `\(readings.names[ref.index])` has an answer, and here a person is asked.",
      "Name a reading with `answer: ask`.")
    return nil
  }
}

import Redress

extension MatrixReader {
  /// The place of something declared, by its name; a name that nothing declares is a fault.
  mutating func reference<Value>(
    _ node: Node, to declared: WritableKeyPath<MatrixReader, Declared<Value>>
  ) -> Ref<Value>? {
    let noun = self[keyPath: declared].noun
    guard let name = text(node, "the name of a \(noun)") else { return nil }
    if let place = self[keyPath: declared].place(of: name) {
      self[keyPath: declared].used.insert(place)
      return Ref(place)
    }
    let near = NearestName.of(name, among: self[keyPath: declared].names)
    fault(
      .matrixReference, node.span, "No \(noun) `\(name)` is declared.",
      near.map { "Did you mean `\($0)`?" } ?? "Declare it under `\(noun == "deadline" ? "timetable" : noun + "s")`.")
    return nil
  }

  mutating func references<Value>(
    _ node: Node, to declared: WritableKeyPath<MatrixReader, Declared<Value>>
  ) -> [Ref<Value>] {
    var found: [Ref<Value>] = []
    for node in oneOrMore(node) {
      if let ref = reference(node, to: declared) { found.append(ref) }
    }
    return found
  }

  /// A fact that must be of a certain kind.
  mutating func fact(_ node: Node, of wanted: FactWord) -> Ref<Fact>? {
    guard let ref = reference(node, to: \.facts) else { return nil }
    let kind = FactWord(facts.values[ref.index].kind)
    if kind == wanted { return ref }
    fault(
      .matrixType, node.span, "`\(facts.names[ref.index])` is a \(kind.rawValue), and a \(wanted.rawValue) is wanted.",
      "Name a fact of type `\(wanted.rawValue)`.")
    return nil
  }

  mutating func references(_ node: Node, to _: KeyPath<MatrixReader, Declared<Fact>>, of wanted: FactWord) -> [Ref<
    Fact
  >] {
    oneOrMore(node).compactMap { fact($0, of: wanted) }
  }

  mutating func fact(_ mapping: Mapping, _ key: String, of wanted: FactWord) -> Ref<Fact>? {
    mapping.value(key, &self).flatMap { fact($0, of: wanted) }
  }

  // MARK: Facts that are stated

  func isDerived(_ fact: Ref<Fact>) -> Bool { fact.index >= firstDerived }

  /// Of a fact whose being stated matters: a derived one never is.
  mutating func checkStated(_ fact: Ref<Fact>?, at node: Node) {
    guard let fact, isDerived(fact) else { return }
    self.fault(
      .matrixType, node.span, "`\(facts.names[fact.index])` is derived, and nobody states it.",
      "Name a fact that people state.")
  }

  /// Dates that a case states.
  mutating func statedDates(_ node: Node) -> [Ref<Fact>] {
    oneOrMore(node).compactMap { node in
      let date = fact(node, of: .date)
      checkStated(date, at: node)
      return date
    }
  }

  /// Of a fact that a person is asked for: one that has a value though it was left out would never be asked for.
  mutating func checkAsked(_ fact: Ref<Fact>?, at node: Node) {
    checkStated(fact, at: node)
    guard let fact else { return }
    switch facts.values[fact.index].leftOut {
    case .missing, .unstated, .derived: return
    case .taken, .same:
      self.fault(
        .matrixType, node.span, "`\(facts.names[fact.index])`, left out, would count as an answer.",
        "Write `optional: true` where it is declared, so that it is asked for.")
    }
  }

  /// Heads in a list, none of them twice.
  mutating func headList(_ node: Node) -> [Ref<Head>] {
    var found: [Ref<Head>] = []
    for node in oneOrMore(node) {
      guard let head = reference(node, to: \.heads) else { continue }
      if found.contains(head) {
        fault(.matrixShape, node.span, "`\(heads.names[head.index])` stands here twice.", "Keep one of them.")
      } else {
        found.append(head)
      }
    }
    return found
  }

  // MARK: Where facts are stated

  /// Of facts that a rule reads for the case as a whole: one that an item may state for itself would be passed over
  /// there in silence.
  mutating func checkOfCase(_ read: [Ref<Fact>], at node: Node?) {
    guard let node, let fact = read.first(where: { facts.values[$0.index].reach != .ofCase }) else { return }
    let name = facts.names[fact.index]
    if isDerived(fact) {
      fault(
        .factMisplaced, node.span, "`\(name)` follows from facts of items, and this rule looks at the case as a whole.",
        "Let it follow from facts of the case, or name another fact.")
    } else {
      fault(
        .factMisplaced, node.span, "`\(name)` may be stated of an item, and this rule looks at the case as a whole.",
        "Take `of` out where `\(name)` is declared, or name a fact of the case.")
    }
  }

  /// Of a sum of an item: stated once for the case, it would count again for each item.
  mutating func checkOfItem(_ sum: Ref<Fact>?, at node: Node?) {
    guard let node, let sum, facts.values[sum.index].reach != .ofItem else { return }
    let name = facts.names[sum.index]
    fault(
      .factMisplaced, node.span, "`\(name)` may be stated of the case, and would count again for each of its items.",
      "Write `of: item` where `\(name)` is declared, or name a fact of an item.")
  }

  /// The place of a choice of a fact, by its name.
  mutating func choice(_ node: Node, of fact: Ref<Fact>) -> Int64? {
    let choices = facts.values[fact.index].choices.map(\.name)
    guard let name = text(node, "a choice") else { return nil }
    if let place = choices.firstIndex(of: name) { return Int64(place) }
    faultWord(name, node.span, "`\(facts.names[fact.index])`", choices)
    return nil
  }

  // MARK: Citations

  /// What a rule rests on. A rule without it is a fault.
  mutating func citations(_ mapping: Mapping) -> [Citation] {
    guard let node = mapping["source"] else {
      fault(
        .ruleUncited, mapping.span, "Nothing says which paragraph \(mapping.what) rests on.",
        "Add `source:` with the paragraph, such as policy#2.3.4.")
      return []
    }
    return oneOrMore(node).compactMap { citation($0) }
  }

  mutating func optionalCitations(_ mapping: Mapping) -> [Citation] {
    mapping["source"].map { oneOrMore($0).compactMap { citation($0) } } ?? []
  }

  private mutating func citation(_ node: Node) -> Citation? {
    guard let text = text(node, "a citation") else { return nil }
    let parts = text.split(separator: "#", maxSplits: 1).map(String.init)
    guard parts.count == 2, let source = sources.place(of: parts[0]) else {
      let near = NearestName.of(parts.first ?? "", among: sources.names)
      fault(
        .matrixReference, node.span, "`\(text)` does not cite a declared source.",
        "Write a source, # and a paragraph, such as \(near ?? sources.names.first ?? "policy")#2.3.4.")
      return nil
    }
    let paragraphs = sources.values[source].paragraphs.map(\.name)
    guard let place = paragraphs.firstIndex(of: parts[1]) else {
      let near = NearestName.of(parts[1], among: paragraphs)
      fault(
        .matrixReference, node.span, "Source `\(parts[0])` has no paragraph `\(parts[1])`.",
        near.map { "Did you mean `\(parts[0])#\($0)`?" } ?? "Declare it under the source's `paragraphs`.")
      return nil
    }
    citedParagraphs.insert(text)
    return Citation(source: Ref(source), paragraph: Ref(place))
  }

  mutating func cited(_ mapping: Mapping) -> [Ref<Reading>] {
    mapping["readings"].map { references($0, to: \.readings) } ?? []
  }

  // MARK: Rules

  /// Adds a rule under its id and gives its place.
  mutating func rule(_ id: String, _ kind: Rule.Kind, _ mapping: Mapping) -> Ref<Rule> {
    let title = text(mapping, "title") ?? id
    rules.append(
      Rule(id: id, kind: kind, title: title, citations: citations(mapping), readings: cited(mapping)))
    return Ref(rules.count - 1)
  }

  /// Everything declared is used; what is not is forgotten work, or a slip in a name.
  mutating func faultUnused() {
    faultUnused(facts, .factUnused, "No rule reads it.")
    // A reading may rest on paragraphs that no rule rests on; it then says why none does.
    for (place, reading) in readings.values.enumerated() where !reading.citations.isEmpty {
      readings.used.insert(place)
    }
    faultUnused(readings, .readingUnused, "No rule follows it.")
    faultUnused(roles, .roleUnused, "No rule names it.")
    faultUnused(decisions, .decisionUnused, "No rule asks for it.")
    for (name, span) in paragraphSpans.sorted(by: { $0.key < $1.key }) where !citedParagraphs.contains(name) {
      fault(
        .paragraphUnused, span, "No rule or reading rests on `\(name)`.", "Cite it where it belongs, or take it out.")
    }
  }

  private mutating func faultUnused<Value>(_ declared: Declared<Value>, _ code: FaultCode, _ why: String) {
    for (place, name) in declared.names.enumerated() where !declared.used.contains(place) {
      fault(
        code, declared.spans[place], "The \(declared.noun) `\(name)` is not used. \(why)",
        "Use it, or take it out of the file.")
    }
  }

  /// A pair to the readers: what the sections of the file hold is what came out of them. A rule that got lost without a
  /// fault would change sums in silence.
  mutating func checkNothingDropped(_ top: Mapping, _ counts: [String: Int]) {
    guard faults.isEmpty else { return }
    let isWhole = counts.allSatisfy { sections, count in
      sections.split(separator: ",").reduce(0) { $0 + (top[String($1)]?.entries?.count ?? 0) } == count
    }
    if isWhole { return }
    fault(
      .matrixShape, top.span, "A rule of this file was lost while it was read. This is a fault of redress.",
      "Please report it with the file; no case is priced under it.")
  }

  /// The date whose season finds a figure.
  mutating func dateOfSeason(_ node: Node) -> Ref<Fact>? {
    if node.text != "each" { return fact(node, of: .date) }
    fault(
      .matrixType, node.span, "`each` goes with `dated` only, and not with seasons.",
      "Name a date, or list the figure of each season of each year under `dated`.")
    return nil
  }
}

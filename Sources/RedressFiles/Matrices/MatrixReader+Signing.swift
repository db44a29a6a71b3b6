import Redress

extension MatrixReader {
  mutating func readRefusals(_ top: Mapping) -> RefusalSigners? {
    guard let node = top["refusals"], let map = mapping(node, "`refusals`", .refusals) else { return nil }
    let (citations, readings) = (citations(map), cited(map))
    guard let sets = map.value("signed-by", &self).map({ oneOrMore($0) }) else { return nil }
    return RefusalSigners(signers: sets.map { references($0, to: \.roles) }, citations: citations, readings: readings)
  }

  mutating func readReview(_ top: Mapping) -> Review? {
    guard let node = top["review"], let map = mapping(node, "`review`", .review) else { return nil }
    let (citations, readings) = (citations(map), cited(map))
    let given = map.value("given", &self).flatMap { tellingFact($0) }
    let decidedBy = map.value("decided-by", &self).flatMap { node in statedOfCase(fact(node, of: .text), at: node) }
    guard let given, let decidedBy else { return nil }
    return Review(given: given, decidedBy: decidedBy, citations: citations, readings: readings)
  }

  mutating func readClosing(_ top: Mapping) -> Closing? {
    guard let node = top["closing"], let map = mapping(node, "`closing`", .closing) else { return nil }
    let (citations, readings) = (citations(map), cited(map))
    let need = map.value("needs", &self).flatMap { word($0, "`needs`", Closing.Need.self) }
    guard let need else { return nil }
    return Closing(needs: need, citations: citations, readings: readings)
  }

  mutating func readOmbudsman(_ top: Mapping) -> OmbudsmanChoice? {
    guard let node = top["ombudsman"], let map = mapping(node, "`ombudsman`", .ombudsman) else { return nil }
    let (citations, readings) = (citations(map), cited(map))
    guard let choice = fact(map, "fact", of: .choice) else { return nil }
    checkOfCase([choice], at: map["fact"])
    map["fact"].map { checkAsked(choice, at: $0) }
    let suggested = (map["suggested"].map { oneOrMore($0) } ?? []).compactMap { suggestion($0, of: choice) }
    return OmbudsmanChoice(fact: choice, suggested: suggested, citations: citations, readings: readings)
  }

  private mutating func suggestion(_ node: Node, of fact: Ref<Fact>) -> OmbudsmanChoice.Suggestion? {
    guard let map = mapping(node, "a suggestion", .suggestion) else { return nil }
    let when = map.value("when", &self).flatMap { condition($0) }
    checkOfCase(when?.facts ?? [], at: map["when"])
    let choice = map.value("is", &self).flatMap { self.choice($0, of: fact) }
    guard let when, let choice else { return nil }
    return OmbudsmanChoice.Suggestion(when: when, choice: choice)
  }

  /// A fact that tells something by being stated.
  private mutating func tellingFact(_ node: Node) -> Ref<Fact>? {
    guard let fact = statedOfCase(reference(node, to: \.facts), at: node) else { return nil }
    if facts.values[fact.index].kind != .flag { return fact }
    self.fault(
      .matrixType, node.span, "`\(facts.names[fact.index])` would count as stated where it is false too.",
      "Name a fact that is stated for reviews alone, such as the day on which one was asked for.")
    return nil
  }

  /// A fact that people state, of the case as a whole.
  private mutating func statedOfCase(_ fact: Ref<Fact>?, at node: Node) -> Ref<Fact>? {
    checkStated(fact, at: node)
    checkOfCase(fact.map { [$0] } ?? [], at: node)
    return fact
  }
}

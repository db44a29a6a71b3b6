extension Derivation {
  /// Every fact that it takes.
  public func facts(in matrix: Matrix) -> [Ref<Fact>] {
    switch kind {
    case .day(let rule): rule.facts
    case .earliest(let facts), .latest(let facts): facts
    case .elapsed(let elapsed): elapsed.facts
    case .items: []
    case .due(let duty): matrix.duties[ref: duty].factsOfDue
    case .late(let lateness):
      matrix.duties[ref: lateness.duty].facts + (lateness.until.map { [$0] } ?? [])
    }
  }
}

extension Matrix {
  /// The facts that people state among these, and those that stand behind the others, each once.
  public func leaves(of refs: [Ref<Fact>]) -> [Ref<Fact>] {
    origins(of: refs).filter { facts[ref: $0].derivation == nil }
  }

  /// Whether one of these is, or follows from, a count of items, which follows from no fact.
  func countsItems(among refs: [Ref<Fact>]) -> Bool {
    origins(of: refs).contains { ref in
      if case .items? = facts[ref: ref].derivation?.kind { true } else { false }
    }
  }

  /// These facts and all that they follow from, each once.
  private func origins(of refs: [Ref<Fact>]) -> [Ref<Fact>] {
    var origins: [Ref<Fact>] = []
    var seen = FactSet()
    func visit(_ ref: Ref<Fact>) {
      if seen.contains(ref) { return }
      seen.insert(ref)
      origins.append(ref)
      facts[ref: ref].derivation?.facts(in: self).forEach(visit)
      if case .same(let other) = facts[ref: ref].leftOut { visit(other) }
    }
    refs.forEach(visit)
    return origins
  }
}

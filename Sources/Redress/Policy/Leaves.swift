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
    var leaves: [Ref<Fact>] = []
    var seen = FactSet()
    func visit(_ ref: Ref<Fact>) {
      if seen.contains(ref) { return }
      seen.insert(ref)
      if let derivation = facts[ref: ref].derivation {
        derivation.facts(in: self).forEach(visit)
      } else {
        leaves.append(ref)
        if case .same(let other) = facts[ref: ref].leftOut { visit(other) }
      }
    }
    refs.forEach(visit)
    return leaves
  }
}

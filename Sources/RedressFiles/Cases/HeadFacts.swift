import Redress

extension Matrix {
  /// The facts that an item under a head may state: what its price, its statements and the rules for items read,
  /// without those that are derived.
  func factsOfItems(under head: Ref<Head>) -> [Ref<Fact>] {
    let stated = (payment + statements).filter { $0.head == head }.flatMap { $0.when?.facts ?? [] }
    let kept = exclusions.filter { $0.heads?.contains(head) ?? true }.flatMap(\.when.facts)
    return leaves(of: heads[ref: head].facts + stated + kept + windows.flatMap(\.facts))
  }
}

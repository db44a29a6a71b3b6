extension Draft {
  /// The signatures that it would need if it came to another total, such as all that a household was offered in a year.
  ///
  /// A ladder that measures each item, or some heads alone, keeps its step: what other offers come to says nothing of
  /// those. No ladder comes to a lower step than this decision needs by itself.
  ///
  /// - Parameter house: who may sign where the policy names nobody.
  public func required(forTotal total: Money, house: HouseAuthority? = nil) -> RequiredSignatures {
    guard case .offer(let award) = decision, total > self.total else { return required }
    let matrix = explanation.matrix
    if matrix.authority.isEmpty { return house.map { RequiredSignatures($0, total: total) } ?? required }
    var signing = award.authority
    for (place, ladder) in matrix.authority.enumerated() where ladder.measure == .total && ladder.heads == nil {
      guard let own = signing[place] else { continue }
      let step = ladder.steps.firstIndex { step in step.upTo.map { total <= $0 } ?? true }
      signing[place] = max(own, step ?? ladder.steps.count - 1)
    }
    return RequiredSignatures(ladders: matrix, signing: signing, total: total)
  }

  /// This draft with the signatures that it would need if it came to another total.
  public func measured(asTotal total: Money, house: HouseAuthority? = nil) -> Draft {
    var draft = self
    draft.required = required(forTotal: total, house: house)
    return draft
  }
}

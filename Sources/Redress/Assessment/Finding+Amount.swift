extension Finding {
  /// The number of the price that this finding is of; `nil` where it is of none.
  public var node: Int? {
    switch self {
    case .banded(let node, _, _, _), .receipted(let node, _, _), .evidenced(let node, _), .unproven(let node, _),
      .recovered(let node, _, _), .fixed(let node, _), .accrued(let node, _, _), .shared(let node, _),
      .worn(let node, _, _, _), .interest(let node, _, _, _), .judged(let node, _), .chosen(let node, _, _),
      .added(let node, _), .takenOver(let node, _), .adjusted(let node, _, _), .limited(let node, _, _):
      node
    default: nil
    }
  }

  /// The amount of an item, where this finding priced one.
  var amount: Money? {
    switch self {
    case .banded(_, _, let amount, _), .receipted(_, _, let amount), .evidenced(_, let amount),
      .unproven(_, let amount),
      .recovered(_, _, let amount), .fixed(_, let amount), .accrued(_, _, let amount), .shared(_, let amount),
      .worn(_, _, _, let amount), .interest(_, _, _, let amount), .judged(_, let amount), .chosen(_, _, let amount),
      .added(_, let amount), .takenOver(_, let amount), .adjusted(_, _, let amount), .limited(_, _, let amount),
      .changed(let amount):
      amount
    default: nil
    }
  }
}

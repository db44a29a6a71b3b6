extension CaseFacts {
  /// Whether a condition holds for the case as a whole, or for one of its items. One that stays open because a fact is
  /// not stated does not hold.
  ///
  /// It is worked out as the recheck does it, from the matrix as it stands. `item` is counted from 1, and 0 is the
  /// case; `calendar` is the one that the matrix counts working days by.
  public func meets(
    _ condition: Condition, under matrix: Matrix, calendar: WorkingCalendar? = nil, item: Int = 0
  ) -> Bool {
    Recheck(self, matrix, calendar).truth(condition, item) == true
  }

  /// Which ombudsman or tribunal the case belongs to, by the place of the choice: what the case states, else the first
  /// suggestion that holds; `nil` where neither says it, or the policy does not choose.
  public func ombudsman(under matrix: Matrix, calendar: WorkingCalendar? = nil) -> Int64? {
    guard let choice = matrix.ombudsman else { return nil }
    if let stated = statedValue(choice.fact, item: 0) { return stated }
    return choice.suggested.first { meets($0.when, under: matrix, calendar: calendar) }?.choice
  }

  /// Whether the case is a review of the stage before it, under a policy that says who may not sign one.
  public func isReview(under matrix: Matrix) -> Bool {
    matrix.review.map { isStated($0.given, item: 0) } ?? false
  }
}

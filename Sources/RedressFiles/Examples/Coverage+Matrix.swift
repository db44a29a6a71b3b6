import Redress

/// The points of a matrix.
extension Coverage {
  static func points(of matrix: Matrix) -> [String] {
    func id(_ rule: Ref<Rule>) -> String { matrix.rules[ref: rule].id }
    var points: [String] = []
    for derivation in matrix.facts.compactMap(\.derivation) {
      points.append("\(id(derivation.rule)): known")
      if case .day(let day) = derivation.kind {
        points += self.points(of: day.within, "\(id(derivation.rule)): within", matrix)
      }
    }
    for duty in matrix.duties {
      points += self.points(of: duty, id(duty.rule))
      points += self.points(of: duty.due.within, "\(id(duty.rule)): within", matrix)
    }
    for exclusion in matrix.exclusions {
      points.append("\(id(exclusion.rule)): applies")
      if exclusion.exception != nil { points.append("\(id(exclusion.rule)): exception") }
      if exclusion.undecided == .ask { points.append("\(id(exclusion.rule)): undecided") }
    }
    for window in matrix.windows + (matrix.acceptance.map { [$0] } ?? []) {
      points += self.points(of: window, id(window.rule))
    }
    for head in matrix.heads { points += self.points(of: head, id(head.rule), matrix) }
    for combination in matrix.combinations {
      points.append("\(id(combination.rule)): used")
      points += combination.figures.flatMap { self.points(of: $0, "\(id(combination.rule)): limit", matrix) }
    }
    points.append("\(id(matrix.total)): total")
    if let rule = matrix.alreadyPaid?.rule { points += ["\(id(rule)): deducted", "\(id(rule)): excess"] }
    if let setOff = matrix.setOff { points += self.points(of: setOff, id(setOff.rule), matrix) }
    if let rule = matrix.payees?.rule { points.append("\(id(rule)): shared") }
    for ladder in matrix.authority {
      for step in ladder.steps.indices { points.append("\(id(ladder.rule)): step \(step + 1)") }
    }
    for substitute in matrix.substitutes { points.append("\(id(substitute.rule)): stands in") }
    for statement in matrix.payment + matrix.statements { points.append("\(id(statement.rule)): carried") }
    return points
  }

  private static func points(of window: Window, _ id: String) -> [String] {
    var points: [String] = []
    for (place, step) in window.steps.enumerated() {
      switch step.outcome {
      case .inTime: points.append("\(id): step \(place + 1) in time")
      case .noted: points.append("\(id): step \(place + 1) noted")
      case .refused: points.append("\(id): step \(place + 1) refused")
      case .discretion: points += ["accepted", "declined", "undecided"].map { "\(id): step \(place + 1) \($0)" }
      }
    }
    if window.openWhile != nil { points.append("\(id): stays open") }
    if window.extendedTo != nil { points.append("\(id): extended") }
    return points
  }

  private static func points(of duty: Duty, _ id: String) -> [String] {
    ["\(id): owed", "\(id): done in time", "\(id): done late"] + (duty.waived == nil ? [] : ["\(id): waived"])
      + (duty.due.suspension == nil ? [] : ["\(id): suspended"])
  }

  private static func points(of setOff: SetOff, _ id: String, _ matrix: Matrix) -> [String] {
    setOff.debts.map { "\(id): credits \(matrix.facts[ref: $0].name)" }
      + (setOff.disputed == nil ? [] : ["\(id): disputed stays out"])
      + (setOff.disputedDecision == nil ? [] : ["\(id): dispute decided"])
      + (setOff.notWhen == nil ? [] : ["\(id): not for these"])
      + (setOff.consent == nil && setOff.discretion == nil ? [] : ["\(id): asked", "\(id): not set off"])
  }
}

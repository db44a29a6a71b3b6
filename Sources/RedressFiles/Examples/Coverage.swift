import Redress

/// Which points of a matrix a set of cases has touched: each rule used, each step of each window with each of its
/// answers, each level, gap and form, each step of authority.
public struct Coverage: Sendable {
  /// Every point that an example should touch, in the order of the matrix.
  public let points: [String]
  /// The points that were touched, with any that no example needs to touch.
  public private(set) var touched: Set<String> = []
  private let matrix: Matrix

  /// No point of the matrix touched yet.
  public init(_ matrix: Matrix) {
    self.matrix = matrix
    points = Self.points(of: matrix)
  }

  /// The points still to be touched, in the order of the matrix.
  public var untouched: [String] { points.filter { !touched.contains($0) } }

  /// Counts the points that an assessment of this matrix touched.
  public mutating func note(_ explanation: Explanation) {
    for line in explanation.assessment.lines { touched.formUnion(Self.points(of: line, explanation)) }
    for question in explanation.assessment.questions {
      guard case .reading(let reading) = question.about else { continue }
      touched.insert("\(explanation.rule(question.rule).id): asks \(matrix.readings[ref: reading].name)")
    }
  }

  // MARK: Points of a matrix

  private static func points(of matrix: Matrix) -> [String] {
    func id(_ rule: Ref<Rule>) -> String { matrix.rules[ref: rule].id }
    var points: [String] = []
    for exclusion in matrix.exclusions {
      points.append("\(id(exclusion.rule)): applies")
      if exclusion.exception != nil { points.append("\(id(exclusion.rule)): exception") }
    }
    for window in matrix.windows + (matrix.acceptance.map { [$0] } ?? []) {
      points += self.points(of: window, id(window.rule))
    }
    for head in matrix.heads { points += self.points(of: head, id(head.rule), matrix) }
    points.append("\(id(matrix.total)): total")
    if let rule = matrix.alreadyPaid?.rule { points += ["\(id(rule)): deducted", "\(id(rule)): excess"] }
    if let setOff = matrix.setOff { points += self.points(of: setOff, id(setOff.rule), matrix) }
    for step in matrix.authority?.steps.indices ?? 0..<0 { points.append("authority: step \(step + 1)") }
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

  private static func points(of head: Head, _ id: String, _ matrix: Matrix) -> [String] {
    var points: [String] = []
    switch head.price {
    case .band(let band):
      for level in band.levels.indices { points.append("\(id): \(matrix.facts[ref: band.by].choices[level].name)") }
      for hole in band.holes { points.append("\(id): asks \(matrix.readings[ref: hole.reading].name)") }
      for placed in band.placed {
        points += ["\(id): placed", "\(id): asks \(matrix.readings[ref: placed.reading].name)"]
      }
      points.append("\(id): asks for the point")
    case .actualCost: points += ["\(id): receipts", "\(id): evidence", "\(id): to be shown"]
    }
    for form in head.forms?.inKind ?? [] where !(head.forms?.inKindAt.isEmpty ?? true) {
      points.append("\(id): in kind as \(matrix.facts[ref: head.forms!.fact].choices[Int(form)].name)")
    }
    if let forms = head.forms, !forms.inKind.isEmpty {
      points.append("\(id): asks \(matrix.readings[ref: forms.otherwise].name)")
    }
    var unique: [String] = []
    for point in points where !unique.contains(point) { unique.append(point) }
    return unique
  }

  private static func points(of setOff: SetOff, _ id: String, _ matrix: Matrix) -> [String] {
    setOff.debts.map { "\(id): credits \(matrix.facts[ref: $0].name)" }
      + (setOff.disputed == nil ? [] : ["\(id): disputed stays out"])
      + (setOff.disputedDecision == nil ? [] : ["\(id): dispute decided"])
      + (setOff.notWhen == nil ? [] : ["\(id): not for these"])
  }

  // MARK: Points of a line

  private static func points(of line: Line, _ explanation: Explanation) -> [String] {
    let id = explanation.rule(line.rule).id
    let item = line.item > 0 ? explanation.assessment.items[line.item - 1] : nil
    func step(_ count: WindowCount, _ word: String) -> [String] { ["\(id): step \(count.step + 1) \(word)"] }
    switch line.finding {
    case .bites: return ["\(id): applies"]
    case .excepted: return ["\(id): exception"]
    case .inTime(let count): return step(count, "in time")
    case .noted(let count): return step(count, "noted")
    case .allowed(let count, _): return step(count, "accepted")
    case .declined(let count, _): return step(count, "declined")
    case .awaits(let count, _): return step(count, "undecided")
    case .late(let count): return step(count, "refused") + step(count, "undecided")
    case .staysOpen: return ["\(id): stays open"]
    case .opens(_, _, let extended): return extended ? ["\(id): extended"] : []
    case .banded(let level, _, let isPlaced): return banded(id, level, isPlaced, item, explanation)
    case .receipted: return ["\(id): receipts"]
    case .evidenced: return ["\(id): evidence"]
    case .unproven: return ["\(id): to be shown"]
    case .unpriced(.fact): return ["\(id): asks for the point"]
    case .totalled: return ["\(id): total"]
    case .deducted: return ["\(id): deducted"]
    case .overpaid: return ["\(id): excess"]
    case .cleared(let debt, _, let credited):
      return credited > .zero ? ["\(id): credits \(explanation.matrix.facts[ref: debt].name)"] : []
    case .setOff(_, let disputed, _, _): return setOff(id, disputed, explanation)
    case .doesNotApply: return explanation.matrix.setOff?.rule == line.rule ? ["\(id): not for these"] : []
    case .signedBy(let step, _): return ["\(id): step \(step + 1)"]
    case .carried: return ["\(id): carried"]
    case .notReached, .notStarted, .notClaimed, .keptOut, .unpriced, .nothingPaid, .nothingToSetOff, .nothingOwed,
      .taken:
      return []
    }
  }

  private static func banded(
    _ id: String, _ level: Int, _ isPlaced: Bool, _ item: Assessment.Item?, _ explanation: Explanation
  ) -> [String] {
    guard let item, case .band(let band) = explanation.matrix.heads[ref: item.head].price else { return [] }
    var points = ["\(id): \(explanation.matrix.facts[ref: band.by].choices[level].name)"]
    if isPlaced { points.append("\(id): placed") }
    if item.isInKind, let form = item.form, let forms = explanation.matrix.heads[ref: item.head].forms {
      points.append("\(id): in kind as \(explanation.matrix.facts[ref: forms.fact].choices[Int(form)].name)")
    }
    return points
  }

  private static func setOff(_ id: String, _ disputed: Money, _ explanation: Explanation) -> [String] {
    let decision = explanation.matrix.setOff?.disputedDecision
    let isDecided = decision.map { explanation.assessment.usedDecisions.contains($0) } ?? false
    return (disputed > .zero ? ["\(id): disputed stays out"] : []) + (isDecided ? ["\(id): dispute decided"] : [])
  }
}

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

  /// Counts the points of the timetable, and of what is derived for it, that a case without a price touched.
  mutating func note(timetableOf explanation: Explanation) {
    for line in explanation.assessment.lines {
      let kind = explanation.rule(line.rule).kind
      if kind == .duty || kind == .derived { touched.formUnion(Self.points(of: line, explanation)) }
    }
  }

  // MARK: Points of a matrix

  private static func points(of matrix: Matrix) -> [String] {
    func id(_ rule: Ref<Rule>) -> String { matrix.rules[ref: rule].id }
    var points: [String] = []
    for fact in matrix.facts { if let rule = fact.derivation?.rule { points.append("\(id(rule)): known") } }
    for duty in matrix.duties { points += self.points(of: duty, id(duty.rule)) }
    for exclusion in matrix.exclusions {
      points.append("\(id(exclusion.rule)): applies")
      if exclusion.exception != nil { points.append("\(id(exclusion.rule)): exception") }
      if exclusion.undecided == .ask { points.append("\(id(exclusion.rule)): undecided") }
    }
    for window in matrix.windows + (matrix.acceptance.map { [$0] } ?? []) {
      points += self.points(of: window, id(window.rule))
    }
    for head in matrix.heads { points += self.points(of: head, id(head.rule), matrix) }
    for combination in matrix.combinations { points.append("\(id(combination.rule)): used") }
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

  private static func points(of head: Head, _ id: String, _ matrix: Matrix) -> [String] {
    var points: [String] = []
    for (node, price) in head.price.nodes.enumerated() { points += self.points(of: price, node, id, matrix) }
    for form in head.forms?.inKind ?? [] where !(head.forms?.inKindAt.isEmpty ?? true) {
      points.append("\(id): in kind as \(matrix.facts[ref: head.forms!.fact].choices[Int(form)].name)")
    }
    if let forms = head.forms, !forms.inKind.isEmpty, let otherwise = forms.otherwise {
      points.append("\(id): asks \(matrix.readings[ref: otherwise].name)")
    }
    for evidence in head.evidence { points.append("\(id): asks for \(matrix.facts[ref: evidence.fact].name)") }
    var unique: [String] = []
    for point in points where !unique.contains(point) { unique.append(point) }
    return unique
  }

  /// The points of one price. The parts of a price have their number in front.
  private static func points(of price: Price, _ node: Int, _ id: String, _ matrix: Matrix) -> [String] {
    let name = node == 0 ? id : "\(id) \(node)"
    var points: [String] = []
    switch price.kind {
    case .band(let band):
      for level in band.levels.indices { points.append("\(name): \(levelName(level, band, matrix))") }
      for hole in band.holes { points.append("\(id): asks \(matrix.readings[ref: hole.reading].name)") }
      for placed in band.placed {
        points += ["\(name): placed", "\(id): asks \(matrix.readings[ref: placed.reading].name)"]
      }
      points.append("\(id): asks for \(matrix.facts[ref: band.amount].name)")
    case .actualCost(let cost):
      points += ["receipts", "evidence", "to be shown"].map { "\(name): \($0)" }
      if !cost.less.isEmpty { points.append("\(name): recovered") }
    case .judgement(let judgement):
      points += ["\(name): judged"] + judgement.facts.map { "\(id): asks for \(matrix.facts[ref: $0].name)" }
    case .highest(let parts), .lowest(let parts): points += parts.indices.map { "\(name): part \($0 + 1)" }
    case .fixed, .accrual, .share, .wear, .interest, .sum, .totalOf: points.append("\(name): amount")
    }
    points += price.adjustments.indices.map { "\(name): adjustment \($0 + 1)" }
    if price.limits.nothingUnder != nil { points.append("\(name): nothing-under") }
    if price.limits.nothingUpTo != nil { points.append("\(name): nothing-up-to") }
    if price.limits.atLeast != nil { points.append("\(name): at-least") }
    if price.limits.atMost != nil { points.append("\(name): at-most") }
    return points + price.kind.figures.flatMap(\.readings).map { "\(id): asks \(matrix.readings[ref: $0].name)" }
  }

  /// The name of a level as files write it, of both axes where there are two.
  private static func levelName(_ level: Int, _ band: Band, _ matrix: Matrix) -> String {
    let rows = matrix.facts[ref: band.by].choices
    guard let second = band.splitBy else { return rows[level].name }
    let columns = matrix.facts[ref: second].choices
    return "\(rows[level / columns.count].name), \(columns[level % columns.count].name)"
  }

  private static func points(of setOff: SetOff, _ id: String, _ matrix: Matrix) -> [String] {
    setOff.debts.map { "\(id): credits \(matrix.facts[ref: $0].name)" }
      + (setOff.disputed == nil ? [] : ["\(id): disputed stays out"])
      + (setOff.disputedDecision == nil ? [] : ["\(id): dispute decided"])
      + (setOff.notWhen == nil ? [] : ["\(id): not for these"])
      + (setOff.consent == nil && setOff.discretion == nil ? [] : ["\(id): asked", "\(id): not set off"])
  }

  // MARK: Points of a line

  private static func points(of line: Line, _ explanation: Explanation) -> [String] {
    let id = explanation.rule(line.rule).id
    let item = line.item > 0 ? explanation.assessment.items[line.item - 1] : nil
    func step(_ count: WindowCount, _ word: String) -> [String] { ["\(id): step \(count.step + 1) \(word)"] }
    func node(_ number: Int) -> String { number == 0 ? id : "\(id) \(number)" }
    switch line.finding {
    case .derivedDay, .derivedCount: return ["\(id): known"]
    case .owed: return ["\(id): owed"]
    case .done: return ["\(id): done in time"]
    case .doneLate: return ["\(id): done late"]
    case .waived: return ["\(id): waived"]
    case .suspended: return ["\(id): suspended"]
    case .bites: return ["\(id): applies"]
    case .excepted: return ["\(id): exception"]
    case .asksException: return ["\(id): undecided"]
    case .inTime(let count): return step(count, "in time")
    case .noted(let count): return step(count, "noted")
    case .allowed(let count, _): return step(count, "accepted")
    case .declined(let count, _): return step(count, "declined")
    case .awaits(let count, _): return step(count, "undecided")
    case .late(let count): return step(count, "refused") + step(count, "undecided")
    case .staysOpen: return ["\(id): stays open"]
    case .opens(_, _, let extended): return extended ? ["\(id): extended"] : []
    case .banded(let number, let level, _, let isPlaced):
      return banded(node(number), id, number, level, isPlaced, item, explanation)
    case .receipted(let number, _, _): return ["\(node(number)): receipts"]
    case .evidenced(let number, _): return ["\(node(number)): evidence"]
    case .unproven(let number, _): return ["\(node(number)): to be shown"]
    case .recovered(let number, _, _): return ["\(node(number)): recovered"]
    case .judged(let number, _): return ["\(node(number)): judged"]
    case .chosen(let number, let part, _): return ["\(node(number)): part \(part + 1)"]
    case .fixed(let number, _), .accrued(let number, _, _), .shared(let number, _), .worn(let number, _, _, _),
      .interest(let number, _, _, _), .added(let number, _), .takenOver(let number, _):
      return ["\(node(number)): amount"] + inKind(id, item, explanation)
    case .adjusted(let number, let place, _): return ["\(node(number)): adjustment \(place + 1)"]
    case .limited(let number, let limit, _): return ["\(node(number)): \(limit.rawValue)"]
    case .unpriced(.fact(let fact)): return ["\(id): asks for \(explanation.matrix.facts[ref: fact].name)"]
    case .compared, .superseded, .changed, .together: return ["\(id): used"]
    case .totalled: return ["\(id): total"]
    case .deducted: return ["\(id): deducted"]
    case .overpaid: return ["\(id): excess"]
    case .cleared(let debt, _, let credited):
      return credited > .zero ? ["\(id): credits \(explanation.matrix.facts[ref: debt].name)"] : []
    case .setOff(_, let disputed, _, _): return setOff(id, disputed, explanation)
    case .setOffOpen: return ["\(id): asked"]
    case .notSetOff: return ["\(id): not set off"]
    case .split: return ["\(id): shared"]
    case .standsIn: return ["\(id): stands in"]
    case .doesNotApply: return explanation.matrix.setOff?.rule == line.rule ? ["\(id): not for these"] : []
    case .signedBy(let step, _): return ["\(id): step \(step + 1)"]
    case .carried: return ["\(id): carried"]
    case .notReached, .notStarted, .notClaimed, .keptOut, .unpriced, .nothingPaid, .nothingToSetOff, .nothingOwed,
      .taken, .notKnown, .withinLimit, .nothingMeasured:
      return []
    }
  }

  private static func banded(
    _ name: String, _ id: String, _ node: Int, _ level: Int, _ isPlaced: Bool, _ item: Assessment.Item?,
    _ explanation: Explanation
  ) -> [String] {
    let matrix = explanation.matrix
    guard let item, case .band(let band) = matrix.heads[ref: item.head].price.nodes[node].kind else { return [] }
    return ["\(name): \(levelName(level, band, matrix))"] + (isPlaced ? ["\(name): placed"] : [])
      + inKind(id, item, explanation)
  }

  private static func inKind(_ id: String, _ item: Assessment.Item?, _ explanation: Explanation) -> [String] {
    guard let item, item.isInKind, let form = item.form, let forms = explanation.matrix.heads[ref: item.head].forms
    else { return [] }
    return ["\(id): in kind as \(explanation.matrix.facts[ref: forms.fact].choices[Int(form)].name)"]
  }

  private static func setOff(_ id: String, _ disputed: Money, _ explanation: Explanation) -> [String] {
    let decision = explanation.matrix.setOff?.disputedDecision
    let isDecided = decision.map { explanation.assessment.usedDecisions.contains($0) } ?? false
    return (disputed > .zero ? ["\(id): disputed stays out"] : []) + (isDecided ? ["\(id): dispute decided"] : [])
  }
}

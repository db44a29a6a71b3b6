import Redress

/// The points that a line of an assessment touches.
extension Coverage {
  static func points(of line: Line, _ explanation: Explanation) -> [String] {
    let id = explanation.rule(line.rule).id
    let item = line.item > 0 ? explanation.assessment.items[line.item - 1] : nil
    func step(_ count: WindowCount, _ word: String) -> [String] { ["\(id): step \(count.step + 1) \(word)"] }
    func node(_ number: Int) -> String { number == 0 ? id : "\(id) \(number)" }
    switch line.finding {
    case .derivedDay, .derivedCount: return ["\(id): known"] + within(line, id, explanation)
    case .owed: return ["\(id): owed"] + within(line, id, explanation)
    case .done: return ["\(id): done in time"] + within(line, id, explanation)
    case .doneLate: return ["\(id): done late"] + within(line, id, explanation)
    case .waived: return ["\(id): waived"]
    case .suspended: return ["\(id): suspended"]
    case .bites: return ["\(id): applies"]
    case .excepted: return ["\(id): exception"]
    case .asksException: return ["\(id): undecided"]
    case .inTime(let count): return step(count, "in time") + extended(id, count, line, explanation)
    case .noted(let count): return step(count, "noted") + step(count, "undecided")
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
        + figures(node(number), number, line, item, explanation)
    case .adjusted(let number, let place, _):
      let name = "\(node(number)): adjustment \(place + 1)"
      let part = price(number, item, explanation)?.adjustments[place].part
      return [name] + (part.map { touched(by: $0, name, item: line.item, explanation) } ?? [])
    case .limited(let number, let limit, _): return ["\(node(number)): \(limit.rawValue)"]
    case .unpriced(.fact(let fact)): return ["\(id): asks for \(explanation.matrix.facts[ref: fact].name)"]
    case .compared, .superseded, .changed, .together: return ["\(id): used"] + limits(line, id, explanation)
    case .withinLimit: return limits(line, id, explanation)
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
      .taken, .notKnown, .nothingMeasured:
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

  /// The price of a number in the head of an item; `nil` for a price of the case, which limits.
  private static func price(_ number: Int, _ item: Assessment.Item?, _ explanation: Explanation) -> Price? {
    item.map { explanation.matrix.heads[ref: $0.head].price.nodes[number] }
  }

  private static func figures(
    _ name: String, _ number: Int, _ line: Line, _ item: Assessment.Item?, _ explanation: Explanation
  ) -> [String] {
    price(number, item, explanation).map { touched(by: $0, name, item: line.item, explanation) } ?? []
  }

  /// The length of time of a derived day or a deadline.
  private static func within(_ line: Line, _ id: String, _ explanation: Explanation) -> [String] {
    let derived = explanation.matrix.facts.lazy.compactMap(\.derivation).first { $0.rule == line.rule }
    let duty = explanation.matrix.duties.first { $0.rule == line.rule }
    var figure = duty?.due.within
    if case .day(let day)? = derived?.kind { figure = day.within }
    return figure.map { touched(by: $0, "\(id): within", item: line.item, explanation) } ?? []
  }

  private static func limits(_ line: Line, _ id: String, _ explanation: Explanation) -> [String] {
    let combination = explanation.matrix.combinations.first { $0.rule == line.rule }
    return (combination?.figures ?? []).flatMap { touched(by: $0, "\(id): limit", item: line.item, explanation) }
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

  /// Whether an act came in time because more time was agreed.
  private static func extended(
    _ id: String, _ count: WindowCount, _ line: Line, _ explanation: Explanation
  ) -> [String] {
    let window = explanation.matrix.windows.first { $0.rule == line.rule }
    guard count.step == 0, let agreed = window?.extendedTo,
      explanation.given.facts.value(agreed, item: line.item) == Int64(count.lastDay.dayNumber)
    else { return [] }
    return ["\(id): extended"]
  }
}

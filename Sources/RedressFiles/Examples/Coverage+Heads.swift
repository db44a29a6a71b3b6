import Redress

/// The points of a head and its prices.
extension Coverage {
  static func points(of head: Head, _ id: String, _ matrix: Matrix) -> [String] {
    var points: [String] = []
    let limits = plainLimits(of: head.price)
    for (node, price) in head.price.nodes.enumerated() where !limits.contains(node) {
      points += self.points(of: price, node, id, matrix)
    }
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

  /// The numbers of limits that are simply printed or looked up: the limit's own point stands for them.
  private static func plainLimits(of price: Price, from number: Int = 0) -> Set<Int> {
    var (found, next): (Set<Int>, Int) = ([], number + 1)
    let limits = [price.limits.atLeast, price.limits.atMost].compactMap(\.self).count
    for (place, inner) in price.inner.enumerated() {
      if place >= price.inner.count - limits, case .fixed = inner.kind, inner.limits.isEmpty, inner.adjustments.isEmpty
      {
        found.insert(next)
      }
      found.formUnion(plainLimits(of: inner, from: next))
      next += inner.nodes.count
    }
    return found
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
      let asked = judgement.facts.map { matrix.facts[ref: $0] }.filter { $0.derivation == nil }
      points += ["\(name): judged"] + asked.map { "\(id): asks for \($0.name)" }
    case .highest(let parts), .lowest(let parts): points += parts.indices.map { "\(name): part \($0 + 1)" }
    case .fixed, .accrual, .share, .wear, .interest, .sum, .totalOf: points.append("\(name): amount")
    }
    points += price.adjustments.indices.map { "\(name): adjustment \($0 + 1)" }
    if price.limits.nothingUnder != nil { points.append("\(name): nothing-under") }
    if price.limits.nothingUpTo != nil { points.append("\(name): nothing-up-to") }
    if price.limits.atLeast != nil { points.append("\(name): at-least") }
    if price.limits.atMost != nil { points.append("\(name): at-most") }
    points += figurePoints(of: price, name, matrix)
    return points + price.kind.figures.flatMap(\.readings).map { "\(id): asks \(matrix.readings[ref: $0].name)" }
  }

  /// The name of a level as files write it, of both axes where there are two.
  static func levelName(_ level: Int, _ band: Band, _ matrix: Matrix) -> String {
    let rows = matrix.facts[ref: band.by].choices
    guard let second = band.splitBy else { return rows[level].name }
    let columns = matrix.facts[ref: second].choices
    return "\(rows[level / columns.count].name), \(columns[level % columns.count].name)"
  }
}

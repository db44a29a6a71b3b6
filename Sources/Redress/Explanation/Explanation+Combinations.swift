/// What heads had to do with one another, in words.
extension Explanation {
  func combinationSays(_ line: Line) -> String {
    switch line.finding {
    case .compared(let kept, let amount):
      return "\(title(kept)) counts, at \(amount); of heads that come to the same, the first."
    case .superseded:
      return matrix.combinations.first { $0.rule == line.rule }.map(supersededSays) ?? ""
    case .changed(let amount): return "Which makes this item \(amount)."
    case .together(let total, let limit): return togetherSays(line, total, limit)
    case .withinLimit(let total): return "Together \(total), which it leaves as it is."
    default: return ""
    }
  }

  /// Why an item does not count because of another head.
  func supersededSays(_ combination: Combination) -> String {
    func names(_ heads: [Ref<Head>], _ word: String) -> String { heads.map(title).joined(separator: " \(word) ") }
    switch combination.kind {
    case .higherOf: return "It does not count, because another head comes to more and only one is paid."
    case .lowerOf: return "It does not count, because another head comes to less and only one is paid."
    case .supersedes(let head, _): return "It does not count, because it is paid as \(title(head)) instead."
    case .onlyWith(_, let others): return "It counts only together with \(names(others, "or")), which comes to nothing."
    default: return "It does not count beside another head."
    }
  }

  private func togetherSays(_ line: Line, _ total: Money, _ limit: Money) -> String {
    switch matrix.combinations.first(where: { $0.rule == line.rule })?.kind {
    case .atLeast: "Together \(total), which is raised to \(limit)."
    case .nothingUnder(_, let figure): "Together \(total); under \(text(figure, item: 0)) nothing is paid."
    case .nothingUpTo(_, let figure): "Together \(total); up to \(text(figure, item: 0)) nothing is paid."
    default: "Together \(total), which is limited to \(limit)."
    }
  }

  private func title(_ head: Ref<Head>) -> String { rule(matrix.heads[ref: head].rule).title }
}

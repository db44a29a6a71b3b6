import Redress

extension MatrixTables {
  @BlockBuilder
  func blocks(_ band: Band) -> [Block] {
    Table(
      "The band of each level",
      columns: ["Level", .figures("From"), .figures("To"), "Who signs, if it is the whole offer", "Paragraph"],
      rows: band.levels.enumerated().map { place, level in
        Table.Row(
          self.level(place, of: band),
          [
            "\(level.from)", level.to.map { "\($0)" } ?? "no limit", signers(level), words.paragraphs(level.citations),
          ])
      })
    Section("Signs of each level") {
      List(
        .bulleted,
        band.levels.enumerated().map { place, level in
          List.Item(self.level(place, of: band)) {
            if !level.signs.isEmpty { List(.bulleted, level.signs.map { "\(words.words($0))" }) }
          }
        })
    }
    if !(band.holes.isEmpty && band.placed.isEmpty) {
      Section("Points of their own") { List(.bulleted, band.holes.map(hole) + band.placed.map { placed($0, band) }) }
    }
  }

  /// Whose step of the ladder an amount of this level falls in.
  private func signers(_ level: Band.Level) -> Phrase {
    let steps = matrix.authority.first?.steps ?? []
    let reached = steps.indices.filter { place in
      let isAboveTheStepBefore = place == 0 || level.to.map { $0 > steps[place - 1].upTo ?? .largest } ?? true
      return isAboveTheStepBefore && (steps[place].upTo.map { level.from <= $0 } ?? true)
    }
    return Phrase(joining: reached.map { words.signers(steps[$0].signers) }, with: "; higher up, ") ?? "nobody is named"
  }

  private func hole(_ hole: Band.Hole) -> List.Item {
    "No band holds \(hole.from) to \(hole.to). See the reading \(words.answer(hole.reading))"
  }

  private func placed(_ placed: Band.Placed, _ band: Band) -> List.Item {
    """
    Where \(words.condition(placed.when)), the policy itself puts the item at \
    \(level(placed.level, of: band)). For any other level, see the reading \(words.answer(placed.reading))
    """
  }
}

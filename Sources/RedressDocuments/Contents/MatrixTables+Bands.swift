import Redress

extension MatrixTables {
  @BlockBuilder
  func blocks(_ band: Band, of head: Ref<Head>) -> [Block] {
    Table(
      "The band of each level",
      columns: ["Level", .figures("From"), .figures("To"), "Who signs, if it is the whole offer", "Paragraph"],
      rows: band.levels.enumerated().map { place, level in
        Table.Row(
          self.level(place, of: band),
          [
            "\(level.from)", level.to.map { "\($0)" } ?? "no limit", signers(level, of: head),
            words.paragraphs(level.citations),
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

  /// Whose steps of the ladders that measure the head an amount of this level falls in.
  private func signers(_ level: Band.Level, of head: Ref<Head>) -> Phrase {
    let ladders = matrix.authority.filter { $0.heads?.contains(head) ?? true }
    let all = ladders.compactMap { ladder -> Phrase? in
      let reached = ladder.steps.indices.filter { place in
        let isAboveTheStepBefore =
          place == 0 || level.to.map { $0 > ladder.steps[place - 1].upTo ?? .largest } ?? true
        return isAboveTheStepBefore && (ladder.steps[place].upTo.map { level.from <= $0 } ?? true)
      }
      return Phrase(joining: reached.map { words.signers(ladder.steps[$0].signers) }, with: "; higher up, ")
    }
    return Phrase(joining: all, with: "; and ") ?? "nobody is named"
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

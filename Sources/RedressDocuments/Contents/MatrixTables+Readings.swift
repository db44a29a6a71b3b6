import Redress

extension MatrixTables {
  /// Where the policy is silent or unclear, and how it is read.
  var readings: Section {
    Section("Readings") {
      """
      Where the policy is silent or unclear, a reading says how it is understood, why, and who decided so. \
      \(usualDecision.map { Phrase("Unless it is said otherwise, \($0.phrase).") } ?? "Each row says who decided.")
      """
      for group in Group.allCases {
        let readings = matrix.readings.refs.filter { group == Group(matrix.readings[ref: $0]) }
        if !readings.isEmpty { Section(group.title) { table(group, readings) } }
      }
      if matrix.readings.isEmpty { "There are none." }
    }
  }

  private func table(_ group: Group, _ readings: [Ref<Reading>]) -> Table {
    Table(
      group.caption, columns: ["Reading", "Question", "Answer, and why", "Used by"],
      rows: readings.map { ref in
        let reading = matrix.readings[ref: ref]
        return Table.Row(words.code(reading.name), [question(reading), answer(reading), uses(of: ref)])
      })
  }

  /// The question, and the paragraphs that it reads where no rule rests on them.
  private func question(_ reading: Reading) -> Phrase {
    let question: Phrase = "\(reading.question, ifBlank: "no question")"
    return reading.citations.isEmpty ? question : "\(question) (\(words.paragraphs(reading.citations)))"
  }

  private func answer(_ reading: Reading) -> Phrase {
    let start: Phrase = "\(words.answer(reading)) Why: \(reading.because, ifBlank: "no reason is given.")"
    guard let decision = ReadingDecision(reading), decision != usualDecision else { return start }
    return "\(start) Here \(decision.phrase)."
  }

  /// Who decided most of the readings, and when; `nil` where no such decision stands for more than one.
  private var usualDecision: ReadingDecision? {
    let all = matrix.readings.compactMap { ReadingDecision($0) }
    let counts = all.map { one in all.count { $0 == one } }
    guard let most = counts.max(), most > 1 else { return nil }
    return counts.firstIndex(of: most).map { all[$0] }
  }

  // MARK: Uses

  /// Every place of the matrix that follows a reading.
  private func uses(of reading: Ref<Reading>) -> Phrase {
    let points = matrix.heads.filter { $0.points.contains(reading) }.map(\.rule)
    let rules = matrix.rules.refs.filter { matrix.rules[ref: $0].readings.contains(reading) || points.contains($0) }
      .map { words.code(matrix.rules[ref: $0].id) }
    let decisions = matrix.decisions.filter { $0.readings.contains(reading) }
      .map { Phrase("the decision \(words.code($0.name))") }
    return Phrase(joining: rules + decisions + signing(following: reading), with: ", ") ?? "no rule"
  }
}

extension Head {
  /// The readings that single points of its price follow.
  fileprivate var points: [Ref<Reading>] {
    let asked = price.figures.flatMap(\.readings) + (forms?.otherwise.map { [$0] } ?? [])
    return price.bands.flatMap { $0.holes.map(\.reading) + $0.placed.map(\.reading) } + asked
  }
}

/// Who decided a reading, and when.
private struct ReadingDecision: Hashable {
  let by: String
  let on: CivilDate?

  init?(_ reading: Reading) {
    guard let by = reading.decidedBy else { return nil }
    self.by = by
    on = reading.decidedOn
  }

  var phrase: Phrase {
    let by: Phrase = "decided by \(self.by, ifBlank: "somebody unnamed")"
    return on.map { "\(by) on \($0)" } ?? by
  }
}

/// Readings by what is left to do about them.
private enum Group: CaseIterable {
  case open, asked, settled

  init(_ reading: Reading) { self = reading.isOpen ? .open : reading.isAsked ? .asked : .settled }

  var title: Phrase {
    switch self {
    case .open: "Open"
    case .asked: "Asked on each case"
    case .settled: "Settled"
    }
  }

  var caption: Phrase {
    switch self {
    case .open: "Readings that nobody has decided yet"
    case .asked: "Readings that a person answers whenever a case meets them"
    case .settled: "Readings that every case follows"
    }
  }
}

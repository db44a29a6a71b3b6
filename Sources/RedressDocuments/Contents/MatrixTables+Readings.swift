import Redress

extension MatrixTables {
  /// Where the policy is silent or unclear, and how it is read.
  var readings: Section {
    Section("Readings") {
      """
      Where the policy is silent or unclear, a reading says how it is understood, why, and who decided so. \
      \(usualDecision.map { Phrase("Unless a row says otherwise, \($0.phrase).") } ?? "Each row says who decided.")
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
      group.caption, columns: ["Reading", "Question and answer", "Why", "Used by"],
      rows: readings.map { ref in
        let reading = matrix.readings[ref: ref]
        return Table.Row(words.code(reading.name), [answered(reading), why(reading), uses(of: ref)])
      })
  }

  private func answered(_ reading: Reading) -> Phrase {
    "\(reading.question, ifBlank: "no question") \(strong: words.answer(reading))"
  }

  private func why(_ reading: Reading) -> Phrase {
    let because: Phrase = "\(reading.because, ifBlank: "no reason")"
    let decision = ReadingDecision(reading)
    return decision == usualDecision && decision != nil ? because : "\(because) \(decided(decision))"
  }

  private func decided(_ decision: ReadingDecision?) -> Phrase {
    decision.map { "\(strong: "Here \($0.phrase).")" } ?? "\(strong: "Nobody has decided it yet.")"
  }

  /// Who decided most of the readings, and when; `nil` where no such decision stands for more than one.
  private var usualDecision: ReadingDecision? {
    let all = matrix.readings.compactMap { ReadingDecision($0) }
    let counts = all.map { one in all.count { $0 == one } }
    guard let most = counts.max(), most > 1 else { return nil }
    return counts.firstIndex(of: most).map { all[$0] }
  }

  // MARK: Uses

  /// Every place of the matrix that follows a reading, and the paragraphs that it reads itself.
  private func uses(of reading: Ref<Reading>) -> Phrase {
    let rules = matrix.rules.filter { $0.readings.contains(reading) }.map { words.code($0.id) }
    let decisions = matrix.decisions.filter { $0.readings.contains(reading) }
      .map { Phrase("the decision \(words.code($0.name))") }
    let own = matrix.readings[ref: reading].citations
    let paragraphs: [Phrase] = own.isEmpty ? [] : ["paragraph \(words.paragraphs(own))"]
    return Phrase(joining: rules + decisions + paragraphs, with: ", ") ?? "no rule"
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

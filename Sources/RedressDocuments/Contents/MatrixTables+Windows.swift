import Redress

extension MatrixTables {
  /// Every time within which somebody must act for a case to be heard.
  var windows: Section {
    Section("Time limits") {
      if matrix.windows.isEmpty { "There are no time limits." }
      for window in matrix.windows { Section("\(words.title(window.rule))") { blocks(window) } }
    }
  }

  /// The time to accept an offer.
  var acceptance: Section {
    Section("Time to accept") {
      if let window = matrix.acceptance {
        blocks(window)
      } else {
        "There is no time limit for accepting an offer."
      }
    }
  }

  private func blocks(_ window: Window) -> [Block] {
    let open = window.openWhile.map { Definitions.Entry("Never late while", words.condition($0)) }
    let extended = window.extendedTo.map {
      Definitions.Entry("A later last day", "as agreed, stated in \(words.fact($0))")
    }
    return [
      .definitions(
        Definitions(
          [
            .init("Rule", words.rule(window.rule)), .init("Runs from", words.fact(window.from)),
            .init("Until", words.fact(window.until)),
          ] + [open, extended].compactMap(\.self) + [.init("Paragraph and readings", words.basis(window.rule))])),
      .table(
        Table(
          "Each step, in order", columns: [.figures("Step"), "When", "What then"],
          rows: window.steps.enumerated().map { place, step in
            Table.Row("\(place + 1)", [when(step, isFirst: place == 0), consequence(step)])
          })),
    ]
  }

  // MARK: Steps

  private func when(_ step: Window.Step, isFirst: Bool) -> Phrase {
    let length: Phrase =
      step.within.map { within($0) } ?? step.by.map { "Until the day of \(words.fact($0))." }
      ?? (isFirst ? "At any time." : "Later than that.")
    guard let condition = step.when else { return length }
    return "\(length) Only where \(words.condition(condition))."
  }

  private func within(_ deadline: Deadline) -> Phrase {
    let isByMonth = deadline.period.unit == .months || deadline.period.unit == .years
    let start: Phrase = "Within \(deadline.period). Day one is \(first(deadline.dayOne))."
    return isByMonth && deadline.dayOne == .nextDay ? "\(start) \(monthEnd(deadline.monthEnd))" : start
  }

  private func first(_ day: DayOne) -> Phrase {
    switch day {
    case .nextDay: "the day after"
    case .sameDay: "the day itself"
    }
  }

  func monthEnd(_ end: MonthEnd) -> Phrase {
    switch end {
    case .lastDay: "Where the last month has no such day, they end on its last day."
    case .nextDay: "Where the last month has no such day, they end on the first day of the next month."
    }
  }

  private func consequence(_ step: Window.Step) -> Phrase {
    let outcome = outcome(step.outcome)
    guard let say = step.say.flatMap({ Words($0) }) else { return outcome }
    let told: Phrase =
      switch step.outcome {
      case .noted: "\(outcome) \(say)"
      case .refused: "\(outcome) The person is told: “\(say)”"
      case .inTime, .discretion: "\(outcome) If it is refused, the person is told: “\(say)”"
      }
    return step.letter.flatMap { Words($0) }.map { "\(told) The letter says: “\($0)”" } ?? told
  }

  private func outcome(_ outcome: Window.Step.Outcome) -> Phrase {
    switch outcome {
    case .inTime: return "In time."
    case .discretion(let decision, .ask):
      return "In time only by the decision \(words.decision(decision)). Until somebody decides, it is a question."
    case .discretion(let decision, .refuse):
      return "Refused, unless the decision \(words.decision(decision)) accepts it."
    case .discretion(let decision, .accept):
      return "Counts all the same, unless the decision \(words.decision(decision)) is against it."
    case .refused: return "Refused. No exception."
    case .noted: return "Noted as late. It does not change the sum."
    }
  }
}

import Redress

/// The timetable of a case as a case manager reads it: what is to be done, the earliest last day first, then what is
/// done, then what is not owed or not counted yet.
public struct TimetableTables: Sendable {
  let name: String
  let matrix: Matrix
  let today: CivilDate
  let duties: [DutyState]
  let notices: [Notice]
  let words: MatrixWords

  /// - Parameters:
  ///   - name: the reference of the case.
  ///   - notices: what is to be said of the edition on that day.
  public init(_ name: String, _ duties: [DutyState], of matrix: Matrix, today: CivilDate, notices: [Notice]) {
    self.name = name
    self.matrix = matrix
    self.today = today
    self.duties = duties
    self.notices = notices
    words = MatrixWords(matrix: matrix)
  }

  /// The verdict at the top, so that it is seen without the tables.
  public var document: Document {
    Document("\(name, ifBlank: "Case"): \(verdict)") {
      Definitions([.init("Policy", policy), .init("On", "\(today)")])
      notices.compactMap { Words($0.says) }.map { Block.note(Note(.information, "\($0)")) }
      if matrix.duties.isEmpty { "This scheme has no timetable: its matrix holds no deadlines for the organisation." }
      if !toDo.isEmpty { open }
      if !finished.isEmpty { done }
      if !others.isEmpty { notCounted }
    }
  }

  private var policy: Phrase {
    "\(words.words(matrix.body)), \(words.words(matrix.title)), edition \(words.words(matrix.edition))"
  }

  // MARK: What stands where

  private func those(_ states: DutyState.State...) -> [DutyState] { duties.filter { states.contains($0.state) } }

  /// In the order of their last days. One whose clock stands still has none, and comes last.
  private var toDo: [DutyState] {
    let dated = those(.overdue, .due).enumerated().sorted { one, other in
      (one.element.due!, one.offset) < (other.element.due!, other.offset)
    }
    return dated.map(\.element) + those(.suspended)
  }

  private var finished: [DutyState] { those(.done, .late) }
  private var others: [DutyState] { those(.notStarted, .waived, .notOwed) }

  private var verdict: Phrase {
    if matrix.duties.isEmpty { return "no timetable" }
    let overdue = those(.overdue).count
    if overdue > 0 { return "\(overdue) overdue" }
    return toDo.first?.due.map { "next by \($0)" } ?? (toDo.isEmpty ? "nothing to do" : "nothing to do for now")
  }

  // MARK: Tables

  private var open: Section {
    Section("To be done") {
      Table(
        "The earliest last day first", columns: ["Last day", "What", "Where it stands", "Counted from", "Paragraph"],
        rows: toDo.map { state in
          let last = state.due.map { Phrase($0) } ?? "none so far"
          return Table.Row([last, what(state), standing(state), from(state), paragraphs(state)])
        })
    }
  }

  private var done: Section {
    Section("Done") {
      Table(
        "In the order of the policy", columns: ["Done on", "What", "Last day", "How", "Paragraph"],
        rows: finished.map { state in
          let how: Phrase = state.state == .late ? "\(strong: "\(days(state.daysLate)) late")" : "in time"
          return Table.Row([
            Phrase(state.done!), what(state), marked(Phrase(state.due!), state), how, paragraphs(state),
          ])
        })
    }
  }

  private var notCounted: Section {
    Section("Not counted") {
      Table(
        "And why", columns: ["What", "Why", "Paragraph"],
        rows: others.map { Table.Row([what($0), why($0), paragraphs($0)]) })
    }
  }

  // MARK: Cells

  private func what(_ state: DutyState) -> Phrase {
    let duty = matrix.duties[ref: state.duty]
    return duty.strength == .aim ? "\(words.title(duty.rule)) (aimed at)" : "\(words.title(duty.rule))"
  }

  private func standing(_ state: DutyState) -> Phrase {
    guard let due = state.due else { return "the clock stands still" }
    if state.state == .overdue { return marked("\(strong: "OVERDUE, \(days(state.daysLate))")", state) }
    let left = due.days(since: today)
    return marked(left == 0 ? "\(strong: "due today")" : "due in \(days(left))", state)
  }

  /// With what is to be known about a last day: that it is a forecast, that it was put off.
  private func marked(_ phrase: Phrase, _ state: DutyState) -> Phrase {
    let marked = state.isForecast ? "\(phrase), a forecast" : phrase
    return state.extendedFrom.map { "\(marked), put off from \($0)" } ?? marked
  }

  private func from(_ state: DutyState) -> Phrase {
    let due = matrix.duties[ref: state.duty].due
    guard let day = state.from else { return "not known" }
    return state.isForecast ? "\(day), until \(words.fact(due.from)) is known" : "\(day), \(words.fact(due.from))"
  }

  private func why(_ state: DutyState) -> Phrase {
    switch state.state {
    case .waived: "The person released the organisation from it."
    case .notOwed: "It is not owed in this case."
    default: "\(words.fact(matrix.duties[ref: state.duty].due.from)) is not given."
    }
  }

  private func paragraphs(_ state: DutyState) -> Phrase {
    words.paragraphs(matrix.rules[ref: matrix.duties[ref: state.duty].rule].citations)
  }

  private func days(_ count: Int) -> Phrase { count == 1 ? "1 day" : "\(count) days" }
}

import Redress

/// The worked sum of a case as a person reads it: the sum, how each line was decided, what was not used and why, the
/// questions still open, and a last line that says what it comes to.
public struct WorkedSum {
  let explanation: Explanation
  let notices: [Notice]

  public init(_ explanation: Explanation, notices: [Notice]) {
    self.explanation = explanation
    self.notices = notices
  }

  public var document: Document {
    Document("\(name): \(verdict)") {
      Phrase("\(scheme), edition \(edition)")
      for notice in notices {
        if let words = Words(notice.says) { Note(.information, "\(words)") }
      }
      if !explanation.assessment.questions.isEmpty { questions }
      if !explanation.assessment.refusals.isEmpty { refusals }
      if hasSum { sum }
      lines(
        "How it was decided", caption: "The rules that had an effect, in the order in which they were tried",
        isUsed: true
      ) { $0 != .payment && $0 != .statement }
      if explanation.assessment.outcome == .awarded { carried("What payment waits for", .payment) }
      carried("What the letter says", .statement)
      lines("Not used, and why", caption: "The rules that were looked at and had no effect", isUsed: false) { _ in true
      }
      if !explanation.unusedDecisions.isEmpty { unusedDecisions }
      Phrase("\(strong: lastLine)")
    }
  }

  // MARK: Head

  private var name: Words { Words(explanation.given.name, ifBlank: "Case") }
  private var scheme: Words { Words("\(explanation.matrix.body), \(explanation.matrix.title)", ifBlank: "Scheme") }
  private var edition: Words { Words(explanation.matrix.edition, ifBlank: "unknown") }

  private var verdict: Phrase {
    switch explanation.assessment.outcome {
    case .awarded: "an offer of \(totalOffered)"
    case .refused: "refused"
    case .undecided: "not decided yet"
    case .faulty: "cannot be assessed"
    }
  }

  private var totalOffered: Money {
    explanation.assessment.award.map { $0.gross + $0.inKind } ?? .zero
  }

  // MARK: Questions and refusals

  private var questions: Section {
    Section("Questions to answer first") {
      List(
        .numbered,
        explanation.assessment.questions.map { question in
          List.Item("\(words(explanation.ask(question)))") {
            let recording: Phrase = "To record it: \(words(record(question))) (\(paragraphs(question.rule)))"
            Phrase("May be answered by \(who(question)). \(recording)")
          }
        })
    }
  }

  private func who(_ question: Question) -> Phrase {
    let titles = explanation.who(question).map { Phrase(words(explanation.title(ofRole: $0))) }
    return Phrase(listing: titles, before: "or") ?? "whoever prices the case"
  }

  /// How the answer gets into the case file.
  private func record(_ question: Question) -> String {
    switch question.about {
    case .decision: "add a decision about \(explanation.about(question)), with answer, by, on and because."
    case .fact: "add \(explanation.about(question)) to item \(question.item)."
    case .reading: "change the item so that the policy provides for it (reading \(explanation.about(question)))."
    }
  }

  private var refusals: Section {
    Section(explanation.assessment.outcome == .refused ? "Why it is refused" : "What is left out") {
      List(
        .bulleted,
        explanation.assessment.refusals.map { "\(words(explanation.say($0))) (\(paragraphs($0.rule)))" })
    }
  }

  // MARK: Lines

  private func lines(_ heading: Phrase, caption: Phrase, isUsed: Bool, _ isWanted: (Rule.Kind) -> Bool) -> [Block] {
    let rows = explanation.assessment.lines.enumerated().filter { _, line in
      line.finding.isUsed == isUsed && isWanted(explanation.rule(line.rule).kind)
    }
    if rows.isEmpty { return [] }
    let table = Table(
      caption, columns: [.figures("Line"), "What was found", "Paragraph"],
      rows: rows.map { place, line in
        Table.Row(["\(place + 1)", "\(title(line)): \(words(explanation.says(line)))", paragraphs(line)])
      })
    return [.section(Section(heading) { table })]
  }

  private func title(_ line: Line) -> Phrase {
    let title = words(explanation.rule(line.rule).title)
    return line.item == 0 ? "\(title)" : "\(title), item \(line.item)"
  }

  private func carried(_ title: Phrase, _ kind: Rule.Kind) -> [Block] {
    let lines = explanation.assessment.lines.enumerated().filter { _, line in
      line.finding == .carried && explanation.rule(line.rule).kind == kind
    }
    if lines.isEmpty { return [] }
    return [
      .section(
        Section(title) {
          List(
            .bulleted,
            lines.map { _, line in
              let start: Phrase =
                line.item > 0
                ? "Item \(line.item): \(words(explanation.says(line)))" : "\(words(explanation.says(line)))"
              return "\(start) (\(paragraphs(line)))"
            })
        })
    ]
  }

  private var unusedDecisions: Section {
    Section("Decisions on record that no rule asked for") {
      List(.bulleted, explanation.unusedDecisions.map { "\(words($0.about)), by \(words($0.by)) on \($0.on)" })
    }
  }

  func words(_ text: String) -> Words { Words(text, ifBlank: "not stated") }

  func paragraphs(_ rule: Ref<Rule>) -> Phrase { shown(explanation.rule(rule).citations) }

  func paragraphs(_ line: Line) -> Phrase { shown(explanation.citations(of: line)) }

  private func shown(_ citations: [Redress.Citation]) -> Phrase {
    Phrase(words(citations.map { explanation.matrix.shown($0) }.joined(separator: "; ")))
  }
}

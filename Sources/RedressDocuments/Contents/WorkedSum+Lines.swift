import Redress

extension WorkedSum {
  /// A line of the explanation with its number.
  private struct Numbered {
    let number: Int
    let line: Line
    let says: String
  }

  private func lines(where isWanted: (Line, Rule.Kind) -> Bool) -> [Numbered] {
    explanation.assessment.lines.enumerated()
      .filter { isWanted($0.element, explanation.rule($0.element.rule).kind) }
      .map { Numbered(number: $0.offset + 1, line: $0.element, says: explanation.says($0.element)) }
  }

  // MARK: Used

  /// The rules that had an effect, in the order in which they were tried.
  var decided: [Block] {
    let lines = lines { $0.finding.isUsed && $1 != .payment && $1 != .statement }
    if lines.isEmpty { return [] }
    return [.section(Section("How it was decided") { found("The rules that had an effect, in order", lines) })]
  }

  /// What payment waits for, or what the letter says.
  func carried(_ title: Phrase, _ caption: Phrase, _ kind: Rule.Kind) -> [Block] {
    let lines = lines { $0.finding == .carried && $1 == kind }
    if lines.isEmpty { return [] }
    return [
      .section(
        Section(title) {
          table(caption, "What is said", lines) { line in
            line.line.item > 0 ? "Item \(line.line.item): \(words(line.says))" : "\(words(line.says))"
          }
        })
    ]
  }

  // MARK: Not used

  /// The rules that had no effect. Those that share a reason stand together, so that the others can be seen.
  var notUsed: [Block] {
    let lines = lines { line, _ in !line.finding.isUsed }
    if lines.isEmpty { return [] }
    let counts = Dictionary(grouping: lines, by: \.says).mapValues(\.count)
    let isShared = { (line: Numbered) in counts[line.says, default: 0] > 2 }
    let reasons = lines.filter(isShared).map(\.says).reduce(into: [String]()) { all, reason in
      if !all.contains(reason) { all.append(reason) }
    }
    let others = lines.filter { !isShared($0) }
    return [
      .section(
        Section("Not used, and why") {
          if !others.isEmpty { found("Looked at, and without effect here", others) }
          for reason in reasons {
            table("\(words(reason))", "Rule", lines.filter { $0.says == reason }) { title($0.line) }
          }
        })
    ]
  }

  // MARK: Tables

  private func found(_ caption: Phrase, _ lines: [Numbered]) -> Table {
    table(caption, "What was found", lines) { "\(strong: "\(title($0.line)):") \(words($0.says))" }
  }

  private func table(
    _ caption: Phrase, _ header: Phrase, _ lines: [Numbered], _ cell: (Numbered) -> Phrase
  ) -> Table {
    Table(
      caption, columns: [.figures("Line"), .words(header), "Paragraph"],
      rows: lines.map { Table.Row(["\($0.number)", cell($0), paragraphs($0.line)]) })
  }

  private func title(_ line: Line) -> Phrase {
    let title = words(explanation.rule(line.rule).title)
    return line.item == 0 ? "\(title)" : "\(title), item \(line.item)"
  }
}

/// Rules that follow one another and whose lines are known where nothing is said of the facts that they read.
///
/// Most cases say nothing of most rules, so a whole run is passed in one look at those facts.
struct QuietRun: Sendable {
  let rules: Range<Int>
  let reads: FactSet
  /// Where the lines of the run stand in its row; empty for a rule that must always be looked at.
  let lines: Range<Int>
}

/// The runs of a row of rules, and their lines one after another.
struct QuietRuns: Sendable {
  private(set) var runs: ContiguousArray<QuietRun> = []
  private(set) var lines: ContiguousArray<Line> = []

  init() {}

  /// Splits rules into runs. `quiet` gives the finding of a rule and its place where its facts are not stated, `nil`
  /// where it must be looked at.
  init<Prepared>(
    _ rules: ContiguousArray<Prepared>, quiet: (Prepared, Int) -> (rule: Ref<Rule>, reads: FactSet, finding: Finding)?
  ) {
    var start = 0
    while start < rules.count {
      let firstLine = lines.count
      var end = start
      var reads = FactSet()
      while end < rules.count, let known = quiet(rules[end], end) {
        reads.formUnion(known.reads)
        lines.append(Line(rule: known.rule, item: 0, finding: known.finding))
        end += 1
      }
      if lines.count == firstLine { end += 1 }
      runs.append(QuietRun(rules: start..<end, reads: reads, lines: firstLine..<lines.count))
      start = end
    }
  }
}

extension Assessor {
  /// Writes the lines of the runs of which nothing is said, and has each rule of the others looked at.
  @inline(__always)
  func pass(
    _ quiet: QuietRuns, _ facts: CaseFacts, _ sheet: inout Assessment, look: (Range<Int>, inout Assessment) -> Void
  ) {
    for place in quiet.runs.indices {
      let run = quiet.runs[place]
      if !run.lines.isEmpty, facts.isSilent(on: run.reads) {
        sheet.lines.append(contentsOf: quiet.lines[run.lines])
      } else {
        look(run.rules, &sheet)
      }
    }
  }
}

/// Rules that follow one another and whose lines are known where nothing is said of the facts that they read.
///
/// Most cases say nothing of most rules, so a whole run is passed in one look at those facts.
struct QuietRun: Sendable {
  let rules: Range<Int>
  let reads: FactSet
  /// Where the lines of the run stand in its row; empty for a rule that must always be looked at.
  let lines: Range<Int>
  /// Whether it is one rule that is looked at whatever is said, and has its line where it is as quiet.
  let isWatched: Bool
}

/// The runs of a row of rules, and their lines one after another.
struct QuietRuns: Sendable {
  private(set) var runs: ContiguousArray<QuietRun> = []
  private(set) var lines = KeptRow<Line>()
  /// The facts behind each line.
  private(set) var reads = KeptRow<FactSet>()

  init() {}

  /// Splits rules into runs. `quiet` gives the finding of a rule and its place where its facts are not stated, `nil`
  /// where it must be looked at.
  init<Prepared>(
    _ rules: ContiguousArray<Prepared>, quiet: (Prepared, Int) -> (rule: Ref<Rule>, reads: FactSet, finding: Finding)?,
    watched: (Prepared) -> (rule: Ref<Rule>, finding: Finding)? = { _ in nil }
  ) {
    var start = 0
    while start < rules.count {
      let firstLine = lines.count
      var end = start
      var reads = FactSet()
      while end < rules.count, let known = quiet(rules[end], end) {
        reads.formUnion(known.reads)
        lines.add(Line(rule: known.rule, item: 0, finding: known.finding))
        self.reads.add(known.reads)
        end += 1
      }
      let isLookedAt = lines.count == firstLine
      if isLookedAt {
        if let known = watched(rules[start]) {
          lines.add(Line(rule: known.rule, item: 0, finding: known.finding))
          self.reads.add(FactSet())
        }
        end += 1
      }
      runs.append(
        QuietRun(rules: start..<end, reads: reads, lines: firstLine..<lines.count, isWatched: isLookedAt))
      start = end
    }
  }
}

extension Assessor {
  /// Writes the lines of the rules of which nothing is said, a whole run of them at once, and has each of the others
  /// looked at.
  ///
  /// `isAsQuiet` says of a rule whose facts are stated that they leave its line as it is, which is what most facts do:
  /// then the line that has been written may stay.
  @inline(__always)
  func pass(
    _ quiet: borrowing QuietRuns, _ facts: CaseFacts, _ sheet: inout Assessment, isAsQuiet: (Int) -> Bool,
    look: (Int, inout Assessment) -> Void
  ) {
    let said = facts.statedAnywhere
    for place in quiet.runs.indices {
      let rules = quiet.runs[place].rules
      let lines = quiet.runs[place].lines
      if quiet.runs[place].isWatched {
        if lines.isEmpty || !isAsQuiet(rules.lowerBound) {
          look(rules.lowerBound, &sheet)
        } else {
          sheet.lines.add(quiet.lines[lines.lowerBound])
        }
        continue
      }
      let start = sheet.lines.count
      sheet.lines.add(quiet.lines, lines)
      if said.isDisjoint(with: quiet.runs[place].reads) { continue }
      var isKept = true
      for offset in 0..<lines.count {
        let isQuiet = said.isDisjoint(with: quiet.reads[lines.lowerBound + offset])
        if isQuiet || (isKept && isAsQuiet(rules.lowerBound + offset)) {
          if !isKept { sheet.lines.add(quiet.lines[lines.lowerBound + offset]) }
          continue
        }
        // From here on the lines are written one by one, as this rule may write another, or several.
        if isKept { sheet.lines.drop(from: start + offset) }
        isKept = false
        look(rules.lowerBound + offset, &sheet)
      }
    }
  }
}

import Redress

/// Lines of rules that follow one another, where nothing was said of any of their facts: they are the same in every
/// such row, and are copied together.
struct QuietLines {
  /// From a rule on: how many rules, and what they read.
  struct Run {
    var count = 0
    var reads = FactSet()
  }

  private let runs: UnsafePointer<Run>
  /// The lines of a run by the number of its first line, once they were wanted.
  private let texts: UnsafeMutablePointer<ByteRun>
  private let rules: UnsafePointer<RulePieces>
  private let memory: ScanMemory
  /// The numbers of first lines for which texts are kept.
  private static let numbers = 64

  init(_ rules: [RulePieces], _ memory: ScanMemory) {
    var runs = Array(repeating: Run(), count: rules.count)
    for place in rules.indices.reversed() where rules[place].isQuiet {
      if place + 1 < rules.count { runs[place] = runs[place + 1] }
      runs[place].count += 1
      runs[place].reads.formUnion(rules[place].readSet)
    }
    self.runs = memory.place(runs)
    self.rules = memory.place(rules)
    self.memory = memory
    texts = UnsafeMutablePointer(
      mutating: memory.place(Array(repeating: ByteRun.empty, count: rules.count * Self.numbers)))
  }

  /// Writes the lines of a run whose first line is at a place that is not the first. Gives how many lines those are; 0
  /// where the lines differ from those of the run.
  @inline(__always)
  func write(
    _ lines: borrowing KeptRow<Line>, _ place: Int, stated: FactSet, to text: inout RowText
  ) -> Int {
    let first = lines[place].rule.index
    let run = runs[first]
    guard run.count > 1, place > 0, place < Self.numbers, place + run.count <= lines.count,
      stated.isDisjoint(with: run.reads)
    else { return 0 }
    for next in 0..<run.count {
      let line = lines[place + next]
      guard case .doesNotApply = line.finding, line.item == 0, line.rule.index == first + next else { return 0 }
    }
    if texts[first * Self.numbers + place].count == 0 { keep(first, place, run.count) }
    text.copy(texts[first * Self.numbers + place])
    return run.count
  }

  @inline(never)
  private func keep(_ first: Int, _ place: Int, _ count: Int) {
    var bytes: [UInt8] = []
    for next in 0..<count {
      bytes += Array(",{\"line\":\(place + next + 1)".utf8) + rules[first + next].quiet.array
    }
    texts[first * Self.numbers + place] = memory.keep(bytes)
  }
}

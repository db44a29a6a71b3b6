import Redress

/// Writes the ids of the rules that decided a case, in order, each once.
struct CodeMarks {
  /// A mark for each rule whose code the present case has already.
  private let marks: UnsafeMutablePointer<UInt32>
  private var mark: UInt32 = 0

  init(_ matrix: Matrix, in memory: ScanMemory) { marks = memory.room(for: 0, count: matrix.rules.count) }

  /// Adds the codes of a case, with a comma between them. A case at fault has none.
  @inline(__always)
  mutating func add(
    codesOf sheet: borrowing Assessment, _ ids: UnsafePointer<ByteRun>, _ comma: UInt8,
    _ end: inout UnsafeMutablePointer<UInt8>
  ) {
    mark &+= 1
    let start = end
    switch sheet.outcome {
    case .awarded: for place in sheet.deciding { add(sheet.lines[Int(place)].rule, ids, comma, &end) }
    case .refused: for place in sheet.refusals.indices { add(sheet.refusals[place].rule, ids, comma, &end) }
    case .undecided: for place in sheet.questions.indices { add(sheet.questions[place].rule, ids, comma, &end) }
    case .faulty: break
    }
    if end > start { end -= 1 }
  }

  /// Adds an id with a comma behind it, unless the case has it.
  @inline(__always)
  private func add(
    _ rule: Ref<Rule>, _ ids: UnsafePointer<ByteRun>, _ comma: UInt8, _ end: inout UnsafeMutablePointer<UInt8>
  ) {
    if marks[rule.index] == mark { return }
    marks[rule.index] = mark
    end.add(ids[rule.index])
    end.add(comma)
  }
}

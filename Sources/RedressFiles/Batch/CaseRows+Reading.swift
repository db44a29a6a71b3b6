import Redress

/// The slower way, which finds every fault and its place.
extension CaseRows {
  /// Reads a record, which ends with a line feed, and writes its rows. `number` is the number of its line in the file.
  @inline(never)
  mutating func read(_ line: ByteRun, number: Int, to text: inout RowText) {
    if line.isBlank { return }
    for entry in entries(line, number: number) {
      switch entry {
      case .unread(let unread): fault(unread, number: number, to: &text)
      case .outline(let outline):
        do {
          let assessed = try pricer.assess(outline)
          guard open(layouts.layout(of: assessed.edition), to: &text), let lane else {
            preconditionFailure("it was read with this edition")
          }
          tally.count(assessed.explanation.assessment.outcome)
          if !lane.writer.pointee.write(assessed.explanation, number: number, to: &text) {
            var sheet = assessed.explanation.assessment
            assessed.explanation.given.name.withRun {
              lane.writer.pointee.write(&sheet, $0, number: number, to: &text)
            }
          }
        } catch { fault(outline.unread(error), number: number, to: &text) }
      }
    }
  }

  private mutating func fault(_ unread: UnreadCase, number: Int, to text: inout RowText) {
    tally.count(.faulty)
    text.append(RowWriter.bytes(of: unread, number: number, settings, heads: heads?.count ?? 0))
  }

  private func entries(_ line: ByteRun, number: Int) -> [CaseEntry] {
    do {
      guard let heading else {
        return CaseFile.json(
          try SourceText(partOf: settings.name, bytes: line.array, leavingOut: SourceText.Gap(lines: number - 1)))
      }
      let gap = SourceText.Gap(after: heading.lines, lines: number - 1 - heading.lines)
      return CaseFile.table(
        try SourceText(partOf: settings.name, bytes: heading.bytes + line.array, leavingOut: gap),
        heading: heading.heading)
    } catch { return [.unread(UnreadCase(name: nil, scheme: nil, faults: error.sorted))] }
  }
}

extension ByteRun {
  /// Whether there are only blanks in it.
  @inline(__always)
  var isBlank: Bool {
    for place in 0..<count where !start[place].isBlank { return false }
    return true
  }
}

import Redress

/// Cases in rounds: each of a round is scanned, then each is assessed, then the row of each is written.
///
/// The code of one stage fits into the nearest cache of a core, and that of all of them does not. If each case went
/// through all stages before the next, most of it would be fetched anew for each.
extension CaseRows {
  /// Writes the rows of whole records.
  mutating func add(chunkOf buffer: borrowing ByteBuffer, from first: Int, isTable: Bool, to text: inout RowText) {
    let end = Bytes(buffer.start) + buffer.count
    var start = Bytes(buffer.start)
    var line = first
    while start < end {
      let number = settings.numbersLines ? line : 1
      // Of a line that is scanned the end is found with the rest of it.
      if settings.scans, let taken = take(start, number: number, to: &text) {
        line += taken.isOneLine ? 1 : ByteRun(start, upTo: taken.next).lineFeeds
        start = taken.next
        continue
      }
      finishRound(to: &text)
      let next = RecordEnds.first(start, end, isTable: isTable)
      let record = ByteRun(start, upTo: next)
      read(record, number: number, to: &text)
      line += isTable ? record.lineFeeds : 1
      start = next
    }
    // What waits lies in the chunk.
    finishRound(to: &text)
  }

  /// Takes a case into the round, and gives where the record behind it begins, and whether it is known to have no line
  /// feed but its last. `nil` where it is for the reader.
  @inline(__always)
  private mutating func take(
    _ start: Bytes, number: Int, to text: inout RowText
  ) -> (next: Bytes, isOneLine: Bool)? {
    if waiting == Self.mostInRound { finishRound(to: &text) }
    guard let end = scan(start, to: &text), end - start < BatchSettings.longestLine, let lane else { return nil }
    seats[waiting] = Seat(start: start, number: number)
    waiting += 1
    return (end + 1, lane.scans[waiting - 1].isOneLine)
  }

  // MARK: Scanning

  /// Scans a record under the layout of the case before, and under its own where that is another one, and gives where
  /// its line feed stands.
  @inline(__always)
  private mutating func scan(_ start: Bytes, to text: inout RowText) -> Bytes? {
    if let lane {
      let end = scanOnce(start, lane)
      if case .scanned = end { return lane.scans[waiting].at }
      if case .givenUp = end { return nil }
    }
    return scanUnderAnother(start, to: &text)
  }

  private mutating func scanUnderAnother(_ start: Bytes, to text: inout RowText) -> Bytes? {
    for _ in 0..<4 {
      guard let lane else {
        guard open(layouts.any, to: &text) else { return nil }
        continue
      }
      let layout: ScanLayout?
      switch scanOnce(start, lane) {
      case .scanned: return lane.scans[waiting].at
      case .givenUp: return nil
      case .otherScheme(let scheme): layout = layouts.layout(scheme.text, on: nil)
      case .otherEdition:
        let asked = lane.scans[waiting].asked.text
        layout = layouts.layout(layouts.all[current].edition.matrix.scheme, edition: asked)
      case .otherDay(let day): layout = layouts.layout(layouts.all[current].edition.matrix.scheme, on: day)
      }
      guard open(layout, to: &text) else { return nil }
    }
    return nil
  }

  @inline(__always)
  private mutating func scanOnce(_ start: Bytes, _ lane: Lane) -> CaseScan.End {
    let scan = lane.scans + waiting
    scan.pointee.begin(at: start)
    if lane.columnCount == 0 { return scan.pointee.object() }
    if let steps = lane.steps, let end = scan.pointee.columns(steps, lane.columnCount) { return end }
    return scanCells(start, scan)
  }

  /// Scans a row of a table cell by cell.
  @inline(never)
  private mutating func scanCells(_ start: Bytes, _ scan: UnsafeMutablePointer<CaseScan>) -> CaseScan.End {
    guard let heading else { preconditionFailure("a table has a heading") }
    scan.pointee.begin(at: start)
    return scan.pointee.row(plans[current], heading.columns.count, heading.cells.start)
  }

  // MARK: Assessing and writing

  /// Assesses the cases that wait, and writes their rows in order. One that turns out to be at fault is read in its
  /// turn, as the reader knows the places of faults.
  @inline(never)
  mutating func finishRound(to text: inout RowText) {
    guard let lane, waiting > 0 else { return }
    let count = waiting
    waiting = 0
    lane.layout._withUnsafeGuaranteedRef { layout in
      for place in 0..<count { layout.assess(&lane.scans[place].facts, into: &sheets[place]) }
    }
    for place in 0..<count {
      if sheets[place].outcome == .faulty {
        let seat = seats[place]
        read(ByteRun(seat.start, upTo: lane.scans[place].at + 1), number: seat.number, to: &text)
      } else {
        write(place, lane, to: &text)
      }
    }
  }

  @inline(__always)
  private mutating func write(_ place: Int, _ lane: Lane, to text: inout RowText) {
    let (scan, sheet, number) = (lane.scans + place, sheets + place, seats[place].number)
    tally.count(sheet.pointee.outcome)
    if !lane.writer.pointee.knowsWords(of: &sheet.pointee, scan.pointee.name),
      explained(place, lane, number: number, to: &text)
    {
      return
    }
    lane.writer.pointee.write(&sheet.pointee, scan.pointee.name, scan, number: number, to: &text)
  }

  @inline(never)
  private mutating func explained(_ place: Int, _ lane: Lane, number: Int, to text: inout RowText) -> Bool {
    let explanation = lane.layout._withUnsafeGuaranteedRef { layout in
      lane.scans[place].explanation(of: sheets[place], under: layout, officers: settings.officers)
    }
    return lane.writer.pointee.write(explanation, number: number, to: &text)
  }
}

extension CaseScan {
  fileprivate func explanation(
    of sheet: Assessment, under layout: ScanLayout, officers: Officers?
  ) -> Explanation {
    Explanation(of: sheet, given: given, under: layout.edition.matrix, officers: officers)
  }
}

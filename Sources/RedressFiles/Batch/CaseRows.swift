import Redress

/// From the bytes of cases to the bytes of their rows. Each thread of a batch has one of its own.
///
/// A case is scanned and assessed, and its row written, without anything being allocated for it, as long as nothing in
/// it is unusual. One that the scan gives up on is read by ``CaseReader``: its row is the same as without a scan.
struct CaseRows {
  let settings: BatchSettings
  let layouts: ScanLayouts
  let pricer: CasePricer
  /// The heading of a table of cases; `nil` for objects of JSON.
  let heading: BatchHeading?
  /// The columns of the rows, where they are those of a table.
  let heads: [String]?
  var tally = BatchTally()
  let lanes = Lanes()
  /// The lane of the case before, and its place.
  private var lane: Lane?
  private var current = -1
  private var plans: [ColumnPlan] = []
  /// In its place, like what is in a lane.
  private let sheet: UnsafeMutablePointer<Assessment>

  /// What the cases of an edition go through. All of it is used in its place: a copy would count a reference for each
  /// of its parts.
  struct Lane {
    let scan: UnsafeMutablePointer<CaseScan>
    /// Kept by ``layouts``, so that nobody counts its references here.
    let layout: Unmanaged<ScanLayout>
    /// The columns of a table whose rows are read in one go, and how many there are.
    let steps: UnsafePointer<ColumnStep>?
    let columnCount: Int
    let writer: UnsafeMutablePointer<RowWriter>
  }

  /// The lanes by the places of their layouts, and all that is used in its place, to the end of the batch.
  final class Lanes {
    var all: [Lane?] = []
    let sheet = UnsafeMutablePointer<Assessment>.allocate(capacity: 1)

    init() { sheet.initialize(to: Assessment()) }

    deinit {
      sheet.deinitialize(count: 1).deallocate()
      for lane in all {
        lane?.scan.deinitialize(count: 1).deallocate()
        lane?.writer.deinitialize(count: 1).deallocate()
      }
    }
  }

  init(_ settings: BatchSettings, _ heading: BatchHeading?, heads: [String]?, _ layouts: ScanLayouts? = nil) {
    self.settings = settings
    self.heading = heading
    self.heads = heads
    sheet = lanes.sheet
    self.layouts = layouts ?? ScanLayouts(settings.library)
    pricer = CasePricer(self.layouts.editions, today: settings.today, officers: settings.officers)
  }

  /// Writes the rows of one line, which ends with a line feed. `number` is its number in the file.
  mutating func add(_ line: ByteRun, number: Int, isTried: Bool = false, to text: inout RowText) {
    if line.isBlank { return }
    if !isTried, settings.scans, line.count <= BatchSettings.longestLine, scan(line.start) != nil,
      assessed(number: number, to: &text)
    {
      return
    }
    read(line, number: number, to: &text)
  }

  /// Writes the row of a record that ends wherever its scan does, and gives where the next one begins. `nil` where it
  /// must be added as a line.
  @inline(__always)
  mutating func addRecord(at start: Bytes, number: Int, to text: inout RowText) -> Bytes? {
    guard let end = scan(start), end - start < BatchSettings.longestLine, assessed(number: number, to: &text) else {
      return nil
    }
    return end + 1
  }

  /// Whether the record that was added last holds no line feed but its last.
  @inline(__always)
  var wasOneLine: Bool { lane?.scan.pointee.isOneLine ?? false }

  // MARK: Scanning

  /// Scans a line under the layout of the line before, and under its own where that is another one,
  /// and gives where its line feed stands.
  @inline(__always)
  private mutating func scan(_ start: Bytes) -> Bytes? {
    if let lane {
      let end = scanOnce(start, lane)
      if case .scanned = end { return lane.scan.pointee.at }
      if case .givenUp = end { return nil }
    }
    return scanUnderAnother(start)
  }

  private mutating func scanUnderAnother(_ start: Bytes) -> Bytes? {
    for _ in 0..<4 {
      guard let lane else {
        guard open(layouts.any) else { return nil }
        continue
      }
      switch scanOnce(start, lane) {
      case .scanned: return lane.scan.pointee.at
      case .givenUp: return nil
      case .otherScheme(let scheme): guard open(layouts.layout(scheme.text, on: nil)) else { return nil }
      case .otherEdition:
        let asked = lane.scan.pointee.asked.text
        guard open(layouts.layout(layouts.all[current].edition.matrix.scheme, edition: asked)) else { return nil }
      case .otherDay(let day):
        guard open(layouts.layout(layouts.all[current].edition.matrix.scheme, on: day)) else { return nil }
      }
    }
    return nil
  }

  @inline(__always)
  private mutating func scanOnce(_ start: Bytes, _ lane: Lane) -> CaseScan.End {
    lane.scan.pointee.begin(at: start)
    if lane.columnCount == 0 { return lane.scan.pointee.object() }
    if let steps = lane.steps, let end = lane.scan.pointee.columns(steps, lane.columnCount) { return end }
    return scanCells(start, lane)
  }

  /// Scans a row of a table cell by cell.
  @inline(never)
  private mutating func scanCells(_ start: Bytes, _ lane: Lane) -> CaseScan.End {
    guard let heading else { preconditionFailure("a table has a heading") }
    lane.scan.pointee.begin(at: start)
    return lane.scan.pointee.row(plans[current], heading.columns.count, heading.cells.start)
  }

  private mutating func open(_ layout: ScanLayout?) -> Bool {
    guard let layout else { return false }
    while lanes.all.count <= layout.place {
      lanes.all.append(nil)
      plans.append(ColumnPlan([], layout))
    }
    current = layout.place
    lane = lanes.all[current] ?? made(layout)
    return true
  }

  private mutating func made(_ layout: ScanLayout) -> Lane {
    let scan = UnsafeMutablePointer<CaseScan>.allocate(capacity: 1)
    scan.initialize(to: CaseScan(layout))
    let writer = UnsafeMutablePointer<RowWriter>.allocate(capacity: 1)
    writer.initialize(to: RowWriter(layout.edition, settings, heads: heads))
    let columns = heading?.columns ?? []
    let lane = Lane(
      scan: scan, layout: .passUnretained(layout),
      steps: ColumnSteps.steps(columns, layout, in: writer.pointee.pieces.memory), columnCount: columns.count,
      writer: writer)
    lanes.all[layout.place] = lane
    plans[layout.place] = ColumnPlan(columns, layout)
    return lane
  }

  /// Assesses the case that was scanned and writes its row. Faults are for the reader, which knows their places.
  @inline(__always)
  private mutating func assessed(number: Int, to text: inout RowText) -> Bool {
    guard let lane else { return false }
    lane.layout._withUnsafeGuaranteedRef { $0.assess(&lane.scan.pointee.facts, into: &sheet.pointee) }
    if sheet.pointee.outcome == .faulty { return false }
    tally.count(sheet.pointee.outcome)
    if !lane.writer.pointee.knowsWords(of: &sheet.pointee, lane.scan.pointee.name),
      explained(lane, number: number, to: &text)
    {
      return true
    }
    lane.writer.pointee.write(&sheet.pointee, lane.scan.pointee.name, lane.scan, number: number, to: &text)
    return true
  }

  @inline(never)
  private mutating func explained(_ lane: Lane, number: Int, to text: inout RowText) -> Bool {
    let explanation = lane.scan.pointee.explanation(
      of: sheet.pointee, under: layouts.all[current], officers: settings.officers)
    return lane.writer.pointee.write(explanation, number: number, to: &text)
  }

  // MARK: Reading

  /// The slower way, which finds every fault and its place.
  private mutating func read(_ line: ByteRun, number: Int, to text: inout RowText) {
    for entry in entries(line, number: number) {
      switch entry {
      case .unread(let unread): fault(unread, number: number, to: &text)
      case .outline(let outline):
        do {
          let assessed = try pricer.assess(outline)
          guard open(layouts.layout(of: assessed.edition)), let lane else {
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

extension CaseScan {
  func explanation(of sheet: Assessment, under layout: ScanLayout, officers: Officers?) -> Explanation {
    Explanation(of: sheet, given: given, under: layout.edition.matrix, officers: officers)
  }
}

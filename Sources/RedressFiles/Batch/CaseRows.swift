import Redress

/// From the bytes of cases to the bytes of their rows. Each thread of a batch has one of its own.
///
/// A case is scanned and assessed, and its row written, without anything being allocated for it. One that the scan
/// gives up on is read by ``CaseReader``; its row is the same as if there were no scan.
struct CaseRows {
  let settings: BatchSettings
  let layouts: ScanLayouts
  let pricer: CasePricer
  /// The heading of a table of cases; `nil` for objects of JSON.
  let heading: BatchHeading?
  /// The columns of the rows, where they are those of a table.
  let heads: [String]?
  var tally = BatchTally()
  /// Scans and writers are used in their places: a copy would count a reference for each of their parts.
  private var scans: [UnsafeMutablePointer<CaseScan>] = []
  private var writers: [UnsafeMutablePointer<RowWriter>] = []
  private var plans: [ColumnPlan] = []
  private var current = -1
  private var sheet = Assessment()

  init(_ settings: BatchSettings, _ heading: BatchHeading?, heads: [String]?) {
    self.settings = settings
    self.heading = heading
    self.heads = heads
    layouts = ScanLayouts(settings.library)
    pricer = CasePricer(layouts.editions, today: settings.today, officers: settings.officers)
  }

  /// Writes the rows of one line, which ends with a line feed. `number` is its number in the file.
  mutating func add(_ line: ByteRun, number: Int, to text: inout RowText) {
    if line.isBlank { return }
    if settings.scans, line.count <= BatchSettings.longestLine, scan(line), assessed(number: number, to: &text) {
      return
    }
    read(line, number: number, to: &text)
  }

  // MARK: Scanning

  /// Scans a line under the layout of the line before, and under its own where that is another one.
  private mutating func scan(_ line: ByteRun) -> Bool {
    for _ in 0..<4 {
      guard current >= 0 else {
        guard open(layouts.any) else { return false }
        continue
      }
      switch scanOnce(line) {
      case .scanned: return true
      case .givenUp: return false
      case .otherScheme(let scheme): guard open(layouts.layout(scheme.text, on: nil)) else { return false }
      case .otherEdition:
        let asked = scans[current].pointee.asked.text
        guard open(layouts.layout(layouts.all[current].edition.matrix.scheme, edition: asked)) else { return false }
      case .otherDay(let day):
        guard open(layouts.layout(layouts.all[current].edition.matrix.scheme, on: day)) else { return false }
      }
    }
    return false
  }

  @inline(__always)
  private mutating func scanOnce(_ line: ByteRun) -> CaseScan.End {
    scans[current].pointee.begin(at: line.start)
    guard let heading else { return scans[current].pointee.object() }
    return scans[current].pointee.row(plans[current], heading.columns.count, heading.cells.start)
  }

  private mutating func open(_ layout: ScanLayout?) -> Bool {
    guard let layout else { return false }
    while scans.count <= layout.place {
      let next = layouts.all[scans.count]
      let scan = UnsafeMutablePointer<CaseScan>.allocate(capacity: 1)
      scan.initialize(to: CaseScan(next))
      scans.append(scan)
      let writer = UnsafeMutablePointer<RowWriter>.allocate(capacity: 1)
      writer.initialize(to: RowWriter(next.edition, settings, heads: heads))
      writers.append(writer)
      plans.append(ColumnPlan(heading?.columns ?? [], next))
    }
    current = layout.place
    return true
  }

  /// Assesses the case that was scanned and writes its row. Faults are for the reader, which knows their places.
  private mutating func assessed(number: Int, to text: inout RowText) -> Bool {
    layouts.all[current].assess(&scans[current].pointee, into: &sheet)
    if sheet.outcome == .faulty { return false }
    tally.count(sheet.outcome)
    if !writers[current].pointee.knowsWords(of: sheet, scans[current].pointee.name) {
      let explanation = scans[current].pointee.explanation(
        of: sheet, under: layouts.all[current], officers: settings.officers)
      if writers[current].pointee.write(explanation, number: number, to: &text) { return true }
    }
    writers[current].pointee.write(
      sheet, scans[current].pointee.name, scans[current], number: number, to: &text)
    return true
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
          guard open(layouts.layout(of: assessed.edition)) else { preconditionFailure("it was read with this edition") }
          tally.count(assessed.explanation.assessment.outcome)
          if !writers[current].pointee.write(assessed.explanation, number: number, to: &text) {
            var name = Array(assessed.explanation.given.name.utf8)
            let count = name.count
            name += Array(repeating: 0, count: ByteBuffer.padding)
            name.withUnsafeBufferPointer { name in
              writers[current].pointee.write(
                assessed.explanation.assessment, ByteRun(name.baseAddress!, count), number: number, to: &text)
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
        try SourceText(partOf: settings.name, bytes: heading.bytes + line.array, leavingOut: gap))
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

import Redress

/// From the bytes of cases to the bytes of their rows. Each thread of a batch has one of its own.
///
/// A case is scanned and assessed, and its row written, without anything being allocated for it, as long as nothing in
/// it is unusual. One that the scan gives up on is read by ``CaseReader``: its row is the same as without a scan.
///
/// Cases go through the three stages in rounds (`CaseRows+Rounds.swift`).
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
  var lane: Lane?
  var current = -1
  var plans: [ColumnPlan] = []
  /// How many cases of this round were scanned. All of them are of this lane.
  var waiting = 0
  /// Where each case of the round begins.
  let seats: UnsafeMutablePointer<Seat>
  /// What each case of the round comes to.
  let sheets: UnsafeMutablePointer<Assessment>

  /// How many cases a round has at most.
  static let mostInRound = 16

  /// Where a case of a round stands in the input.
  struct Seat: BitwiseCopyable {
    let start: Bytes
    let number: Int
  }

  /// What the cases of an edition go through. All of it is used in its place: a copy would count a reference for each
  /// of its parts.
  struct Lane {
    /// One for each case of a round.
    let scans: UnsafeMutablePointer<CaseScan>
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
    let seats = UnsafeMutablePointer<Seat>.allocate(capacity: mostInRound)
    let sheets = UnsafeMutablePointer<Assessment>.allocate(capacity: mostInRound)

    // Each has storage of its own: one that is shared would be copied when it is first written to.
    init() { for place in 0..<mostInRound { (sheets + place).initialize(to: Assessment()) } }

    deinit {
      seats.deallocate()
      sheets.deinitialize(count: mostInRound).deallocate()
      for lane in all {
        lane?.scans.deinitialize(count: mostInRound).deallocate()
        lane?.writer.deinitialize(count: 1).deallocate()
      }
    }
  }

  init(_ settings: BatchSettings, _ heading: BatchHeading?, heads: [String]?, _ layouts: ScanLayouts? = nil) {
    self.settings = settings
    self.heading = heading
    self.heads = heads
    (seats, sheets) = (lanes.seats, lanes.sheets)
    self.layouts = layouts ?? ScanLayouts(settings.library)
    pricer = CasePricer(self.layouts.editions, today: settings.today, officers: settings.officers)
  }

  // MARK: Lanes

  /// Goes on under another layout. What waits is finished first, as it is of the lane before.
  mutating func open(_ layout: ScanLayout?, to text: inout RowText) -> Bool {
    guard let layout else { return false }
    finishRound(to: &text)
    while lanes.all.count <= layout.place {
      lanes.all.append(nil)
      plans.append(ColumnPlan([], layout))
    }
    current = layout.place
    lane = lanes.all[current] ?? made(layout)
    return true
  }

  private mutating func made(_ layout: ScanLayout) -> Lane {
    let scans = UnsafeMutablePointer<CaseScan>.allocate(capacity: Self.mostInRound)
    for place in 0..<Self.mostInRound { (scans + place).initialize(to: CaseScan(layout)) }
    let writer = UnsafeMutablePointer<RowWriter>.allocate(capacity: 1)
    writer.initialize(to: RowWriter(layout.edition, settings, heads: heads))
    let columns = heading?.columns ?? []
    let lane = Lane(
      scans: scans, layout: .passUnretained(layout),
      steps: ColumnSteps.steps(columns, layout, in: writer.pointee.pieces.memory), columnCount: columns.count,
      writer: writer)
    lanes.all[layout.place] = lane
    plans[layout.place] = ColumnPlan(columns, layout)
    return lane
  }
}

import Redress

/// Assesses recorded cases from their bytes, one after another. For a sound case nothing is allocated.
///
/// What it gives up on is for ``CaseReader``, and where both have an answer it is the same. It is used by one strand at
/// a time.
package final class CaseScanner {
  /// An edition that can be scanned under.
  package struct Lane {
    /// Its place among the editions that were asked for, from 0.
    package let place: Int
    /// The edition.
    package let edition: MatrixLibrary.Edition
    fileprivate let scan: UnsafeMutablePointer<CaseScan>
    fileprivate let layout: ScanLayout
    fileprivate let writer: UnsafeMutablePointer<ResultWriter>
  }

  private let layouts: ScanLayouts
  private var lanes: [Lane] = []
  private var bytes = ByteBuffer(capacity: 4096)
  private var text = ByteBuffer(capacity: 4096)
  /// Where the codes begin in the result that was written last.
  private var codes = 0
  /// What the case came to that was assessed last.
  package private(set) var sheet = Assessment()

  /// A scanner that reads editions from a library, each once.
  package init(_ library: MatrixLibrary) { layouts = ScanLayouts(library) }

  deinit {
    for lane in lanes {
      lane.scan.deinitialize(count: 1).deallocate()
      lane.writer.deinitialize(count: 1).deallocate()
    }
  }

  // MARK: Editions

  /// An edition by its name; `nil` where there is none that can be scanned under.
  package func lane(of scheme: String, _ edition: EditionName) -> Lane? {
    layouts.layout(scheme, edition: edition.description).map { lane($0) }
  }

  /// The edition that the date of the case selects that was assessed last, under one of the same scheme; `nil` where
  /// the scan cannot tell.
  package func lane(selectedUnder lane: Lane) -> Lane? {
    let tables = lane.layout.tables
    for place in 0..<tables.pointee.selectingCount {
      guard let day = lane.scan.pointee.facts.statedValue(Ref(tables.pointee.selecting[place])) else { continue }
      if day >= tables.pointee.firstDay, day < tables.pointee.endDay { return lane }
      return layouts.layout(lane.edition.matrix.scheme, on: day).map { self.lane($0) }
    }
    return nil
  }

  private func lane(_ layout: ScanLayout) -> Lane {
    while lanes.count <= layout.place {
      let next = layouts.all[lanes.count]
      let scan = UnsafeMutablePointer<CaseScan>.allocate(capacity: 1)
      scan.initialize(to: CaseScan(next))
      let writer = UnsafeMutablePointer<ResultWriter>.allocate(capacity: 1)
      writer.initialize(to: ResultWriter(next.edition))
      lanes.append(Lane(place: lanes.count, edition: next.edition, scan: scan, layout: next, writer: writer))
    }
    return lanes[layout.place]
  }

  // MARK: Assessment

  /// Takes the bytes of a case, which stands on one line.
  package func take(_ line: [UInt8]) {
    bytes.count = 0
    bytes.reserve(line.count + 1)
    line.withUnsafeBufferPointer { bytes.append($0) }
    (bytes.start + bytes.count).pointee = .lineFeed
    bytes.count += 1
    bytes.pad()
  }

  /// Assesses the case that was taken under an edition, whichever it asks for. Gives whether it could.
  package func assess(under lane: Lane) -> Bool {
    lane.scan.pointee.begin(at: UnsafePointer(bytes.start))
    switch lane.scan.pointee.object() {
    case .scanned, .otherEdition, .otherDay: break
    case .otherScheme, .givenUp: return false
    }
    guard lane.scan.pointee.at == UnsafePointer(bytes.start + bytes.count - 1) else { return false }
    lane.layout.assess(&lane.scan.pointee.facts, into: &sheet)
    return sheet.outcome != .faulty
  }

  /// The facts of the case that was assessed last.
  package func facts(under lane: Lane) -> CaseFacts { lane.scan.pointee.facts }

  /// The answer to the case that was assessed last, with its words.
  package func explanation(under lane: Lane) -> Explanation {
    Explanation(of: sheet, given: lane.scan.pointee.given, under: lane.edition.matrix)
  }

  // MARK: Results

  /// Writes what the case came to that was assessed last, as one object of JSON that ends with the codes.
  package func writeResult(under lane: Lane) {
    lane.writer.pointee.write(sheet, to: &text)
    codes = lane.writer.pointee.codes
  }

  /// Whether the result that was written last has exactly these bytes.
  package func resultIs(_ other: [UInt8]) -> Bool { agrees(other, upTo: text.count) && other.count == text.count }

  /// Whether it has these bytes up to its codes.
  package func resultBeforeCodesIs(_ other: [UInt8]) -> Bool { agrees(other, upTo: codes) }

  private func agrees(_ other: [UInt8], upTo end: Int) -> Bool {
    guard other.count >= end else { return false }
    return other.withUnsafeBufferPointer { other in
      var place = 0
      while place < end, other[place] == text.start[place] { place += 1 }
      return place == end
    }
  }
}

/// Writes what cases of an edition come to, from the sheet to bytes: the outcome, the sums of each item, those of the
/// whole, who signs, the last day and the codes.
private struct ResultWriter {
  private var pieces: EditionPieces
  private let start: ByteRun
  private var marks: CodeMarks
  /// Where the codes begin.
  private(set) var codes = 0

  init(_ edition: MatrixLibrary.Edition) {
    pieces = EditionPieces(edition, heads: [])
    start = pieces.memory.keep("{\"outcome\":\"")
    marks = CodeMarks(edition.matrix, in: pieces.memory)
  }

  mutating func write(_ sheet: borrowing Assessment, to text: inout ByteBuffer) {
    text.count = 0
    let parts = sheet.items.count + sheet.lines.count + sheet.refusals.count + sheet.questions.count
    text.reserve(pieces.longest * (parts + 2))
    var end = text.start
    end.add(start)
    if sheet.outcome == .awarded {
      award(sheet, &end)
    } else {
      for byte in sheet.outcome.rawValue.utf8 { end.add(byte) }
      end.add(UInt8(ascii: "\""))
    }
    codes = end - text.start
    end.add(pieces.literals.pointee.codes)
    marks.add(codesOf: sheet, pieces.rules, UInt8(ascii: ","), &end)
    end.add(UInt8(ascii: "]"))
    end.add(UInt8(ascii: "}"))
    text.count = end - text.start
  }

  private mutating func award(_ sheet: borrowing Assessment, _ end: inout UnsafeMutablePointer<UInt8>) {
    guard let award = sheet.award else { preconditionFailure("an award has its sums") }
    let literals = pieces.literals
    end.add(literals.pointee.awarded)
    for place in sheet.items.indices {
      if place > 0 { end.add(UInt8(ascii: ",")) }
      item(sheet.items[place], &end)
    }
    end.add(literals.pointee.gross)
    end.add(award.gross)
    end.add(literals.pointee.alreadyPaid)
    end.add(award.alreadyPaid)
    pieces.add(settlementOf: award, &end)
  }

  private mutating func item(_ item: Assessment.Item, _ end: inout UnsafeMutablePointer<UInt8>) {
    let literals = pieces.literals
    end.add(pieces.heads[item.head.index])
    end.add(item.amount)
    end.add(literals.pointee.alreadyPaid)
    end.add(item.alreadyPaid)
    pieces.add(settlementOf: item, &end)
  }
}

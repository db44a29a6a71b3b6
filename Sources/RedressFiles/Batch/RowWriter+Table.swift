import Redress

/// Rows of a table, with the names of CONTRACT as columns: lists are joined by `;`, and roles that may sign in place of
/// one another by `|`.
extension RowWriter {
  static let columns = [
    "case", "scheme", "edition", "outcome", "gross", "already-paid", "set-off", "payable", "in-kind", "authority",
    "last-day-to-accept", "codes", "line", "faults",
  ]

  /// The heading of a table of rows: the fixed columns, one for each head, and one for heads without a column.
  static func heading(_ heads: [String], _ explanation: RowExplanation) -> [UInt8] {
    let more = explanation == .full ? ["explanation"] : []
    return Array(((columns + heads + ["other-heads"] + more).map(CSVText.cell).joined(separator: ",") + "\n").utf8)
  }

  /// Writes a row whose last column, if it has one for what explains it, is yet to come.
  mutating func writeTable(_ sheet: inout Assessment, _ name: ByteRun, number: Int, to text: inout RowText) {
    if name.isPlainCell { text.append(name) } else { text.append(CSVText.bytes(name.text)) }
    text.reserve(pieces.longest &* (sheet.items.count &+ sheet.lines.count &+ 2) &+ pieces.columnCount)
    var end = text.end
    end.add(UInt8(ascii: ","))
    end.add(pieces.cells)
    if sheet.outcome == .awarded {
      sums(of: &sheet, &end)
    } else {
      end.add(sheet.outcome == .refused ? pieces.literals.pointee.refusedCells : pieces.literals.pointee.undecidedCells)
    }
    if explanation != .none { codes.add(codesOf: sheet, pieces.ids, UInt8(ascii: ";"), &end) }
    end.add(UInt8(ascii: ","))
    end.add(number: UInt64(truncatingIfNeeded: number))
    end.add(UInt8(ascii: ","))
    heads(of: &sheet, &end)
    text.close(at: end)
  }

  /// Writes a row with what explains it.
  mutating func writeTable(_ words: Explanation, number: Int, to text: inout RowText) {
    var sheet = words.assessment
    words.given.name.withRun { writeTable(&sheet, $0, number: number, to: &text) }
    let lines = words.assessment.lines.map { "\(words.rule($0.rule).id): \(words.says($0))" }
    text.append([UInt8(ascii: ",")] + CSVText.bytes(lines.joined(separator: "; ")))
    text.append(.lineFeed)
  }

  @inline(__always)
  private mutating func sums(of sheet: inout Assessment, _ end: inout UnsafeMutablePointer<UInt8>) {
    guard let award = sheet.award else { preconditionFailure("an award has its sums") }
    end.add(pieces.literals.pointee.awardedCell)
    end.add(award.gross)
    end.add(UInt8(ascii: ","))
    end.add(award.alreadyPaid)
    end.add(UInt8(ascii: ","))
    end.add(award.setOff)
    end.add(UInt8(ascii: ","))
    end.add(award.payable)
    end.add(UInt8(ascii: ","))
    end.add(award.inKind)
    end.add(UInt8(ascii: ","))
    end.add(pieces.signers(award.authority).cell)
    end.add(UInt8(ascii: ","))
    if let day = award.lastDayToAccept { end.add(day) }
    end.add(UInt8(ascii: ","))
  }

  /// The amounts of the items by their heads, those of one head joined; none where nothing is awarded.
  @inline(__always)
  private mutating func heads(of sheet: inout Assessment, _ end: inout UnsafeMutablePointer<UInt8>) {
    let isAwarded = sheet.outcome == .awarded
    for column in 0..<pieces.columnCount {
      end.add(UInt8(ascii: ","))
      guard isAwarded else { continue }
      var isFirst = true
      for place in sheet.items.indices where pieces.columns[sheet.items[place].head.index] == column {
        if !isFirst { end.add(UInt8(ascii: ";")) }
        isFirst = false
        end.add(sheet.items[place].amount)
      }
    }
    end.add(UInt8(ascii: ","))
    guard isAwarded, pieces.hasOtherHeads else { return }
    var isFirst = true
    for place in sheet.items.indices where pieces.columns[sheet.items[place].head.index] < 0 {
      if !isFirst { end.add(UInt8(ascii: ";")) }
      isFirst = false
      end.add(pieces.headNames[sheet.items[place].head.index])
      end.add(UInt8(ascii: "="))
      end.add(sheet.items[place].amount)
    }
  }

  static func tableRow(of unread: UnreadCase, number: Int, heads: Int, explanation: RowExplanation) -> [UInt8] {
    let faults = unread.faults.map { fault in
      let place = fault.place.map { "\($0)" } ?? fault.file ?? "the file"
      return "\(fault.code.rawValue) at \(place): \(fault.says) \(fault.mend)"
    }
    let start = [unread.name ?? "", unread.scheme ?? "", "", "faulty"] + Array(repeating: "", count: 8)
    let end = Array(repeating: "", count: heads + 1 + (explanation == .full ? 1 : 0))
    let cells = start + ["\(number)", faults.joined(separator: "; ")] + end
    return Array((cells.map(CSVText.cell).joined(separator: ",") + "\n").utf8)
  }
}

extension String {
  /// Its bytes for the length of a call, with the padding that a run has behind it.
  func withRun(_ body: (ByteRun) -> Void) {
    var bytes = Array(utf8)
    let count = bytes.count
    bytes += Array(repeating: 0, count: ByteBuffer.padding)
    bytes.withUnsafeBufferPointer { body(ByteRun($0.baseAddress!, count)) }
  }
}

extension ByteRun {
  /// Whether it may stand in a cell as it is: printable ASCII that no spreadsheet takes for a formula. It has padding
  /// behind it.
  @inline(__always)
  var isPlainCell: Bool {
    guard count > 0, start.pointee != UInt8(ascii: "="), start.pointee != UInt8(ascii: "+"),
      start.pointee != UInt8(ascii: "-"), start.pointee != UInt8(ascii: "@")
    else { return false }
    return isPrintable(without: UInt8(ascii: ","), UInt8(ascii: ";"))
  }

  /// Whether it stands in JSON as it is: printable ASCII without a quote or a backslash. It has padding behind it.
  @inline(__always)
  var isPlain: Bool { isPrintable(without: UInt8(ascii: "\\"), UInt8(ascii: "\\")) }

  /// Whether it is printable ASCII without quotes and two other characters.
  @inline(__always)
  private func isPrintable(without one: UInt8, _ other: UInt8) -> Bool {
    var place = 0
    while place < count {
      let word = (start + place).word
      let marks =
        word.marks(of: UInt8(ascii: "\"")) | word.marks(of: one) | word.marks(of: other) | word.marks(of: 0x7F)
        | word.marksOfUnusual
      if marks != 0 { return marks.firstMark >= count &- place }
      place &+= 8
    }
    return true
  }
}

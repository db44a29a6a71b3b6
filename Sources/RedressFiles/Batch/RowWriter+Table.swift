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

  mutating func write(
    _ sheet: borrowing Assessment, _ name: ByteRun, named: String?, number: Int, explained: Explanation?,
    to text: inout RowText
  ) {
    if named == nil, name.isPlainCell { text.append(name) } else { text.append(CSVText.bytes(named ?? name.text)) }
    text.reserve(pieces.longest &* (sheet.items.count &+ sheet.lines.count &+ 2) &+ pieces.columnCount)
    var end = text.end
    end.add(UInt8(ascii: ","))
    end.add(pieces.cells)
    if sheet.outcome == .awarded {
      sums(of: sheet, &end)
      if explanation != .none { codes(ofAward: sheet, pieces.ids, UInt8(ascii: ";"), &end) }
    } else {
      end.add(sheet.outcome == .refused ? pieces.literals.pointee.refusedCells : pieces.literals.pointee.undecidedCells)
      if explanation != .none { codes(ofOther: sheet, pieces.ids, UInt8(ascii: ";"), &end) }
    }
    end.add(UInt8(ascii: ","))
    end.add(number: UInt64(truncatingIfNeeded: number))
    end.add(UInt8(ascii: ","))
    heads(of: sheet, &end)
    text.close(at: end)
    if let explained {
      let words = explained.assessment.lines.map { "\(explained.rule($0.rule).id): \(explained.says($0))" }
      text.append([UInt8(ascii: ",")] + CSVText.bytes(words.joined(separator: "; ")))
    }
    text.append(.lineFeed)
  }

  @inline(__always)
  private mutating func sums(of sheet: borrowing Assessment, _ end: inout UnsafeMutablePointer<UInt8>) {
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
  private func heads(of sheet: borrowing Assessment, _ end: inout UnsafeMutablePointer<UInt8>) {
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

extension CSVText {
  static func bytes(_ text: String) -> [UInt8] { Array(cell(text).utf8) }
}

extension ByteRun {
  /// Whether it may stand in a cell as it is: printable ASCII that no spreadsheet takes for a formula.
  @inline(__always)
  var isPlainCell: Bool {
    guard count > 0, start.pointee != UInt8(ascii: "="), start.pointee != UInt8(ascii: "+"),
      start.pointee != UInt8(ascii: "-"), start.pointee != UInt8(ascii: "@")
    else { return false }
    for place in 0..<count {
      let byte = start[place]
      if byte < 0x20 || byte > 0x7E { return false }
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") { return false }
    }
    return true
  }

  /// Whether it stands in JSON as it is: printable ASCII without a quote or a backslash.
  @inline(__always)
  var isPlain: Bool {
    for place in 0..<count {
      let byte = start[place]
      if byte < 0x20 || byte > 0x7E || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return false }
    }
    return true
  }
}

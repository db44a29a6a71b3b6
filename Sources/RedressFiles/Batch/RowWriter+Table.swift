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
    text.reserve(1024 + name.count)
    if named == nil, name.isPlainCell { text.add(name) } else { text.append(CSVText.bytes(named ?? name.text)) }
    text.add(UInt8(ascii: ","))
    text.append(pieces.cells)
    switch sheet.outcome {
    case .awarded: sums(of: sheet, &text)
    case .refused: text.add("refused,,,,,,,,")
    case .undecided: text.add("undecided,,,,,,,,")
    case .faulty: text.add("faulty,,,,,,,,")
    }
    if explanation != .none { codes(of: sheet, quoted: false, &text) }
    text.reserve(512)
    text.add(UInt8(ascii: ","))
    text.add(number: UInt64(number))
    text.add(UInt8(ascii: ","))
    heads(of: sheet, &text)
    if let explained {
      let words = explained.assessment.lines.map { "\(explained.rule($0.rule).id): \(explained.says($0))" }
      text.append([UInt8(ascii: ",")] + CSVText.bytes(words.joined(separator: "; ")))
    }
    text.append([.lineFeed])
  }

  private func sums(of sheet: borrowing Assessment, _ text: inout RowText) {
    guard let award = sheet.award else { preconditionFailure("an award has its sums") }
    text.add("awarded,")
    text.add(award.gross)
    text.add(UInt8(ascii: ","))
    text.add(award.alreadyPaid)
    text.add(UInt8(ascii: ","))
    text.add(award.setOff)
    text.add(UInt8(ascii: ","))
    text.add(award.payable)
    text.add(UInt8(ascii: ","))
    text.add(award.inKind)
    text.add(UInt8(ascii: ","))
    text.append(pieces.signers(award.authority).cell)
    text.add(UInt8(ascii: ","))
    if let day = award.lastDayToAccept { text.add(day) }
    text.add(UInt8(ascii: ","))
  }

  /// The amounts of the items by their heads, those of one head joined; none where nothing is awarded.
  private func heads(of sheet: borrowing Assessment, _ text: inout RowText) {
    text.reserve(64 + pieces.columnCount + sheet.items.count * 128)
    for column in 0..<pieces.columnCount {
      text.add(UInt8(ascii: ","))
      guard sheet.outcome == .awarded else { continue }
      var isFirst = true
      for item in sheet.items where pieces.columns[item.head.index] == column {
        if !isFirst { text.add(UInt8(ascii: ";")) }
        isFirst = false
        text.add(item.amount)
      }
    }
    text.add(UInt8(ascii: ","))
    guard sheet.outcome == .awarded else { return }
    var isFirst = true
    for item in sheet.items where pieces.columns[item.head.index] < 0 {
      text.append(Array("\(isFirst ? "" : ";")\(pieces.matrix.heads[ref: item.head].name)=".utf8))
      isFirst = false
      text.reserve(64)
      text.add(item.amount)
    }
  }

  static func tableRow(of unread: UnreadCase, number: Int, heads: Int, explanation: RowExplanation) -> [UInt8] {
    let faults = unread.faults.map { fault in
      "\(fault.code.rawValue) at \(fault.place.map { "\($0)" } ?? fault.file ?? "the file"): \(fault.says) \(fault.mend)"
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
      if byte < 0x20 || byte > 0x7E || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: ",") { return false }
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

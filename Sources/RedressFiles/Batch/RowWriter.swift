import Redress

/// Writes the rows of an edition, from the sheet of a case straight to bytes.
///
/// What rows have in common is made once (``EditionPieces``). A row is the object that `price --json` prints, without
/// what its ``RowExplanation`` leaves out, or the same as a row of a table.
struct RowWriter {
  let explanation: RowExplanation
  let form: RowForm
  let ownNotices: [Notice]
  var pieces: EditionPieces
  /// For the lines of full rows; `nil` where rows have none.
  private let lines: LinePieces?
  var codes: CodeMarks

  init(_ edition: MatrixLibrary.Edition, _ settings: BatchSettings, heads: [String]?) {
    explanation = settings.explanation
    form = settings.form
    ownNotices = Notice.notices(of: edition.matrix, today: settings.today)
    pieces = EditionPieces(edition, heads: heads ?? [])
    let hasLines = settings.explanation == .full && settings.form == .ndjson
    lines = hasLines ? LinePieces(edition.matrix, notices: ownNotices, officers: settings.officers) : nil
    codes = CodeMarks(edition.matrix, in: pieces.memory)
  }

  /// Whether the row can be written without an explanation in words. Of an outcome that was not seen before the words
  /// are made once.
  @inline(__always)
  mutating func knowsWords(of sheet: inout Assessment, _ name: ByteRun) -> Bool {
    guard explanation != .full || lines != nil else { return false }
    switch sheet.outcome {
    case .awarded, .refused:
      return form == .csv || (name.isPlain && !pieces.hasPayees && pieces.knowsRefusals(of: sheet))
    default: return form == .csv
    }
  }

  /// Writes a row that takes words, or keeps the words of its refusals and gives `false`.
  mutating func write(_ words: Explanation, number: Int, to text: inout RowText) -> Bool {
    if form == .csv {
      if explanation != .full { return false }
      writeTable(words, number: number, to: &text)
      return true
    }
    let isDecided = words.assessment.outcome == .awarded || words.assessment.outcome == .refused
    if isDecided, pieces.learn(words), explanation != .full, words.given.name.isPlainJSON { return false }
    var json = AssessmentJSON()
    let notices = explanation == .full ? ownNotices + Notice.notices(of: words) : []
    text.append(json.bytes(of: words, digest: pieces.digest, notices: notices, explanation: explanation))
    text.append([.lineFeed])
    return true
  }

  /// Writes a row whose words are known. The sheet is only read; it is `inout` so that it is read in its place.
  @inline(__always)
  mutating func write(
    _ sheet: inout Assessment, _ name: ByteRun, _ scan: UnsafeMutablePointer<CaseScan>? = nil, number: Int,
    to text: inout RowText
  ) {
    if form == .csv {
      writeTable(&sheet, name, number: number, to: &text)
      return text.append(.lineFeed)
    }
    var room = pieces.longest &* (sheet.items.count &+ sheet.lines.count &+ 2) &+ name.count
    for place in sheet.refusals.indices { room &+= pieces.words(ofRefusal: place).count &+ 1 }
    text.reserve(room)
    var end = text.end
    if sheet.outcome == .awarded {
      end = award(sheet, name, end)
    } else {
      end.add(pieces.literals.pointee.start)
      end.add(name)
      end.add(pieces.head)
      end.add(pieces.literals.pointee.refused)
    }
    if !sheet.refusals.isEmpty { end = refusals(sheet, end) }
    if explanation != .none {
      end.add(pieces.literals.pointee.codes)
      codes.add(codesOf: sheet, pieces.rules, UInt8(ascii: ","), &end)
      end.add(UInt8(ascii: "]"))
    }
    text.close(at: end)
    if let lines, let scan { lines.write(sheet, scan, to: &text) }
    text.append(UInt8(ascii: "}"))
    text.append(UInt8.lineFeed)
  }

  /// The row of what could not be assessed.
  static func bytes(of unread: UnreadCase, number: Int, _ settings: BatchSettings, heads: Int) -> [UInt8] {
    if settings.form == .csv {
      return tableRow(of: unread, number: number, heads: heads, explanation: settings.explanation)
    }
    var json = AssessmentJSON()
    return json.bytes(ofFaulty: unread.name, scheme: unread.scheme, faults: unread.faults) + [.lineFeed]
  }
}

extension String {
  /// Whether it stands in JSON as it is: printable ASCII without a quote or a backslash.
  fileprivate var isPlainJSON: Bool {
    utf8.allSatisfy { $0 >= 0x20 && $0 <= 0x7E && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
  }
}

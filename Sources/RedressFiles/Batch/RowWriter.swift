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
  /// A mark for each rule whose code the present row has already.
  private let marks: UnsafeMutablePointer<UInt32>
  private var mark: UInt32 = 0

  init(_ edition: MatrixLibrary.Edition, _ settings: BatchSettings, heads: [String]?) {
    explanation = settings.explanation
    form = settings.form
    ownNotices = Notice.notices(of: edition.matrix, today: settings.today)
    pieces = EditionPieces(edition, heads: heads ?? [])
    let hasLines = settings.explanation == .full && settings.form == .ndjson
    lines = hasLines ? LinePieces(edition.matrix, notices: ownNotices, officers: settings.officers) : nil
    marks = pieces.memory.room(for: 0, count: edition.matrix.rules.count)
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
      if sheet.outcome == .awarded {
        codes(ofAward: sheet, pieces.rules, UInt8(ascii: ","), &end)
      } else {
        codes(ofOther: sheet, pieces.rules, UInt8(ascii: ","), &end)
      }
      end.add(UInt8(ascii: "]"))
    }
    text.close(at: end)
    if let lines, let scan { lines.write(sheet, scan, to: &text) }
    text.append(UInt8(ascii: "}"))
    text.append(UInt8.lineFeed)
  }

  /// The ids of the rules that decided an award, in order, each once.
  @inline(__always)
  mutating func codes(
    ofAward sheet: borrowing Assessment, _ ids: UnsafePointer<ByteRun>, _ comma: UInt8,
    _ end: inout UnsafeMutablePointer<UInt8>
  ) {
    let start = beginCodes(end)
    for place in sheet.deciding { code(sheet.lines[Int(place)].rule, ids, comma, &end) }
    endCodes(start, &end)
  }

  /// The same of a refusal, or of an open question.
  @inline(__always)
  mutating func codes(
    ofOther sheet: borrowing Assessment, _ ids: UnsafePointer<ByteRun>, _ comma: UInt8,
    _ end: inout UnsafeMutablePointer<UInt8>
  ) {
    let start = beginCodes(end)
    if sheet.outcome == .refused {
      for place in sheet.refusals.indices { code(sheet.refusals[place].rule, ids, comma, &end) }
    } else {
      for place in sheet.questions.indices { code(sheet.questions[place].rule, ids, comma, &end) }
    }
    endCodes(start, &end)
  }

  @inline(__always)
  private mutating func beginCodes(_ end: UnsafeMutablePointer<UInt8>) -> UnsafeMutablePointer<UInt8> {
    mark &+= 1
    return end
  }

  /// Writes an id with a comma behind it, unless the row has it.
  @inline(__always)
  private func code(
    _ rule: Ref<Rule>, _ ids: UnsafePointer<ByteRun>, _ comma: UInt8, _ end: inout UnsafeMutablePointer<UInt8>
  ) {
    if marks[rule.index] == mark { return }
    marks[rule.index] = mark
    end.add(ids[rule.index])
    end.add(comma)
  }

  /// Takes back the last comma.
  @inline(__always)
  private func endCodes(_ start: UnsafeMutablePointer<UInt8>, _ end: inout UnsafeMutablePointer<UInt8>) {
    if end > start { end -= 1 }
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

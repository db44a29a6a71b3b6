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
  private var marks: ContiguousArray<UInt32>
  private var mark: UInt32 = 0

  init(_ edition: MatrixLibrary.Edition, _ settings: BatchSettings, heads: [String]?) {
    explanation = settings.explanation
    form = settings.form
    ownNotices = Notice.notices(of: edition.matrix, today: settings.today)
    pieces = EditionPieces(edition, heads: heads ?? [])
    let hasLines = settings.explanation == .full && settings.form == .ndjson
    lines = hasLines ? LinePieces(edition.matrix, notices: ownNotices, officers: settings.officers) : nil
    marks = ContiguousArray(repeating: 0, count: edition.matrix.rules.count)
  }

  /// Whether the row can be written without an explanation in words. Of an outcome that was not seen before the words
  /// are made once.
  @inline(__always)
  mutating func knowsWords(of sheet: borrowing Assessment, _ name: ByteRun) -> Bool {
    guard explanation != .full || lines != nil else { return false }
    switch sheet.outcome {
    case .awarded, .refused: return form == .csv || (name.isPlain && pieces.knowsRefusals(of: sheet))
    default: return form == .csv
    }
  }

  /// Writes a row that takes words, or keeps the words of its refusals and gives `false`.
  mutating func write(_ words: Explanation, number: Int, to text: inout RowText) -> Bool {
    if form == .csv {
      if explanation != .full { return false }
      write(words.assessment, ByteRun.empty, named: words.given.name, number: number, explained: words, to: &text)
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

  /// Writes a row whose words are known.
  mutating func write(
    _ sheet: borrowing Assessment, _ name: ByteRun, _ scan: UnsafeMutablePointer<CaseScan>? = nil, number: Int,
    to text: inout RowText
  ) {
    if form == .csv { return write(sheet, name, named: nil, number: number, explained: nil, to: &text) }
    text.reserve(1024 + name.count)
    text.add("{\"format\":\"redress-assessment/1\",\"case\":\"")
    text.add(name)
    text.append(pieces.head)
    if sheet.outcome == .awarded { award(sheet, &text) } else { text.add("refused\"") }
    if !sheet.refusals.isEmpty { refusals(sheet, &text) }
    if explanation != .none {
      text.add(",\"codes\":[")
      codes(of: sheet, quoted: true, &text)
      text.add(UInt8(ascii: "]"))
    }
    if let lines, let scan { lines.write(sheet, scan, to: &text) }
    text.add("}\n")
  }

  /// The ids of the rules that decided, in order, each once.
  mutating func codes(of sheet: borrowing Assessment, quoted: Bool, _ text: inout RowText) {
    mark &+= 1
    var isFirst = true
    switch sheet.outcome {
    case .awarded:
      for place in sheet.lines.indices where sheet.lines[place].decides {
        code(sheet.lines[place].rule, quoted, &isFirst, &text)
      }
    case .refused: for refusal in sheet.refusals { code(refusal.rule, quoted, &isFirst, &text) }
    case .undecided: for question in sheet.questions { code(question.rule, quoted, &isFirst, &text) }
    case .faulty: break
    }
  }

  @inline(__always)
  private mutating func code(_ rule: Ref<Rule>, _ quoted: Bool, _ isFirst: inout Bool, _ text: inout RowText) {
    if marks[rule.index] == mark { return }
    marks[rule.index] = mark
    if !isFirst { text.add(quoted ? UInt8(ascii: ",") : UInt8(ascii: ";")) }
    isFirst = false
    text.append(quoted ? pieces.rules[rule.index] : pieces.ids[rule.index])
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

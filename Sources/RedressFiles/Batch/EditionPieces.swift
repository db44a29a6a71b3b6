import Redress

/// What the rows of an edition have in common, as bytes that are only copied.
struct EditionPieces {
  let matrix: Matrix
  let digest: String
  /// From the end of the reference to the outcome, of JSON.
  let head: [UInt8]
  /// From the start of an item to its amount, for each head.
  let heads: [[UInt8]]
  /// The ids of the rules, quoted.
  let rules: [[UInt8]]
  /// The ids of the rules as they are.
  let ids: [[UInt8]]
  /// Scheme and edition as cells of a table.
  let cells: [UInt8]
  /// The column of each head in a table; -1 where it has none of its own.
  let columns: ContiguousArray<Int>
  let columnCount: Int
  private let signers: KnownSigners
  private var refusals: [(key: RefusalKey, text: [UInt8])] = []

  /// What the words of a refusal depend on, as ``Explanation/say(_:)`` finds them.
  private struct RefusalKey: Equatable {
    let rule: Ref<Rule>
    let item: Int
    /// The step of a window; -1 where the rule is none.
    let step: Int
  }

  init(_ edition: MatrixLibrary.Edition, heads names: [String]) {
    matrix = edition.matrix
    digest = edition.digest.text
    func quoted(_ text: String) -> [UInt8] {
      var writer = JSONWriter()
      writer.string(text)
      return writer.bytes
    }
    let scheme = quoted(matrix.scheme)
    head =
      Array("\",\"scheme\":".utf8) + scheme + Array(",\"edition\":".utf8) + quoted(matrix.edition)
      + Array(",\"edition-digest\":".utf8) + quoted(digest) + Array(",\"outcome\":\"".utf8)
    heads = matrix.heads.map { Array("{\"head\":".utf8) + quoted($0.name) + Array(",\"amount\":\"".utf8) }
    rules = matrix.rules.map { quoted($0.id) }
    ids = matrix.rules.map { Array($0.id.utf8) }
    cells = Array("\(CSVText.cell(matrix.scheme)),\(CSVText.cell(matrix.edition)),".utf8)
    columns = ContiguousArray(matrix.heads.map { names.firstIndex(of: $0.name) ?? -1 })
    columnCount = names.count
    signers = KnownSigners(matrix)
  }

  /// The signers of an award.
  @inline(__always)
  func signers(_ signing: Signing) -> KnownSigners.Text { signers.text(of: signing) }

  // MARK: Refusals

  func knowsRefusals(of sheet: borrowing Assessment) -> Bool {
    for refusal in sheet.refusals where place(of: key(refusal, in: sheet)) == nil { return false }
    return true
  }

  /// Keeps the words of the refusals of a case. `false` where there are so many different ones that none are kept.
  mutating func learn(_ words: Explanation) -> Bool {
    for refusal in words.assessment.refusals {
      let key = key(refusal, in: words.assessment)
      if place(of: key) != nil { continue }
      if refusals.count >= 512 { return false }
      refusals.append((key, AssessmentJSON.bytes(of: refusal, words)))
    }
    return true
  }

  func words(of refusal: Refusal, in sheet: borrowing Assessment) -> [UInt8] {
    refusals[place(of: key(refusal, in: sheet))!].text
  }

  private func place(of key: RefusalKey) -> Int? { refusals.firstIndex { $0.key == key } }

  private func key(_ refusal: Refusal, in sheet: borrowing Assessment) -> RefusalKey {
    var ofItem: Finding?
    var ofCase: Finding?
    for line in sheet.lines where line.rule == refusal.rule {
      if line.item == refusal.item, ofItem == nil { ofItem = line.finding }
      if line.item == 0, ofCase == nil { ofCase = line.finding }
    }
    let step: Int
    switch ofItem ?? ofCase {
    case .late(let count), .declined(let count, _): step = count.step
    default: step = -1
    }
    return RefusalKey(rule: refusal.rule, item: refusal.item, step: step)
  }
}

/// Who signs what, in the forms of rows. There are few different answers, each worked out once.
final class KnownSigners {
  struct Text {
    let json: [UInt8]
    let cell: [UInt8]
  }

  private let matrix: Matrix
  private var known: ContiguousArray<(signing: Signing, text: Text)> = []

  init(_ matrix: Matrix) { self.matrix = matrix }

  @inline(__always)
  func text(of signing: Signing) -> Text {
    for place in known.indices where known[place].signing == signing { return known[place].text }
    return learn(signing)
  }

  private func learn(_ signing: Signing) -> Text {
    let sets = matrix.signers(signing).map { $0.map { matrix.roles[ref: $0].name } }
    var writer = JSONWriter()
    writer.array(sets) { json, set in json.strings(set) }
    let cell = CSVText.cell(sets.map { $0.joined(separator: "|") }.joined(separator: ";"))
    let text = Text(json: writer.bytes, cell: Array(cell.utf8))
    if known.count >= 256 { known.removeAll() }
    known.append((signing, text))
    return text
  }
}

import Redress

/// What the rows of an edition have in common, as bytes that are only copied.
struct EditionPieces {
  let matrix: Matrix
  let digest: String
  let literals: UnsafePointer<RowLiterals>
  /// From the end of the reference to the outcome, of JSON.
  let head: ByteRun
  /// From the start of an item to its amount, for each head.
  let heads: UnsafePointer<ByteRun>
  /// The names of the forms of each head, quoted.
  let forms: UnsafePointer<UnsafePointer<ByteRun>>
  /// The ids of the rules, quoted.
  let rules: UnsafePointer<ByteRun>
  /// The ids of the rules as they are.
  let ids: UnsafePointer<ByteRun>
  /// Scheme and edition as cells of a table.
  let cells: ByteRun
  /// The column of each head in a table; -1 where it has none of its own.
  let columns: UnsafePointer<Int>
  let columnCount: Int
  let headNames: UnsafePointer<ByteRun>
  /// Whether a head has no column of its own.
  let hasOtherHeads: Bool
  /// At least as many bytes as one item, or one code, or all that a row has besides can take.
  let longest: Int
  let hasPayees: Bool
  let memory: ScanMemory
  private var signers: KnownSigners
  private var refusals: ContiguousArray<(key: RefusalKey, text: ByteRun)> = []
  /// Where the words of each refusal of a case stand.
  private var found: ContiguousArray<Int> = []
  /// Whether a rule is a window, so that its words depend on the step.
  private let isWindow: UnsafePointer<Bool>

  /// What the words of a refusal depend on, as ``Explanation/say(_:)`` finds them.
  private struct RefusalKey: Equatable {
    let rule: Ref<Rule>
    let item: Int
    /// The step of a window; -1 where the rule is none.
    let step: Int
  }

  init(_ edition: MatrixLibrary.Edition, heads names: [String]) {
    let memory = ScanMemory()
    self.memory = memory
    matrix = edition.matrix
    digest = edition.digest.text
    literals = memory.keep([RowLiterals(in: memory)])
    hasPayees = matrix.payees != nil
    func quoted(_ text: String) -> String {
      var writer = JSONWriter()
      writer.string(text)
      return String(decoding: writer.bytes, as: UTF8.self)
    }
    head = memory.keep(
      "\",\"scheme\":\(quoted(matrix.scheme)),\"edition\":\(quoted(matrix.edition))"
        + ",\"edition-digest\":\(quoted(digest)),\"outcome\":\"")
    heads = memory.keep(matrix.heads.map { memory.keep("{\"head\":\(quoted($0.name)),\"amount\":\"") })
    let choices = edition.matrix.heads.map { $0.forms.map { edition.matrix.facts[ref: $0.fact].choices } ?? [] }
    forms = memory.keep(choices.map { memory.keep($0.map { memory.keep(quoted($0.name)) }) })
    rules = memory.keep(matrix.rules.map { memory.keep(quoted($0.id)) })
    ids = memory.keep(matrix.rules.map { memory.keep($0.id) })
    cells = memory.keep("\(CSVText.cell(matrix.scheme)),\(CSVText.cell(matrix.edition)),")
    columns = memory.keep(matrix.heads.map { names.firstIndex(of: $0.name) ?? -1 })
    columnCount = names.count
    headNames = memory.keep(matrix.heads.map { memory.keep($0.name) })
    hasOtherHeads = matrix.heads.contains { !names.contains($0.name) }
    let words = matrix.heads.map(\.name) + matrix.rules.map(\.id) + matrix.facts.flatMap { $0.choices.map(\.name) }
    let roles = matrix.roles.reduce(0) { $0 + $1.name.utf8.count * 6 + 8 }
    longest =
      1024 + head.count + (words.map { $0.utf8.count * 6 }.max() ?? 0) * 2 + roles * max(matrix.authority.count, 1)
    let windows = Set((matrix.windows + [matrix.acceptance].compactMap(\.self)).map(\.rule))
    isWindow = memory.keep(matrix.rules.refs.map { windows.contains($0) })
    signers = KnownSigners(matrix, in: memory)
  }

  /// The signers of an award.
  @inline(__always)
  mutating func signers(_ signing: Signing) -> KnownSigners.Text { signers.text(of: signing) }

  // MARK: Refusals

  /// Finds the words of the refusals of a case, for ``words(ofRefusal:)``. `false` where they must be learnt.
  mutating func knowsRefusals(of sheet: borrowing Assessment) -> Bool {
    found.removeAll(keepingCapacity: true)
    for index in sheet.refusals.indices {
      guard let place = place(of: key(sheet.refusals[index], in: sheet)) else { return false }
      found.append(place)
    }
    return true
  }

  /// Keeps the words of the refusals of a case. `false` where there are so many different ones that none are kept.
  mutating func learn(_ words: Explanation) -> Bool {
    for refusal in words.assessment.refusals {
      let key = key(refusal, in: words.assessment)
      if place(of: key) != nil { continue }
      if refusals.count >= 512 { return false }
      refusals.append((key, memory.keep(AssessmentJSON.bytes(of: refusal, words))))
    }
    return knowsRefusals(of: words.assessment)
  }

  /// The words of the refusal at a place of the case that was asked about last.
  func words(ofRefusal index: Int) -> ByteRun { refusals[found[index]].text }

  // These two change nothing, and are `mutating` only so that the pieces are used in their place and not copied.

  private mutating func place(of key: RefusalKey) -> Int? {
    for place in refusals.indices where refusals[place].key == key { return place }
    return nil
  }

  private mutating func key(_ refusal: Refusal, in sheet: borrowing Assessment) -> RefusalKey {
    guard isWindow[refusal.rule.index] else { return RefusalKey(rule: refusal.rule, item: refusal.item, step: -1) }
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
struct KnownSigners {
  struct Text {
    let json: ByteRun
    let cell: ByteRun
  }

  private let matrix: Matrix
  private let memory: ScanMemory
  private var known: ContiguousArray<(signing: Signing, text: Text)> = []

  init(_ matrix: Matrix, in memory: ScanMemory) {
    self.matrix = matrix
    self.memory = memory
  }

  @inline(__always)
  mutating func text(of signing: Signing) -> Text {
    for place in known.indices where known[place].signing == signing { return known[place].text }
    return learn(signing)
  }

  /// Ladders have few steps, so that the different answers of an edition are few.
  @inline(never)
  private mutating func learn(_ signing: Signing) -> Text {
    let sets = matrix.signers(signing).map { $0.map { matrix.roles[ref: $0].name } }
    var writer = JSONWriter()
    writer.array(sets) { json, set in json.strings(set) }
    let cell = CSVText.cell(sets.map { $0.joined(separator: "|") }.joined(separator: ";"))
    let text = Text(json: memory.keep(writer.bytes), cell: memory.keep(cell))
    known.append((signing, text))
    return text
  }
}

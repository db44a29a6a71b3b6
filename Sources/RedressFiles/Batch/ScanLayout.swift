import Redress

/// What a scan must know of an edition: which name is which fact, head or decision, and where each may stand.
///
/// The tables are plain memory, so that a scan that looks into them a hundred times for each case counts no references.
struct ScanTables {
  let scheme: ByteRun
  let edition: ByteRun
  let format: ByteRun
  /// The keys of a case, of a receipt and of a decision, and the answers of one.
  let keys, receiptKeys, decisionKeys, answers: NameTable
  let facts, heads, decisions: NameTable
  let months: MonthTable
  /// What each fact is, by its place, and the names of its choices.
  let kinds: UnsafePointer<FactKind>
  let choices: UnsafePointer<NameTable>
  let ofCase: FactSet
  /// What an item may state, by the place of its head.
  let ofItems: UnsafePointer<FactSet>
  /// The facts whose day selects this edition where none is asked for, in the order in which they are looked for.
  let selecting: UnsafePointer<Int>
  let selectingCount: Int
  /// The days on which it is in force; none where the scan cannot tell.
  let firstDay, endDay: Int64

  /// How the bytes of a fact are read.
  enum FactKind: UInt8, BitwiseCopyable {
    case date, money, flag, count, choice
    // From here on a value is more than a number.
    case text, percent, receipts
    /// A key that is no fact.
    case none
  }

  /// How many facts there are. In ``facts`` the other keys of an item stand behind them.
  let factCount: Int
  let caseSteps, factSteps, itemSteps: KeySteps
  /// From the end of an item to that of the name of the next one's head.
  let headSteps: KeySteps
  let referenceKeys, letterKeys: PassedKeys

  /// Room for the keys of objects that are passed over, of which none may stand twice.
  let keysSeen: UnsafeMutablePointer<ByteRun>
  /// Room for the numbers of an object, which are stated together.
  let stated: UnsafeMutablePointer<CaseFacts.Stated>
  static let mostKeysSeen = 64

  /// Places of the keys of an item that are no facts, counted from the last fact.
  static let head = 0, by = 1, because = 2
}

/// An edition made ready for scanning.
final class ScanLayout {
  let edition: MatrixLibrary.Edition
  /// Where it stands among the layouts of its ``ScanLayouts``.
  let place: Int
  /// In their place, so that nothing of them is copied for each case.
  let tables: UnsafePointer<ScanTables>
  private let assessor: Assessor
  private let memory: ScanMemory

  /// The cases that an edition is selected for, where none is asked for.
  struct Selection {
    let facts: [Ref<Fact>]
    let days: Range<Int64>
  }

  /// `nil` where a fact has the name of another key of an item, so that names alone do not tell what is meant.
  init?(_ opened: OpenEditions.Opened, place: Int, selection: Selection) {
    let matrix = opened.edition.matrix
    if matrix.facts.contains(where: { ScanTables.others.contains($0.name) }) { return nil }
    let memory = ScanMemory()
    self.memory = memory
    self.place = place
    edition = opened.edition
    assessor = opened.assessor
    let tables = UnsafeMutablePointer<ScanTables>.allocate(capacity: 1)
    tables.initialize(to: ScanTables(opened.edition, selection, in: memory))
    self.tables = UnsafePointer(tables)
  }

  deinit { tables.deallocate() }

  /// Assesses the facts of a scan, where they lie.
  @inline(never)
  func assess(_ facts: inout CaseFacts, into sheet: inout Assessment) { assessor.assess(facts, into: &sheet) }
}

extension ScanTables {
  /// The keys of an item that are no facts.
  fileprivate static let others = ["head", "by", "because"]

  fileprivate init(_ edition: MatrixLibrary.Edition, _ selection: ScanLayout.Selection, in memory: ScanMemory) {
    let matrix = edition.matrix
    let names = matrix.facts.map(\.name)
    factCount = names.count
    caseSteps = KeySteps(keys: CaseOutline.keys.count, in: memory)
    factSteps = KeySteps(keys: names.count + Self.others.count, openings: 2, in: memory)
    itemSteps = KeySteps(keys: names.count + Self.others.count, openings: 2, in: memory)
    headSteps = KeySteps(keys: matrix.heads.count, in: memory)
    referenceKeys = PassedKeys(in: memory)
    letterKeys = PassedKeys(in: memory)
    scheme = memory.keep(matrix.scheme)
    self.edition = memory.keep(edition.name.description)
    format = memory.keep(CaseOutline.format)
    keys = NameTable(CaseOutline.keys, in: memory)
    receiptKeys = NameTable(["amount", "for", "on"], in: memory)
    decisionKeys = NameTable(CaseReader.decisionKeys, in: memory)
    answers = NameTable(["decline", "accept"], in: memory)
    facts = NameTable(names + Self.others, in: memory)
    heads = NameTable(matrix.heads.map(\.name), in: memory)
    decisions = NameTable(matrix.decisions.map(\.name), in: memory)
    months = MonthTable(in: memory)
    stated = memory.room(for: CaseFacts.Stated(Ref(0), 0), count: names.count)
    keysSeen = memory.room(for: ByteRun.empty, count: Self.mostKeysSeen)
    kinds = memory.keep(matrix.facts.map { FactKind($0.kind) })
    choices = memory.keep(matrix.facts.map { NameTable($0.choices.map(\.name), in: memory) })
    let stated = matrix.facts.refs.filter { matrix.facts[ref: $0].derivation == nil }
    ofCase = FactSet(stated.filter { matrix.facts[ref: $0].reach != .ofItem })
    let either = stated.filter { matrix.facts[ref: $0].reach == .ofEither }
    ofItems = memory.keep(
      matrix.heads.refs.map { head in
        FactSet(
          either
            + matrix.factsOfItems(under: head).filter { fact in
              matrix.facts[ref: fact].reach == .ofItem && matrix.facts[ref: fact].derivation == nil
            })
      })
    selecting = memory.keep(selection.facts.map(\.index))
    selectingCount = selection.facts.count
    (firstDay, endDay) = (selection.days.lowerBound, selection.days.upperBound)
  }
}

extension ScanTables.FactKind {
  fileprivate init(_ kind: Fact.Kind) {
    switch kind {
    case .date: self = .date
    case .money: self = .money
    case .flag: self = .flag
    case .count: self = .count
    case .percent: self = .percent
    case .text: self = .text
    case .receipts: self = .receipts
    case .choice: self = .choice
    }
  }
}

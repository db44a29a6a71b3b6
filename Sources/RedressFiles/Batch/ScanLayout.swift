import Redress

/// What a scan must know of an edition: which name is which fact, head or decision, and where each may stand.
final class ScanLayout {
  let edition: MatrixLibrary.Edition
  let assessor: Assessor
  /// Where it stands among the layouts of its ``ScanLayouts``.
  let place: Int
  let scheme: [UInt8]
  let schemeName: String
  let name: [UInt8]
  let facts: NameTable
  let heads: NameTable
  let decisions: NameTable
  let keys = NameTable(CaseOutline.keys)
  let receiptKeys = NameTable(["amount", "for", "on"])
  let decisionKeys = NameTable(CaseReader.decisionKeys)
  let answers = NameTable(["decline", "accept"])
  let format = Array(CaseOutline.format.utf8)
  let months = MonthTable()
  /// What each fact is, by its place.
  let kinds: ContiguousArray<FactKind>
  let ofCase: FactSet
  /// What an item may state, by the place of its head.
  let ofItems: ContiguousArray<FactSet>
  let selection: Selection

  /// How the bytes of a fact are read.
  enum FactKind {
    case date, money, flag, count, percent, text, receipts
    case choice(NameTable)
  }

  /// The cases that this edition is selected for, where none is asked for.
  struct Selection {
    /// The facts whose day selects, in the order in which they are looked for.
    let facts: [Ref<Fact>]
    /// The days on which it is the edition in force; empty where the scan cannot tell.
    let days: Range<Int64>
  }

  /// Places in ``facts`` of the keys of an item that are no facts.
  static let head = 1000, by = 1001, because = 1002

  /// `nil` where a fact has the name of another key of an item, so that names alone do not tell what is meant.
  init?(_ opened: OpenEditions.Opened, place: Int, selection: Selection) {
    edition = opened.edition
    assessor = opened.assessor
    self.place = place
    self.selection = selection
    let matrix = edition.matrix
    scheme = Array(matrix.scheme.utf8)
    schemeName = matrix.scheme
    name = Array(edition.name.description.utf8)
    let own = [("head", Self.head), ("by", Self.by), ("because", Self.because)]
    if matrix.facts.contains(where: { fact in own.contains { $0.0 == fact.name } }) { return nil }
    facts = NameTable(matrix.facts.enumerated().map { ($1.name, $0) } + own.map { (name: $0.0, place: $0.1) })
    heads = NameTable(matrix.heads.map(\.name))
    decisions = NameTable(matrix.decisions.map(\.name))
    kinds = ContiguousArray(matrix.facts.map { FactKind($0.kind) })
    let stated = matrix.facts.refs.filter { matrix.facts[ref: $0].derivation == nil }
    ofCase = FactSet(stated.filter { matrix.facts[ref: $0].reach != .ofItem })
    let either = stated.filter { matrix.facts[ref: $0].reach == .ofEither }
    ofItems = ContiguousArray(
      matrix.heads.refs.map { head in
        FactSet(
          either + matrix.factsOfItems(under: head).filter { fact in
            matrix.facts[ref: fact].reach == .ofItem && matrix.facts[ref: fact].derivation == nil
          })
      })
  }
}

extension ScanLayout.FactKind {
  init(_ kind: Fact.Kind) {
    switch kind {
    case .date: self = .date
    case .money: self = .money
    case .flag: self = .flag
    case .count: self = .count
    case .percent: self = .percent
    case .text: self = .text
    case .receipts: self = .receipts
    case .choice(let choices): self = .choice(NameTable(choices.map(\.name)))
    }
  }
}

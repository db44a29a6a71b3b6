import Redress

/// Prices cases under two editions of their scheme, whatever edition they would select themselves.
///
/// A fact that only one of the two knows is passed over under the other, so that cases which state what the new edition
/// needs can still be priced under the old one.
public struct CaseComparison {
  private let old: MatrixLibrary.Edition
  private let new: MatrixLibrary.Edition
  private let assessors: (old: Assessor, new: Assessor)

  /// What came of one entry of a file of cases.
  public enum Result: Sendable {
    /// What it comes to under both editions.
    case compared(CaseChange)
    /// It is of another scheme.
    case ofAnotherScheme
    /// Not even its scheme is known.
    case unread(UnreadCase)
    /// It does not come out the same a second time, so that neither answer is given.
    case unchecked(name: String, [Discrepancy])
  }

  /// A comparison of two editions.
  public init(old: MatrixLibrary.Edition, new: MatrixLibrary.Edition) {
    self.old = old
    self.new = new
    assessors = (old.assessor, new.assessor)
  }

  /// What one entry of a file comes to.
  public func compare(_ entry: CaseEntry) -> Result {
    switch entry {
    case .unread(let unread): return .unread(unread)
    case .outline(let outline):
      guard outline.scheme == new.matrix.scheme else { return .ofAnotherScheme }
      let (before, doubts) = side(outline.without(unknown(to: old, but: new)), old, assessors.old)
      let (after, others) = side(outline.without(unknown(to: new, but: old)), new, assessors.new)
      let name = outline.name ?? "\(outline.source.place(of: outline.span))"
      guard doubts.isEmpty, others.isEmpty else { return .unchecked(name: name, doubts + others) }
      return .compared(CaseChange(name: name, old: before, new: after))
    }
  }

  private func unknown(to edition: MatrixLibrary.Edition, but other: MatrixLibrary.Edition) -> Set<String> {
    Set(other.matrix.facts.map(\.name)).subtracting(edition.matrix.facts.map(\.name))
  }

  private func side(
    _ outline: CaseOutline, _ edition: MatrixLibrary.Edition, _ assessor: Assessor
  ) -> (CaseChange.Side, [Discrepancy]) {
    let matrix = edition.matrix
    let reading = CaseReader.read(outline, under: matrix)
    let (assessment, faults) = reading.assess(with: assessor)
    guard faults.isEmpty else { return (faulty(faults), []) }
    let explanation = Explanation(of: assessment, given: reading.given, under: matrix)
    let doubts = recheck(
      assessment, of: reading.given.facts, under: matrix, calendar: edition.calendar?.calendar)
    let reasons =
      switch assessment.outcome {
      case .refused: assessment.refusals.map { explanation.rule($0.rule).id }
      case .undecided: assessment.questions.map { explanation.about($0) }
      case .faulty, .awarded: [String]()
      }
    let side = CaseChange.Side(
      outcome: assessment.outcome, award: CaseChange.Award(assessment, under: matrix), reasons: reasons, missing: [])
    return (side, doubts)
  }

  private func faulty(_ faults: FaultList) -> CaseChange.Side {
    let words = ExampleOutcome(faults: FaultList(faults.sorted))
    let missing = faults.sorted.filter { $0.code == .factMissing }.compactMap { fault in
      fault.says.split(separator: "`", maxSplits: 2, omittingEmptySubsequences: false).dropFirst().first.map(
        String.init)
    }
    return CaseChange.Side(
      outcome: .faulty, award: nil, reasons: (words["faults"] ?? "").split(separator: ", ").map(String.init),
      missing: missing)
  }
}

extension CaseOutline {
  /// The case without some facts, wherever it states them.
  fileprivate func without(_ facts: Set<String>) -> CaseOutline {
    if facts.isEmpty { return self }
    func without(_ node: Node) -> Node {
      node.entries.map { Node(.map($0.filter { !facts.contains($0.key) }), at: node.span) } ?? node
    }
    let entries = (node.entries ?? []).map { entry in
      let value =
        switch entry.key {
        case "facts": without(entry.value)
        case "items": entry.value.list.map { Node(.list($0.map(without)), at: entry.value.span) } ?? entry.value
        default: entry.value
        }
      return Node.Entry(key: entry.key, keySpan: entry.keySpan, value: value)
    }
    return CaseOutline(
      name: name, scheme: scheme, edition: edition, source: source, node: Node(.map(entries), at: node.span),
      span: span, faults: faults)
  }
}

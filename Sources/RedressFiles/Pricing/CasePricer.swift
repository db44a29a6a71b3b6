import Redress

/// What came of a case: the answer with what it rests on, or why there is none.
public enum PricedCase: Sendable {
  /// Assessed, and rechecked without a difference.
  case assessed(Explanation, digest: Digest, notices: [Notice])
  /// The facts or the file are at fault.
  case faulty(UnreadCase)
  /// The second calculation differs. The answer must not be shown.
  case unchecked(Explanation, [Discrepancy])

  /// What the case came to. An answer that did not recheck counts as faulty, for none is given.
  public var outcome: Assessment.Outcome {
    switch self {
    case .assessed(let explanation, _, _): explanation.assessment.outcome
    case .faulty, .unchecked: .faulty
    }
  }
}

/// From an entry of a case file to its answer: chooses the edition, reads the facts, assesses and rechecks.
///
/// Editions are read once each. The answer depends on the case, the edition and the day alone.
public final class CasePricer {
  private let editions: OpenEditions
  private let today: CivilDate

  /// A pricer that reads editions from a library. Notices that depend on the date count from `today`.
  public init(library: MatrixLibrary, today: CivilDate) {
    editions = OpenEditions(library)
    self.today = today
  }

  /// The answer to one entry. Faults are in it and never thrown.
  public func price(_ entry: CaseEntry) -> PricedCase {
    switch entry {
    case .unread(let unread): .faulty(unread)
    case .outline(let outline): price(outline)
    }
  }

  private func price(_ outline: CaseOutline) -> PricedCase {
    let opened: OpenEditions.Opened
    do { opened = try editions.edition(for: outline) } catch {
      let all = editions.faults(ofEdition: error, outline) { newest in
        let reading = CaseReader.read(outline, under: newest.edition.matrix)
        return reading.assess(with: newest.assessor, saidMissing: newest.edition.matrix.selectsOn).faults
      }
      return .faulty(outline.unread(all))
    }
    do { return try price(outline, opened) } catch { return .faulty(outline.unread(error)) }
  }

  private func price(_ outline: CaseOutline, _ opened: OpenEditions.Opened) throws(FaultList) -> PricedCase {
    let matrix = opened.edition.matrix
    let reading = CaseReader.read(outline, under: matrix)
    let (assessment, faults) = reading.assess(with: opened.assessor)
    try faults.throwIfAny()
    let explanation = Explanation(of: assessment, given: reading.given, under: matrix)
    let discrepancies = recheck(
      assessment, of: reading.given.facts, under: matrix, calendar: opened.edition.calendar?.calendar)
    guard discrepancies.isEmpty else { return .unchecked(explanation, discrepancies) }
    let notices = Notice.notices(of: matrix, today: today) + Notice.notices(of: explanation)
    return .assessed(explanation, digest: opened.edition.digest, notices: notices)
  }
}

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

/// A case that was assessed under its edition, with all that it came from.
public struct AssessedCase: Sendable {
  /// The edition that was applied.
  public let edition: MatrixLibrary.Edition
  /// The case as it was read.
  public let reading: CaseReader.Reading
  /// The assessment with its words.
  public let explanation: Explanation

  /// What a second calculation does not agree with; nothing, unless the engine is at fault.
  public var discrepancies: [Discrepancy] {
    recheck(
      explanation.assessment, of: reading.given.facts, under: edition.matrix, calendar: edition.calendar?.calendar)
  }

  /// What a person should see beside the answer on a day.
  public func notices(today: CivilDate) -> [Notice] {
    Notice.notices(of: edition.matrix, today: today) + Notice.notices(of: explanation)
  }
}

/// From an entry of a case file to its answer: chooses the edition, reads the facts, assesses and rechecks.
///
/// Editions are read once each. The answer depends on the case, the edition and the day alone.
public final class CasePricer {
  private let editions: OpenEditions
  private let today: CivilDate
  private let officers: Officers?

  /// A pricer that reads editions from a library. Notices that depend on the date count from `today`; names in
  /// decisions are verified by `officers`.
  public init(library: MatrixLibrary, today: CivilDate, officers: Officers? = nil) {
    self.officers = officers
    editions = OpenEditions(library)
    self.today = today
  }

  /// A pricer that shares the editions that are open with others of its thread.
  init(_ editions: OpenEditions, today: CivilDate, officers: Officers?) {
    self.editions = editions
    self.today = today
    self.officers = officers
  }

  /// The answer to one entry. Faults are in it and never thrown.
  public func price(_ entry: CaseEntry) -> PricedCase {
    switch entry {
    case .unread(let unread): return .faulty(unread)
    case .outline(let outline):
      do {
        let assessed = try assess(outline)
        let discrepancies = assessed.discrepancies
        guard discrepancies.isEmpty else { return .unchecked(assessed.explanation, discrepancies) }
        return .assessed(
          assessed.explanation, digest: assessed.edition.digest, notices: assessed.notices(today: today))
      } catch { return .faulty(outline.unread(error)) }
    }
  }

  /// The assessment of a case, not yet rechecked.
  /// - Throws: every fault of the case, or why there is no edition for it.
  public func assess(_ outline: CaseOutline) throws(FaultList) -> AssessedCase {
    let (assessed, faults) = try assessAsFar(outline)
    try faults.throwIfAny()
    return assessed
  }

  /// A case as far as it can be assessed yet, though facts may be missing.
  /// - Throws: what is wrong with the facts that are there, or why there is no edition for the case.
  public func assessUndecided(_ outline: CaseOutline) throws(FaultList) -> AssessedCase {
    let (assessed, _) = try assessAsFar(outline)
    try assessed.reading.faults.throwIfAny()
    return assessed
  }

  private func assessAsFar(_ outline: CaseOutline) throws(FaultList) -> (AssessedCase, FaultList) {
    let opened: OpenEditions.Opened
    do { opened = try editions.edition(for: outline) } catch {
      throw editions.faults(ofEdition: error, outline) { newest in
        let reading = CaseReader.read(outline, under: newest.edition.matrix)
        // The day that the fault of the edition asks for is not asked for again. Another that could select it still is.
        let asked = error.faults.contains { $0.code == .editionUndated } ? newest.edition.matrix.selectsOn.first : nil
        return reading.assess(with: newest.assessor, saidMissing: asked).faults
      }
    }
    let reading = CaseReader.read(outline, under: opened.edition.matrix, opened.names)
    let (assessment, faults) = reading.assess(with: opened.assessor)
    let explanation = Explanation(
      of: assessment, given: reading.given, under: opened.edition.matrix, officers: officers)
    return (AssessedCase(edition: opened.edition, reading: reading, explanation: explanation), faults)
  }
}

import Redress

/// The timetable of a case with what it was made from.
public struct CaseTimetable: Sendable {
  /// The reference that the case is known by.
  public let name: String
  /// Its policy.
  public let matrix: Matrix
  /// The day that it stands on.
  public let today: CivilDate
  /// Where each duty stands.
  public let duties: [DutyState]
  /// What is to be said of the edition on that day.
  public let notices: [Notice]

  /// Whether something is to be done and its last day has passed.
  public var isOverdue: Bool { duties.contains { $0.state == .overdue } }
}

/// What came of asking for the timetable of a case.
public enum TimetabledCase: Sendable {
  /// Counted, and recounted without a difference.
  case counted(CaseTimetable)
  /// The facts or the file are at fault.
  case faulty(UnreadCase)
  /// The second calculation differs. The timetable must not be shown.
  case unchecked(name: String, [Discrepancy])
}

/// From an entry of a case file to its timetable: chooses the edition, reads the facts, counts and recounts.
///
/// What only a price needs is not asked for: a case may have no items yet.
public final class CaseTimetabler {
  private let editions: OpenEditions
  private let today: CivilDate

  /// A timetabler that reads editions from a library and says how things stand on `today`.
  public init(library: MatrixLibrary, today: CivilDate) {
    editions = OpenEditions(library)
    self.today = today
  }

  /// The timetable of one entry. Faults are in it and never thrown.
  public func timetable(of entry: CaseEntry) -> TimetabledCase {
    switch entry {
    case .unread(let unread): return .faulty(unread)
    case .outline(let outline):
      let opened: OpenEditions.Opened
      do { opened = try editions.edition(for: outline) } catch {
        let all = editions.faults(ofEdition: error, outline) {
          CaseReader.read(outline, under: $0.edition.matrix).faults
        }
        return .faulty(outline.unread(all))
      }
      do { return try timetable(of: outline, opened) } catch { return .faulty(outline.unread(error)) }
    }
  }

  private func timetable(of outline: CaseOutline, _ opened: OpenEditions.Opened) throws(FaultList) -> TimetabledCase {
    let matrix = opened.edition.matrix
    let reading = CaseReader.read(outline, under: matrix)
    let (timetable, faults) = reading.timetable(by: opened.assessor, today: today)
    try faults.throwIfAny()
    let discrepancies = recheck(
      timetable, of: reading.given.facts, under: matrix, today: today, calendar: opened.edition.calendar?.calendar)
    guard discrepancies.isEmpty else { return .unchecked(name: reading.given.name, discrepancies) }
    return .counted(
      CaseTimetable(
        name: reading.given.name, matrix: matrix, today: today, duties: timetable.duties,
        notices: Notice.notices(of: matrix, today: today)))
  }
}

extension CaseReader.Reading {
  /// The timetable of the case, with everything that is wrong with what was read and with the days counted from it.
  func timetable(by assessor: Assessor, today: CivilDate) -> (timetable: Timetable, faults: FaultList) {
    var all = faults
    let timetable = assessor.timetable(of: given.facts, today: today)
    for fault in timetable.faults { if let fault = words(for: fault, assessor.matrix) { all.add(fault) } }
    return (timetable, all)
  }
}

import Foundation
import GRDB
import Redress
import RedressFiles
import RedressSigning

/// Finance's check of a register: every offer of a period against the authority on its day, its signatures, its sums,
/// and what the register itself says of it.
///
/// It reads as things stand at one moment, a page of offers at a time, so that a register of any size can be audited.
public struct Audit: Sendable {
  /// Which offers are looked at.
  public enum Scope: Hashable, Sendable {
    /// Those that are dated between two days, or to which something happened then; both days counted, and no limit
    /// where one is `nil`.
    case period(from: CivilDate?, to: CivilDate?)
    /// Those that are accepted and not fully paid.
    case accepted
  }

  let library: MatrixLibrary
  let officers: OfficersFile
  let house: [HouseAuthority]
  let today: CivilDate
  let scope: Scope
  let householdWithin: Period
  let payWithin: [String: Period]
  /// An act that was recorded more than so many days after its day is pointed out.
  static let daysToRecord = 7
  static let page = 200

  /// An audit on a day.
  ///
  /// - Parameters:
  ///   - householdWithin: the time in which offers to one household are added up.
  ///   - payWithin: within how long the organisation pays after acceptance, by scheme; for acceptances that were
  ///     recorded without a day to pay by.
  public init(
    library: MatrixLibrary, officers: OfficersFile, house: [HouseAuthority] = [], today: CivilDate,
    scope: Scope = .period(from: nil, to: nil), householdWithin: Period = Period(12, .months),
    payWithin: [String: Period] = [:]
  ) {
    self.payWithin = payWithin
    self.library = library
    self.officers = officers
    self.house = house
    self.today = today
    self.scope = scope
    self.householdWithin = householdWithin
  }

  /// Looks at every offer of the scope.
  ///
  /// - Parameters:
  ///   - strands: how many offers are looked at side by side.
  ///   - found: is given each finding, offer by offer in the order of their numbers.
  public func run(
    _ register: Register, strands: Int = ProcessInfo.processInfo.activeProcessorCount,
    found: (AuditFinding) throws -> Void
  ) throws -> AuditSummary {
    var summary = AuditSummary(scope: scope, today: today)
    // Each strand has a pricer of its own, which reads every edition once.
    let desks = (0..<max(strands, 1)).map { _ in AuditDesk(self) }
    try register.read { reading in
      let loading = AuditLoading(reading, self)
      var papers = try loading.papers(after: 0)
      while let last = papers.last {
        // The next page is loaded while the strands look at this one.
        let look = SideBySide(papers, strands: desks.count) { OfferAudit($0, desks[$1]).audited }
        let next = Result { try loading.papers(after: last.number) }
        for audited in look.results {
          for finding in audited.findings {
            summary.count(finding)
            try found(finding)
          }
          summary.add(audited)
        }
        papers = try next.get()
      }
      for finding in try summary.compare(with: reading) + wholeRegister(reading) {
        summary.count(finding)
        try found(finding)
      }
    }
    return summary
  }

  /// What is found of the register as a whole: its chain, its files and its tables, and runs that nobody ended.
  private func wholeRegister(_ reading: RegisterReading) throws -> [AuditFinding] {
    let broken = try reading.check().findings.filter { !$0.isGood }.map { finding in
      AuditFinding(register: .register, grade: .finding, offer: finding.offer, says: finding.says)
    }
    let runs = try Run.Kind.allCases.flatMap { kind in
      try reading.openRuns(kind).map { run in
        let isOld = today.days(since: run.on) > Self.daysToRecord
        return AuditFinding(
          register: .runOpen, grade: isOld ? .finding : .note, offer: nil,
          says:
            "Run \(run.number) of \(run.on) lists \(kind.rawValue) of \(run.total) in \(run.entries) entries "
            + "that nobody recorded. Record them, or take them off: redress pay --run \(run.number)")
      }
    }
    return broken + runs
  }
}

/// What one strand works with. It is used by one strand at a time.
final class AuditDesk: @unchecked Sendable {
  let audit: Audit
  let pricer: CasePricer

  init(_ audit: Audit) {
    self.audit = audit
    pricer = CasePricer(library: audit.library, today: audit.today, officers: audit.officers.officers)
  }

  /// Whether the exact bytes of an edition stand in the lock file.
  func isLocked(_ edition: MatrixLibrary.Edition) -> Bool {
    audit.library.lockedDigest(of: "\(edition.matrix.scheme)/\(edition.name).yaml") == edition.digest
  }

  func house(for scheme: String) -> HouseAuthority? { audit.house.first { $0.scheme == scheme } }
}

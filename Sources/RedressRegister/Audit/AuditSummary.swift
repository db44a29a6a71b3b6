import GRDB
import Redress

/// What an audit comes to: how much was looked at, what was found, what waits, and the totals.
public struct AuditSummary: Sendable {
  /// By what the totals are told apart.
  public enum Table: String, CaseIterable, Hashable, Sendable {
    /// By scheme.
    case scheme
    /// By head of the scheme. An offer counts once under each of its heads.
    case head
    /// By the lowest step of authority that may sign.
    case tier
    /// By month of the offer date.
    case month
    /// By the rules that decided.
    case cause
  }

  /// A row of a table of totals.
  public struct Row: Hashable, Sendable {
    /// What programs call it: `progress/inconvenience`.
    public let name: String
    /// What people call it: `Inconvenience (progress)`.
    public let title: String
    /// Its sums.
    public let figures: AuditFigures
  }

  /// Which offers were looked at.
  public let scope: Audit.Scope
  /// The day of the audit.
  public let today: CivilDate
  /// The sums of all offers.
  public private(set) var total = AuditFigures()
  /// How many offers are in each state.
  public private(set) var states: [OfferState: Int] = [:]
  /// How many findings there are of each code.
  public private(set) var findings: [AuditFinding.Code: Int] = [:]
  /// How many notes there are of each code.
  public private(set) var notes: [AuditFinding.Code: Int] = [:]
  /// The earliest acceptance of which something waits; `nil` where nothing does.
  public private(set) var waitingSince: CivilDate?
  /// Of how many offers something waits.
  public private(set) var offersWaiting = 0
  private var rows: [Table: [String: (title: String, figures: AuditFigures)]] = [:]
  private var unread = 0

  init(scope: Audit.Scope, today: CivilDate) {
    self.scope = scope
    self.today = today
  }

  /// Whether nothing was found that somebody has to look at.
  public var isClean: Bool { findings.isEmpty }

  /// The rows of a table, in alphabetical order.
  public func rows(of table: Table) -> [Row] {
    (rows[table] ?? [:]).map { Row(name: $0.key, title: $0.value.title, figures: $0.value.figures) }
      .sorted { $0.name < $1.name }
  }

  /// What the rows of a table come to. The number of offers is that of all, as one may stand under several heads.
  public func total(of table: Table) -> AuditFigures {
    var total = AuditFigures()
    for row in rows(of: table) { total += row.figures }
    if table == .head { total.offers = self.total.offers }
    return total
  }

  /// Whether every table comes to the same total.
  public var isBalanced: Bool { Table.allCases.allSatisfy { total(of: $0) == total } }

  // MARK: Counting

  mutating func count(_ finding: AuditFinding) {
    if finding.grade == .finding {
      findings[finding.code, default: 0] += 1
    } else {
      notes[finding.code, default: 0] += 1
    }
  }

  mutating func add(_ audited: AuditedOffer) {
    guard let share = audited.share else {
      unread += 1
      return
    }
    total += share.figures
    states[share.state, default: 0] += 1
    if share.figures.waiting > .zero {
      offersWaiting += 1
      if let day = share.acceptedOn { waitingSince = min(waitingSince ?? day, day) }
    }
    add(share.figures, to: .scheme, share.scheme)
    add(share.figures, to: .tier, share.tier)
    add(share.figures, to: .month, share.month)
    add(share.figures, to: .cause, share.cause)
    for head in share.heads { add(head.figures, to: .head, head.name, title: head.title) }
  }

  private mutating func add(_ figures: AuditFigures, to table: Table, _ name: String, title: String? = nil) {
    rows[table, default: [:]][name, default: (title ?? name, AuditFigures())].figures += figures
  }

  // MARK: Control

  /// Holds the totals against sums that the database makes of its tables.
  func compare(with reading: RegisterReading) throws -> [AuditFinding] {
    let (condition, arguments) = scope.condition
    let sent = "CASE WHEN issued_on IS NOT NULL AND state NOT IN ('superseded', 'withdrawn') THEN"
    guard
      let row = try reading.row(
        """
        SELECT count(*) AS offers, coalesce(sum(paid), 0) AS paid, coalesce(sum(credited), 0) AS credited,
          coalesce(sum(\(sent) (SELECT coalesce(sum(amount), 0) FROM item WHERE offer = number) END), 0) AS offered
        FROM offer WHERE \(condition)
        """, arguments)
    else { return [] }
    let pairs: [(String, Int64, Int64)] = [
      ("offers", row["offers"], Int64(total.offers + unread)), ("pence paid", row["paid"], total.paid.pence),
      ("pence credited", row["credited"], total.credited.pence),
      ("pence offered", row["offered"], total.offered.pence),
    ]
    var says = pairs.filter { $0.1 != $0.2 }.map { "The tables come to \($0.1) \($0.0), and the audit to \($0.2)." }
    if !isBalanced { says.append("The tables of totals do not come to the same.") }
    return says.map { says in
      AuditFinding(
        code: .tablesDiffer, grade: .finding, offer: nil, reference: nil, officer: nil, rule: nil, says: says,
        sources: [AuditFinding.Code.tablesDiffer.house])
    }
  }
}

import Redress
import RedressDocuments

/// An audit as a document that people read and print: a summary, the findings, the totals.
public struct AuditReport {
  /// How many findings, and how many notes, it shows. A list for programs has all of them.
  public static let shown = 1000

  private let summary: AuditSummary
  private let findings: [AuditFinding]

  /// The report of an audit. Findings beyond ``shown`` of each grade may be left out of it.
  public init(_ summary: AuditSummary, findings: [AuditFinding]) {
    self.summary = summary
    self.findings = findings
  }

  /// The report.
  public var document: Document {
    Document("Audit of the register, \(summary.today)") {
      Definitions(particulars)
      codes(summary.findings, "Findings by kind", ifNone: "Nothing was found.")
      Section("Findings") { list(.finding) }
      Section("Notes") {
        "What is in order and good to know: decisions that people took, and how acts were recorded."
        codes(summary.notes, "Notes by kind", ifNone: "There are no notes.")
        list(.note)
      }
      Section("Totals") {
        Phrase(control)
        for table in AuditSummary.Table.allCases { totals(table) }
      }
    }
  }

  // MARK: Summary

  private var particulars: [Definitions.Entry] {
    let states = OfferState.allCases.compactMap { state in
      summary.states[state].map { Phrase("\($0) \(words(state.rawValue))") }
    }
    let found = summary.findings.values.reduce(0, +)
    return [
      .init("Dated, or with an act", period), .init("Offers and refusals", "\(summary.total.offers)"),
      .init("Where they are", Phrase(listing: states, before: "and") ?? "none"),
      .init("Findings", found == 0 ? "none" : "\(strong: "\(found)")"),
      .init("Waiting to be paid, credited or given", waiting),
    ]
  }

  private var waiting: Phrase {
    guard summary.offersWaiting > 0 else { return "nothing" }
    let since: Phrase = summary.waitingSince.map { ", the oldest accepted on \($0)" } ?? " in all"
    return "\(summary.total.waiting) under \(summary.offersWaiting) offers\(since)"
  }

  private var period: Phrase {
    guard case .period(let from, let to) = summary.scope else { return "all that are accepted and not fully paid" }
    switch (from, to) {
    case (nil, nil): return "all"
    case (let from?, nil): return "from \(from)"
    case (nil, let to?): return "until \(to)"
    case (let from?, let to?): return "from \(from) to \(to)"
    }
  }

  private func codes(_ counts: [AuditFinding.Code: Int], _ caption: Phrase, ifNone: Phrase) -> Table {
    Table(
      caption, columns: ["Kind", "Meaning", .figures("Number")],
      rows: AuditFinding.Code.allCases.compactMap { code in
        counts[code].map { Table.Row("\(code: words(code.rawValue))", ["\(words(code.meaning))", "\($0)"]) }
      }, ifNone: ifNone)
  }

  // MARK: Findings

  @BlockBuilder private func list(_ grade: AuditFinding.Grade) -> [Block] {
    let all = findings.filter { $0.grade == grade }
    let count = (grade == .finding ? summary.findings : summary.notes).values.reduce(0, +)
    Table(
      grade == .finding ? "What somebody has to look at" : "What is good to know",
      columns: [.figures("Offer"), "Case", "Kind", "Officer", "What was found", "Rule"],
      rows: all.prefix(Self.shown).map(row), ifNone: "None.")
    if count > min(all.count, Self.shown) {
      "These are the first \(min(all.count, Self.shown)) of \(count). The list with --csv or --json has all of them."
    }
  }

  private func row(_ finding: AuditFinding) -> Table.Row {
    let number: Phrase = finding.offer.map { "\($0)" } ?? "all"
    let kind = finding.rule.map { "\(finding.code.rawValue): \($0)" } ?? finding.code.rawValue
    return Table.Row(
      number,
      [
        "\(words(finding.reference ?? "none"))", "\(words(kind))", "\(words(finding.officer ?? "none"))",
        "\(words(finding.says))", "\(words(finding.sources.joined(separator: ", ")))",
      ])
  }

  // MARK: Totals

  private var control: Words {
    summary.isBalanced
      ? """
      Every table comes to the same total. Offered is what was sent and stands, money and in kind together. \
      Accepted is what was paid before, paid, credited, given in kind and is waiting, but for what was paid on \
      decisions whose place another took.
      """
      : "The tables do not come to the same total. Do not use them before somebody has found out why."
  }

  private func totals(_ table: AuditSummary.Table) -> Table {
    let name: Table.Column =
      switch table {
      case .scheme: "Scheme"
      case .head: "Head"
      case .tier: "Lowest step that may sign"
      case .month: "Month of the offer date"
      case .cause: "Cause: the rules that decided"
      }
    let figures = ["Offers", "Offered", "Accepted", "Paid before", "Paid", "Credited", "In kind", "Waiting"]
    return Table(
      "By \(words(table.rawValue))", columns: [name] + figures.map { .figures("\(words($0))") },
      rows: summary.rows(of: table).map { Table.Row("\(words($0.title))", cells($0.figures)) }
        + [.total("All", cells(summary.total(of: table)))])
  }

  private func cells(_ figures: AuditFigures) -> [Phrase] {
    ["\(figures.offers)"] + figures.money.map { "\($0)" }
  }

  private func words(_ text: String) -> Words { Words(text, ifBlank: "not stated") }
}

extension AuditFinding.Code {
  /// What it means, in a few words.
  public var meaning: String {
    switch self {
    case .authority: "signed or decided by somebody who may not, or by too few"
    case .signature: "a signature that does not hold"
    case .sums: "sums that do not come out the same again"
    case .letter: "a letter part that was changed"
    case .editionNotLocked: "an edition that nobody has frozen"
    case .editionChanged: "an edition that was changed"
    case .recordUnread: "a record that cannot be checked any more"
    case .lifeOrder: "events that do not tell a life"
    case .tablesDiffer: "tables that say something else than the events"
    case .setOffAboveArrears: "more set off than was owed"
    case .settlementSums: "an acceptance that does not come out the same again"
    case .householdSplit: "offers to one household that together need a higher authority"
    case .paymentWaiting: "accepted and not fully paid"
    case .paymentNotAccepted: "paid and not accepted"
    case .paymentByPreparer: "paid by somebody who prepared or approved it"
    case .paymentAbove: "paid above what was accepted"
    case .paymentReturnedOpen: "a payment that came back and is still owed"
    case .creditWaiting: "accepted and not credited to arrears"
    case .duplicateCase: "a case with two decisions"
    case .duplicateClaim: "two cases of a household for the same"
    case .duplicateProof: "one proof for two payments"
    case .documentNone: "sent without a document being kept"
    case .officerUnverified: "an act without the officers file"
    case .todayStated: "an act with a day that was said to be today"
    case .backDated: "an act recorded long after its day"
    case .decisionUsed: "a decision that was left to a person"
    case .decisionLate: "a decision on a late acceptance"
    case .decisionRenewal: "a lapsed offer opened again"
    case .inKindGiven: "something given instead of money"
    case .register: "a register that is not in order"
    case .runOpen: "a run that nobody ended"
    case .lapsedOpen: "lapsed, and not closed"
    }
  }
}

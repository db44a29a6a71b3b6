import Redress
import RedressFiles
import RedressSigning

extension OfferAudit {
  /// How its acts were recorded, and what people decided.
  mutating func lookAtActs(_ events: [Event], _ life: OfferLife) {
    lookAtOfficers(events)
    let stated = events.filter { $0.stamp.statedToday != nil }
    if !stated.isEmpty {
      add(.todayStated, grade: .note, "Somebody said which day was today for \(listed(stated)).")
    }
    for event in events {
      guard let recorded = try? Literal.day(String(event.stamp.recordedAt.prefix(10))) else { continue }
      let days = recorded.days(since: event.stamp.on)
      if days > Audit.daysToRecord {
        add(
          .backDated, grade: .note, officer: event.stamp.by,
          "\(event.act.kind.rawValue) on \(event.stamp.on) was recorded \(days) days later, on \(recorded).")
      }
    }
    if let issued = life.issued, issued.documents.isEmpty {
      add(.documentNone, "It was sent on \(life.issuedOn.map { "\($0)" } ?? "a day") without a document being kept.")
    }
    for event in events { lookAtDecision(of: event) }
  }

  /// Acts that nobody held against the officers file when they were recorded are held against it now.
  private mutating func lookAtOfficers(_ events: [Event]) {
    let officers = desk.audit.officers.officers
    var names: [String] = []
    for event in events where !event.stamp.isVerified && !names.contains(event.stamp.by) {
      names.append(event.stamp.by)
    }
    for name in names {
      let own = events.filter { $0.stamp.by == name && !$0.stamp.isVerified }
      let unheld = own.filter { !officers.holdsPost(exactly: name, on: $0.stamp.on) }
      let says = "\(name) was recorded without the officers file for \(listed(own))."
      if unheld.isEmpty {
        add(.officerUnverified, grade: .note, officer: name, "\(says) By the file given now, \(name) held a post then.")
      } else {
        let why =
          officers[name] == nil
          ? "\(name) is not in the file." : "\(name) held no post on \(unheld[0].stamp.on)."
        add(.officerUnverified, officer: name, "\(says) \(why)")
      }
    }
  }

  private func listed(_ events: [Event]) -> String {
    var kinds: [String] = []
    for event in events where !kinds.contains(event.act.kind.rawValue) { kinds.append(event.act.kind.rawValue) }
    return kinds.joined(separator: ", ")
  }

  private mutating func lookAtDecision(of event: Event) {
    switch event.act {
    case .accepted(let acceptance):
      if let late = acceptance.late { note(late, "It was accepted after its last day, and") }
    case .turnedDown(let late): note(late, "It was accepted after its last day, and")
    case .renewed(let renewal):
      add(
        .decisionRenewal, grade: .note, officer: event.stamp.by,
        "\(event.stamp.by) opened it again on \(event.stamp.on), until \(renewal.lastDay), by \(renewal.about): "
          + "\(Visible.quoted(renewal.because)).")
    default: break
    }
  }

  private mutating func note(_ late: LateDecision, _ start: String) {
    add(
      .decisionLate, grade: .note, officer: late.by,
      "\(start) \(late.by) decided on \(late.on) \(late.isAccepted ? "to pay" : "not to pay"), by \(late.about): "
        + "\(Visible.quoted(late.because)).")
  }

  /// Decisions that an assessment followed, but for those that another one followed already.
  mutating func lookAtDecisions(of assessed: AssessedCase, besides other: AssessedCase? = nil) {
    let noted = (other?.usedDecisions ?? []).map(\.about) + assessed.lateNames
    for decision in assessed.usedDecisions where !noted.contains(decision.about) {
      let known = assessed.edition.matrix.decision(named: decision.about)
      let matrix = assessed.edition.matrix
      let citations = known.map { matrix.decisions[ref: $0].citations } ?? []
      add(
        .decisionUsed, grade: .note, officer: decision.by, sources: citations.map { matrix.name(of: $0) },
        "\(decision.by) decided \(decision.about) on \(decision.on): \(decision.isAccepted ? "accept" : "decline"), "
          + "because \(Visible.quoted(decision.because)).")
    }
  }
}

extension AssessedCase {
  /// The recorded decisions that a rule asked for.
  var usedDecisions: [RecordedDecision] {
    let unused = explanation.unusedDecisions
    return explanation.given.decisions.filter { !unused.contains($0) }
  }

  /// The decisions on an acceptance after its last day, which are noted with the acceptance.
  fileprivate var lateNames: [String] {
    (edition.matrix.acceptance?.steps ?? []).compactMap { step in
      if case .discretion(let decision, _) = step.outcome { edition.matrix.decisions[ref: decision].name } else { nil }
    }
  }
}

extension Officers {
  /// Whether the officer of exactly this name held a post on a day.
  func holdsPost(exactly name: String, on day: CivilDate) -> Bool {
    self[name].map { !roles(of: $0, on: day).isEmpty } ?? false
  }
}

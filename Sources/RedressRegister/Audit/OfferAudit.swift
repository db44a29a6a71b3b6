import Redress
import RedressFiles
import RedressSigning

/// What an audit made of one offer.
struct AuditedOffer: Sendable {
  let number: Int
  let findings: [AuditFinding]
  /// `nil` where not even its events can be read.
  let share: AuditShare?
}

/// Looks at one offer: its papers, its life, and what lies beside it.
struct OfferAudit {
  let papers: AuditPapers
  let desk: AuditDesk
  private(set) var findings: [AuditFinding] = []

  init(_ papers: AuditPapers, _ desk: AuditDesk) {
    self.papers = papers
    self.desk = desk
  }

  /// What was found of it, in the order of the codes.
  var audited: AuditedOffer {
    var audit = self
    let share = audit.look()
    let order = AuditFinding.Code.allCases
    let sorted = audit.findings.enumerated().sorted { one, other in
      let (first, second) = (order.firstIndex(of: one.element.code)!, order.firstIndex(of: other.element.code)!)
      return (first, one.offset) < (second, other.offset)
    }
    return AuditedOffer(number: papers.number, findings: sorted.map(\.element), share: share)
  }

  mutating func add(
    _ code: AuditFinding.Code, grade: AuditFinding.Grade = .finding, officer: String? = nil, rule: String? = nil,
    sources: [String] = [], _ says: String
  ) {
    findings.append(
      AuditFinding(
        code: code, grade: grade, offer: papers.number, reference: papers.row.reference, officer: officer, rule: rule,
        says: says, sources: sources.isEmpty ? [code.house] : sources))
  }

  private mutating func look() -> AuditShare? {
    guard let (life, events) = life() else { return nil }
    compareTables(life)
    lookAtActs(events, life)
    let checked = check(life)
    if let checked { lookAtAuthority(checked, life) }
    lookAtSettlement(life, checked)
    lookAtPayments(life)
    lookAtWaiting(life)
    lookBeside(life, checked)
    return AuditShare(life, checked?.check)
  }

  // MARK: The life

  /// The life that its events tell, as far as they tell one. An event that cannot come where it stands is pointed out
  /// and passed over.
  private mutating func life() -> (OfferLife, [Event])? {
    var events: [Event] = []
    for body in papers.events {
      do { events.append(try EventReader.event(inChain: body)) } catch {
        add(.lifeOrder, "One of its events cannot be read: \(error.says).")
        return nil
      }
    }
    var life: OfferLife?
    for event in events {
      if let told = life {
        var next = told
        do {
          try next.apply(event)
          life = next
        } catch { breach(event, told, error) }
      } else if case .drafted(let drafted) = event.act {
        life = OfferLife(drafted, event)
      } else {
        add(.lifeOrder, "Event \(event.number), \(event.act.kind.rawValue), comes before it was drafted.")
      }
    }
    if life == nil { add(.lifeOrder, "No event says how it was drafted.") }
    return life.map { ($0, events) }
  }

  private mutating func breach(_ event: Event, _ life: OfferLife, _ order: OutOfOrder) {
    guard case .paid(let payment) = event.act else {
      return add(
        .lifeOrder, officer: event.stamp.by,
        "Event \(event.number), \(event.act.kind.rawValue), cannot come where it stands. \(order.says)")
    }
    let what = "\(payment.amount) by \(payment.method) on \(event.stamp.on), payment \(event.number),"
    if life.acceptance == nil {
      add(
        .paymentNotAccepted, officer: event.stamp.by,
        "\(what) is recorded, and nobody had accepted the offer: it was \(life.state.rawValue).")
    } else {
      add(.paymentAbove, officer: event.stamp.by, "\(what) is more than was accepted. \(order.says)")
    }
  }

  private mutating func compareTables(_ life: OfferLife) {
    let row = papers.row
    let pairs: [(String, String, String)] = [
      ("state", row.state, life.state.rawValue), ("reference", row.reference, life.drafted.reference),
      ("offer_date", row.offerDate.isoText, life.drafted.offerDate.isoText),
      ("gross", row.gross.decimalText, life.sums.gross.decimalText),
      ("set_off", row.setOff.decimalText, life.sums.setOff.decimalText),
      ("payable", row.payable.decimalText, life.sums.payable.decimalText),
      ("in_kind", row.inKind.decimalText, life.sums.inKind.decimalText),
      ("paid", row.paid.decimalText, life.paid.decimalText),
      ("credited", row.credited.decimalText, life.credited.decimalText),
    ]
    for (column, stated, told) in pairs where stated != told {
      add(.tablesDiffer, "The table of offers has \(stated) as \(column), and its events say \(told).")
    }
    let recorded = Set(life.payments.map(\.recorded.event))
    for payment in papers.payments where !recorded.contains(payment.event) {
      add(.tablesDiffer, "The table of payments has \(payment.amount) as \(payment.event), which no event records.")
    }
  }
}

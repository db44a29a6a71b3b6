import Redress
import RedressFiles
import RedressSigning

extension OfferAudit {
  // MARK: Settlement

  /// What was accepted, held against the case that it was settled by.
  mutating func lookAtSettlement(_ life: OfferLife, _ checked: Checked?) {
    guard let acceptance = life.acceptance else { return }
    guard let bytes = papers.settlement, Digest(of: bytes) == acceptance.settlement else {
      return add(.settlementSums, "The case that its acceptance was settled by is missing.")
    }
    let assessed: AssessedCase
    do {
      let source = try SourceText(name: "the acceptance of offer \(papers.number)", bytes: bytes)
      guard case .outline(let outline)? = CaseFile.read(source).first else {
        return add(.settlementSums, "The case that its acceptance was settled by is not one.")
      }
      assessed = try desk.pricer.assess(outline)
    } catch {
      let says = error.sorted.first?.says ?? ""
      return add(.settlementSums, "The case that its acceptance was settled by cannot be assessed. \(says)")
    }
    lookAtDebts(life, assessed)
    lookAtSums(acceptance, assessed)
    lookAtDecisions(of: assessed, besides: checked?.check.assessed)
  }

  private mutating func lookAtDebts(_ life: OfferLife, _ assessed: AssessedCase) {
    guard life.sums.setOff > .zero else { return }
    let matrix = assessed.edition.matrix
    let facts = assessed.reading.given.facts
    let owed = (matrix.setOff?.debts ?? []).reduce(Money.zero) { $0 + Money(pence: facts.value($1) ?? 0) }
    if life.sums.setOff <= owed { return }
    let citations = matrix.setOff.map { assessed.explanation.rule($0.rule).citations } ?? []
    add(
      .setOffAboveArrears, sources: citations.map { matrix.name(of: $0) },
      "\(life.sums.setOff) is set off, and on \(life.acceptedOn.map { "\($0)" } ?? "the day") only \(owed) was owed.")
  }

  private mutating func lookAtSums(_ acceptance: Acceptance, _ assessed: AssessedCase) {
    let fresh = Sums(assessed.explanation)
    let stated = acceptance.sums
    let pairs: [(String, Money, Money)] = [
      ("gross", stated.gross, fresh.gross), ("already paid", stated.alreadyPaid, fresh.alreadyPaid),
      ("set off", stated.setOff, fresh.setOff), ("payable", stated.payable, fresh.payable),
      ("in kind", stated.inKind, fresh.inKind),
    ]
    let differences = pairs.filter { $0.1 != $0.2 }.map { "\($0.0) is \($0.1), and comes to \($0.2)" }
    if differences.isEmpty { return }
    add(.settlementSums, "The acceptance does not come out the same: \(differences.joined(separator: "; ")).")
  }

  // MARK: Payments

  mutating func lookAtPayments(_ life: OfferLife) {
    for payment in life.payments {
      let recorded = payment.recorded
      if let part = part(of: recorded.by, life) {
        add(
          .paymentByPreparer, officer: recorded.by, rule: SigningRefusal.Rule.ownWork.rawValue,
          "\(recorded.by) recorded the payment of \(recorded.value.amount) on \(recorded.on), and \(part).")
      }
      if life.isInKind(recorded.value.method), payment.counts {
        add(
          .inKindGiven, grade: .note, officer: recorded.by,
          "\(recorded.value.method), worth \(recorded.value.amount), was given on \(recorded.on): "
            + "\(Visible.quoted(recorded.value.proof)).")
      }
    }
    for row in papers.payments {
      guard let twin = row.twin else { continue }
      let payment = life.payments.first { $0.recorded.event == row.event }?.recorded
      add(
        .duplicateProof, officer: payment?.by,
        "Payment \(row.event), \(row.amount) by \(row.method), has the same proof as payment \(twin.event) of offer "
          + "\(twin.offer): \(Visible.quoted(payment?.value.proof ?? "")).")
    }
    let returned = life.payments.filter { !$0.counts }
    if let last = returned.last, !life.isSettled, life.supersededBy == nil {
      let sum = returned.reduce(Money.zero) { $0 + $1.recorded.value.amount }
      add(
        .paymentReturnedOpen, officer: last.recorded.by,
        "\(sum) came back, the last of it in event \(last.returnedIn ?? 0), and \(open(life)) is still open.")
    }
  }

  /// What a payer had to do with an offer; `nil` where it is nothing.
  private func part(of payer: String, _ life: OfferLife) -> String? {
    if life.author == payer { return "drafted the offer" }
    if life.signers.contains(payer) { return "signed the offer" }
    if life.acceptance?.late?.by == payer || life.renewal?.by == payer { return "let the late acceptance in" }
    return nil
  }

  // MARK: Waiting

  private func open(_ life: OfferLife) -> Money {
    life.sums.payable - life.paid + (life.sums.setOff - life.credited) + (life.sums.inKind - life.given)
  }

  mutating func lookAtWaiting(_ life: OfferLife) {
    let today = desk.audit.today
    if life.state == .turnedDown || life.isLapsed(on: today) {
      let last = life.lastDay.map { " Its last day was \($0)." } ?? ""
      add(.lapsedOpen, grade: .note, "It lapsed, and was neither renewed nor closed.\(last)")
    }
    guard life.state == .accepted, let acceptance = life.acceptance, let day = life.acceptedOn else { return }
    let promised = desk.audit.payWithin[life.drafted.scheme].flatMap { Deadline($0).lastDay(from: day) }
    let payBy = acceptance.payBy ?? promised
    let isLate = payBy.map { today > $0 } ?? false
    let due = payBy.map { isLate ? " It should have been paid by \($0)." : " It is to be paid by \($0)." } ?? ""
    let since = "accepted \(today.days(since: day)) days ago, on \(day)"
    let waits = life.sums.payable > life.paid ? life.stillUnseen().map(\.name) : []
    let unseen = waits.isEmpty ? "" : " It waits for: \(waits.joined(separator: ", "))."
    let money = life.sums.payable - life.paid
    if money > .zero {
      add(.paymentWaiting, grade: isLate ? .finding : .note, "\(money) is to pay, \(since).\(due)\(unseen)")
    }
    let credit = life.sums.setOff - life.credited
    if credit > .zero {
      add(.creditWaiting, grade: isLate ? .finding : .note, "\(credit) is to credit to arrears, \(since).\(due)")
    }
    let kind = life.sums.inKind - life.given
    if kind > .zero {
      add(.paymentWaiting, grade: isLate ? .finding : .note, "Something worth \(kind) is to be given, \(since).\(due)")
    }
  }
}

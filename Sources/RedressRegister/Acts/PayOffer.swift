import Redress

/// What is paid, credited or given.
public struct PaymentOrder: Sendable {
  /// How: `bacs`, `cheque`, `cash`, `card`, `rent-account`, `set-off`, or a form in kind of the offer.
  public var method: String
  /// How much; all that is open where it is `nil`.
  public var amount: Money?
  /// What shows it.
  public var proof: String
  /// What payment waits for and the payer has seen.
  public var seen: [String]
  /// The run that it is paid in; `nil` for a payment of its own.
  public var run: Int?

  /// What is paid.
  public init(method: String, amount: Money? = nil, proof: String, seen: [String] = [], run: Int? = nil) {
    self.method = method
    self.amount = amount
    self.proof = proof
    self.seen = seen
    self.run = run
  }

  /// The methods by which money reaches the person.
  public static let methodsOfMoney = ["bacs", "cheque", "cash", "card", "rent-account"]
}

extension RegisterWriting {
  /// Records a payment of an accepted offer, a credit to its arrears, or something that was given. Whoever records it
  /// neither drafted, signed nor decided it.
  public func pay(_ number: Int, _ order: PaymentOrder) throws -> ActOutcome {
    var order = order
    order.proof = try words(order.proof, "--proof")
    var life = try life(number)
    if let event = try samePayment(in: life, order) { return ActOutcome(life: life, event: event, isRepeated: true) }
    guard life.acceptance != nil else {
      throw ActRefusal(.order, "Offer \(number) is \(life.state.rawValue). Only what was accepted is paid.")
    }
    try check(life.acceptedOn, "on which it was accepted")
    try checkPayer(life)
    try checkMethod(life, order)
    let amount = try openAmount(life, order)
    try checkSeen(life, order, amount)
    try checkRun(life, order, amount)
    let payment = Payment(
      method: order.method, amount: amount, proof: order.proof, seen: order.seen, run: order.run)
    let event = try append(.paid(payment), to: &life)
    return ActOutcome(life: life, event: event, isRepeated: false)
  }

  /// Records that a payment came back.
  public func takeBack(_ payment: Int, of number: Int, because: String) throws -> ActOutcome {
    let because = try words(because, "--because")
    var life = try life(number)
    let act = Act.returned(payment: payment, because: because)
    if let event = try earlier(in: life, { $0.act == act }) {
      return ActOutcome(life: life, event: event, isRepeated: true)
    }
    try checkPayer(life)
    let paid = life.payments.first { $0.recorded.event == payment }
    try check(paid?.recorded.on, "of the payment")
    let event = try append(act, to: &life)
    return ActOutcome(life: life, event: event, isRepeated: false)
  }

  /// The same payment again: the same method, proof and day, by the same officer, and the same sum where one is said.
  private func samePayment(in life: OfferLife, _ order: PaymentOrder) throws -> Event? {
    let returned = Set(life.payments.filter { !$0.counts }.map(\.recorded.event))
    let same = try earlier(in: life) { event in
      guard case .paid(let payment) = event.act, !returned.contains(event.number) else { return false }
      return payment.method == order.method && payment.proof == order.proof
        && (order.amount.map { $0 == payment.amount } ?? true)
    }
    let (open, what) = openSum(life, order.method)
    if let same, case .paid(let payment) = same.act, order.amount == nil, open > .zero {
      throw ActRefusal(
        .amount,
        "Payment \(same.number) has this proof already, for \(payment.amount), and \(open) is open \(what). "
          + "Say how much with --amount, or give the proof of the other payment.")
    }
    return same
  }

  private func checkPayer(_ life: OfferLife) throws {
    guard let part = life.part(of: stamp.by) else { return }
    throw ActRefusal(
      .ownWork, "\(stamp.by) \(part). Somebody who neither prepared nor approved an offer records its payment.")
  }

  private func checkMethod(_ life: OfferLife, _ order: PaymentOrder) throws {
    let inKind = life.sums.items.filter(\.isInKind).compactMap(\.form)
    let known = PaymentOrder.methodsOfMoney + [Payment.setOff] + inKind
    if known.contains(order.method) { return }
    throw ActRefusal(.method, "It cannot be paid by \(order.method). Methods: \(known.joined(separator: ", ")).")
  }

  private func openAmount(_ life: OfferLife, _ order: PaymentOrder) throws -> Money {
    let (open, what) = openSum(life, order.method)
    if life.state != .accepted || open == .zero {
      throw ActRefusal(.amount, "Nothing is open \(what) under offer \(life.number).")
    }
    let amount = order.amount ?? open
    if amount == .zero || amount > open {
      throw ActRefusal(.amount, "\(amount) cannot be recorded: \(open) is open \(what).")
    }
    return amount
  }

  private func openSum(_ life: OfferLife, _ method: String) -> (Money, String) {
    if method == Payment.setOff { return (life.sums.setOff - life.credited, "to credit to arrears") }
    if life.isInKind(method) {
      let worth = life.sums.items.filter { $0.isInKind && $0.form == method }.reduce(Money.zero) { $0 + $1.amount }
      let given = life.payments.filter { $0.counts && $0.recorded.value.method == method }
      return (worth - given.reduce(.zero) { $0 + $1.recorded.value.amount }, "to give as \(method)")
    }
    return (life.sums.payable - life.paid, "to pay")
  }

  /// Money waits for what the policy wants to be seen first; credits to arrears and things in kind do not.
  private func checkSeen(_ life: OfferLife, _ order: PaymentOrder, _ amount: Money) throws {
    if order.method == Payment.setOff || life.isInKind(order.method) { return }
    let waits = life.acceptance?.waitsFor ?? []
    let names = waits.map(\.name)
    for name in order.seen where !names.contains(name) {
      throw ActRefusal(
        .paymentWaits,
        "Payment does not wait for \(name). It waits for: \(names.isEmpty ? "nothing" : names.joined(separator: ", "))."
      )
    }
    let open = life.stillUnseen(after: order.seen)
    if let first = open.first(where: { $0.item == 0 }) { throw unseen(first) }
    let held = life.sums.items.filter { item in open.contains { $0.item == item.number } }
    let free = held.reduce(life.sums.payable) { $0 - $1.payable } - life.paid
    if amount > free, let first = open.first { throw unseen(first) }
  }

  private func unseen(_ condition: Acceptance.Condition) -> ActRefusal {
    let item = condition.item == 0 ? "" : " for item \(condition.item)"
    return ActRefusal(
      .paymentWaits, "Payment waits for \(condition.name)\(item). Say that it was seen: --seen \(condition.name)",
      sources: condition.sources)
  }

  /// What a run lists is paid in that run, so that a list that is on its way to the bank is not paid again beside it.
  private func checkRun(_ life: OfferLife, _ order: PaymentOrder, _ amount: Money) throws {
    let listed = try reading.openRunEntries(of: life)
    if let run = order.run {
      if listed.contains(where: { $0.run == run && $0.method == order.method && $0.amount == amount }) { return }
      throw ActRefusal(.run, "Run \(run) does not list \(amount) by \(order.method) for offer \(life.number).")
    }
    let isCredit = order.method == Payment.setOff
    if life.isInKind(order.method) { return }
    if let first = listed.first(where: { ($0.method == Payment.setOff) == isCredit }) {
      throw ActRefusal(
        .run,
        "Run \(first.run) lists \(first.amount) of it by \(first.method). Record that: redress pay --run \(first.run). "
          + "If it will not be paid in that run, take it off first: "
          + "redress pay \(life.number) --run \(first.run) --cancel"
      )
    }
  }
}

extension OfferLife {
  /// What an officer had to do with the offer, so that they neither pay it nor list it; `nil` where it is nothing.
  func part(of officer: String) -> String? {
    if author == officer { return "drafted it" }
    if signers.contains(officer) { return "signed it" }
    if acceptance?.late?.by == officer || renewal?.by == officer { return "let the late acceptance in" }
    return nil
  }

  /// What payment still waits for, after what payers have seen.
  public func stillUnseen(after more: [String] = []) -> [Acceptance.Condition] {
    let seen = payments.flatMap(\.recorded.value.seen) + more
    return (acceptance?.waitsFor ?? []).filter { !seen.contains($0.name) }
  }
}

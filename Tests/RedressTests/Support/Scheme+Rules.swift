import Redress

extension Scheme {
  mutating func exclude(_ name: String, when: Condition, unless: String? = nil, referTo: String? = nil) {
    exclusions.append(
      Exclusion(
        rule: rule("exclusion.\(name)", .exclusion), when: when, exception: unless.map { self[decision: $0] },
        say: "It is \(name).", referTo: referTo))
  }

  /// An exclusion by a flag of the same name, which is declared for it.
  mutating func excludeFlag(_ name: String, of reach: Fact.Reach = .ofEither, unless: String? = nil) {
    exclude(name, when: .flag(fact(name, .flag, of: reach)), unless: unless)
  }

  mutating func window(
    _ name: String, from: String, until: String, openWhile: Condition? = nil, extendedTo: String? = nil,
    _ steps: [Window.Step]
  ) {
    windows.append(
      Window(
        rule: rule("\(name)-window", .window), from: self[fact: from], until: self[fact: until], openWhile: openWhile,
        extendedTo: extendedTo.map { self[fact: $0] }, steps: steps))
  }

  mutating func acceptance(
    from: String, until: String, openWhile: Condition? = nil, extendedTo: String? = nil, _ steps: [Window.Step]
  ) {
    acceptance = Window(
      rule: rule("acceptance-window", .window), from: self[fact: from], until: self[fact: until], openWhile: openWhile,
      extendedTo: extendedTo.map { self[fact: $0] }, steps: steps)
  }

  mutating func head(_ name: String, _ price: Price, forms: Forms? = nil, setOff: Bool = true) {
    heads.append(
      Head(name: name, rule: rule("head.\(name)", .head), price: price, forms: forms, allowsSetOff: setOff))
  }

  /// A head whose amount is typed: one level without an upper end, so that any amount from a penny will do.
  mutating func typedHead(_ name: String, setOff: Bool = true) {
    if !facts.contains(where: { $0.name == "amount" }) { fact("amount", .money, of: .ofItem, leftOut: .unstated) }
    choice("level of \(name)", ["any"], leftOut: .taken(0))
    let band = Band(
      by: self[fact: "level of \(name)"], amount: self[fact: "amount"], pickedBy: [role("clerk")],
      levels: [Band.Level(from: Money(pence: 1), to: nil, signs: [], citations: [])], holes: [], placed: [])
    head(name, .band(band), setOff: setOff)
  }

  mutating func alreadyPaid(_ fact: String, when: Condition? = nil) {
    alreadyPaid = AlreadyPaid(rule: rule("already-paid", .alreadyPaid), fact: self[fact: fact], when: when)
  }

  mutating func setOff(
    _ debts: [String], disputed: String? = nil, decision: String? = nil, notWhen: Condition? = nil
  ) {
    setOff = SetOff(
      rule: rule("set-off", .setOff), debts: debts.map { self[fact: $0] }, disputed: disputed.map { self[fact: $0] },
      disputedDecision: decision.map { self[decision: $0] }, notWhen: notWhen)
  }

  /// A ladder of ceilings in pounds, each with the roles of which one signs.
  mutating func authority(_ steps: [(upTo: Int64?, roles: [String])]) {
    let rule = rule("authority", .authority)
    let steps = steps.map { step in
      let roles = step.roles.map { role($0) }
      return Authority.Step(upTo: step.upTo.map { Money(pence: $0 * 100) }, signers: [roles], citations: [])
    }
    authority.append(Authority(rule: rule, steps: steps))
  }

  mutating func say(
    _ name: String, on: Statement.On = .offer, head: String? = nil, when: Condition? = nil, beforePayment: Bool = false
  ) {
    let kind: Rule.Kind = beforePayment ? .payment : .statement
    let statement = Statement(
      rule: rule("\(beforePayment ? "payment" : "statement").\(name)", kind), on: on,
      head: head.map { self[head: $0] }, when: when, say: "Say \(name).")
    if beforePayment { payment.append(statement) } else { statements.append(statement) }
  }
}

extension Window.Step {
  static func inTime(_ count: Int, _ unit: Period.Unit = .days) -> Window.Step {
    Window.Step(within: Deadline(Period(count, unit)), when: nil, outcome: .inTime, say: nil)
  }

  /// A step with or without an end.
  static func then(
    within: Period? = nil, when: Condition? = nil, _ outcome: Outcome, say: String? = nil
  ) -> Window.Step {
    Window.Step(within: within.map { Deadline($0) }, when: when, outcome: outcome, say: say)
  }
}

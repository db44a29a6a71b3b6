import Redress

/// A whole scheme that uses every kind of rule, price and figure at once.
enum Everyshire {
  static let matrix: Matrix = {
    var scheme = Scheme()
    declareFacts(&scheme)
    for name in ["late", "all the same", "longer", "set off", "disputed", "late-acceptance"] { scheme.decision(name) }
    for name in ["in-kind", "frail", "gap", "winter", "limit"] { scheme.reading(name, asks: ["clerk"]) }
    deriveDays(&scheme)
    declareEntitlement(&scheme)
    declareStatedHeads(&scheme)
    declareWorkedHeads(&scheme)
    declareHeadsOfHeads(&scheme)
    deriveCountOfItems(&scheme)
    declareCombinations(&scheme)
    declareSettlement(&scheme)
    return scheme.matrix()
  }()

  private static func declareFacts(_ scheme: inout Scheme) {
    scheme.fact("happened", .date)
    scheme.fact("claimed", .date, notBefore: ["happened"])
    scheme.fact("from", .date, of: .ofEither)
    scheme.fact("to", .date, of: .ofEither, leftOut: .unstated)
    scheme.fact("today", .date)
    for name in ["planned", "replied", "held from", "held to", "extended", "hearing"] {
      scheme.fact(name, .date, leftOut: .unstated)
    }
    scheme.fact("offered", .date)
    scheme.fact("accepted", .date, leftOut: .unstated)
    scheme.choice("size", ["small", "large"], of: .ofEither, leftOut: .taken(0))
    for name in ["ill", "away", "released", "wet", "insured", "frail"] { scheme.fact(name, .flag, of: .ofEither) }
    scheme.fact("agrees", .flag, leftOut: .taken(1))
    scheme.fact("people", .count, leftOut: .taken(3))
    scheme.fact("rent", .money)
    for name in ["paid", "owed", "water", "disputed sum", "before", "earlier"] {
      scheme.fact(name, .money, leftOut: .taken(0))
    }
    scheme.choice("impact", ["low", "high"], of: .ofItem, leftOut: .taken(0))
    scheme.choice("length", ["short", "long"], of: .ofItem, leftOut: .taken(0))
    scheme.choice("form", ["bacs", "voucher"], of: .ofItem, leftOut: .unstated)
    for name in ["amount", "insurer", "judged"] { scheme.fact(name, .money, of: .ofItem, leftOut: .unstated) }
    scheme.fact("sum", .money, of: .ofItem, leftOut: .taken(20_00))
    scheme.fact("receipts", .receipts, of: .ofItem, leftOut: .unstated)
    for name in ["evidence", "reasons", "photo"] { scheme.fact(name, .text, of: .ofItem, leftOut: .unstated) }
    for name in ["rooms", "age", "units"] { scheme.fact(name, .count, of: .ofItem, leftOut: .taken(2)) }
    scheme.fact("part", .percent, of: .ofItem, leftOut: .taken(12_50))
  }

  private static func deriveDays(_ scheme: inout Scheme) {
    let held = DayRule.Suspension(from: scheme[fact: "held from"], to: scheme[fact: "held to"])
    scheme.duty(
      "reply",
      due: DayRule(
        from: scheme[fact: "claimed"], elseFrom: scheme[fact: "planned"], within: .period(10), suspension: held),
      done: "replied", waived: .flag(scheme[fact: "released"]), orBy: "hearing",
      extended: Duty.Extension(
        to: scheme[fact: "extended"], atMost: Deadline(Period(30, .days)), unless: scheme[decision: "longer"]))
    scheme.duty(
      "visit", due: DayRule(from: scheme[fact: "happened"], within: .period(1, .months)), done: "planned",
      when: .flag(scheme[fact: "ill"]), strength: .aim)
    scheme.derive("late days", .late(Lateness(duty: Ref(0), until: scheme[fact: "today"], inWorkingDays: false)))
    scheme.derive("due", .date, .due(Ref(0)))
    let (from, to, today) = (scheme[fact: "from"], scheme[fact: "to"], scheme[fact: "today"])
    for (name, unit, parts) in [
      ("days", Period(1, .days), Elapsed.Parts.full), ("weeks", Period(1, .weeks), .started),
      ("months", Period(1, .months), .full),
    ] {
      scheme.derive(
        name, .count, of: .ofEither,
        .elapsed(
          Elapsed(
            from: from, to: to, runningTo: today, unit: unit, countsFirstDay: true, countsLastDay: name != "months",
            parts: parts)))
    }
    scheme.derive(
      "last to claim", .date,
      .day(
        DayRule(
          from: scheme[fact: "happened"], within: .byChoice(scheme[fact: "size"], [.period(60), .period(3, .months)]))))
    scheme.derive("first", .date, .earliest([from, scheme[fact: "happened"]]))
    scheme.derive("very last", .date, .latest([scheme[fact: "last to claim"], scheme[fact: "hearing"]]))
  }

  private static func declareEntitlement(_ scheme: inout Scheme) {
    scheme.exclude("insured", when: .flag(scheme[fact: "insured"]))
    let late = Window.Step.Outcome.discretion(scheme[decision: "late"], undecided: .ask)
    scheme.window(
      "claim", from: "happened", until: "claimed",
      [
        Window.Step(within: nil, by: scheme[fact: "last to claim"], when: nil, outcome: .inTime, say: nil),
        Window.Step(within: nil, by: scheme[fact: "very last"], when: nil, outcome: late, say: "Late."),
        .then(.refused, say: "Too late."),
      ])
    scheme.window("reply", from: "claimed", until: "replied", [.inTime(1, .years), .then(.noted)])
  }

  private static func declareStatedHeads(_ scheme: inout Scheme) {
    let levels = (0..<4).map { (place: Int64) in
      Band.Level(
        from: pounds(place * 100 + 1), to: place == 3 ? nil : pounds(place * 100 + 100), signs: [], citations: [])
    }
    let band = Band(
      by: scheme[fact: "impact"], splitBy: scheme[fact: "length"], amount: scheme[fact: "amount"],
      pickedBy: [scheme.role("clerk")], levels: levels,
      holes: [Band.Hole(from: Money(pence: 100_01), to: Money(pence: 100_99), reading: scheme[reading: "gap"])],
      placed: [Band.Placed(when: .flag(scheme[fact: "frail"]), level: 2, reading: scheme[reading: "frail"])])
    let forms = Forms(
      fact: scheme[fact: "form"], inKind: [1], inKindAt: [0, 1], otherwise: scheme[reading: "in-kind"])
    scheme.head("trouble", .band(band), forms: forms)
    let cost = ActualCost(
      receipts: scheme[fact: "receipts"], evidence: scheme[fact: "evidence"], amount: scheme[fact: "amount"],
      less: [scheme[fact: "insurer"]])
    scheme.head("costs", .actualCost(cost), setOff: false)
    let judgement = Judgement(
      amount: scheme[fact: "judged"], factors: [scheme[fact: "length"]], evidence: scheme[fact: "evidence"],
      reasons: scheme[fact: "reasons"], pickedBy: [scheme.role("clerk")])
    scheme.head("distress", Price(.judgement(judgement)))
    scheme.heads.append(
      Head(
        name: "gift", rule: scheme.rule("head.gift", .head),
        price: Price(.fixed(.fact(scheme[fact: "sum"])), limits: Limits(atMost: .fixed(.pounds(40)))), forms: nil,
        isInKind: true,
        evidence: [Evidence(fact: scheme[fact: "photo"], when: .flag(scheme[fact: "ill"]), above: pounds(10))],
        allowsSetOff: false))
  }

  private static let rates = Figure.datedOnEach([
    Figure.FromDay(from: day(2020, 1, 1), figure: .percent(8)),
    Figure.FromDay(from: day(2026, 4, 1), figure: .percent(6)),
  ])

  private static func declareWorkedHeads(_ scheme: inout Scheme) {
    let seasons = Figure.bySeason(
      scheme[fact: "happened"],
      [
        Figure.Season(month: 2, day: 15, figure: .pounds(3)),
        Figure.Season(month: 11, day: 1, figure: .ask(scheme[reading: "winter"])),
      ])
    let steps = [Accrual.Step(upTo: 7, rate: .pounds(1)), Accrual.Step(upTo: nil, rate: seasons)]
    scheme.head(
      "heating",
      Price(
        .accrual(
          Accrual(
            count: scheme[fact: "days"], steps: steps, per: 3, grace: .count(2), onlyAbove: .count(3),
            plus: .pence(1_50))),
        rounding: Rounding(to: Money(pence: 1), .up), limits: Limits(nothingUnder: .pounds(2))))
    let dated = Figure.datedOnEach([
      Figure.FromDay(from: day(2020, 1, 1), figure: .pounds(2)),
      Figure.FromDay(from: day(2026, 4, 1), figure: .pounds(4)),
    ])
    scheme.head(
      "lift",
      Price(.accrual(Accrual(count: scheme[fact: "weeks"], steps: [Accrual.Step(upTo: nil, rate: dated)]))))
    let share = Share(
      of: .fact(scheme[fact: "rent"]), part: .fact(scheme[fact: "part"]), times: [scheme[fact: "weeks"]],
      partAtMost: .one, partTimes: [scheme[fact: "rooms"]], eachRounded: .penny)
    scheme.head("rooms", Price(.share(share), limits: Limits(nothingUpTo: .pounds(1))))
    let life = Figure.byRange(
      scheme[fact: "units"], [Figure.Rung(upTo: 5, figure: .count(24)), Figure.Rung(upTo: nil, figure: .count(60))])
    scheme.head(
      "sofa",
      Price(
        .wear(
          Wear(cost: scheme[fact: "sum"], less: [scheme[fact: "insurer"]], age: scheme[fact: "age"], life: life)),
        rounding: Rounding(to: Money(pence: 1), .halfEven)))
    scheme.head(
      "late reply",
      Price(
        .accrual(
          Accrual(count: scheme[fact: "late days"], steps: [Accrual.Step(upTo: nil, rate: .pence(25))])),
        limits: Limits(atLeast: .fixed(.pounds(1)), atMost: .fixed(.pounds(9)))))
  }

  private static func declareHeadsOfHeads(_ scheme: inout Scheme) {
    let table = Price.fixed(
      .dated(
        on: scheme[fact: "happened"],
        [
          Figure.FromDay(from: day(2025, 1, 1), figure: .pounds(10)),
          Figure.FromDay(from: day(2026, 1, 10), figure: .byChoice(scheme[fact: "size"], [.pounds(11), .pounds(15)])),
        ]))
    let each = Price(
      .accrual(
        Accrual(count: scheme[fact: "months"], steps: [Accrual.Step(upTo: nil, rate: .fact(scheme[fact: "sum"]))])))
    scheme.head(
      "best", Price(.highest([table, each, Price(.sum([table, table]), limits: Limits(atMost: .fixed(.pounds(21))))])))
    scheme.head("least", Price(.lowest([each, table])))
    let taken = Price(
      .totalOf([scheme[head: "trouble"], scheme[head: "costs"]]),
      adjustments: [
        Adjustment(.keep, part: .percent(20), when: nil, because: nil),
        Adjustment(.add, part: .part(1, over: 3), when: .flag(scheme[fact: "ill"]), because: "for illness"),
        Adjustment(.takeOff, part: .fact(scheme[fact: "part"]), when: .flag(scheme[fact: "frail"]), because: nil),
      ])
    scheme.head("uplift", taken)
    for (name, compound, daily) in [
      ("interest", Interest.Compound.never, nil), ("daily interest", .never, Rounding.penny),
      ("monthly", .monthly, nil),
    ] {
      scheme.head(
        name,
        Price(
          .interest(
            Interest(
              principal: name == "monthly" ? .fact(scheme[fact: "rent"]) : .totalOf([scheme[head: "costs"]]),
              days: scheme[fact: "days"], rate: rates, yearOf: daily == nil ? .actual : .days365, compound: compound,
              dailyRounded: daily))))
    }
  }

  private static func deriveCountOfItems(_ scheme: inout Scheme) {
    scheme.derive("how many costs", .items(scheme[head: "costs"]))
    scheme.exclusions.append(
      Exclusion(
        rule: scheme.rule("exclusion.wet", .exclusion), when: .flag(scheme[fact: "wet"]),
        exception: scheme[decision: "all the same"], undecided: .ask,
        heads: [scheme[head: "sofa"], scheme[head: "gift"]], say: "It is wet.", referTo: nil))
  }

  private static func declareCombinations(_ scheme: inout Scheme) {
    func heads(_ names: String...) -> [Ref<Head>] { names.map { scheme[head: $0] } }
    let add = Adjustment(.add, part: .percent(10), when: .flag(scheme[fact: "ill"]), because: nil)
    let kinds: [(String, Combination.Kind)] = [
      ("higher", .higherOf(heads("best", "least"))), ("lower", .lowerOf(heads("interest", "daily interest"))),
      ("supersedes", .supersedes(scheme[head: "monthly"], over: heads("interest", "daily interest"))),
      ("only-with", .onlyWith(heads("lift"), with: heads("rooms", "heating", "trouble"))),
      ("deduct", .deduct(heads("sofa"), from: heads("costs"))),
      ("adjust", .adjust(heads("heating", "lift"), add, .penny)),
      ("at-most", .atMost(heads("rooms", "lift"), .fixed(.pounds(250)), less: scheme[fact: "before"])),
      ("at-least", .atLeast(heads("heating", "lift"), .fixed(.pounds(5)))),
      ("under", .nothingUnder(heads("sofa"), .pounds(3))), ("up-to", .nothingUpTo(heads("late reply"), .pounds(1))),
    ]
    for (name, kind) in kinds { scheme.combine(name, kind) }
    scheme.combine("when", when: .flag(scheme[fact: "ill"]), .higherOf(heads("trouble", "distress")))
  }

  private static func declareSettlement(_ scheme: inout Scheme) {
    _ = scheme.rule("total", .total)
    let isIll = Condition.flag(scheme[fact: "ill"])
    scheme.alreadyPaid = AlreadyPaid(
      rule: scheme.rule("already-paid", .alreadyPaid), fact: scheme[fact: "paid"],
      when: .compare(scheme[fact: "size"], .equal, .value(0)))
    scheme.setOff = SetOff(
      rule: scheme.rule("set-off", .setOff), debts: [scheme[fact: "owed"], scheme[fact: "water"]],
      disputed: scheme[fact: "disputed sum"], disputedDecision: scheme[decision: "disputed"], notWhen: isIll,
      consent: scheme[fact: "agrees"], discretion: scheme[decision: "set off"])
    scheme.payees("people")
    scheme.ladder(
      "each", heads: ["trouble", "costs", "gift"], measure: .eachItem, [(100, [["officer"]]), (nil, [["manager"]])])
    scheme.ladder("all", plus: "earlier", [(200, [["manager"]]), (nil, [["head"], ["treasurer", "chief"]])])
    scheme.ladder("ill", when: isIll, [(nil, [["nurse"]])])
    scheme.substitute("manager", by: ["duty manager"], when: .flag(scheme[fact: "away"]))
    scheme.acceptance(
      from: "offered", until: "accepted",
      [.inTime(200), .then(.discretion(scheme[decision: "late-acceptance"], undecided: .ask), say: "Lapsed.")])
    scheme.say("form", beforePayment: true)
    scheme.say("care", head: "costs", when: isIll)
    scheme.say("regret", on: .refusal)
  }

  /// A claim in time, with nothing against it and no item yet.
  static func claim(_ stated: KeyValuePairs<String, Stated> = [:]) -> Facts {
    var facts = Facts(
      matrix,
      [
        "happened": .on(2026, 3, 1), "claimed": .on(2026, 3, 20), "from": .on(2026, 3, 20), "to": .on(2026, 4, 12),
        "today": .on(2026, 6, 1), "offered": .on(2026, 5, 20), "rent": .pence(123_45),
      ])
    facts.accept("set off")
    facts.state(stated)
    return facts
  }

  /// The same with an item under every head.
  static func whole(_ stated: KeyValuePairs<String, Stated> = [:]) -> Facts {
    var facts = claim(stated)
    facts.item("trouble", ["impact": "high", "length": "short", "amount": .pence(250_50)])
    facts.item("costs", ["insurer": .pounds(10)])
    facts.receipt(80_00, item: 2)
    facts.receipt(12_34, item: 2)
    facts.item("distress", ["judged": .pounds(75), "evidence": .words, "reasons": .words])
    facts.item("gift", ["sum": .pounds(45)])
    for head in ["heating", "lift", "rooms", "late reply", "best", "least", "uplift", "interest", "daily interest"] {
      facts.item(head)
    }
    facts.item("sofa", ["sum": .pounds(100), "age": .count(7), "units": .count(5)])
    return facts
  }
}

import Redress

/// A whole scheme of the shape that a housing association writes: exclusions, windows with discretion, bands with a
/// gap, costs, earlier payments, arrears, a ladder of authority, acceptance, statements.
enum Anyshire {
  static let matrix: Matrix = {
    var scheme = Scheme()
    declareFacts(&scheme)
    for name in ["late", "very-late", "late-acceptance", "disputed-debt", "court-parts"] { scheme.decision(name) }
    for name in ["gap", "supported", "in-kind"] { scheme.reading(name, asks: ["clerk"]) }
    declareEntitlement(&scheme)
    declareHeads(&scheme)
    declareSettlement(&scheme)
    return scheme.matrix()
  }()

  private static func declareFacts(_ scheme: inout Scheme) {
    scheme.choice("customer", ["tenant", "neighbour", "outsider"])
    scheme.fact("happened", .date, of: .ofEither)
    scheme.fact("claimed", .date, notBefore: ["happened"])
    scheme.fact("raised", .date, leftOut: .same(scheme[fact: "claimed"]), notBefore: ["happened"])
    scheme.fact("replied", .date)
    scheme.fact("escalated", .date, leftOut: .unstated, notBefore: ["replied"])
    scheme.fact("offered", .date, notBefore: ["claimed"])
    scheme.fact("accepted", .date, leftOut: .unstated, notBefore: ["offered"])
    scheme.fact("extended-to", .date, leftOut: .unstated)
    scheme.fact("still-going-on", .flag, of: .ofEither)
    scheme.fact("own-motion", .flag)
    scheme.choice("finding", ["upheld", "not-upheld"], leftOut: .taken(0))
    scheme.fact("weather", .flag, of: .ofEither)
    scheme.fact("all-steps", .flag, of: .ofEither, leftOut: .taken(1))
    scheme.choice("impact", ["low", "medium", "high"], of: .ofItem)
    scheme.fact("amount", .money, of: .ofItem, leftOut: .unstated)
    scheme.choice("form", ["bacs", "flowers"], of: .ofItem, leftOut: .unstated)
    scheme.fact("receipts", .receipts, of: .ofItem, leftOut: .unstated)
    scheme.fact("evidence", .text, of: .ofItem, leftOut: .unstated)
    scheme.fact("supported-living", .flag, of: .ofItem)
    for name in ["paid", "rent", "service-charge", "disputed"] { scheme.fact(name, .money, leftOut: .taken(0)) }
  }

  private static func declareEntitlement(_ scheme: inout Scheme) {
    scheme.exclude("customer", when: .compare(scheme[fact: "customer"], .equal, .value(2)))
    scheme.excludeFlag("court", of: .ofCase, unless: "court-parts")
    scheme.excludeFlag("insured")
    scheme.excludeFlag("repair")
    scheme.exclude("weather", when: .all([.flag(scheme[fact: "weather"]), .flag(scheme[fact: "all-steps"])]))
    let goingOn = Condition.flag(scheme[fact: "still-going-on"])
    scheme.window(
      "complaint", from: "happened", until: "raised", openWhile: goingOn, [.inTime(6, .months), .then(.noted)])
    let veryLate = scheme[decision: "very-late"]
    scheme.window(
      "claim", from: "happened", until: "claimed", openWhile: goingOn,
      [
        .inTime(28),
        .then(within: Period(6, .months), .discretion(scheme[decision: "late"], undecided: .ask), say: "Late."),
        .then(when: .flag(scheme[fact: "own-motion"]), .discretion(veryLate, undecided: .ask), say: "Later."),
        .then(.discretion(veryLate, undecided: .refuse), say: "Too late."),
      ])
    scheme.window(
      "stage-2", from: "replied", until: "escalated", [.inTime(6, .months), .then(.refused, say: "Stage 2 is over.")])
  }

  private static func declareHeads(_ scheme: inout Scheme) {
    let forms = Forms(fact: scheme[fact: "form"], inKind: [1], inKindAt: [0], otherwise: scheme[reading: "in-kind"])
    let level = { (from: Int64, to: Int64?) in
      Band.Level(from: Money(pence: from), to: to.map { Money(pence: $0) }, signs: [], citations: [])
    }
    let placed = Band.Placed(
      when: .flag(scheme[fact: "supported-living"]), level: 1, reading: scheme[reading: "supported"])
    let band = Band(
      by: scheme[fact: "impact"], amount: scheme[fact: "amount"], pickedBy: [scheme.role("clerk")],
      levels: [level(1, 100_00), level(101_00, 500_00), level(500_01, nil)],
      holes: [Band.Hole(from: Money(pence: 100_01), to: Money(pence: 100_99), reading: scheme[reading: "gap"])],
      placed: [placed])
    scheme.head("trouble", .band(band), forms: forms)
    let cost = ActualCost(
      receipts: scheme[fact: "receipts"], evidence: scheme[fact: "evidence"], amount: scheme[fact: "amount"])
    scheme.head("costs", .actualCost(cost), forms: forms, setOff: false)
  }

  private static func declareSettlement(_ scheme: inout Scheme) {
    _ = scheme.rule("total", .total)
    scheme.alreadyPaid("paid")
    scheme.setOff(
      ["rent", "service-charge"], disputed: "disputed", decision: "disputed-debt",
      notWhen: .oneOf(scheme[fact: "customer"], [1]))
    scheme.authority([(100, ["manager"]), (500, ["head"]), (nil, ["director", "chief"])])
    scheme.acceptance(
      from: "offered", until: "accepted", extendedTo: "extended-to",
      [.inTime(28), .then(.discretion(scheme[decision: "late-acceptance"], undecided: .ask), say: "Lapsed.")])
    scheme.say("form", beforePayment: true)
    let bare = Condition.all([.notGiven(scheme[fact: "receipts"]), .notGiven(scheme[fact: "evidence"])])
    scheme.say("receipts", head: "costs", when: bare, beforePayment: true)
    scheme.say("goodwill")
    scheme.say("regret", on: .refusal, when: .compare(scheme[fact: "finding"], .equal, .value(1)))
    scheme.say("ombudsman", on: .both)
  }

  /// A tenant's claim in time, with nothing against it and no item yet.
  static func claim(_ stated: KeyValuePairs<String, Stated> = [:]) -> Facts {
    var facts = Facts(
      matrix,
      [
        "customer": "tenant", "happened": .on(2026, 8, 14), "claimed": .on(2026, 9, 1), "offered": .on(2026, 10, 12),
      ])
    facts.state(stated)
    return facts
  }

  /// The same with one item of £180 for trouble.
  static func priced(_ stated: KeyValuePairs<String, Stated> = [:]) -> Facts {
    var facts = claim(stated)
    facts.item("trouble", ["impact": "medium", "amount": .pounds(180)])
    return facts
  }
}

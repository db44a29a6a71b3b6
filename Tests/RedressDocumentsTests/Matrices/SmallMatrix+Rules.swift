import Redress

extension SmallMatrix {
  static let facts = [
    Fact(name: "happened-on", kind: .date, ask: "When was it?", help: "The last day, if it went on.", reach: .ofEither),
    Fact(name: "claimed-on", kind: .date, ask: "When was it claimed?", notBefore: [Ref(0)]),
    Fact(
      name: "customer", kind: choice(["tenant": "a tenant", "owner": "an owner", "visitor": "a visitor"]),
      ask: "Who is it?"),
    Fact(name: "insured", kind: .flag, ask: "Is it insured?", reach: .ofEither, leftOut: .taken(0)),
    Fact(name: "level", kind: choice(["low": "Low", "high": "High"]), ask: "How bad was it?", reach: .ofItem),
    Fact(name: "amount", kind: .money, ask: "How much?", reach: .ofItem, leftOut: .unstated),
    Fact(name: "receipts", kind: .receipts, ask: "What was spent?", reach: .ofItem, leftOut: .unstated),
    Fact(name: "evidence", kind: .text, ask: "What else shows it?", reach: .ofItem, leftOut: .unstated),
    Fact(name: "rent-owed", kind: .money, ask: "How much rent is owed?", leftOut: .taken(0)),
    Fact(name: "owed-disputed", kind: .money, ask: "How much is disputed?", leftOut: .taken(0)),
    Fact(name: "already-paid", kind: .money, ask: "How much was paid?", leftOut: .taken(0)),
    Fact(name: "charges-owed", kind: .money, ask: "How much else is owed?", leftOut: .taken(0)),
    Fact(
      name: "form", kind: choice(["bank": "bank transfer", "flowers": "flowers"]), ask: "In what form?", reach: .ofItem,
      leftOut: .unstated),
    Fact(name: "offered-on", kind: .date, ask: "When is it offered?", leftOut: .same(Ref(1))),
    Fact(name: "accepted-on", kind: .date, ask: "When was it accepted?", leftOut: .unstated),
    Fact(name: "more-time-to", kind: .date, ask: "Until when was time given?", leftOut: .unstated),
  ]

  private static func choice(_ choices: KeyValuePairs<String, String>) -> Fact.Kind {
    .choice(choices.map { Fact.Choice(name: $0.key, title: $0.value) })
  }

  static let rules = [
    rule("scope.customer", .scope, "Who is covered", [0]),
    rule("exclusion.insured", .exclusion, "Insured losses", [0, 1], [3]),
    rule("claim-window", .window, "Time to claim", [1], [1]),
    rule("head.trouble", .head, "Trouble", [2], [2]),
    rule("head.costs", .head, "Costs", [2]),
    rule("total", .total, "Total", [2]),
    rule("already-paid", .alreadyPaid, "Earlier payments", [-1]),
    rule("set-off", .setOff, "Arrears", [3]),
    rule("authority", .authority, "Who may authorise", [3]),
    rule("acceptance-window", .window, "Time to accept", [3], [1]),
    rule("payment.receipts", .payment, "Receipts", [2]),
    rule("statement.ombudsman", .statement, "The Ombudsman", [3]),
  ]

  private static func rule(
    _ id: String, _ kind: Rule.Kind, _ title: String, _ paragraphs: [Int], _ readings: [Int] = []
  ) -> Rule {
    Rule(id: id, kind: kind, title: title, citations: paragraphs.map(cited), readings: readings.map { Ref($0) })
  }

  // MARK: Windows

  static let window = Window(
    rule: Ref(2), from: Ref(0), until: Ref(1), openWhile: .flag(Ref(3)), extendedTo: nil,
    steps: [
      .init(within: Deadline(Period(28, .days)), when: nil, outcome: .inTime, say: nil),
      .init(
        within: Deadline(Period(6, .months)), when: nil, outcome: .discretion(Ref(0), undecided: .ask),
        say: "It came after 28 days."),
      .init(within: nil, when: .given(Ref(7)), outcome: .noted, say: "A note is kept."),
      .init(
        within: nil, when: nil, outcome: .discretion(Ref(0), undecided: .refuse), say: "It came after six months."),
    ])

  static let acceptance = Window(
    rule: Ref(9), from: Ref(13), until: Ref(14), openWhile: nil, extendedTo: Ref(15),
    steps: [
      .init(within: Deadline(Period(10, .workingDays), dayOne: .sameDay), when: nil, outcome: .inTime, say: nil),
      .init(within: nil, when: nil, outcome: .refused, say: "The offer had lapsed.", letter: "It is too late."),
    ])

  // MARK: Heads and authority

  static let trouble = Head(
    name: "trouble", rule: Ref(3),
    price: .band(
      Band(
        by: Ref(4), amount: Ref(5), pickedBy: [Ref(0)],
        levels: [
          .init(from: pounds(0, 1), to: pounds(100), signs: ["a mild nuisance"], citations: [cited(2)]),
          .init(from: pounds(101), to: nil, signs: [], citations: [cited(4)]),
        ], holes: [.init(from: pounds(100, 1), to: pounds(100, 99), reading: Ref(0))],
        placed: [.init(when: .flag(Ref(3)), level: 1, reading: Ref(4))])),
    forms: Forms(fact: Ref(12), inKind: [1], inKindAt: [0], otherwise: Ref(2)), allowsSetOff: true)

  static let costs = Head(
    name: "costs", rule: Ref(4),
    price: .actualCost(ActualCost(receipts: Ref(6), evidence: Ref(7), amount: Ref(5))), forms: nil,
    allowsSetOff: false, letter: "For what you spent")

  static let authority = Authority(
    rule: Ref(8),
    steps: [
      .init(upTo: pounds(250), signers: [[Ref(0)]], citations: [cited(3)]),
      .init(upTo: nil, signers: [[Ref(0)], [Ref(1)]], citations: []),
    ])
}

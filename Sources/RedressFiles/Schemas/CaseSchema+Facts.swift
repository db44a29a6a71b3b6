import Redress

extension CaseSchema {
  /// The facts that a case may state for all its items.
  static func facts(_ matrix: Matrix) -> JSONValue {
    [
      "description": "What is known of the case. A fact that is null counts as left out.",
      "type": ["object", "null"],
      "properties": properties(matrix.facts.filter { $0.reach != .ofItem && $0.derivation == nil }),
      "additionalProperties": nothing,
    ]
  }

  /// The facts by name, each with its definition.
  static func properties(_ facts: [Fact]) -> JSONValue {
    .object(facts.map { ($0.name, LiteralSchema.ref("fact.\($0.name)")) })
  }

  static func factDefinitions(_ matrix: Matrix) -> JSONValue {
    .object(matrix.facts.filter { $0.derivation == nil }.map { ("fact.\($0.name)", definition($0, matrix)) })
  }

  private static func definition(_ fact: Fact, _ matrix: Matrix) -> JSONValue {
    var words = [fact.help, reach(fact), leftOut(fact, matrix)].compactMap { $0 }
    if !fact.notBefore.isEmpty {
      words.append("Not before \(fact.notBefore.map { matrix.facts[ref: $0].name }.joined(separator: " or ")).")
    }
    return ["title": .text(fact.ask), "description": .text(words.joined(separator: " "))] + values(fact.kind)
  }

  private static func values(_ kind: Fact.Kind) -> JSONValue {
    switch kind {
    case .date: ["anyOf": [LiteralSchema.ref("day"), nothing]]
    case .money: ["anyOf": [LiteralSchema.ref("money"), nothing]]
    case .flag: ["type": ["boolean", "null"]]
    case .choice(let choices): ["oneOf": .list(choices.map(choice) + [nothing])]
    case .text: ["anyOf": [LiteralSchema.ref("text"), nothing]]
    case .receipts: ["anyOf": [LiteralSchema.ref("receipts"), nothing]]
    case .count: ["anyOf": [LiteralSchema.ref("count"), nothing]]
    case .percent: ["anyOf": [LiteralSchema.ref("percent"), nothing]]
    }
  }

  /// A choice that is named by a number may be stated as one: both are read from their digits.
  private static func choice(_ choice: Fact.Choice) -> JSONValue {
    let name = JSONValue.text(choice.name)
    let number = Int(choice.name).flatMap { String($0) == choice.name ? JSONValue.number($0) : nil }
    return (number.map { ["enum": [name, $0]] } ?? ["const": name]) + ["title": .text(choice.title)]
  }

  private static func reach(_ fact: Fact) -> String? {
    fact.reach == .ofEither ? "Stated on the case, it holds for each item that does not state it." : nil
  }

  /// What is taken is told in words and not as a `default`: a program that filled it in would hide that nobody was
  /// asked.
  private static func leftOut(_ fact: Fact, _ matrix: Matrix) -> String {
    switch fact.leftOut {
    case .missing: "It is needed where a rule that is reached reads it."
    case .unstated: "It may be left out."
    case .derived: "It is worked out, and never stated."
    case .same(let other): "Left out, it is taken to be the same as \(matrix.facts[ref: other].name)."
    case .taken(let value):
      switch fact.kind {
      case .flag: "Left out, it is taken to be \(value == 1 ? "so" : "not so")."
      case .choice(let choices): "Left out, it is taken to be \(choices[Int(value)].name)."
      case .count: "Left out, it is taken to be \(value)."
      case .percent: "Left out, it is taken to be \(Fraction(value, over: 10_000).map { "\($0)" } ?? "0%")."
      case .date, .money, .text, .receipts: "Left out, it is taken to be \(Money(pence: value))."
      }
    }
  }

  // MARK: Receipts

  static let receipts: JSONValue = [
    "description": "One sum, or a list of receipts.",
    "anyOf": [
      LiteralSchema.ref("money"), LiteralSchema.ref("receipt"),
      [
        "type": "array", "minItems": 1, "maxItems": .number(CaseFacts.mostReceipts),
        "items": ["anyOf": [LiteralSchema.ref("money"), LiteralSchema.ref("receipt")]],
      ],
    ],
  ]

  static let receipt: JSONValue = [
    "type": "object",
    "required": ["amount"],
    "properties": [
      "amount": described("What was spent.", "money"),
      "for": leftOut("What it was spent on.", "text"),
      "on": leftOut("The day on the receipt.", "day"),
    ],
    "additionalProperties": false,
  ]
}

import Redress

extension CaseSchema {
  static func items(_ matrix: Matrix) -> JSONValue {
    [
      "description": "What is asked for or offered, one item for each head and event.",
      "type": ["array", "null"],
      "maxItems": .number(CaseFacts.mostItems),
      "items": ["oneOf": .list(matrix.heads.map { LiteralSchema.ref("item.\($0.name)") })],
    ]
  }

  static func itemDefinitions(_ matrix: Matrix) -> JSONValue {
    .object(matrix.heads.refs.map { ("item.\(matrix.heads[ref: $0].name)", item($0, matrix)) })
  }

  private static func item(_ ref: Ref<Head>, _ matrix: Matrix) -> JSONValue {
    let head = matrix.heads[ref: ref]
    let own = FactSet(matrix.factsOfItems(under: ref))
    let facts = zip(matrix.facts, matrix.facts.refs).filter { fact, ref in
      !["head", "by", "because"].contains(fact.name) && fact.derivation == nil
        && (fact.reach == .ofEither || fact.reach == .ofItem && own.contains(ref))
    }
    let stated: JSONValue = ["head": ["const": .text(head.name)]]
    let reasons: JSONValue = [
      "by": leftOut("Who set the item's amount.", "text"),
      "because": leftOut("Why it was set so.", "text"),
    ]
    return [
      "title": .text(matrix.rules[ref: head.rule].title),
      "type": "object",
      "required": ["head"],
      "properties": stated + properties(facts.map(\.0)) + reasons,
      "additionalProperties": nothing,
    ]
  }

  static func decisions(_ matrix: Matrix) -> JSONValue {
    let words = matrix.decisions.map { "\($0.name): \($0.ask)" }
    let about = (["The point that was decided. One that no rule asks for is shown as not used."] + words)
      .joined(separator: " ")
    return [
      "description": "What people decided, each with who, when and why.",
      "type": ["array", "null"],
      "items": [
        "type": "object",
        "required": .texts(CaseReader.decisionKeys),
        "properties": [
          "about": described(about, "text") + ["examples": .texts(matrix.decisions.map(\.name))],
          "answer": ["description": "The answer that was given.", "enum": ["accept", "decline"]],
          "by": described("Who decided.", "text"),
          "on": described("The day of the decision.", "day"),
          "because": described("Why it was decided so.", "text"),
        ],
        "additionalProperties": false,
      ],
    ]
  }

  /// Names are free; those in the examples are the ones that payment files know.
  static let references: JSONValue = [
    "description": "Identifiers for other systems; they never change a sum.",
    "type": ["object", "null"],
    "additionalProperties": ["anyOf": [LiteralSchema.ref("text"), nothing]],
    "examples": [["household": "H-2201", "rent-account": "RA-77120", "cost-code": "4410"]],
  ]

  /// What is personal. It is kept apart, so its keys are described and not checked.
  static let letter: JSONValue = [
    "description": "What is personal and stands only in the letter; it never changes a sum, and can be erased.",
    "type": ["object", "null"],
    "properties": [
      "to": ["description": "The lines of the name and address."],
      "dear": ["description": "How the person is addressed; left out, the first line of `to`."],
      "stage": ["description": "The stage of the complaint; left out, the policy's own."],
      "points": ["description": "What was complained about, point by point, each with `decision` and `because`."],
      "apology": ["description": "The apology, in a sentence of its own."],
      "reasons": ["description": "Why nothing is offered, or a complaint was not upheld."],
      "actions": ["description": "What else will be done, and by when."],
      "contact": ["description": "Whom the person may ask."],
      "format": ["description": "The format that the person needs, such as large-print."],
      "language": ["description": "The language that the person needs: en or cy."],
      "written-in": ["description": "The language that these words are typed in; left out, en."],
      "complaint-handling": ["description": "What went wrong with the complaint itself, for the file."],
      "vulnerability": ["description": "What is known of the person's needs, and what follows from it, for the file."],
    ],
  ]
}

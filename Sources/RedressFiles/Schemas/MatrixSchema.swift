/// The JSON Schema (draft 2020-12) of a matrix, `redress-matrix/1`, made from the same declarations that the reader
/// uses.
///
/// A matrix is YAML whose scalars are all read as text, while editors make numbers and flags of some. The schema
/// accepts them either way. What it cannot say stays with the reader: names that nothing declares, gaps between bands,
/// unused facts.
public enum MatrixSchema {
  /// The schema as UTF-8, indented, with a line break at the end. It is always the same bytes.
  public static var bytes: [UInt8] { value.indentedBytes }

  /// ``bytes`` as text.
  public static var text: String { String(decoding: bytes, as: UTF8.self) }

  static let value: JSONValue = {
    let start: JSONValue = [
      "$schema": LiteralSchema.dialect,
      "$id": "urn:redress:matrix:1",
      "title": "A matrix: one edition of a scheme's compensation policy",
    ]
    let inner = MatrixMapping.matrix.withInner.dropFirst()
    let mappings = JSONValue.object(inner.map { ($0.name, schema(of: $0)) })
    return start + schema(of: .matrix) + ["$defs": literals + ["table": table] + mappings]
  }()

  private static let literals: JSONValue = [
    "text": ["type": ["string", "number", "boolean"], "minLength": 1],
    "flag": ["enum": [true, false, "true", "false"]],
    "money": LiteralSchema.money,
    "day": LiteralSchema.day,
    "edition": LiteralSchema.edition,
    "period": LiteralSchema.period,
    "any-period": LiteralSchema.anyPeriod,
    "day-of-year": LiteralSchema.dayOfYear,
    "part": LiteralSchema.part,
    "name": [
      "description": "Small letters, digits, hyphens and points, at most 60 of them.",
      "type": ["string", "number", "boolean"],
      "pattern": "^[a-z0-9.-]{1,60}$",
    ],
    "citation": [
      "description": "A source, # and a paragraph, such as policy#2.3.4.",
      "type": "string",
      "pattern": "^[a-z0-9.-]{1,60}#[a-z0-9.-]{1,60}$",
    ],
  ]

  private static func schema(of mapping: MatrixMapping) -> JSONValue {
    let properties = mapping.keys.map { ($0.name, ["description": .text($0.says)] + schema(of: $0.shape)) }
    let required = mapping.keys.filter(\.isRequired).map(\.name)
    let fixed: JSONValue = [
      "description": .text(mapping.says),
      "type": "object",
      "properties": .object(properties),
      "required": .texts(required),
      "additionalProperties": false,
    ]
    return mapping.rules.isEmpty ? fixed : fixed + ["allOf": .list(mapping.rules.map(\.schema))]
  }

  private static func schema(of shape: KeyShape) -> JSONValue {
    switch shape {
    case .text: LiteralSchema.ref("text")
    case .exactly(let text): ["const": .text(text)]
    case .word(let words): ["enum": .texts(words)]
    case .flag: LiteralSchema.ref("flag")
    case .money: LiteralSchema.ref("money")
    case .day: LiteralSchema.ref("day")
    case .edition: LiteralSchema.ref("edition")
    case .period: LiteralSchema.ref("period")
    case .anyPeriod: LiteralSchema.ref("any-period")
    case .dayOfYear: LiteralSchema.ref("day-of-year")
    case .number:
      ["type": ["string", "integer"], "pattern": "^0*[1-9][0-9]{0,8}$", "minimum": 1, "maximum": 999_999_999]
    case .part: LiteralSchema.ref("part")
    case .figure, .anyFigure: ["anyOf": [LiteralSchema.ref("text"), LiteralSchema.ref(MatrixMapping.figure.name)]]
    case .rates:
      [
        "anyOf": [
          LiteralSchema.ref("text"), LiteralSchema.ref(MatrixMapping.figure.name),
          ["type": "array", "minItems": 1, "items": LiteralSchema.ref(MatrixMapping.rangedFigure.name)],
        ]
      ]
    case .price: ["anyOf": [LiteralSchema.ref("text"), LiteralSchema.ref(MatrixMapping.price.name)]]
    case .table: LiteralSchema.ref("table")
    case .levels: levels
    case .wordOr(let word, let shape): ["anyOf": [["const": .text(word)], schema(of: shape)]]
    case .nameOr(let shape, _): ["anyOf": [LiteralSchema.ref("name"), schema(of: shape)]]
    case .name: LiteralSchema.ref("name")
    case .citation: LiteralSchema.ref("citation")
    case .condition: ["anyOf": [LiteralSchema.ref("name"), LiteralSchema.ref(MatrixMapping.condition.name)]]
    case .mapping(let mapping): LiteralSchema.ref(mapping.name)
    case .section(let shape, let entries): section(schema(of: shape), entries)
    case .list(let shape): ["type": "array", "minItems": 1, "items": schema(of: shape)]
    case .oneOrMore(let shape, let least):
      ["anyOf": [schema(of: shape), ["type": "array", "minItems": .number(least), "items": schema(of: shape)]]]
    case .steps(let first, let later): steps(first, later)
    }
  }

  /// Figures by the names of choices, or more such tables inside. That the names are those of the choices, in as many
  /// levels as there are choices, a schema cannot say.
  private static let table: JSONValue = [
    "description": "A figure for each answer of a choice, or a table of the next choice.",
    "type": "object",
    "minProperties": 1,
    "propertyNames": LiteralSchema.ref("name"),
    "additionalProperties": [
      "anyOf": [LiteralSchema.ref("text"), LiteralSchema.ref(MatrixMapping.figure.name), LiteralSchema.ref("table")]
    ],
  ]

  /// The bands of one axis, or of the second axis inside each level of the first.
  private static let levels: JSONValue = [
    "type": "object", "propertyNames": LiteralSchema.ref("name"),
    "additionalProperties": [
      "anyOf": [
        LiteralSchema.ref(MatrixMapping.level.name),
        [
          "type": "object", "propertyNames": LiteralSchema.ref("name"),
          "additionalProperties": LiteralSchema.ref(MatrixMapping.level.name),
        ],
      ]
    ],
  ]

  private static func section(_ shape: JSONValue, _ entries: ClosedRange<Int>) -> JSONValue {
    let least: JSONValue = entries.lowerBound > 0 ? ["minProperties": .number(entries.lowerBound)] : [:]
    let most: JSONValue = entries.upperBound < Int.max ? ["maxProperties": .number(entries.upperBound)] : [:]
    let fixed: JSONValue = [
      "type": "object", "propertyNames": LiteralSchema.ref("name"), "additionalProperties": shape,
    ]
    return fixed + least + most
  }

  /// The last step has no end. That it is the last one, a schema cannot say.
  private static func steps(_ first: MatrixMapping, _ later: MatrixMapping) -> JSONValue {
    [
      "type": "array",
      "minItems": 2,
      "prefixItems": [LiteralSchema.ref(first.name)],
      "items": LiteralSchema.ref(later.name),
      "contains": ["not": ["anyOf": [["required": ["within"]], ["required": ["by"]]]]],
    ]
  }
}

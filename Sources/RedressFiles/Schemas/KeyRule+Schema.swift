extension KeyRule {
  /// The rule as a schema of the mapping it belongs to.
  var schema: JSONValue {
    switch self {
    case .exactlyOne(let keys, nil): ["oneOf": Self.each(keys)]
    case .exactlyOne(let keys, let test?): ["if": test.schema, "then": ["oneOf": Self.each(keys)]]
    case .atLeastOne(let keys): ["anyOf": Self.each(keys)]
    case .required(let key, let test): ["if": test.schema, "then": ["required": [.text(key)]]]
    case .refused(let keys, let test):
      ["if": test.schema, "then": ["properties": .object(keys.map { ($0, JSONValue.flag(false)) })]]
    case .requiredInside(let key, let inner, let test):
      ["if": test.schema, "then": ["properties": .under(key, ["required": [.text(inner)]])]]
    }
  }

  private static func each(_ keys: [String]) -> JSONValue { .list(keys.map { ["required": [.text($0)]] }) }
}

extension KeyTest {
  /// A schema that holds where the test does.
  var schema: JSONValue {
    switch self {
    case .given(let key): ["required": [.text(key)]]
    case .absent(let key): ["not": ["required": [.text(key)]]]
    case .word(let key, let word): Self.holds(key, ["const": .text(word)])
    case .notWord(let key, let word): Self.holds(key, ["not": ["const": .text(word)]])
    case .set(let key): Self.holds(key, ["enum": [true, "true"]])
    case .inMonths(let key): Self.holds(key, ["type": "string", "pattern": " (month|year)s?$"])
    case .inside(let key, let inner): Self.holds(key, ["type": "object", "required": [.text(inner)]])
    }
  }

  private static func holds(_ key: String, _ schema: JSONValue) -> JSONValue {
    ["properties": .under(key, schema), "required": [.text(key)]]
  }
}

@testable import RedressFiles

/// The references of a schema that lead to none of its definitions.
func danglingReferences(_ schema: JSONValue) -> [String] {
  var dangling: [String] = []
  func visit(_ value: JSONValue) {
    switch value {
    case .object(let pairs):
      for pair in pairs {
        if pair.key == "$ref", case .text(let text) = pair.value {
          let name = String(text.dropFirst("#/$defs/".count))
          if text != "#/$defs/\(name)" || schema["$defs"]?[name] == nil { dangling.append(text) }
        }
        visit(pair.value)
      }
    case .list(let values): values.forEach(visit)
    case .text, .number, .flag, .null: break
    }
  }
  visit(schema)
  return dangling
}

import Testing

@testable import RedressFiles

@Suite struct MatrixSchemaTests {
  private let schema = MatrixSchema.value

  private func keys(_ value: JSONValue?) -> [String] {
    guard case .object(let pairs) = value else { return [] }
    return pairs.map(\.key)
  }

  @Test func everyMappingHasItsDeclaredKeysAndNoOthers() {
    for mapping in MatrixMapping.matrix.withInner {
      let definition = mapping.name == "matrix" ? schema : schema["$defs"]?[mapping.name]
      #expect(keys(definition?["properties"]) == mapping.keyNames, "\(mapping.name)")
      #expect(definition?["required"] == .texts(mapping.keys.filter(\.isRequired).map(\.name)), "\(mapping.name)")
      #expect(definition?["additionalProperties"] == false, "\(mapping.name)")
      for key in mapping.keys {
        #expect(definition?["properties"]?[key.name]?["description"] == .text(key.says), "\(mapping.name): \(key.name)")
      }
    }
  }

  @Test func theWholeFileRequiresWhatEveryMatrixHas() {
    #expect(
      schema["required"]
        == [
          "format", "scheme", "edition", "status", "title", "body", "selects-on", "sources", "facts", "heads", "total",
        ])
    #expect(schema["properties"]?["format"]?["const"] == "redress-matrix/1")
    #expect(schema["properties"]?["status"]?["enum"] == ["draft", "approved"])
    #expect(schema["properties"]?["facts"]?["maxProperties"] == 128)
    #expect(schema["properties"]?["heads"]?["minProperties"] == 1)
    #expect(schema["properties"]?["heads"]?["additionalProperties"] == ["$ref": "#/$defs/head"])
  }

  @Test func aConditionIsAFlagOrATest() {
    #expect(
      schema["$defs"]?["scope"]?["properties"]?["when"]?["anyOf"]
        == [["$ref": "#/$defs/name"], ["$ref": "#/$defs/condition"]])
  }

  @Test func aWindowBeginsInTimeAndEndsOpen() {
    let steps = schema["$defs"]?["window"]?["properties"]?["steps"]
    #expect(steps?["minItems"] == 2)
    #expect(steps?["prefixItems"] == [["$ref": "#/$defs/first-step"]])
    #expect(steps?["items"] == ["$ref": "#/$defs/later-step"])
    #expect(steps?["contains"] == ["not": ["anyOf": [["required": ["within"]], ["required": ["by"]]]]])
  }

  @Test func rulesBecomeConditionsOfTheSchema() {
    #expect(
      schema["$defs"]?["level"]?["allOf"] == [["oneOf": [["required": ["from"]], ["required": ["above"]]]]])
    #expect(
      schema["$defs"]?["reading"]?["allOf"]
        == [
          [
            "if": ["properties": ["answer": ["const": "ask"]], "required": ["answer"]],
            "then": ["required": ["ask"]],
          ],
          [
            "if": ["properties": ["answer": ["not": ["const": "ask"]]], "required": ["answer"]],
            "then": ["properties": ["ask": false]],
          ],
        ])
    #expect(
      schema["$defs"]?["day-rule"]?["allOf"]
        == [
          [
            "if": [
              "properties": ["within": ["type": "string", "pattern": " (month|year)s?$"]], "required": ["within"],
            ],
            "then": ["required": ["month-end"]],
          ],
          [
            "if": ["properties": ["counted": ["const": "before"]], "required": ["counted"]],
            "then": ["properties": ["suspended": false]],
          ],
        ])
  }

  @Test func isTheSameBytesEveryTimeAndReadsBack() throws {
    #expect(MatrixSchema.bytes == MatrixSchema.bytes)
    #expect(MatrixSchema.text.hasSuffix("}\n"))
    let node = try #require(try JSONReader().read(SourceText(name: "schema.json", bytes: MatrixSchema.bytes)).first)
    #expect(node.entries?.map(\.key) == keys(schema))
    #expect(danglingReferences(schema) == [])
  }
}

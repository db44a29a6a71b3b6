import Redress
import Testing

@testable import RedressFiles

@Suite struct CaseSchemaTests {
  private let schema: JSONValue
  private let matrix: Matrix

  init() throws {
    matrix = try MatrixReader.read(source(wholeMatrix))
    schema = CaseSchema(matrix).value
  }

  private func definition(_ name: String) -> JSONValue? { schema["$defs"]?[name] }

  private func keys(_ value: JSONValue?) -> [String] {
    guard case .object(let pairs) = value else { return [] }
    return pairs.map(\.key)
  }

  @Test func namesTheKeysOfACaseAndNoOthers() {
    #expect(schema["$schema"] == "https://json-schema.org/draft/2020-12/schema")
    #expect(schema["$id"] == "urn:redress:case:1:sample:2024-04-01.2")
    #expect(keys(schema["properties"]) == CaseOutline.keys)
    #expect(schema["required"] == ["case", "scheme"])
    #expect(schema["additionalProperties"] == false)
    #expect(schema["properties"]?["scheme"]?["const"] == "sample")
    #expect(schema["properties"]?["format"]?["const"] == "redress-case/1")
  }

  @Test func factsOfTheCaseAreThoseThatItMayState() {
    let facts = schema["properties"]?["facts"]
    let names = matrix.facts.filter { $0.reach != .ofItem && $0.derivation == nil }.map(\.name)
    #expect(keys(facts?["properties"]) == names)
    #expect(facts?["properties"]?["kind"] == ["$ref": "#/$defs/fact.kind"])
    #expect(facts?["type"] == ["object", "null"])
    #expect(facts?["additionalProperties"] == ["type": "null"])
  }

  @Test func itemsAreToldApartByHead() {
    #expect(
      schema["properties"]?["items"]?["items"]
        == ["oneOf": .list(matrix.heads.map { ["$ref": .text("#/$defs/item.\($0.name)")] })])
    let trouble = definition("item.trouble")
    #expect(trouble?["title"] == "Trouble")
    #expect(trouble?["properties"]?["head"] == ["const": "trouble"])
    #expect(
      keys(trouble?["properties"])
        == [
          "head", "going-on", "excluded", "declined", "level", "form", "amount", "evidence", "reasons", "by", "because",
        ])
    #expect(
      keys(definition("item.costs")?["properties"])
        == ["head", "going-on", "excluded", "amount", "receipts", "evidence", "insured", "by", "because"])
    #expect(
      keys(definition("item.waiting")?["properties"])
        == ["head", "going-on", "excluded", "began", "ended", "rooms", "by", "because"])
  }

  @Test func eachKindOfFactHasItsForm() {
    func form(_ name: String) -> JSONValue? { definition("fact.\(name)") }
    #expect(form("claim-date")?["anyOf"] == [["$ref": "#/$defs/day"], ["type": "null"]])
    #expect(form("debt")?["anyOf"] == [["$ref": "#/$defs/money"], ["type": "null"]])
    #expect(form("rooms")?["anyOf"] == [["$ref": "#/$defs/count"], ["type": "null"]])
    #expect(form("own-part")?["anyOf"] == [["$ref": "#/$defs/percent"], ["type": "null"]])
    #expect(form("days-late") == nil)
    #expect(form("evidence")?["anyOf"] == [["$ref": "#/$defs/text"], ["type": "null"]])
    #expect(form("receipts")?["anyOf"] == [["$ref": "#/$defs/receipts"], ["type": "null"]])
    #expect(form("going-on")?["type"] == ["boolean", "null"])
    #expect(
      form("kind")?["oneOf"]
        == [
          ["const": "tenant", "title": "a tenant"], ["enum": ["7", 7], "title": "a block of seven"], ["type": "null"],
        ])
  }

  @Test func questionsAreTitlesAndWhatIsTakenIsSaid() {
    func words(_ name: String) -> [JSONValue?] {
      [definition("fact.\(name)")?["title"], definition("fact.\(name)")?["description"]]
    }
    #expect(
      words("claim-date") == [
        "When was it claimed?", "The earlier day. It is needed where a rule that is reached reads it.",
      ])
    #expect(
      words("reply-date")
        == ["When was it replied to?", "Left out, it is taken to be the same as claim-date. Not before claim-date."])
    #expect(
      words("going-on")
        == [
          "Does it go on?",
          "Stated on the case, it holds for each item that does not state it. Left out, it is taken to be not so.",
        ])
    #expect(words("kind")[1] == "Left out, it is taken to be tenant.")
    #expect(words("debt")[1] == "Left out, it is taken to be £0.00.")
    #expect(words("evidence")[1] == "It may be left out.")
  }

  @Test func aDecisionMayBeAboutAnything() {
    let decision = schema["properties"]?["decisions"]?["items"]
    #expect(decision?["required"] == ["about", "answer", "by", "on", "because"])
    #expect(decision?["additionalProperties"] == false)
    #expect(decision?["properties"]?["about"]?["examples"] == ["late", "apart", "more-time", "set-it-off", "dispute"])
    #expect(decision?["properties"]?["about"]?["$ref"] == "#/$defs/text")
    #expect(decision?["properties"]?["answer"]?["enum"] == ["accept", "decline"])
  }

  @Test func isTheSameBytesEveryTimeAndReadsBack() throws {
    let bytes = CaseSchema(matrix).bytes
    #expect(bytes == CaseSchema(matrix).bytes)
    #expect(CaseSchema(matrix).text.hasSuffix("}\n"))
    let node = try #require(try JSONReader().read(SourceText(name: "schema.json", bytes: bytes)).first)
    #expect(node.entries?.map(\.key) == keys(schema))
    #expect(danglingReferences(schema) == [])
  }
}

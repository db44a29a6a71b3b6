import Testing

@testable import RedressFiles

@Suite struct JSONWriterTests {
  private static let value: JSONValue = [
    "text": "a \"quoted\" \\ line\nand £", "number": -3, "flag": true, "none": .null,
    "list": ["a", [], [:], ["b": 1]],
  ]

  @Test func indentsByTwoSpacesAndKeepsTheOrderOfKeys() {
    let expected = #"""
      {
        "text": "a \"quoted\" \\ line\nand £",
        "number": -3,
        "flag": true,
        "none": null,
        "list": [
          "a",
          [],
          {},
          {
            "b": 1
          }
        ]
      }

      """#
    #expect(String(decoding: Self.value.indentedBytes, as: UTF8.self) == expected)
  }

  @Test func isCompactUnlessToldOtherwise() {
    var json = JSONWriter()
    for _ in 1...2 {
      json.clear()
      json.object { json in
        json.key("a")
        json.array([1, 2]) { $0.number($1) }
        json.key("b")
        json.object { _ in }
        json.key("c")
        json.string("\u{1}")
      }
      #expect(String(decoding: json.bytes, as: UTF8.self) == #"{"a":[1,2],"b":{},"c":"\u0001"}"#)
    }
  }

  @Test func joinsObjectsInOrder() {
    let joined = ["b": 1] + ["a": 2] as JSONValue
    #expect(joined == .object([("b", 1), ("a", 2)]))
    #expect(joined != .object([("a", 2), ("b", 1)]))
    #expect(joined["a"] == 2)
    #expect(joined["c"] == nil)
    #expect(JSONValue.text("a")["a"] == nil)
  }
}

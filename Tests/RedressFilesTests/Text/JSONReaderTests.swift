import Testing

@testable import RedressFiles

/// Reads a text that is expected to be good.
private func read(_ text: String) throws -> String {
  try JSONReader().read(source(text)).map(outline).joined(separator: " ")
}

@Suite struct JSONReaderTests {
  @Test(arguments: [
    (#"{}"#, "{}"), (#"[]"#, "[]"), (#" [ ] "#, "[]"), (#""""#, "quoted()"), ("0", "number(0)"), ("-0", "number(-0)"),
    ("180.50", "number(180.50)"), ("1e3", "number(1e3)"), ("1E+03", "number(1E+03)"), ("0.1e-7", "number(0.1e-7)"),
    ("123456789012345678901234567890.10", "number(123456789012345678901234567890.10)"), ("true", "flag(true)"),
    ("false", "flag(false)"), ("null", "null"),
    (#"{"a":1,"b":[true,{"c":null}]}"#, "{a:number(1),b:[flag(true),{c:null}]}"),
    ("{\r\n\t\"a\" : \"x\"\r\n}\r\n", "{a:quoted(x)}"), ("\u{FEFF}{}", "{}"), (#"{"":""}"#, "{:quoted()}"),
  ])
  func values(text: String, tree: String) throws { #expect(try read(text) == tree) }

  @Test(arguments: [
    (#""\"\\\/""#, "\"\\/"), (#""\b\f\n\r\t""#, "\u{8}\u{C}\n\r\t"), (#""\u00a3180""#, "£180"), (#""\u00A3""#, "£"),
    (#""\ud83d\ude00""#, "😀"), (#""\uD834\uDD1Ex""#, "𝄞x"), (#""a\nb\nc""#, "a\nb\nc"), (#""£ 😀""#, "£ 😀"),
    (#""\uffff""#, "\u{FFFF}"), (#""\u007f""#, "\u{7F}"), (#""\u0000""#, "\0"),
  ])
  func texts(text: String, decoded: String) throws {
    #expect(try JSONReader().read(source(text)).map(\.text) == [decoded])
  }

  @Test func readsOneValueALine() throws {
    #expect(try read("{\"a\":1}\n\n  \r\n[2]\n\"x\"") == "{a:number(1)} [number(2)] quoted(x)")
    #expect(try read("{\n\"a\":\n1}\n{\n}") == "{a:number(1)} {}")
  }

  @Test func everyNodeHasItsPlace() throws {
    let root = try JSONReader().read(source("{\"é\": \"£😀\",\n  \"b\": [-1.5, true,\n null, {}]}"))[0]
    #expect(root.span == Span(line: 1, column: 1))
    let entries = try #require(root.entries)
    #expect(entries[0].keySpan == Span(line: 1, column: 2, length: 3))
    #expect(entries[0].value.span == Span(line: 1, column: 7, length: 4))
    #expect(entries[1].keySpan == Span(line: 2, column: 3, length: 3))
    let list = try #require(root["b"]?.list)
    #expect(root["b"]?.span == Span(line: 2, column: 8))
    #expect(
      list.map(\.span) == [
        Span(line: 2, column: 9, length: 4), Span(line: 2, column: 15, length: 4), Span(line: 3, column: 2, length: 4),
        Span(line: 3, column: 8),
      ])
    #expect(root["c"] == nil)
    #expect(list[0]["c"] == nil)
  }

  @Test func keepsAKeyOfTenThousandCharacters() throws {
    let key = String(repeating: "k", count: 10_000)
    #expect(try JSONReader().read(source("{\"\(key)\":1}"))[0][key]?.text == "1")
  }

  @Test func readsAsDeepAsItsLimit() throws {
    let deep = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    #expect(try read(deep) == deep)
    let mixed = String(repeating: "{\"a\":[", count: 32) + String(repeating: "]}", count: 32)
    #expect(try JSONReader().read(source(mixed)).count == 1)
  }

  @Test func aTopLevelArrayMayBeLongerThanOneOfItsElements() throws {
    let reader = JSONReader(longestValue: 20)
    let array = "[" + (0..<50).map { "{\"a\":\($0)}" }.joined(separator: ",\n") + "]"
    #expect(try reader.read(source(array))[0].list?.count == 50)
  }
}

import Testing

@testable import RedressFiles

@Suite struct YAMLReaderTests {
  private func read(_ text: String, _ documents: YAMLReader.Documents = .one) throws -> String {
    try YAMLReader().read(source(text), documents: documents).map(outline).joined(separator: " ")
  }

  @Test(arguments: [
    ("a: 1,000.00", "{a:plain(1,000.00)}"), ("a: 12:30", "{a:plain(12:30)}"), ("a: yes", "{a:plain(yes)}"),
    ("a: true", "{a:plain(true)}"), ("a: 2022-10-01", "{a:plain(2022-10-01)}"), ("a: £50", "{a:plain(£50)}"),
    ("a: 0x1F", "{a:plain(0x1F)}"), ("a: ~", "{a:plain(~)}"), ("a: null", "{a:plain(null)}"), ("a:", "{a:null}"),
    ("a: ''", "{a:quoted()}"), ("a: \"\"", "{a:quoted()}"), ("a: 'it''s'", "{a:quoted(it's)}"),
    ("a: \"£\\u00a3\\t\"", "{a:quoted(££\t)}"), ("a: |\n  x\n  y\n", "{a:quoted(x\ny\n)}"),
    ("a: >-\n  x\n  y\n", "{a:quoted(x y)}"),
    ("a: b\n  c", "{a:plain(b c)}"), ("- 1\n- [2, {a: 3}]\n-", "[plain(1),[plain(2),{a:plain(3)}],null]"),
    ("a:\n- x\n- y\nb: {c: d}", "{a:[plain(x),plain(y)],b:{c:plain(d)}}"), ("25%: 2/37", "{25%:plain(2/37)}"),
    ("\u{FEFF}a: 1\r\nb: 2\r\n", "{a:plain(1),b:plain(2)}"), ("# note\n---\na: 1\n...\n", "{a:plain(1)}"),
    ("x", "plain(x)"),
    ("{\"a\": [1, \"b\"]}", "{a:[plain(1),quoted(b)]}"), ("a: b # c", "{a:plain(b)}"),
    ("\"<<\": 1", "{<<:plain(1)}"),
  ])
  func values(text: String, tree: String) throws { #expect(try read(text) == tree) }

  /// Characters that begin anchors, aliases and tags mean nothing inside text.
  @Test(arguments: [
    ("a: 5 * 3 & 4!", "{a:plain(5 * 3 & 4!)}"), ("a: \"*b\"", "{a:quoted(*b)}"), ("a: '&b'", "{a:quoted(&b)}"),
    ("a: |\n  * one\n  * two\n", "{a:quoted(* one\n* two\n)}"), ("a*: \"! b\"", "{a*:quoted(! b)}"),
    ("a: b # *c &d", "{a:plain(b)}"),
    ("a: x\n  *y", "{a:plain(x *y)}"), ("'*': 1", "{*:plain(1)}"), ("a: \"\\\"*\\\"\"", "{a:quoted(\"*\")}"),
  ])
  func indicatorsInText(text: String, tree: String) throws { #expect(try read(text) == tree) }

  @Test func everyNodeHasItsPlace() throws {
    let text =
      "# £\nscheme: progress\nitems:\n  - head: \"ü x\"\n    to: { low: £1, high: '£2' }\n  - |\n    text\nlast:\n"
    let root = try YAMLReader().read(source(text))[0]
    let entries = try #require(root.entries)
    #expect(root.span == Span(line: 2, column: 1, length: 6))
    #expect(entries[0].keySpan == Span(line: 2, column: 1, length: 6))
    #expect(entries[0].value.span == Span(line: 2, column: 9, length: 8))
    #expect(root["items"]?.span == Span(line: 4, column: 3))
    let items = try #require(root["items"]?.list)
    #expect(items[0].span == Span(line: 4, column: 5, length: 4))
    #expect(items[0]["head"]?.span == Span(line: 4, column: 11, length: 5))
    #expect(items[0]["to"]?.span == Span(line: 5, column: 9))
    #expect(items[0]["to"]?["low"]?.span == Span(line: 5, column: 16, length: 2))
    #expect(items[0]["to"]?["high"]?.span == Span(line: 5, column: 26, length: 4))
    #expect(items[1].span == Span(line: 6, column: 5))
    #expect(entries[2].keySpan == Span(line: 8, column: 1, length: 4))
    #expect(entries[2].value.span.line == 8)
  }

  @Test func readsManyDocuments() throws {
    #expect(try read("a: 1\n---\na: 2\n---\n# nothing\n---\nb\n", .many) == "{a:plain(1)} {a:plain(2)} plain(b)")
    #expect(try read("---\n---\na: 1", .one) == "{a:plain(1)}")
  }

  @Test func keepsAKeyOfALongLine() throws {
    let value = String(repeating: "v", count: 10_000)
    #expect(try YAMLReader().read(source("k: \(value)"))[0]["k"]?.text == value)
    let key = String(repeating: "k", count: 10_000)
    #expect(try YAMLReader().read(source("? \(key)\n: v"))[0][key]?.text == "v")
  }

  @Test func readsAsDeepAsItsLimit() throws {
    let flow = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    #expect(try read(flow) == flow)
    let block = (0..<64).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n")
    #expect(try read(block) == String(repeating: "{a:", count: 64) + "null" + String(repeating: "}", count: 64))
  }

  @Test func readsALargeFile() throws {
    let text = (0..<2000).map { "key-\($0): { from: £\($0), to: \"x*\", list: [a, b] }" }.joined(separator: "\n")
    let root = try YAMLReader().read(source(text))[0]
    #expect(root.entries?.count == 2000)
    #expect(root["key-1999"]?["from"]?.span == Span(line: 2000, column: 19, length: 5))
    #expect(root["key-1999"]?["to"]?.text == "x*")
  }
}

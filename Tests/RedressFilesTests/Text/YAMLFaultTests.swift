import Testing

@testable import RedressFiles

private func faultList(_ text: String, _ reader: YAMLReader = YAMLReader(), _ documents: YAMLReader.Documents = .one)
  -> FaultList
{
  var faults = FaultList()
  _ = reader.read(source(text), documents: documents, faults: &faults)
  return faults
}

private func faults(_ text: String) -> [String] { summary(faultList(text)) }

@Suite struct YAMLFaultTests {
  @Test(arguments: [
    ("a: b: c", "1:5"), ("a: [1, 2", "1:9"), ("a: {b: 1\nc: 2", "2:2"), ("a: \"x", "1:4"), ("a: 'x\nb: 1\n", "1:4"),
    ("a: 1\nb", "2:1"),
    ("a: 1\n b: 2", "2:3"), ("a:\n  - x\n - y", "3:2"), ("a: @x", "1:4"), ("a: %x", "1:4"), ("a: \"\\q\"", "1:5"),
    ("a: - b", "1:4"),
    ("a: `x`", "1:4"), ("a: \"x\" y", "1:8"), ("[a", "1:3"), ("]", "1:1"), ("a: ]", "1:4"), ("- a\nb: 1", "2:1"),
    ("a: 1\n- b", "2:1"),
    ("a: \"\\ud800\"", "1:7"), ("%FOO bar\n---\na: 1", "1:5"), ("a: |0\n x", "1:5"),
  ])
  func syntax(text: String, place: String) { #expect(faults(text) == [place + " yaml.syntax"]) }

  @Test func saysWhatToDo() {
    #expect(
      faultList("title: Policy: part 1\n").text == """
        t:1:14: yaml.syntax
          1 | title: Policy: part 1
            |              ^
        A colon and a space cannot stand here.
        Put text that holds a colon in double quotes, or check the indentation of this line.
        """)
  }

  @Test(arguments: [
    ("a:\n\tb: 1", "2:1"), ("a:\n  b: 1\n \tc: 2", "3:2"), ("\ta: 1", "1:1"), ("a:\n  - x\n\t- y", "3:1"),
  ])
  func tabs(text: String, place: String) { #expect(faults(text) == [place + " yaml.tab"]) }

  @Test func tabsElsewhereAreFine() { #expect(faults("a:\t1\t# x\nb: [1,\t2]\n") == []) }

  @Test(arguments: [
    ("a: \u{1}", "1:4"), ("a: 1\nb: \u{7F}", "2:4"), ("a: \u{80}", "1:4"), ("a\rb: 1", "1:2"), ("a: x\u{85}", "1:5"),
    ("a: x\u{2028}y", "1:5"), ("a: \u{FFFE}", "1:4"), ("a: \u{F0000}", "1:4"), ("a: \u{10FFFD}", "1:4"),
    ("a: \"\\U000F0000\"", "1:5"),
    ("a: 1\r", "1:5"),
  ])
  func characters(text: String, place: String) { #expect(faults(text) == [place + " yaml.character"]) }

  @Test(arguments: ["a: £ € – “x” é 😀 \u{A0}", "a: C:\\Users", "a: \u{E000}"])
  func ordinaryCharacters(text: String) { #expect(faults(text) == []) }

  @Test(arguments: [
    ("a: &x 1\nb: *x", ["1:4", "2:4"]), ("a: *x", ["1:4"]), ("a: !t 1", ["1:4"]), ("a: !!str 1", ["1:4"]),
    ("a: ! x", ["1:4"]),
    ("&k a: 1", ["1:1"]), ("&m\na: 1", ["1:1"]), ("a: &m\n  b: 1\n  c: *m", ["1:4"]), ("*x : 1", ["1:1"]),
    ("- &x a\n- *x\n- !t b", ["1:3", "2:3", "3:3"]),
    ("a: {<<: {b: 1}}", ["1:5+2"]), ("d: &d {x: 1}\ne:\n  <<: *d", ["1:4", "3:3+2", "3:7"]), ("a: * b", ["1:4"]),
    ("a: !foo!bar x", ["1:4"]),
    ("a: !<x y", ["1:4"]), ("a: & b", ["1:4"]), ("a: [*x, &y z]", ["1:5", "1:9"]), ("!t\na: 1", ["1:1"]),
    ("a: &x\nb: 1", ["1:4"]),
    ("? &x [a]\n: b", ["1:3"]),
  ])
  func anchors(text: String, places: [String]) { #expect(faults(text) == places.map { $0 + " yaml.anchor" }) }

  @Test func aliasesCannotGrowATree() {
    var text = "a0: &a0 [x, x]\n"
    for level in 1...60 { text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n? *a\(level)\n: x\n" }
    let list = faultList(text)
    #expect(Set(list.faults.map(\.code)) == [.yamlAnchor])
    #expect(list.count == 121)
  }

  @Test(arguments: [
    ("[a]: 1", "1:1"), ("{a: b}: 1", "1:1"), ("? - a\n: 1", "1:3"), ("? # x\n: 1", "1:2"), ("{[a]: 1}", "1:2"),
  ])
  func keysThatAreNoText(text: String, place: String) {
    #expect(faults(text).map { $0.split(separator: "+")[0].prefix { $0 != " " } } == [place[...]])
    #expect(faults(text)[0].hasSuffix("yaml.key"))
  }

  @Test func twoDocuments() {
    #expect(faults("a: 1\n---\nb: 2\n---\nc: 3") == ["3:1 yaml.two-documents"])
    #expect(summary(faultList("a: 1\n---\nb: 2", YAMLReader(), .many)) == [])
  }

  @Test func comments() { #expect(faults("# nothing\n---\n") == ["file.empty"]) }

  @Test func tooLarge() {
    #expect(summary(faultList("a: 12345", YAMLReader(largest: 7))) == ["file.too-large"])
    #expect(faults("a: \(String(repeating: "x", count: 1 << 20))") == ["file.too-large"])
  }

  @Test(arguments: [
    (String(repeating: "[", count: 65) + String(repeating: "]", count: 65), "1:65"),
    (String(repeating: "- ", count: 65) + "a", "1:129"), (String(repeating: "[", count: 500_000), ""),
    (String(repeating: "{a: ", count: 200_000), ""), (String(repeating: "- ", count: 500_000), ""),
    (String(repeating: "? ", count: 500_000), ""),
  ])
  func tooDeep(text: String, place: String) {
    let list = faultList(text)
    #expect(list.faults.map(\.code) == [.yamlTooDeep])
    if !place.isEmpty { #expect(summary(list) == [place + " yaml.too-deep"]) }
  }
}

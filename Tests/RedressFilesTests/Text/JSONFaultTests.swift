import SeededRandomness
import Testing

@testable import RedressFiles

private func faults(_ text: String, _ reader: JSONReader = JSONReader()) -> [String] {
  var faults = FaultList()
  _ = reader.read(source(text), faults: &faults)
  return summary(faults)
}

@Suite struct JSONFaultTests {
  @Test(arguments: [
    ("{", "1:2"), ("[", "1:2"), ("{\"a\"", "1:5"), ("{\"a\":", "1:6"), ("{\"a\":1", "1:7"), ("{\"a\":1,", "1:8"),
    ("[1,", "1:4"),
    ("{\"a\":1,\n\n", "1:8"), ("[[1]\n", "1:5"), ("tru", "1:1+3"), ("nul\n", "1:1+3"), ("\"abc", "1:1+4"),
    ("\"", "1:1"),
    ("\"\\", "1:2"), ("-", "1:1+2"), ("1.", "1:1+3"), ("1e", "1:1+3"), ("1e+", "1:1+4"), ("\"\\u12", "1:2+4"),
  ])
  func truncated(text: String, place: String) { #expect(faults(text) == [place + " json.syntax"]) }

  @Test(arguments: [
    ("{\"a\":1,}", "1:8"), ("[1,]", "1:4"), ("[,1]", "1:2"), ("{,}", "1:2"), ("{\"a\":}", "1:6"), ("{\"a\" 1}", "1:6"),
    ("{a:1}", "1:2"), ("{'a':1}", "1:2"), ("['a']", "1:2"), ("[1 2]", "1:4"), ("{\"a\":1 \"b\":2}", "1:8"),
    ("[1}", "1:3"),
    ("01", "1:1"), ("-01", "1:1"), ("+1", "1:1+2"), (".5", "1:1+2"), ("1.e3", "1:1+3"), ("0x10", "1:1+2"),
    ("1.2.3", "1:1+4"),
    ("NaN", "1:1+3"), ("True", "1:1+4"), ("truex", "1:1+5"), ("trueé", "1:1+5"), ("[Infinity]", "1:2+8"),
    ("// x", "1:1"), ("[1] # x", "1:5"), ("{} {}", "1:4"), ("{}}", "1:3"), ("1 2", "1:3"), ("“a”", "1:1"),
    ("{“a”:1}", "1:2"),
    ("\"a\tb\"", "1:3"), ("\"a\u{1}b\"", "1:3"), ("\"a\nb\"", "1:1+2"), (#""\x""#, "1:2+2"), (#""\u12G4""#, "1:2+4"),
    (#""\u+123""#, "1:2+2"), (#""\ud800""#, "1:2+6"), (#""\ud800x""#, "1:2+6"), (#""\udc00""#, "1:2+6"),
    (#""\ud800\u0041""#, "1:2+6"), (#""\ud800\ud800""#, "1:2+6"), ("\u{A0}1", "1:1+2"), ("}", "1:1"), ("é", "1:1"),
  ])
  func syntax(text: String, place: String) { #expect(faults(text).first == place + " json.syntax") }

  @Test func saysWhatToDo() throws {
    var list = FaultList()
    _ = JSONReader().read(source("{\"a\": 1,\n}"), faults: &list)
    #expect(
      list.text == """
        t:2:1: json.syntax
          2 | }
            | ^
        There is a comma before this closing bracket, and nothing between them.
        Take out the comma.
        """)
    list = FaultList()
    _ = JSONReader().read(source("{\n\"a\": [1,\n2\n\n"), faults: &list)
    #expect(
      list.text == """
        t:3:2: json.syntax
          3 | 2
            |  ^
        The text ends inside the bracket that opens on line 2.
        Close the bracket, or check that the file is complete.
        """)
  }

  @Test func everyDuplicateIsReportedAndReadingGoesOn() throws {
    var list = FaultList()
    let text = "{\"a\":1,\n\"b\":{\"c\":1,\"c\":2},\n\"a\":2,\"a\":3}\n{\"a\":1}\n{\"x\":1,\"\\u0078\":2}"
    let values = JSONReader().read(source(text), faults: &list)
    #expect(values.count == 3)
    #expect(
      summary(list) == [
        "2:12+3 json.duplicate-key", "3:1+3 json.duplicate-key", "3:7+3 json.duplicate-key", "5:8+8 json.duplicate-key",
      ])
    #expect(list.sorted[1].says == "The key ‘a’ stands here twice; first on line 1.")
  }

  @Test func duplicatesAreFoundInLongObjectsToo() {
    let keys = (0..<100).map { "\"k\($0)\":1" } + ["\"k50\":2", "\"k50\":3"]
    #expect(
      faults("{" + keys.joined(separator: ",\n") + "}") == ["101:1+5 json.duplicate-key", "102:1+5 json.duplicate-key"])
  }

  @Test func aLongKeyIsShownShortened() {
    let key = String(repeating: "k", count: 10_000)
    var list = FaultList()
    _ = JSONReader().read(source("{\"\(key)\":1,\n\"\(key)\":1}"), faults: &list)
    #expect(
      list.faults[0].says == "The key ‘\(String(repeating: "k", count: 40))…’ stands here twice; first on line 1.")
    #expect(list.text.utf8.count < 600)
  }

  @Test func tooDeep() {
    #expect(faults(String(repeating: "[", count: 65)) == ["1:65 json.too-deep"])
    #expect(faults(String(repeating: "{\"a\":", count: 100_000)) == ["1:321 json.too-deep"])
    #expect(faults("[[]]", JSONReader(deepest: 1)) == ["1:2 json.too-deep"])
  }

  @Test func tooLong() {
    let reader = JSONReader(longestValue: 20)
    #expect(
      faults("{\"a\":\"bbbbbbbbbbbbbbbbbbbbbbb\",\"c\":1}\n{}\n{", reader) == ["1:1 json.too-long", "3:2 json.syntax"])
    #expect(faults("[1,[2,\"bbbbbbbbbbbbbbbbbbbbbbb\",3]]", reader) == ["1:4 json.too-long"])
  }
}

@Suite struct JSONResumeTests {
  @Test func everyFaultyLineOfNDJSONIsReported() {
    var list = FaultList()
    let text = "{\"a\":1}\n{\"a\":01}\nhello\n{\"a\":2}\n{\"a\":[1,]}\n\n{\"b\":3} x\n{\"c\":4}\n"
    let values = JSONReader().read(source(text), faults: &list)
    #expect(values.map(outline) == ["{a:number(1)}", "{a:number(2)}", "{c:number(4)}"])
    #expect(summary(list) == ["2:6 json.syntax", "3:1+5 json.syntax", "5:9 json.syntax", "7:9 json.syntax"])
  }

  @Test func aLineCutShortCostsOnlyItself() {
    var list = FaultList()
    let text = "{\"a\":1,\n{\"a\":2}\n{\"a\":\"x\n{\"a\":4}\n{\"a\":\n{\"a\":6}\n"
    let values = JSONReader().read(source(text), faults: &list)
    #expect(values.map(outline) == ["{a:number(2)}", "{a:number(4)}", "{a:number(6)}"])
    #expect(summary(list) == ["1:8 json.syntax", "3:6+2 json.syntax", "6:8 json.syntax"])
  }

  @Test func aValueOfManyLinesIsReportedOnce() {
    #expect(faults("{\n  \"a\": 1,\n  \"b\": 02,\n  \"c\": 3\n}\n") == ["3:8 json.syntax"])
    #expect(faults("{ \"a\": 01,\n  \"b\": 2\n}\n{\"c\": 03}\n") == ["1:8 json.syntax", "4:7 json.syntax"])
  }

  @Test func bracketsInsideQuotesDoNotCount() {
    #expect(faults("{\"a\":\"}{\\\"[\",}\nx\n") == ["1:14 json.syntax", "2:1 json.syntax"])
  }

  /// Whatever the bytes are, reading ends and every fault has a place in the text.
  @Test func randomRubbishNeverTrapsTheReader() {
    var random = SeededGenerator(seed: 8)
    let pieces = [
      "{", "}", "[", "]", ",", ":", "\"", "\\", "\n", "\r\n", "1", "-", "e", ".", "true", "null", "\\u", "d83d", "é",
      "a", " ",
    ]
    for round in 0..<3000 {
      let text = (0..<Int.random(in: 1...40, using: &random)).map { _ in pieces.randomElement(using: &random)! }
        .joined()
      guard let source = try? SourceText(name: "t", bytes: Array(text.utf8)) else { continue }
      var list = FaultList()
      let values = JSONReader(longestValue: 30, deepest: 3).read(source, faults: &list)
      #expect(!values.isEmpty || !list.isEmpty, "round \(round): \(text)")
      for fault in list.faults { #expect(fault.excerpt != nil, "round \(round): \(text)") }
    }
  }
}

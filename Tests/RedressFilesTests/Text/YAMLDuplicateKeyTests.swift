import Testing

@testable import RedressFiles

@Suite struct YAMLDuplicateKeyTests {
  private func faults(_ text: String) -> FaultList {
    var faults = FaultList()
    _ = YAMLReader().read(source(text), documents: .many, faults: &faults)
    return faults
  }

  @Test func namesTheFirstLine() {
    #expect(
      faults("scheme: progress\ntitle: x\nscheme: halton\n").text == """
        t:3:1: yaml.duplicate-key
          3 | scheme: halton
            | ^^^^^^
        The key ‘scheme’ stands here twice; first on line 1.
        Keep one of them.
        """)
  }

  /// The rest of a sum with a comma is taken for a key, and a second such sum for the same key.
  @Test(arguments: [
    ("{ a: £2,800.00, b: £2,800.00 }", true), ("{ a: £2,800, b: £2,800 }", true), ("{ 80: 1, 80: 2 }", false),
    ("{ 8000: 1, 8000: 2 }", false), ("{ 800.0.0: 1, 800.0.0: 2 }", false), ("{ abc: 1, abc: 2 }", false),
  ])
  func saysThatASumHasNoComma(text: String, isSum: Bool) {
    let mend = isSum ? "A comma ends a value here. Write a sum without one, such as £2800." : "Keep one of them."
    #expect(faults(text).faults.map(\.mend) == [mend])
  }

  @Test(arguments: [
    ("a: 1\na: 2\na: 3", ["2:1", "3:1"]), ("a: {b: 1, b: 2}\na: {b: 1, b: 2}", ["1:11", "2:1", "2:11"]),
    ("\"a\": 1\n'a': 2\na: 3", ["2:1+3", "3:1"]), ("{a: 1, a: 2, c: 3, c: 4}", ["1:8", "1:20"]),
    ("'': 1\n\"\": 2", ["2:1"]),
    ("a*: 1\na*: 2", ["2:1+2"]), ("a: 1\na: 2\n---\na: 1\na: 2", ["2:1", "5:1"]), ("é b: 1\né b: 2", ["2:1+3"]),
    ("- a: 1\n  a: 2\n- b: 1\n  b: 2", ["2:3", "4:3"]), ("\"\\x61\": 1\na: 2", ["2:1"]),
    ("? a\n: 1\n? a\n: 2", ["3:3"]),
    ("{a: 1, \"a\": *x}", ["1:8+3", "1:13"]),
  ])
  func findsAll(text: String, places: [String]) {
    #expect(summary(faults(text)).map { $0.prefix { $0 != " " } } == places.map { $0[...] })
    #expect(faults(text).faults.contains { $0.code == .yamlDuplicateKey })
  }

  @Test func keepsTheKeysAsTheyWere() {
    var list = FaultList()
    let roots = YAMLReader().read(source("\"*a\": 1\nb: '*'\n'*a': 2"), documents: .one, faults: &list)
    #expect(roots.map(outline) == ["{*a:plain(1),b:quoted(*),*a:plain(2)}"])
  }

  @Test func comesWithOtherFaults() {
    #expect(summary(faults("a: 1\na: 2\nb: &x 1\n")) == ["2:1 yaml.duplicate-key", "3:4 yaml.anchor"])
    #expect(summary(faults("a: {b: 1, b: 2}\nc: [\n")) == ["1:5 yaml.duplicate-key", "2:5 yaml.syntax"])
    #expect(
      summary(faults("&x a: 1\n&x a: 2\n")).allSatisfy {
        $0.hasSuffix("yaml.anchor") || $0.hasSuffix("yaml.duplicate-key")
      })
    #expect(!faults("{[a]: 1, [a]: 2}").isEmpty)
  }

  @Test func isBounded() {
    let text = (0..<600).map { "a\($0 / 2): x" }.joined(separator: "\n")
    let list = faults(text)
    #expect(list.count == 101)
    #expect(list.faults.allSatisfy { $0.code == .yamlDuplicateKey })
    let many = faults((0..<100).map { "a\($0 / 2): x" }.joined(separator: "\n"))
    #expect(many.count == 50)
  }
}

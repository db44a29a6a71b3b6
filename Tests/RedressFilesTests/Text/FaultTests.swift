import Testing

@testable import RedressFiles

@Suite struct FaultTests {
  @Test func layout() throws {
    let text = "1\n2\n3\n4\n5\n6\n    \"amount\": \"£180.00\",\n"
    let source = try SourceText(name: "case.json", bytes: Array(text.utf8))
    let fault = source.fault(
      .literalMoney, at: Span(line: 7, column: 15, length: 9), says: "The amount lies outside Low.",
      mend: "Choose the level that fits.")
    #expect(
      fault.text == """
        case.json:7:15: literal.money
          7 |     "amount": "£180.00",
            |               ^^^^^^^^^
        The amount lies outside Low.
        Choose the level that fits.
        """)
  }

  @Test func caretStandsUnderTabsAndBesideWideLineNumbers() throws {
    let text = String(repeating: "\n", count: 99) + "\té\tkey: x"
    let source = try SourceText(name: "a.yaml", bytes: Array(text.utf8))
    let fault = source.fault(.yamlSyntax, at: Span(line: 100, column: 4, length: 3), says: "S.", mend: "M.")
    #expect(fault.text == "a.yaml:100:4: yaml.syntax\n  100 | \té\tkey: x\n      | \t \t^^^\nS.\nM.")
  }

  @Test func caretNeverRunsPastTheLine() throws {
    let source = try SourceText(name: "a", bytes: Array("abc".utf8))
    let long = source.fault(.jsonSyntax, at: Span(line: 1, column: 3, length: 50), says: "S.", mend: "M.")
    #expect(long.text == "a:1:3: json.syntax\n  1 | abc\n    |   ^\nS.\nM.")
    let atEnd = source.fault(.jsonSyntax, atByte: 3, says: "S.", mend: "M.")
    #expect(atEnd.text == "a:1:4: json.syntax\n  1 | abc\n    |    ^\nS.\nM.")
  }

  @Test func withoutAPlace() {
    #expect(Fault(.fileEmpty, in: "a.yaml", says: "S.", mend: "M.").text == "a.yaml: file.empty\nS.\nM.")
    #expect(Fault(.fileEmpty, says: "S.", mend: "M.").text == "file.empty\nS.\nM.")
  }

  @Test func withoutAnExcerpt() {
    let place = Place(file: "a", line: 2, column: 3)
    #expect(Fault(.jsonSyntax, at: place, says: "S.", mend: "M.").text == "a:2:3: json.syntax\nS.\nM.")
  }

  @Test func neverSendsControlCharactersToATerminal() {
    let fault = Fault(.fileEmpty, in: "a\u{1B}[2J", says: "S\u{7}.", mend: "M\u{202E}.\nN.")
    #expect(fault.text == "a␛[2J: file.empty\nS␇.\nM\u{FFFD}.\nN.")
  }

  @Test func wordsAreUniqueAndWellFormed() {
    let words = FaultCode.allCases.map(\.rawValue)
    #expect(Set(words).count == words.count)
    for word in words { #expect(word.wholeMatch(of: /[a-z0-9]+\.[a-z0-9-]+/) != nil, "\(word)") }
  }
}

@Suite struct FaultListTests {
  private func fault(_ file: String?, _ line: Int, _ column: Int, _ says: String) -> Fault {
    guard line > 0 else { return Fault(.fileEmpty, in: file, says: says, mend: "") }
    return Fault(.jsonSyntax, at: Place(file: file!, line: line, column: column), says: says, mend: "")
  }

  @Test func sortsByFileLineAndColumnAndKeepsTies() {
    var list = FaultList()
    list.add(fault("b", 2, 1, "1"))
    list.add(fault("a", 9, 9, "2"))
    list.add(fault("b", 1, 5, "3"))
    list.add(fault("b", 1, 5, "4"))
    list.add(fault("b", 1, 2, "5"))
    list.add(fault("a", 0, 0, "6"))
    list.add(fault("b", 10, 1, "7"))
    list.add(fault("b", 1, 5, "8"))
    #expect(list.sorted.map(\.says).joined() == "53481762")
    #expect(list.faults.map(\.says).joined() == "12345678")
  }

  @Test func showsAHundredAndCountsTheRest() {
    var list = FaultList()
    for line in 1...100 { list.add(fault("a", line, 1, "x")) }
    #expect(list.text.components("a:").count == 101)
    #expect(!list.text.contains("more"))
    for line in 101...1500 { list.add(fault("a", line, 1, "x")) }
    #expect(list.text.hasSuffix("\n\nand 1400 more"))
    #expect(list.count == 1500)
    #expect(list.faults.count == FaultList.kept)
  }

  @Test func doesNotMakeFaultsItDoesNotKeep() {
    var list = FaultList()
    var made = 0
    func make() -> Fault {
      made += 1
      return fault("a", 1, 1, "x")
    }
    for _ in 0..<1200 { list.add(make()) }
    #expect(made == FaultList.kept)
  }

  @Test func joinsLists() {
    var one = FaultList(fault("a", 1, 1, "1"))
    var other = FaultList()
    for line in 1...1200 { other.add(fault("b", line, 1, "x")) }
    one.add(other)
    #expect(one.count == 1201)
    #expect(one.faults.count == FaultList.kept)
    #expect(throws: one) { try one.throwIfAny() }
    #expect(throws: Never.self) { try FaultList().throwIfAny() }
  }
}

extension String {
  fileprivate func components(_ separator: String) -> [Substring] {
    split(separator: separator, omittingEmptySubsequences: false)
  }
}

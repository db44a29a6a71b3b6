import Testing

/// The engine counts in whole numbers, and answers the same on every run.
@Suite struct EngineTests {
  @Test func hasNoFloatingPoint() throws {
    #expect(try findings(inexactNumber) == [])
  }

  /// Hashed collections have another order in each run, so the engine keeps to arrays, or sorts, or only asks.
  @Test func goesThroughNothingInTheOrderOfItsHashes() throws {
    #expect(try findings(hashedOrder) == [])
  }

  @Test(arguments: ["let x: Double = 1", "Float(2)", "[CGFloat]", "let x: Float16"])
  func seesFloatingPoint(code: String) { #expect(findings(inexactNumber, in: code) == ["code:1: \(code)"]) }

  @Test(arguments: [
    "var a: [String: Int]", "var a: [Ref<Rule>: Int]", "= [:]", "Dictionary(x)", "Set<Int>", "for a in Set(b) {",
  ])
  func seesHashedOrder(code: String) { #expect(findings(hashedOrder, in: code) == ["code:1: \(code)"]) }

  @Test(arguments: ["Set(days).sorted()", "FactSet(a)", "rules[ref: a]", "/// never a Double, nor a [String: Int]"])
  func letsTheRestBe(code: String) {
    #expect(findings(hashedOrder, in: code) == [])
    #expect(findings(inexactNumber, in: code) == [])
  }

  private let inexactNumber = /\b(?:Double|Float\d*|CGFloat|Decimal)\b/
  private let hashedOrder =
    #/
    \bDictionary\b | \[\s*:\s*\] | \[[A-Z][\w.<>]*\s*:\s | \bSet<
    | \bSet\([^()]*\)(?!\.(?:sorted|count|contains|isDisjoint|isSubset)\b)
    /#

  private func findings(_ pattern: Regex<Substring>) throws -> [String] {
    try Repository.files(in: "Sources/Redress", ending: ".swift").flatMap {
      findings(pattern, in: $0.text, of: $0.path)
    }
  }

  private func findings(_ pattern: Regex<Substring>, in text: String, of path: String = "code") -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { number, line in
      let code = line.firstRange(of: "//").map { line[..<$0.lowerBound] } ?? line
      return code.contains(pattern) ? "\(path):\(number + 1): \(line)" : nil
    }
  }
}

import Testing

/// What each target may import. Imports run one way: towards the engine, which imports nothing.
@Suite struct LayeringTests {
  private static let allowed: [String: Set<String>] = [
    "Redress": [],
    "RedressFiles": ["Foundation", "Synchronization", "Redress", "Yams", "Crypto"],
    "RedressDocuments": ["Redress"],
    "RedressSigning": ["Foundation", "Redress", "RedressFiles", "Crypto"],
    "RedressLetters": ["Foundation", "Redress", "RedressFiles", "RedressDocuments", "RedressSigning"],
    "RedressRegister": ["Foundation", "Redress", "RedressFiles", "RedressDocuments", "RedressSigning", "GRDB"],
    "RedressCommand": [
      "ArgumentParser", "Foundation", "Synchronization", "Redress", "RedressFiles", "RedressDocuments",
      "RedressSigning", "RedressLetters", "RedressRegister",
    ],
  ]

  @Test func everyTargetHasItsList() throws {
    let targets = Set(try Repository.paths(in: "Sources").map { $0.split(separator: "/")[1] }.map(String.init))
    #expect(targets == Set(Self.allowed.keys))
  }

  @Test(arguments: allowed.keys.sorted()) func importsWhatItMay(target: String) throws {
    var findings: [String] = []
    for file in try Repository.files(in: "Sources/" + target, ending: ".swift") {
      let others = Set(imports(in: file.text)).subtracting(Self.allowed[target, default: []])
      findings += others.sorted().map { "\(file.path) imports \($0)" }
    }
    #expect(findings == [])
  }

  @Test func seesEveryFormOfImport() {
    let text = """
      import One
        import struct Two.Inner
      @testable import Three
      @_spi(Inner) public import Four
      internal import Five
      // import Six
      let important = "import"
      """
    #expect(imports(in: text) == ["One", "Two", "Three", "Four", "Five"])
  }

  /// The modules that `text` imports.
  private func imports(in text: String) -> [String] {
    let pattern =
      #/
      ^\s* (?:@\w+(?:\(\w+\))?\s+)* (?:\w+\s+)? import\s+
      (?:(?:struct|class|enum|protocol|func|var|let|typealias)\s+)? (\w+)
      /#
    return text.matches(of: pattern.anchorsMatchLineEndings()).map { String($0.1) }
  }
}

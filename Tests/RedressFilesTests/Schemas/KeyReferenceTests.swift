import Foundation
import Testing

@testable import RedressFiles

@Suite struct KeyReferenceTests {
  private static let root = URL(fileURLWithPath: #filePath).appending(path: "../../../..").standardized
  private static let file = root.appending(path: "Docs/policy-authors/keys.md")

  @Test func thePageOfKeysIsInStepWithTheDeclarations() throws {
    if ProcessInfo.processInfo.environment["REDRESS_UPDATE"] == "1" {
      try KeyReference.text.write(to: Self.file, atomically: true, encoding: .utf8)
    }
    let page = try String(contentsOf: Self.file, encoding: .utf8)
    #expect(page == KeyReference.text, "Run: REDRESS_UPDATE=1 swift test --filter KeyReference")
  }

  @Test func eachKeyHasOneSentenceAndNoneStandsTwice() {
    for mapping in MatrixMapping.matrix.withInner {
      #expect(Set(mapping.keyNames).count == mapping.keys.count, "\(mapping.name)")
      for text in [mapping.says] + mapping.keys.map(\.says) {
        #expect(text.first?.isUppercase == true && text.hasSuffix(".") && text.count <= 120, "\(mapping.name): \(text)")
      }
    }
  }

  @Test func aRuleSpeaksOfDeclaredKeysThatAreNotAlwaysRequired() {
    for mapping in MatrixMapping.matrix.withInner {
      for key in mapping.rules.flatMap(\.keys) {
        #expect(mapping.keyNames.contains(key) && !mapping.requires(key), "\(mapping.name): \(key)")
      }
    }
  }

  @Test func rulesAreToldInWords() {
    #expect(KeyRule.exactlyOne(["from", "above"]).says == "Exactly one of `from`, `above` is needed.")
    #expect(KeyRule.required("ask", if: .word("answer", is: "ask")).says == "`ask` is needed if `answer` is `ask`.")
    #expect(KeyRule.refused(["is"], if: .absent("fact")).says == "`is` may not stand there if `fact` is not given.")
    #expect(
      KeyRule.requiredInside("forms", "at", if: .inside("price", given: "band")).says
        == "`at` is needed in `forms` if `price` is `band`.")
  }
}

import Foundation
import Testing

/// Rules of the house that a machine can check.
@Suite struct TidyTests {
  @Test func sourceFilesAreSmall() throws {
    let findings = try Repository.files(in: "Sources", ending: ".swift").compactMap { file in
      let count = file.text.count { $0.isNewline }
      return count > 260 ? "\(file.path) has \(count) lines" : nil
    }
    #expect(findings == [])
  }

  /// Comments and strings too, which the formatter lets be. Python has its own habits.
  @Test func noLineIsLongerThan120Columns() throws {
    let files =
      try Repository.files(in: "Sources") + Repository.files(in: "Tests") + Repository.files(in: ".ci")
      + [Repository.file("Package.swift")]
    #expect(findings(in: files.filter { !$0.path.hasSuffix(".py") }) { $0.count > 120 } == [])
  }

  @Test func nothingIsPutOff() throws {
    let files =
      try Repository.files(in: "Sources") + Repository.files(in: "Tests") + Repository.files(in: ".ci")
      + Repository.files(ending: ".md")
    #expect(findings(in: files) { $0.contains(/\b(T[O]DO|F[I]XME)\b/) } == [])
  }

  @Test func namesSayWhatThingsAre() throws {
    let files = try Repository.files(in: "Sources", ending: ".swift") + Repository.files(in: "Tests", ending: ".swift")
    let vague = /(Manager|Helper|Util|Utilitie|Service)s?$/
    let declared = /\b(?:struct|class|enum|actor|protocol|typealias)\s+(\w+)/
    #expect(findings(in: files) { $0.matches(of: declared).contains { $0.1.contains(vague) } } == [])
    #expect(files.map { $0.path.dropLast(".swift".count) }.filter { $0.contains(vague) } == [])
  }

  /// What is true on one machine only has no place in a repository.
  @Test func noFileNamesAFolderOfOneMachine() throws {
    let machine = /(?:^|[^\w.\/])\/(home|Users|root|work|tmp|mnt)\/\w/
    #expect(findings(in: try Repository.files()) { $0.contains(machine) } == [])
  }

  @Test func gitIgnoresWhatIsBuiltOrResolved() throws {
    let ignored = Set(try Repository.file(".gitignore").lines)
    #expect(ignored.isSuperset(of: [".build/", "Package.resolved", "/dist/", ".pdf/"]))
  }

  @Test func isFormatted() async throws {
    let lint = try await Subprocess.run([
      "swift", "format", "lint", "--strict", "--parallel", "--recursive", "Sources", "Tests", "Package.swift",
    ])
    #expect(lint.output == "")
    #expect(lint.status == 0)
  }

  private func findings(in files: [Repository.File], where isAtFault: (Substring) -> Bool) -> [String] {
    files.flatMap { file in
      file.lines.enumerated().filter { isAtFault($1) }.map { "\(file.path):\($0 + 1): \($1)" }
    }
  }
}

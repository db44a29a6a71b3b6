import Foundation
import Testing

/// A second implementation in another language, and laws that hold for every scheme, on drawn cases.
///
/// `Tests/Oracle/README.md` says how to run more of them than fit into a test.
struct OracleTests {
  @Test func theOracleAgreesOnDrawnCasesOfEveryScheme() async throws {
    try await expectQuiet("compare.py", "--quick", "--seed", "1")
  }

  /// A rule that is altered on the oracle's side alone must be noticed: the comparison can fail.
  @Test func aWrongRuleIsNoticed() async throws {
    let run = try await run("compare.py", "--scheme", "ofcom-automatic", "--cases", "300", "--canary", "--seed", "1")
    #expect(run.output.contains("caught"), "\(run.output.suffix(2000))")
    #expect(!run.output.contains(" 0 of "), "\(run.output.suffix(2000))")
  }

  @Test func theLawsHoldOnDrawnCasesOfEveryScheme() async throws {
    try await expectQuiet("properties.py", "--quick", "--seed", "1")
  }

  private func expectQuiet(_ script: String, _ arguments: String...) async throws {
    let run = try await self.run(script, arguments)
    #expect(run.status == 0, "\(run.output.suffix(3000))")
  }

  private func run(_ script: String, _ arguments: String...) async throws -> Subprocess {
    try await run(script, arguments)
  }

  private func run(_ script: String, _ arguments: [String]) async throws -> Subprocess {
    let command = try BuiltCommand.folder().appendingPathComponent("redress").path
    return try await Subprocess.run(["python3", "Tests/Oracle/\(script)"] + arguments + ["--command", command])
  }
}

import Foundation

/// Runs the commands of a transcript in the root of the repository, with the built `redress` on the PATH.
struct TranscriptRunner {
  /// How a newcomer starts `redress`. The tests have built it already, so it is run as it is.
  static let newcomer = ".ci/set-up && swift run redress "

  let environment: [String: String]

  init() throws {
    let own = ProcessInfo.processInfo.environment
    // Nothing else of the environment is passed on, as it could change the answers.
    environment = [
      "PATH": try BuiltCommand.folder().path + ":" + own["PATH", default: "/usr/bin:/bin"],
      "HOME": own["HOME", default: "/"], "LC_ALL": "C.UTF-8",
    ]
  }

  /// What each step really prints, as its lines stand in a transcript.
  func answers(to transcript: Transcript) async throws -> [[String]] {
    var answers: [[String]] = []
    for step in transcript.steps { answers.append(try await answer(to: step)) }
    return answers
  }

  private func answer(to step: Transcript.Step) async throws -> [String] {
    var command = step.command
    if command.hasPrefix(Self.newcomer) { command = "redress " + command.dropFirst(Self.newcomer.count) }
    guard ["redress", "cat", "echo"].contains(command.prefix { $0 != " " }) else {
      throw Transcript.Fault(
        line: step.line, says: "commands other than redress are not run here; show this one in a block marked sh")
    }
    let ended = try await Subprocess.run(["bash", "-c", "set -o pipefail; " + command], environment: environment)
    var lines = ended.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return ended.status == 0 ? lines : lines + ["? \(ended.status)"]
  }
}

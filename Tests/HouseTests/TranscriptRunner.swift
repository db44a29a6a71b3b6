import Foundation

/// Runs the commands of a transcript with the built `redress` on the PATH, one after another in a folder of their own.
///
/// To the commands it is the root of the repository: all that stands there is linked into it. What they write stays in
/// the folder, where the commands after them find it, and goes with it.
struct TranscriptRunner {
  /// How a newcomer starts `redress`. The tests have built it already, so it is run as it is.
  static let newcomer = ".ci/set-up && swift run redress "

  /// What a command may begin with: ours, and what everybody has who checks a signature or asks a register.
  private static let programs = [
    "redress", "bash", "cat", "cp", "echo", "mkdir", "mv", "python3", "sha256sum", "sqlite3", "ssh-keygen",
  ]

  let environment: [String: String]

  init() throws {
    let own = ProcessInfo.processInfo.environment
    // Nothing else of the environment is passed on, as it could change the answers.
    let passedOn = [
      "PATH": try BuiltCommand.folder().path + ":" + own["PATH", default: "/usr/bin:/bin"],
      "HOME": own["HOME", default: "/"], "LC_ALL": "C.UTF-8",
    ]
    environment = passedOn.merging(BuiltCommand.sanitizers) { $1 }
    try Self.keepSampleKeys()
  }

  /// Git makes files that everybody can read, and `redress sign` warns of a key like that. Set-up does the same.
  private static func keepSampleKeys() throws {
    for file in try Repository.paths(in: "Fixtures/keys") where file.hasPrefix("Fixtures/keys/") {
      let isPrivate = !file.hasSuffix(".pub") && !file.hasSuffix(".md")
      guard isPrivate else { continue }
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o600], ofItemAtPath: Repository.root.appendingPathComponent(file).path)
    }
  }

  /// What each step really prints, as its lines stand in a transcript.
  func answers(to transcript: Transcript) async throws -> [[String]] {
    if transcript.steps.isEmpty { return [] }
    let place = try TemporaryFolder()
    defer { place.remove() }
    let files = FileManager.default
    for name in try files.contentsOfDirectory(atPath: Repository.root.path) where !name.hasPrefix(".") {
      try files.createSymbolicLink(
        at: place.url.appendingPathComponent(name), withDestinationURL: Repository.root.appendingPathComponent(name))
    }
    var answers: [[String]] = []
    for step in transcript.steps { answers.append(try await answer(to: step, in: place.url)) }
    return answers
  }

  private func answer(to step: Transcript.Step, in folder: URL) async throws -> [String] {
    var command = step.command
    if command.hasPrefix(Self.newcomer) { command = "redress " + command.dropFirst(Self.newcomer.count) }
    guard Self.programs.contains(String(command.prefix { $0 != " " })) else {
      throw Transcript.Fault(
        line: step.line, says: "commands other than redress are not run here; show this one in a block marked sh")
    }
    let ended = try await Subprocess.run(
      ["bash", "-c", "set -o pipefail; " + command], in: folder, environment: environment)
    var lines = ended.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return ended.status == 0 ? lines : lines + ["? \(ended.status)"]
  }
}

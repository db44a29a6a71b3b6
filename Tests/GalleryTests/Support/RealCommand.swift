import Foundation
import RedressFiles

/// The `redress` that was built together with these tests.
enum RealCommand {
  /// What a run came to.
  struct Ended {
    let status: Int32
    /// Standard output.
    let output: String
    /// Standard error, or nothing where it was sent to the same place.
    let said: String
  }

  struct Missing: Error {
    let lookedBeside: [String]
  }

  /// It had to be ended.
  struct Hung: Error {
    let words: [String]
  }

  /// Nobody waits so long for an answer: a run that takes longer hangs, and is ended. Under a sanitizer everything
  /// takes many times as long.
  private static let patience = Duration.seconds(sanitizers.isEmpty ? 600 : 1800)
  private static let turns = Turns()

  /// Runs a line of shell, in which `redress` is the built command, in a folder. `merged` keeps both streams in order.
  static func run(_ line: String, in folder: URL, merged: Bool = false) async throws -> Ended {
    try await run(["/bin/sh", "-c", line], in: folder, merged: merged)
  }

  /// Runs `redress price` under the matrices of the repository.
  static func price(_ arguments: [String], in folder: URL) async throws -> Ended {
    let matrices = ["--matrices", Repository.root.appendingPathComponent("Matrices").path, "--today", "2026-11-21"]
    return try await run([try found.get().path, "price"] + matrices + arguments, in: folder, merged: false)
  }

  private static func run(_ words: [String], in folder: URL, merged: Bool) async throws -> Ended {
    let place = try TemporaryFolder()
    defer { place.remove() }
    let output = try place.empty("output")
    let said = try place.empty("said")
    let (printed, complained) = (try FileHandle(forWritingTo: output), try FileHandle(forWritingTo: said))
    let environment = environment(try found.get())
    let status = try await turns.inTurn {
      let program = try StartedProgram(
        ["/usr/bin/env", "-C", folder.path] + words, environment: environment, output: .open(printed),
        errors: .open(merged ? printed : complained))
      let status = try await program.wait(within: patience)
      if program.isOverdue { throw Hung(words: words) }
      return status
    }
    func text(_ file: URL) throws -> String { String(decoding: try Data(contentsOf: file), as: UTF8.self) }
    return Ended(status: status, output: try text(output), said: try text(said))
  }

  /// Nothing else of the surroundings is passed on, as it could change the answers.
  private static func environment(_ command: URL) -> [String: String] {
    let own = ProcessInfo.processInfo.environment
    let path = command.deletingLastPathComponent().path + ":" + own["PATH", default: "/usr/bin:/bin"]
    return ["PATH": path, "COLUMNS": "100", "LC_ALL": "C.UTF-8"].merging(sanitizers) { $1 }
  }

  /// What a sanitizer does on a finding. Else every run under the address sanitizer ends with what is left behind.
  private static let sanitizers = ProcessInfo.processInfo.environment.filter { $0.key.hasSuffix("SAN_OPTIONS") }

  /// Beside the running tests, or above them where they run from inside a bundle.
  private static let found = Result { () throws(Missing) -> URL in
    let starts =
      CommandLine.arguments.prefix(1) + Bundle.allBundles.map(\.bundlePath) + CommandLine.arguments.dropFirst()
    for start in starts where start.hasPrefix("/") {
      var folder = URL(fileURLWithPath: start).resolvingSymlinksInPath()
      while folder.pathComponents.count > 1 {
        folder.deleteLastPathComponent()
        let command = folder.appendingPathComponent("redress")
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: command.path, isDirectory: &isFolder)
        if exists, !isFolder.boolValue, FileManager.default.isExecutableFile(atPath: command.path) { return command }
      }
    }
    throw Missing(lookedBeside: Array(starts))
  }
}

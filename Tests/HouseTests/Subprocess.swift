import Foundation
import RedressFiles

/// A program run to its end, with nothing to read on its standard input.
struct Subprocess {
  /// The longest builds a package. One that takes longer hangs, and is ended.
  private static let patience = Duration.seconds(1800)

  /// It had to be ended.
  struct Hung: Error {
    let arguments: [String]
  }

  let status: Int32
  /// Both streams, in the order in which they were written.
  let output: String

  /// Runs `arguments`, the first of which is looked for on the PATH of `environment`.
  static func run(
    _ arguments: [String], in folder: URL = Repository.root,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) async throws -> Subprocess {
    let place = try TemporaryFolder()
    defer { place.remove() }
    let file = place.url.appendingPathComponent("output")
    try Data().write(to: file)
    let handle = try FileHandle(forWritingTo: file)
    let program = try StartedProgram(
      ["/usr/bin/env", "-C", folder.path] + arguments, environment: environment, output: .open(handle),
      errors: .open(handle))
    let status = try await program.wait(within: patience)
    if program.isOverdue { throw Hung(arguments: arguments) }
    try handle.close()
    return Subprocess(status: status, output: String(decoding: try Data(contentsOf: file), as: UTF8.self))
  }
}

/// A folder of one's own, outside the repository.
struct TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("redress-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  func write(_ text: String, to path: String) throws {
    let file = url.appendingPathComponent(path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func remove() { try? FileManager.default.removeItem(at: url) }
}

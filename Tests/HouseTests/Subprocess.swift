import Foundation

/// A program run to its end, with nothing to read on its standard input.
struct Subprocess {
  let status: Int32
  /// Both streams, in the order in which they were written.
  let output: String

  /// Runs `arguments`, the first of which is looked for on the PATH of `environment`.
  ///
  /// The program writes to a file: a pipe could be held open by another program that is started at the same moment.
  static func run(
    _ arguments: [String], in folder: URL = Repository.root,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) async throws -> Subprocess {
    let place = try TemporaryFolder()
    defer { place.remove() }
    let file = place.url.appendingPathComponent("output")
    try Data().write(to: file)
    let handle = try FileHandle(forWritingTo: file)

    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = handle
    process.standardError = handle
    let status = try await withCheckedThrowingContinuation { continuation in
      process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
      do { try process.run() } catch { continuation.resume(throwing: error) }
    }
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

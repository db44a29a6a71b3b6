import Foundation

/// The `redress` that was built together with these tests, at work.
final class CommandRun {
  /// What a run came to.
  struct Ended {
    let status: Int32
    /// Standard output.
    let output: String
    /// Standard error.
    let said: String
  }

  private let process = Process()
  private let output = Pipe()
  private let said: URL
  private var read = Data()

  /// Starts it.
  init(_ words: [String]) throws {
    said = FileManager.default.temporaryDirectory.appendingPathComponent("redress-\(UUID().uuidString)")
    try Data().write(to: said)
    // The threads that tests run on let no signal through, and what they start would not either.
    let start =
      "import os, signal, sys; signal.pthread_sigmask(signal.SIG_SETMASK, []); os.execv(sys.argv[1], sys.argv[1:])"
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", start, try Self.command().path] + words
    process.environment = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "LC_ALL": "C.UTF-8",
    ]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = try FileHandle(forWritingTo: said)
    try process.run()
  }

  deinit { try? FileManager.default.removeItem(at: said) }

  static func run(_ words: [String]) throws -> Ended { try CommandRun(words).end() }

  /// Waits until it prints the first words.
  func waitForOutput() throws { read += try output.fileHandleForReading.read(upToCount: 1) ?? Data() }

  /// Sends what Ctrl-C sends.
  func interrupt() { process.interrupt() }

  /// Reads everything that it prints, and waits for its end.
  func end() throws -> Ended {
    read += try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Ended(
      status: process.terminationStatus, output: String(decoding: read, as: UTF8.self),
      said: try String(contentsOf: said, encoding: .utf8))
  }

  /// Beside the running tests, or above them where they run from inside a bundle.
  private static func command() throws -> URL {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
    var folder = bundle ?? URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    while folder.pathComponents.count > 1 {
      folder.deleteLastPathComponent()
      let found = folder.appendingPathComponent("redress")
      var isFolder: ObjCBool = false
      let isThere = FileManager.default.fileExists(atPath: found.path, isDirectory: &isFolder)
      if isThere, !isFolder.boolValue, FileManager.default.isExecutableFile(atPath: found.path) { return found }
    }
    throw SampleRegister.NotMade(what: "the command; build it with: swift build")
  }
}

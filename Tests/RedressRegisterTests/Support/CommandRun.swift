import Foundation
import RedressFiles

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

  private let process: StartedProgram
  private let output = Pipe()
  private let said: URL
  private var read = Data()

  /// Starts it.
  init(_ words: [String]) throws {
    said = FileManager.default.temporaryDirectory.appendingPathComponent("redress-\(UUID().uuidString)")
    try Data().write(to: said)
    process = try StartedProgram(
      [try Self.command().path] + words, environment: Self.environment,
      output: .open(output.fileHandleForWriting), errors: .open(try FileHandle(forWritingTo: said)))
    try output.fileHandleForWriting.close()
  }

  deinit { try? FileManager.default.removeItem(at: said) }

  static func run(_ words: [String]) throws -> Ended { try CommandRun(words).end() }

  /// Waits until it prints the first words.
  func waitForOutput() throws { read += try output.fileHandleForReading.read(upToCount: 1) ?? Data() }

  /// Sends what Ctrl-C sends.
  func interrupt() { process.send(SIGINT) }

  /// Reads everything that it prints, and waits for its end.
  func end() throws -> Ended {
    read += try output.fileHandleForReading.readToEnd() ?? Data()
    return Ended(
      status: process.wait(), output: String(decoding: read, as: UTF8.self),
      said: try String(contentsOf: said, encoding: .utf8))
  }

  private static var environment: [String: String] {
    let own = ProcessInfo.processInfo.environment
    // What a sanitizer does on a finding. Else every run under the address sanitizer ends with what is left behind.
    let sanitizers = own.filter { $0.key.hasSuffix("SAN_OPTIONS") }
    return ["PATH": own["PATH", default: "/usr/bin:/bin"], "LC_ALL": "C.UTF-8"].merging(sanitizers) { $1 }
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

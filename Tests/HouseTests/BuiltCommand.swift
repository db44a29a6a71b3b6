import Foundation

/// The `redress` that was built together with these tests.
enum BuiltCommand {
  struct Missing: Error, CustomStringConvertible {
    let start: String
    var description: String { "There is no redress beside or above \(start). Build it with: swift build" }
  }

  /// The folder that holds it: beside the running tests, or above them where they run from inside a bundle.
  static func folder() throws -> URL {
    let start = testBundle ?? URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    var folder = start
    while folder.pathComponents.count > 1 {
      folder.deleteLastPathComponent()
      let candidate = folder.appendingPathComponent("redress")
      var isFolder: ObjCBool = false
      let exists = FileManager.default.fileExists(atPath: candidate.path, isDirectory: &isFolder)
      if exists, !isFolder.boolValue, FileManager.default.isExecutableFile(atPath: candidate.path) { return folder }
    }
    throw Missing(start: start.path)
  }

  /// What a sanitizer does on a finding, where the command was built under one. It changes no answer, and without it
  /// every run under the address sanitizer ends with what is left behind.
  static var sanitizers: [String: String] {
    ProcessInfo.processInfo.environment.filter { $0.key.hasSuffix("SAN_OPTIONS") }
  }

  /// Where a runner from elsewhere loads the tests, as on macOS, they are in a bundle.
  private static var testBundle: URL? {
    Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
  }
}

import Foundation

/// The repository that these tests were compiled in, and the files of it that people wrote.
enum Repository {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A file as a reader finds it.
  struct File {
    /// Its path from the root of the repository.
    let path: String
    let text: String

    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
  }

  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appendingPathComponent(path).path)
  }

  static func file(_ path: String) throws -> File {
    File(path: path, text: try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8))
  }

  /// The text files in `folder` (all of the repository without one) whose names end in one of `endings`, by path.
  static func files(in folder: String = "", ending endings: String...) throws -> [File] {
    try paths(in: folder)
      .filter { path in endings.isEmpty ? isText(path) : endings.contains { path.hasSuffix($0) } }
      .map(file)
  }

  /// Every path in `folder` but those of built or fetched things, in order.
  static func paths(in folder: String = "") throws -> [String] {
    let path = root.appendingPathComponent(folder).path
    var found: [String] = []
    for name in try FileManager.default.contentsOfDirectory(atPath: path) where !isBuilt(name) {
      let inner = folder.isEmpty ? name : folder + "/" + name
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path + "/" + name, isDirectory: &isFolder) else { continue }
      found += isFolder.boolValue ? try paths(in: inner) : [inner]
    }
    return found.sorted()
  }

  /// Pictures are none, and what fuzzing made up is anything.
  private static func isText(_ path: String) -> Bool {
    !path.hasSuffix(".png") && !path.hasPrefix("Fixtures/fuzz/")
  }

  private static func isBuilt(_ name: String) -> Bool {
    let fetched = [".git", ".swiftpm", ".venv", ".pdf", "dist", "Package.resolved", "__pycache__"]
    return fetched.contains(name) || name.hasPrefix(".build")
  }
}

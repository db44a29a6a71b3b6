import Foundation

/// A folder of the gallery: the smallest files that bring a fault about, the command that meets it and its answer.
struct GalleryEntry {
  static let folder = "Fixtures/faults"

  /// The word of the fault, which is the name of the folder.
  let code: String
  /// One line of shell, run in the folder.
  let command: String

  /// The names of the folders, in alphabetical order.
  static func codes() throws -> [String] { try Repository.names(in: folder).filter { !$0.hasPrefix(".") } }

  init(_ code: String) throws {
    self.code = code
    command = try Repository.text("\(Self.folder)/\(code)/command").trimmingCharacters(in: .newlines)
  }

  var path: String { "\(Self.folder)/\(code)" }

  func text(_ name: String) throws -> String { try Repository.text("\(path)/\(name)") }

  func holds(_ name: String) -> Bool {
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(
      atPath: Repository.place("\(path)/\(name)").path, isDirectory: &isFolder)
    return exists && !isFolder.boolValue
  }

  /// What the command prints, and the line that says how it ends.
  func answer() async throws -> String {
    let ended = try await RealCommand.run(command, in: Repository.place(path), merged: true)
    return ended.output + "exit \(ended.status)\n"
  }

  func write(expected: String) throws {
    try Data(expected.utf8).write(to: Repository.place("\(path)/expected"), options: .atomic)
  }
}

/// What the gallery expects of a command, in its parts.
struct GalleryAnswer {
  /// What is printed, without the line about the end.
  let printed: String
  let exit: String
  /// The messages that begin with the code, each with its lines.
  let messages: [[String]]

  init(_ expected: String, code: String) {
    var lines = expected.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    exit = lines.popLast() ?? ""
    while lines.last == "" { lines.removeLast() }
    printed = lines.joined(separator: "\n")
    messages = lines.split(separator: "").map(Array.init).filter { $0[0].hasSuffix(": " + code) }
  }

  /// The words of every fault that is reported.
  static func codes(in expected: String) -> Set<String> {
    Set(
      expected.split(separator: "\n").compactMap {
        $0.wholeMatch(of: /\S.*: ([a-z]+\.[a-zA-Z0-9-]+)/).map { String($0.1) }
      })
  }
}

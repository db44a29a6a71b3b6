import Foundation
import RedressFiles

/// A program run to its end.
enum Program {
  /// What it printed, and whether it ended well.
  struct Ending {
    let output: String
    let status: Int32
  }

  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The Python that .ci/set-up makes. Where it is missing the tests of PDF fail, and say how to get it.
  static let python = root.appendingPathComponent(".pdf/bin/python3").path

  static func run(_ arguments: [String], input: String = "") throws -> Ending {
    let folder = try Folder()
    defer { folder.remove() }
    let (given, printed) = (folder.url.appendingPathComponent("in"), folder.url.appendingPathComponent("out"))
    try Data(input.utf8).write(to: given)
    try Data().write(to: printed)
    let output = try FileHandle(forWritingTo: printed)
    let program = try StartedProgram(
      arguments, input: .open(try FileHandle(forReadingFrom: given)), output: .open(output), errors: .open(output))
    let status = program.wait()
    return Ending(output: String(decoding: try Data(contentsOf: printed), as: UTF8.self), status: status)
  }
}

/// A folder of one's own, outside the repository.
struct Folder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("redress-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  /// Puts a file in it, and says where it is.
  func put(_ data: Data, _ name: String) throws -> String {
    let file = url.appendingPathComponent(name)
    try data.write(to: file)
    return file.path
  }

  func remove() { try? FileManager.default.removeItem(at: url) }
}

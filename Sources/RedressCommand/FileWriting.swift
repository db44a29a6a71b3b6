import Foundation

/// Writes a file beside its place and renames it there, so that nobody ever sees half of it.
enum FileWriting {
  static func write(_ bytes: [UInt8], to path: String) throws {
    let beside = path + ".\(ProcessInfo.processInfo.processIdentifier).part"
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: beside))
      guard rename(beside, path) == 0 else { throw CocoaError(.fileWriteUnknown) }
    } catch {
      unlink(beside)
      Console.say("redress: cannot write \(path).")
      throw Exit.cannotWrite.code
    }
  }
}

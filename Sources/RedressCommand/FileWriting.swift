import Foundation

/// Writes a file beside its place and puts it there whole, so that nobody ever sees half of it.
enum FileWriting {
  /// Writes over what is there.
  static func write(_ bytes: [UInt8], to path: String) throws {
    try beside(path, bytes) { rename($0, path) == 0 }
  }

  /// Writes a file that must not be there yet. Of two that write it at once, one is told that it is there.
  static func writeNew(_ bytes: [UInt8], to path: String) throws {
    try beside(path, bytes) { part in
      let isWritten = link(part, path) == 0
      let isThere = errno == EEXIST
      unlink(part)
      if !isWritten, isThere {
        Console.say("redress: \(path) is there already, and is never written over. Choose another name with --to.")
        throw Exit.cannotWrite.code
      }
      return isWritten
    }
  }

  private static func beside(_ path: String, _ bytes: [UInt8], _ place: (String) throws -> Bool) throws {
    let part = path + ".\(ProcessInfo.processInfo.processIdentifier).part"
    do {
      let handle = try NewPart.open(part, rights: NewPart.ofGroup)
      defer { try? handle.close() }
      try handle.write(contentsOf: Data(bytes))
    } catch {
      unlink(part)
      Console.say("redress: cannot write \(path).")
      throw Exit.cannotWrite.code
    }
    guard try place(part) else {
      unlink(part)
      Console.say("redress: cannot write \(path).")
      throw Exit.cannotWrite.code
    }
  }

  /// Ends the command before a file that is read is written over by a result.
  static func guardInput(_ path: String, reading inputs: [String]) throws {
    func real(_ path: String) -> String { URL(fileURLWithPath: path).resolvingSymlinksInPath().path }
    guard inputs.contains(where: { real($0) == real(path) }) else { return }
    Console.say("redress: \(path) is not written over: it is what is read. Choose another name with --to.")
    throw Exit.cannotWrite.code
  }

  /// Ends the command before something that is read, or that is kept for ever, is written over by a result.
  static func guardKept(_ path: String, reading inputs: [String]) throws {
    func real(_ path: String) -> String { URL(fileURLWithPath: path).resolvingSymlinksInPath().path }
    let isInput = inputs.contains { real($0) == real(path) }
    let isKept = [".json", ".ndjson", ".sig", ".letter", ".yaml", ".yml", ".lock", ".csv"].contains {
      path.lowercased().hasSuffix($0)
    }
    guard isInput || isKept && FileManager.default.fileExists(atPath: path) else { return }
    Console.say(
      "redress: \(path) is not written over: it is a file that is read or kept. Choose another name with --to.")
    throw Exit.cannotWrite.code
  }
}

import ArgumentParser
import Foundation

/// A file that is written beside its place, a piece at a time, and put there whole.
final class PartFile {
  private let path: String
  private let part: String
  private let handle: FileHandle

  /// - Throws: exit code 74, where nothing can be written there.
  init(beside path: String) throws {
    self.path = path
    part = path + ".\(ProcessInfo.processInfo.processIdentifier).part"
    guard let handle = try? NewPart.open(part, rights: NewPart.ofOwner) else {
      Console.say("redress: cannot write \(path).")
      throw Exit.cannotWrite.code
    }
    self.handle = handle
  }

  /// - Throws: exit code 74, where the disk takes no more.
  func write(_ bytes: [UInt8]) throws {
    do { try handle.write(contentsOf: Data(bytes)) } catch { throw cannotPlace }
  }

  /// Has everything on the disk.
  /// - Throws: exit code 74, where the disk takes no more.
  func finish() throws {
    do { try handle.synchronize() } catch { throw cannotPlace }
  }

  /// Says that the file cannot be written, and gives what ends the command.
  var cannotPlace: ExitCode {
    Console.say("redress: cannot write \(path).")
    return Exit.cannotWrite.code
  }

  /// Puts it in its place over what is there. Gives whether that could be done.
  func replace() -> Bool { rename(part, path) == 0 }

  /// Puts it in its place where nothing is there. Gives whether that could be done.
  func place() -> Bool {
    let isPlaced = link(part, path) == 0
    unlink(part)
    return isPlaced
  }

  /// Puts it in its place where nothing is there, or the same bytes. Gives whether they are there.
  func placeOrFindSame() -> Bool {
    if link(part, path) == 0 { return true }
    guard errno == EEXIST, let there = FileManager.default.contents(atPath: path) else { return false }
    return there == FileManager.default.contents(atPath: part)
  }

  /// Takes away what was not put in its place.
  func discard() {
    try? handle.close()
    unlink(part)
  }
}

import ArgumentParser
import Foundation
import Redress
import RedressFiles

/// Where the rows of a batch go: standard output, or a file that is written beside its place.
struct BatchOutput {
  let descriptor: Int32
  /// How far a run that is gone on with had come.
  let resumed: BatchProgress?
  /// How many bytes stand before the first row.
  let headingBytes: Int
  private let path: String?
  private let settings: String

  init(_ command: BatchCommand, _ input: BatchInput, _ settings: BatchSettings) throws {
    path = command.to
    self.settings = Self.words(for: command, input, settings)
    guard let path else {
      (descriptor, resumed) = (STDOUT_FILENO, nil)
      let heading = input.firstLine(settings)
      headingBytes = heading.count
      try Console.result(heading)
      return
    }
    if Self.isDevice(path) {
      descriptor = open(path, O_WRONLY | O_CLOEXEC)
      resumed = nil
      if descriptor < 0 { throw Self.cannotWrite(path) }
    } else if command.resume {
      let known = try Self.read(path + ".resume", settings: self.settings)
      descriptor = open(path + ".part", O_WRONLY | O_NOFOLLOW | O_CLOEXEC)
      guard descriptor >= 0, ftruncate(descriptor, off_t(known.outputBytes)) == 0,
        lseek(descriptor, 0, SEEK_END) >= 0, lseek(input.descriptor, off_t(known.inputBytes), SEEK_SET) >= 0
      else { throw Self.cannotWrite(path + ".part") }
      (resumed, headingBytes) = (known, 0)
      return
    } else {
      try FileWriting.guardInput(path, reading: [command.input])
      // A link that somebody put there is not followed: what it leads to would be written over.
      descriptor = open(path + ".part", O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, NewPart.ofGroup)
      if descriptor < 0 { throw Self.cannotWrite(path + ".part") }
      resumed = nil
    }
    let heading = input.firstLine(settings)
    headingBytes = heading.count
    guard heading.withUnsafeBytes({ write(descriptor, $0.baseAddress, $0.count) }) == heading.count else {
      throw Self.cannotWrite(path)
    }
  }

  /// Puts the whole file in its place.
  func finish() throws {
    guard let path, !Self.isDevice(path) else { return }
    guard fsync(descriptor) == 0, close(descriptor) == 0, rename(path + ".part", path) == 0 else {
      throw Self.cannotWrite(path)
    }
    unlink(path + ".resume")
  }

  /// Notes how far the file beside has come.
  func keep(_ progress: BatchProgress) throws {
    guard let path, !Self.isDevice(path) else { return }
    try FileWriting.write(ResumePoint(progress, settings).bytes, to: path + ".resume")
  }

  private static func isDevice(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG && status.st_mode & S_IFMT != S_IFDIR
  }

  private static func cannotWrite(_ path: String) -> ExitCode {
    Console.say("redress: cannot write \(path): \(String(cString: strerror(errno))).")
    return Exit.cannotWrite.code
  }

  /// What must be the same when a run goes on.
  private static func words(for command: BatchCommand, _ input: BatchInput, _ settings: BatchSettings) -> String {
    "\(settings.name) \(input.size ?? 0) \(input.isTable ? "csv" : "ndjson") \(settings.form.rawValue) "
      + "\(settings.explanation.rawValue) \(settings.today.isoText) \(settings.firstLine)"
  }

  private static func read(_ path: String, settings: String) throws -> BatchProgress {
    guard let bytes = try? Data(contentsOf: URL(fileURLWithPath: path)),
      let point = try? JSONDecoder().decode(ResumePoint.self, from: bytes)
    else {
      Console.say("redress: there is no run to go on with: \(path) is not there. Leave --resume out to begin.")
      throw Exit.absent.code
    }
    guard point.settings == settings else {
      Console.say("redress: the run that was stopped had another input or other settings. Leave --resume out to begin.")
      throw Exit.faulty.code
    }
    return point.progress
  }
}

/// How far a run had come when it was stopped, as it is kept beside its output.
private struct ResumePoint: Codable {
  let settings: String
  let nextLine: Int
  let inputBytes: Int
  let outputBytes: Int
  let rows: [String: Int]

  init(_ progress: BatchProgress, _ settings: String) {
    self.settings = settings
    nextLine = progress.nextLine
    inputBytes = progress.inputBytes
    outputBytes = progress.outputBytes
    rows = Dictionary(
      uniqueKeysWithValues: Assessment.Outcome.allCases.map { ($0.rawValue, progress.tally[$0]) })
  }

  var progress: BatchProgress {
    var tally = BatchTally()
    for outcome in Assessment.Outcome.allCases { tally[outcome] = rows[outcome.rawValue] ?? 0 }
    return BatchProgress(tally: tally, nextLine: nextLine, inputBytes: inputBytes, outputBytes: outputBytes)
  }

  var bytes: [UInt8] { (try? JSONEncoder().encode(self)).map { Array($0) } ?? [] }
}

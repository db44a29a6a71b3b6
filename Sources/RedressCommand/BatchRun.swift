import ArgumentParser
import Foundation
import Redress
import RedressFiles

/// One run of `redress batch`: opens its files, shows how far it is, and ends with a summary.
struct BatchRun {
  private let command: BatchCommand
  private let settings: BatchSettings
  private let input: BatchInput
  private let output: BatchOutput

  init(_ command: BatchCommand) throws {
    self.command = command
    let path = command.input
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      let isAbsent = errno == ENOENT || errno == ENOTDIR
      Console.say(
        isAbsent
          ? "redress: there is no file \(path)." : "redress: cannot read \(path): \(String(cString: strerror(errno))).")
      throw isAbsent ? Exit.absent.code : Exit.faulty.code
    }
    let name = command.name ?? (path == "-" ? "standard input" : path)
    var settings = BatchSettings(
      library: try command.matricesOption.library(), today: command.todayOption.day, name: name)
    settings.explanation = command.explain
    settings.firstLine = command.firstLine
    settings.numbersLines = !command.noLine
    settings.officers = try command.officersOption.file()?.officers
    settings.form = command.form ?? command.from ?? (path.lowercased().hasSuffix(".csv") ? .csv : .ndjson)
    do {
      input = try BatchInput(descriptor: descriptor, named: name, form: command.from, settings: settings)
    } catch { throw Self.say(error, of: name) }
    self.settings = settings
    output = try BatchOutput(command, input, settings)
  }

  func run() throws {
    let batch = Batch(
      settings, from: input, to: output.descriptor, jobs: command.jobs ?? ProcessInfo.processInfo.activeProcessorCount,
      headingBytes: output.headingBytes, after: output.resumed)
    Interruption.watch()
    batch.start()
    var show = BatchProgressLine(of: input.size, from: batch.progress)
    while !batch.wait(seconds: 0.25) {
      if Interruption.isWanted { batch.stop() }
      show.show(batch.progress)
    }
    show.end()
    if let failure = batch.failure {
      try output.keep(batch.progress)
      throw Self.say(failure, of: settings.name)
    }
    let isStopped = Interruption.isWanted && !isWhole(batch.progress)
    try isStopped ? output.keep(batch.progress) : output.finish()
    summarise(batch.progress.tally)
    if isStopped {
      sayHowToResume(batch.progress)
      throw ExitCode(130)
    }
    try exit(batch.progress.tally).end()
  }

  /// Whether a run that was interrupted had come to the end all the same.
  private func isWhole(_ progress: BatchProgress) -> Bool { input.size.map { progress.inputBytes >= $0 } ?? false }

  private func exit(_ tally: BatchTally) -> Exit {
    tally[.faulty] > 0 ? .faulty : tally[.refused] + tally[.undecided] > 0 ? .notYes : .yes
  }

  private func summarise(_ tally: BatchTally) {
    let parts = Assessment.Outcome.allCases.reversed().compactMap { outcome in
      tally[outcome] > 0 ? "\(tally[outcome].grouped) \(outcome.rawValue)" : nil
    }
    let cases = tally.rows == 1 ? "1 case" : "\(tally.rows.grouped) cases"
    Console.say(parts.isEmpty ? "\(cases)." : "\(cases): \(parts.joined(separator: ", ")).")
  }

  private func sayHowToResume(_ progress: BatchProgress) {
    let line = progress.nextLine.grouped
    guard let to = command.to else {
      return Console.say(
        "Stopped before line \(line). Every row that was written is whole. The rest, without a heading line:\n"
          + "  tail -n +\(progress.nextLine) FILE | redress batch - --first-line \(progress.nextLine)")
    }
    Console.say(
      "Stopped before line \(line). The rows so far are kept beside \(to); the same command with --resume goes on.")
  }

  private static func say(_ stop: BatchStop, of name: String) -> ExitCode {
    switch stop {
    case .cannotRead(let reason):
      Console.say("redress: cannot read \(name): \(reason).")
      return Exit.faulty.code
    case .cannotWrite(let reason):
      Console.say("redress: cannot write the rows: \(reason).")
      return Exit.cannotWrite.code
    case .tooLong(let line):
      Console.say(
        "redress: what begins on line \(line) of \(name) is longer than 64 MiB. Write each case on a line of its own.")
      return Exit.faulty.code
    case .heading(let faults):
      Console.say(faults.text)
      return Exit.faulty.code
    }
  }
}

import Foundation

/// A program that was started, from its start to its end.
///
/// Foundation's `Process` learns of an end when a socket closes. A program that is started at the same moment can
/// inherit that socket and hold it open, and whoever waits then waits for the end of that one: for ever, where it is
/// the Python that makes PDF. Here the system itself is asked, and nothing but the three streams is passed on.
package final class StartedProgram {
  /// What a standard stream of the program is.
  package enum Stream {
    /// The same as ours.
    case ours
    /// Nothing to read; what is written is lost.
    case nothing
    /// An open file. It has to stay open until the program has been started.
    case open(FileHandle)
  }

  /// The program could not be started, with the reason of the system.
  package struct NotStarted: Error, CustomStringConvertible {
    /// A code of `errno`; `ENOENT` where there is no such program.
    package let code: Int32

    package var description: String { String(cString: strerror(code)) }
  }

  package let identifier: pid_t
  private var ended: Int32?
  /// Whether it was ended because it took too long.
  package private(set) var isOverdue = false

  /// - Parameters:
  ///   - words: the program, by a path or by a name of the PATH, and its arguments.
  ///   - group: whether it gets a group of its own, so that the keys that interrupt us do not reach it. One in a group
  ///     of its own cannot read from the terminal.
  package init(
    _ words: [String], environment: [String: String] = ProcessInfo.processInfo.environment, group: Bool = true,
    input: Stream = .nothing, output: Stream = .ours, errors: Stream = .ours
  ) throws(NotStarted) {
    let start = ProgramStart(inGroup: group)
    for (number, stream) in [input, output, errors].enumerated() { start.give(stream, as: Int32(number)) }
    identifier = try start.start(words, environment)
  }

  /// How it ended, once it has: 0 for well, at least 128 where a signal ended it.
  package var status: Int32? { ask(options: WNOHANG) }

  /// Waits for its end.
  package func wait() -> Int32 {
    while true { if let status = ask(options: 0) { return status } }
  }

  /// Waits for its end while other tasks go on. One that takes longer is ended.
  package func wait(within patience: Duration) async throws -> Int32 {
    let deadline = ContinuousClock.now + patience
    var pause = Duration.milliseconds(1)
    while status == nil, ContinuousClock.now < deadline {
      try await Task.sleep(for: pause)
      pause = min(pause * 2, .milliseconds(20))
    }
    isOverdue = status == nil
    send(SIGKILL)
    return wait()
  }

  package func send(_ signal: Int32) {
    if status == nil { kill(identifier, signal) }
  }

  private func ask(options: Int32) -> Int32? {
    if let ended { return ended }
    var status: Int32 = 0
    switch waitpid(identifier, &status, options) {
    case 0: return nil
    case -1 where errno == EINTR: return nil
    // Somebody else has taken its end: all that is known is that it did not tell us of a good one.
    case -1: ended = 128
    default:
      let signal = status & 0x7F
      ended = signal == 0 ? (status >> 8) & 0xFF : 128 + signal
    }
    return ended
  }
}

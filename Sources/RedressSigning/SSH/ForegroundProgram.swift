import Foundation
import RedressFiles

/// A program that shares our terminal until it ends.
///
/// It stays in our group: in one of its own it may not read from the terminal, and a prompt for a passphrase would
/// stand still for ever.
enum ForegroundProgram {
  private static let oneAtATime = NSLock()

  /// Runs a program of the PATH to its end, and answers how it ended: 0 for well, at least 128 when it was stopped by
  /// a signal.
  ///
  /// While it runs, the keys that interrupt are for it alone, so that we can tidy up after it.
  static func run(
    _ name: String, _ arguments: [String], environment: [String: String]
  ) throws(SSHKeygenFault) -> Int32 {
    oneAtATime.lock()
    defer { oneAtATime.unlock() }
    let interrupt = signal(SIGINT, SIG_IGN)
    let quit = signal(SIGQUIT, SIG_IGN)
    defer {
      signal(SIGINT, interrupt)
      signal(SIGQUIT, quit)
    }

    do {
      return try StartedProgram([name] + arguments, environment: environment, group: false, input: .ours).wait()
    } catch { throw error.code == ENOENT ? .notInstalled : .notStarted(error.description) }
  }
}

import Foundation

/// A program that shares our terminal until it ends.
///
/// Foundation's `Process` puts a program in a group of its own. It then may not read from the terminal, and a prompt
/// for a passphrase would stand still for ever.
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

    let process = try start(name, arguments, environment: environment)
    var status: Int32 = 0
    while waitpid(process, &status, 0) == -1 {
      guard errno == EINTR else { throw .notStarted(String(cString: strerror(errno))) }
    }
    let stoppedBy = status & 0x7F
    return stoppedBy == 0 ? (status >> 8) & 0xFF : 128 + stoppedBy
  }

  private static func start(
    _ name: String, _ arguments: [String], environment: [String: String]
  ) throws(SSHKeygenFault) -> pid_t {
    #if canImport(Darwin)
      var attributes: posix_spawnattr_t?
    #else
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    sigaddset(&signals, SIGQUIT)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    // A thread of a pool blocks most signals, and what it starts would block them too.
    var blocked = sigset_t()
    sigemptyset(&blocked)
    posix_spawnattr_setsigmask(&attributes, &blocked)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))

    let words = ([name] + arguments).map { strdup($0) } + [nil]
    let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (words + variables).forEach { free($0) } }
    var process = pid_t()
    switch posix_spawnp(&process, name, nil, &attributes, words, variables) {
    case 0: return process
    case ENOENT: throw .notInstalled
    case let reason: throw .notStarted(String(cString: strerror(reason)))
    }
  }
}

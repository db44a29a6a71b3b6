import Foundation

/// What is said to the system of a program before it starts.
final class ProgramStart {
  #if canImport(Darwin)
    private var actions: posix_spawn_file_actions_t?
    private var attributes: posix_spawnattr_t?
  #else
    private var actions = posix_spawn_file_actions_t()
    private var attributes = posix_spawnattr_t()
  #endif

  init(inGroup: Bool) {
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    var flags = POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK
    // A thread of a pool blocks most signals, and what it starts would block them too.
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    for signal in [SIGINT, SIGQUIT, SIGPIPE, SIGTERM, SIGHUP] { sigaddset(&signals, signal) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    if inGroup {
      flags |= POSIX_SPAWN_SETPGROUP
      posix_spawnattr_setpgroup(&attributes, 0)
    }
    #if canImport(Darwin)
      flags |= POSIX_SPAWN_CLOEXEC_DEFAULT
    #endif
    posix_spawnattr_setflags(&attributes, Int16(flags))
  }

  deinit {
    posix_spawn_file_actions_destroy(&actions)
    posix_spawnattr_destroy(&attributes)
  }

  func give(_ stream: StartedProgram.Stream, as number: Int32) {
    switch stream {
    case .ours: posix_spawn_file_actions_adddup2(&actions, number, number)
    case .nothing: posix_spawn_file_actions_addopen(&actions, number, "/dev/null", O_RDWR, 0)
    case .open(let file): posix_spawn_file_actions_adddup2(&actions, file.fileDescriptor, number)
    }
  }

  func start(_ words: [String], _ environment: [String: String]) throws(StartedProgram.NotStarted) -> pid_t {
    // Not only those that are open: another thread may open one before the program starts. Numbers are given out from
    // the lowest, and we never hold so many files open.
    for number in 3..<min(getdtablesize(), 1024) { posix_spawn_file_actions_addclose(&actions, number) }
    let arguments = words.map { strdup($0) } + [nil]
    let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (arguments + variables).forEach { free($0) } }
    var process = pid_t()
    let code = posix_spawnp(&process, words[0], &actions, &attributes, arguments, variables)
    if code != 0 { throw StartedProgram.NotStarted(code: code) }
    return process
  }
}

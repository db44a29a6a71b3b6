import Foundation

/// Whether somebody pressed Ctrl-C, or another program asked this one to end, while a command works that ends well when
/// it is stopped.
enum Interruption {
  private static let signals = [SIGINT, SIGTERM]
  /// Only ever set from false to true, by the signal.
  nonisolated(unsafe) private static var wanted: sig_atomic_t = 0

  /// From here the signal no longer ends the command, which looks at ``isWanted`` itself.
  static func watch() {
    for number in signals { signal(number) { _ in Interruption.wanted = 1 } }
  }

  /// Once the command has seen it, the next signal does end it. Before that one more changes nothing: some programs
  /// send the same signal twice.
  static var isWanted: Bool {
    guard wanted != 0 else { return false }
    for number in signals { signal(number, SIG_DFL) }
    return true
  }
}
